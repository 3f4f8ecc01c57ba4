import { headers } from './headers.js'

export async function send(path, body) {
  const response = await fetch(`${globalThis.LIBRARY}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}
