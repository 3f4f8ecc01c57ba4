// needs: 22
import wretch from 'wretch'

export async function isTaken(url) {
  const seen = await wretch(url)
    .get()
    .error(409, async error => (await error.response.json()).message === 'This copy is already on loan')
    .json()
  return (
    seen &&
    wretch(url)
      .get()
      .res()
      .catch(error => JSON.parse(error.message).message === 'This copy is already on loan')
  )
}
