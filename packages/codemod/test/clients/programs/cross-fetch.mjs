import fetch from 'cross-fetch'

export async function isTaken(url) {
  const response = await fetch(url)
  const { message } = await response.json()
  return message === 'This copy is already on loan'
}
