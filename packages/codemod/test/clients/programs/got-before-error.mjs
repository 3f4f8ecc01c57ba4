import got from 'got'

class LoanError extends Error {
  constructor(body) {
    super(body.message)
    this.body = body
  }
}

const api = got.extend({
  retry: { limit: 0 },
  responseType: 'json',
  hooks: { beforeError: [error => new LoanError(error.response.body)] },
})

export const isTaken = url => api(url).catch(error => error.body.message === 'This copy is already on loan')
