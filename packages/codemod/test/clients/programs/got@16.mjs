// needs: 22
import got from 'got'

export async function isTaken(url) {
  try {
    await got(url, { retry: { limit: 0 }, responseType: 'json' })
    return false
  } catch (error) {
    return error.response.body.message === 'This copy is already on loan'
  }
}
