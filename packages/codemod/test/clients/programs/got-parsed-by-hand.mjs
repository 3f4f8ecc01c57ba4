import got from 'got'

export async function isTaken(url) {
  try {
    await got(url, { retry: { limit: 0 } }).json()
    return false
  } catch (error) {
    return JSON.parse(error.response.body).message === 'This copy is already on loan'
  }
}
