import needle from 'needle'

export async function isTaken(url) {
  const response = await needle('get', url, { parse_response: false })
  return JSON.parse(response.body.toString()).message === 'This copy is already on loan'
}
