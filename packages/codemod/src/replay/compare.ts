import { isDeepStrictEqual } from 'node:util'
import { ADDED_TO_ERRORS, ALLOWED_DIFFERENCES, BROKEN_ENDS, ENGINE_TEXTS } from './allowed-differences.ts'
import { mapTexts } from './map-texts.ts'
import type { Outcome, Plain } from './observation.ts'
import type { WireFacts } from './wire-facts.ts'

/** The least that is seen of a call; whoever watches closer adds members. */
export interface Observed {
  readonly outcome: Outcome
}

/** An observation with the facts of the answers that led to it, one for each request. */
export interface Side<Seen extends Observed> {
  readonly observation: Seen
  readonly facts: readonly WireFacts[]
}

/** Something that a user of the client sees otherwise than before. */
export interface Difference<Aspect extends string = string> {
  readonly aspect: Aspect
  readonly before: Plain
  readonly after: Plain
}

/** What differs between the old client on the old server and the new on the new, beyond what the contract changes. */
export function compare<Seen extends Observed>(
  before: Side<Seen>,
  after: Side<Seen>,
): readonly Difference<keyof Seen & string>[] {
  if (isBroken(before.observation.outcome)) return []
  return differencesOf(before, after)
}

/** The same, also where nobody relies on what the old client did. */
export function differencesOf<Seen extends Observed>(
  before: Side<Seen>,
  after: Side<Seen>,
): readonly Difference<keyof Seen & string>[] {
  const old = neutral(before)
  const now = neutral(after)
  return aspectsOf(before.observation).flatMap(aspect => {
    const was = asPlain(old[aspect])
    const is = withoutAdditions(was, asPlain(now[aspect]))
    return isDeepStrictEqual(was, is) ? [] : [{ aspect, before: was, after: is }]
  })
}

/** Whether a client ended in a way that nobody relies on. */
export function isBroken(outcome: Outcome): boolean {
  return outcome.kind === 'threw' && BROKEN_ENDS.some(({ name }) => name === outcome.name)
}

function aspectsOf<Seen extends Observed>(observation: Seen): readonly (keyof Seen & string)[] {
  // An observation is plain data: its members are what its type says.
  return Object.keys(observation) as (keyof Seen & string)[]
}

/** The observation with a name in the place of each fact that may differ. */
function neutral<Seen extends Observed>({ observation, facts }: Side<Seen>): Seen {
  const words = facts.flatMap(fact =>
    ALLOWED_DIFFERENCES.flatMap(({ fact: name }) => {
      const value = fact[name]
      return value === null ? [] : [{ name, value }]
    }),
  )
  // Of two facts of which one holds the other the longer is meant.
  const longestFirst = words.toSorted((a, b) => b.value.length - a.value.length)
  const rename = (text: string) =>
    longestFirst.reduce((sofar, { name, value }) => sofar.replaceAll(value, `‹${name}›`), text)
  const withoutMembers = (text: string) =>
    ENGINE_TEXTS.reduce((sofar, { pattern }) => sofar.replace(pattern, '‹crash›'), text)
  return mapTexts(observation, text => rename(withoutMembers(text)))
}

/** What came after, without the members that the rewritten client hangs on its errors beside the old ones. */
function withoutAdditions(before: Plain, after: Plain): Plain {
  if (Array.isArray(before) && Array.isArray(after)) {
    return after.map((item, index) => withoutAdditions(before[index] ?? null, item))
  }
  if (!isRecord(before) || !isRecord(after)) return after
  const isError = before.kind === 'threw' || Object.hasOwn(before, 'error')
  return Object.fromEntries(
    Object.entries(after).map(([name, member]) => {
      const was = before[name] ?? null
      return [name, isError && name === 'own' ? withoutAdded(was, member) : withoutAdditions(was, member)]
    }),
  )
}

function withoutAdded(before: Plain, after: Plain): Plain {
  if (!isRecord(before) || !isRecord(after)) return after
  const added = ADDED_TO_ERRORS.map(({ member }) => member).filter(member => !Object.hasOwn(before, member))
  return Object.fromEntries(Object.entries(after).filter(([member]) => !added.includes(member)))
}

function isRecord(value: Plain): value is { readonly [name: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function asPlain(value: unknown): Plain {
  // An observation is plain data throughout.
  return value as Plain
}
