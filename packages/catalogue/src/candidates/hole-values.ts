import { holesOf, type MessageTemplate } from '../message-template.ts'
import type { Question } from './question.ts'

/** The values of the holes in a message; `null` where they cannot be told. */
export function readHoles(template: MessageTemplate, message: string): Readonly<Record<string, string>> | null {
  const source = template.parts.map(part =>
    part.kind === 'text' ? part.text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : `(?<${part.name}>${part.pattern})`,
  )
  try {
    return new RegExp(`^${source.join('')}$`).exec(message)?.groups ?? null
  } catch {
    // A pattern of the user's with a group of the same name as a hole.
    return null
  }
}

/**
 * The holes that turn the answer: on the way from the one message to the other, a hole at a time, those at which it
 * changes. Where the way cannot be walked, all holes.
 */
export function holesThatDecide(question: Question, template: MessageTemplate, holds: string, fails: string): string[] {
  const names = holesOf(template).map(hole => hole.name)
  const from = readHoles(template, fails)
  const to = readHoles(template, holds)
  if (names.length < 2 || from === null || to === null) return names
  const turning = new Set([
    ...turningPoints(question, template, from, to),
    ...turningPoints(question, template, to, from),
  ])
  return turning.size === 0 ? names : names.filter(name => turning.has(name))
}

function turningPoints(
  question: Question,
  template: MessageTemplate,
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
): string[] {
  const values = { ...from }
  let before = question.askText(fillHoles(template, values))
  return holesOf(template).flatMap(({ name }) => {
    values[name] = to[name] ?? ''
    const after = question.askText(fillHoles(template, values))
    const turns = after !== before
    before = after
    return turns ? [name] : []
  })
}

function fillHoles(template: MessageTemplate, values: Readonly<Record<string, string>>): string {
  return template.parts.map(part => (part.kind === 'text' ? part.text : (values[part.name] ?? ''))).join('')
}
