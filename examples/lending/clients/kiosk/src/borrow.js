import { send } from './http.js'

export async function borrow(copy, member) {
  try {
    const { loan } = await send('/loans', { copy, member })
    return `loan ${loan}`
  } catch (error) {
    if (error.message.includes('is on loan until')) return 'place a hold'
    if (error.message === 'This membership is suspended') return 'go to the desk'
    throw error
  }
}
