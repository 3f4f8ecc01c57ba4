import { condition, methodCall } from '../condition.ts'
import type { Form } from '../form.ts'

/** `message.startsWith('Loan ')`. */
export const starts: Form = {
  name: 'starts',
  find: (node, constants) => {
    const found = methodCall(node, ['startsWith'])
    const [argument, more] = found?.call.arguments ?? []
    if (found === null || argument === undefined || more !== undefined) return null
    const text = constants.text(argument)
    return text === null ? null : condition('starts', found.call, found.on, { kind: 'starts', text }, false)
  },
}

/** `message.endsWith(' not found')`. */
export const ends: Form = {
  name: 'ends',
  find: (node, constants) => {
    const found = methodCall(node, ['endsWith'])
    const [argument, more] = found?.call.arguments ?? []
    if (found === null || argument === undefined || more !== undefined) return null
    const text = constants.text(argument)
    return text === null ? null : condition('ends', found.call, found.on, { kind: 'ends', text }, false)
  },
}
