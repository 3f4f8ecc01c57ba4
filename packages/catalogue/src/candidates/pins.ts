import { holesOf, type MessageTemplate } from '../message-template.ts'
import { readHoles } from './hole-values.ts'
import type { Question } from './question.ts'
import type { HoleLimits } from './sign-automaton.ts'

/** Hole values by name. */
export type Pins = Readonly<Record<string, string>>

/** Values of one hole that a test may single out; a list in a client is shorter. */
const PIN_LIMIT = 64

/**
 * The values of the holes for which the test holds, by proof: with the values in their holes it always holds, and with
 * any other value in one of them it never does. `null` where no such list was found.
 */
export function findPins(
  question: Question,
  template: MessageTemplate,
  known: HoleLimits,
  holds: string,
): readonly Pins[] | null {
  const open = holesOf(template)
    .map(hole => hole.name)
    .filter(name => !Object.hasOwn(known, name))
  for (const name of open) {
    const values = valuesOf(question, template, known, name, holds)
    if (values !== null) return [...values].sort().map(value => ({ [name]: value }))
  }
  const together = pinTogether(question, template, known, open, holds)
  return together === null ? null : [together]
}

/** One hole after whose values the others do not matter. */
function valuesOf(
  question: Question,
  template: MessageTemplate,
  known: HoleLimits,
  name: string,
  holds: string,
): readonly string[] | null {
  const values: string[] = []
  for (let message: string | null = holds; message !== null; ) {
    const value = readHoles(template, message)?.[name]
    if (value === undefined || values.includes(value) || values.length >= PIN_LIMIT) return null
    const pinned = question.askTemplate(template, { ...known, [name]: { kind: 'is', value } })
    if (pinned.kind !== 'sides' || pinned.sides.fails !== null) return null
    values.push(value)
    const rest = question.askTemplate(template, { ...known, [name]: { kind: 'is-not', values } })
    if (rest.kind !== 'sides') return null
    message = rest.sides.holds
  }
  return values
}

/** One value for each of several holes: `email must be at least 3 characters` pins the path and the number. */
function pinTogether(
  question: Question,
  template: MessageTemplate,
  known: HoleLimits,
  open: readonly string[],
  holds: string,
): Pins | null {
  const values = readHoles(template, holds)
  if (values === null) return null
  const pins: Record<string, string> = {}
  for (const name of open) {
    const value = values[name]
    if (value === undefined) return null
    const rest = question.askTemplate(template, { ...known, [name]: { kind: 'is-not', values: [value] } })
    if (rest.kind === 'sides' && rest.sides.holds === null) pins[name] = value
  }
  const limits = Object.fromEntries(Object.entries(pins).map(([name, value]) => [name, { kind: 'is', value } as const]))
  const pinned = question.askTemplate(template, { ...known, ...limits })
  return pinned.kind === 'sides' && pinned.sides.fails === null ? pins : null
}
