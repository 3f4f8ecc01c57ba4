import ky from 'ky'

class LoanError extends Error {
  constructor(body) {
    super(body.message)
    this.body = body
  }
}

const api = ky.create({
  retry: 0,
  hooks: { beforeError: [async error => new LoanError(await error.response.json())] },
})

export const isTaken = url => api.get(url).catch(error => error.body.message === 'This copy is already on loan')
