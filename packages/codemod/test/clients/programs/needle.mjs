// blind
import needle from 'needle'

export const isTaken = url =>
  new Promise(done => {
    needle.get(url, (error, response) => done(!error && response.body.message === 'This copy is already on loan'))
  })
