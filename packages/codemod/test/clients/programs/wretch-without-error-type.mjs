// blind
import wretch from 'wretch'

export const isTaken = url =>
  wretch(url)
    .get()
    .error(409, error => error.json.message === 'This copy is already on loan')
    .json()
