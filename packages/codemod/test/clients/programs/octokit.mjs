import { Octokit } from '@octokit/core'

const octokitAt = url => new Octokit({ baseUrl: new URL(url).origin })

export async function isTaken(url) {
  try {
    await octokitAt(url).request(`GET ${new URL(url).pathname}`)
    return false
  } catch (error) {
    return error.response.data.message === 'This copy is already on loan'
  }
}
