import superagent from 'superagent'

export const isTaken = url =>
  new Promise(done => {
    superagent
      .get(url)
      .set('accept', 'application/json')
      .end((error, response) => {
        done(
          error.response.body.message === 'This copy is already on loan' &&
            response.body.message === 'This copy is already on loan',
        )
      })
  })
