import { get } from 'node:http'
import { json } from 'node:stream/consumers'

export function isTaken(url) {
  return new Promise(resolve => {
    get(url, async response => {
      const body = await json(response)
      resolve(body.message === 'This copy is already on loan')
    })
  })
}
