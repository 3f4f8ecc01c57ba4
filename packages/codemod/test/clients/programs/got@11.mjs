import got from 'got'

export async function isTaken(url) {
  const { body } = await got(url, { retry: 0, throwHttpErrors: false, responseType: 'json' })
  return body.message === 'This copy is already on loan'
}
