// needs: 22
import ky from 'ky'

class LoanError extends Error {
  constructor(body) {
    super(body.message)
    this.body = body
  }
}

const api = ky.create({ retry: 0, hooks: { beforeError: [({ error }) => new LoanError(error.data)] } })

export async function isTaken(url) {
  const seen = await ky.get(url, { retry: 0 }).catch(error => error.data.message === 'This copy is already on loan')
  return seen === true && api.get(url).catch(error => error.body.message === 'This copy is already on loan')
}
