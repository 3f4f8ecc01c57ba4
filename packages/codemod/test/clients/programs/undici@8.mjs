// needs: 22
import { request } from 'undici'

export async function isTaken(url) {
  const { body } = await request(url)
  const answer = await body.json()
  return answer.message === 'This copy is already on loan'
}
