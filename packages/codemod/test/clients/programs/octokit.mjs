// blind
import { Octokit } from '@octokit/core'

export async function isTaken(url) {
  const octokit = new Octokit({ baseUrl: new URL(url).origin })
  try {
    await octokit.request(`GET ${new URL(url).pathname}`)
    return false
  } catch (error) {
    return error.response.data.message === 'This copy is already on loan'
  }
}
