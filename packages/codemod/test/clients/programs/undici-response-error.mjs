// blind
import { Agent, interceptors, request } from 'undici'

const dispatcher = new Agent().compose(interceptors.responseError())

export async function isTaken(url) {
  try {
    await request(url, { dispatcher })
    return false
  } catch (error) {
    return error.body.message === 'This copy is already on loan'
  }
}
