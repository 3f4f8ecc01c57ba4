import { headers } from './headers.js'

export async function send(path, body) {
  const url = `${globalThis.LIBRARY ?? 'https://api.library.example'}${path}`
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.json()
  if (!response.ok) throw new Error(answer.message)
  return answer
}
