import { Client } from 'undici'

export async function isTaken(url) {
  const { origin, pathname } = new URL(url)
  const client = new Client(origin)
  const { body } = await client.request({ path: pathname, method: 'GET' })
  const answer = await body.json()
  await client.close()
  return answer.message === 'This copy is already on loan'
}
