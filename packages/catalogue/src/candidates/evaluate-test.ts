import type { TextStep, TextTest } from '../text-test.ts'

/** Whether a message passes a test: what the client's own code would say. Throws where its regular expression is invalid. */
export function evaluate(test: TextTest, message: string): boolean {
  switch (test.kind) {
    case 'equals':
      return message === test.text
    case 'one-of':
      return test.texts.includes(message)
    case 'contains':
      return message.includes(test.text)
    case 'starts':
      return message.startsWith(test.text)
    case 'ends':
      return message.endsWith(test.text)
    case 'regex':
      return new RegExp(test.source, test.flags).test(message)
    case 'after':
      return evaluate(test.test, test.steps.reduce(applyStep, message))
    case 'not':
      return !evaluate(test.test, message)
    case 'and':
      return test.tests.every(each => evaluate(each, message))
    case 'or':
      return test.tests.some(each => evaluate(each, message))
    default:
      return test satisfies never
  }
}

/** The text after one step. */
export function applyStep(text: string, step: TextStep): string {
  switch (step.kind) {
    case 'trim':
      return text.trim()
    case 'trim-start':
      return text.trimStart()
    case 'trim-end':
      return text.trimEnd()
    case 'lower-case':
      return text.toLowerCase()
    case 'upper-case':
      return text.toUpperCase()
    case 'normalise-space':
      return text.replace(/\s+/g, ' ')
    case 'prepend':
      return step.text + text
    case 'append':
      return text + step.text
    default:
      return step satisfies never
  }
}
