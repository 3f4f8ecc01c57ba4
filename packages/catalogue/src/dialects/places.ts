import { isList, isRecord, spell } from './generic/members.ts'

const known = new Map<string, readonly string[]>()

/** `error.details[].field` as steps: a name, `[]` for each item, `{}` for each member. */
export function stepsOf(path: string): readonly string[] {
  const cached = known.get(path)
  if (cached !== undefined) return cached
  const steps = (path.match(/\[\]|\{\}|\["[^"]*"\]|[^.[\]{}]+/g) ?? []).map(step =>
    step.startsWith('["') ? step.slice(2, -2) : step,
  )
  // The paths of dialects are few; a caller that makes them up must not fill the memory.
  if (known.size < 2000) known.set(path, steps)
  return steps
}

const MAX_VALUES = 1000

/** A value, and the name of the member that held it. */
export interface NamedValue {
  readonly name: string
  readonly value: unknown
}

/** A value with the last name of its path. */
export function namedValue(path: string, value: unknown): NamedValue {
  return { name: spell(stepsOf(path).findLast(step => step !== '[]' && step !== '{}') ?? ''), value }
}

const NO_VALUES: readonly unknown[] = []

/** The values at a path, in the order of the body. Only own members are looked at. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const steps = stepsOf(path)
  // Nearly all places are not there; that is found out without a list for each step.
  if (!isThere(value, steps)) return NO_VALUES
  let values: readonly unknown[] = [value]
  for (const step of steps) {
    const next: unknown[] = []
    for (const one of values) {
      if (next.length >= MAX_VALUES) break
      next.push(...stepInto(one, step))
    }
    values = next
  }
  return values
}

/** The first of them; `undefined` where there is none. */
export function firstAt(value: unknown, path: string): unknown {
  const steps = stepsOf(path)
  const [name] = steps
  if (name === undefined || steps.length > 1 || name === '[]' || name === '{}') return valuesAt(value, path)[0]
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

function isThere(value: unknown, steps: readonly string[]): boolean {
  let inner = value
  for (const step of steps) {
    if (step === '[]') return isList(inner) && inner.length > 0
    if (!isRecord(inner)) return false
    if (step === '{}') return true
    if (!Object.hasOwn(inner, step) || inner[step] === undefined) return false
    inner = inner[step]
  }
  return true
}

function stepInto(value: unknown, step: string): readonly unknown[] {
  if (step === '[]') return isList(value) ? value.slice(0, MAX_VALUES) : []
  if (!isRecord(value)) return []
  if (step === '{}') return Object.values(value).slice(0, MAX_VALUES)
  return Object.hasOwn(value, step) && value[step] !== undefined ? [value[step]] : []
}
