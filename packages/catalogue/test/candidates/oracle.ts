import type { TextTest } from '../../src/text-test.ts'

type Step = Extract<TextTest, { kind: 'after' }>['steps'][number]

/** What JS itself says: written apart from the evaluator of the package, so that a slip in one shows against the other. */
export function ask(asked: TextTest, message: string): boolean {
  if (asked.kind === 'equals') return message === asked.text
  if (asked.kind === 'one-of') return asked.texts.some(text => text === message)
  if (asked.kind === 'contains') return message.indexOf(asked.text) !== -1
  if (asked.kind === 'starts') return message.slice(0, asked.text.length) === asked.text
  if (asked.kind === 'ends') return asked.text === '' || message.slice(-asked.text.length) === asked.text
  if (asked.kind === 'regex') return new RegExp(asked.source, asked.flags).exec(message) !== null
  if (asked.kind === 'not') return !ask(asked.test, message)
  if (asked.kind === 'and') return asked.tests.reduce((all, each) => all && ask(each, message), true)
  if (asked.kind === 'or') return asked.tests.reduce((any, each) => any || ask(each, message), false)
  let text = message
  for (const step of asked.steps) text = take(step, text)
  return ask(asked.test, text)
}

/** One step, done by the engine. */
export function take(step: Step, text: string): string {
  if (step.kind === 'prepend') return `${step.text}${text}`
  if (step.kind === 'append') return `${text}${step.text}`
  if (step.kind === 'normalise-space') return text.split(/\s+/).join(' ')
  if (step.kind === 'trim') return text.trim()
  if (step.kind === 'trim-start') return text.trimStart()
  if (step.kind === 'trim-end') return text.trimEnd()
  return step.kind === 'lower-case' ? text.toLowerCase() : text.toUpperCase()
}
