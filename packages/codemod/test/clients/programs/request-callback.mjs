import request from '@cypress/request'

export const isTaken = url =>
  new Promise(done => {
    request({ url, json: true }, (error, _, body) => done(!error && body.message === 'This copy is already on loan'))
  })
