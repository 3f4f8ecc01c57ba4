import type { Sign } from '../entry.ts'
import { templatePattern } from '../message-template.ts'

/** What a sign asks beside its wording, each as a text that can be compared. */
export type Conditions = ReadonlyMap<'code' | 'status' | 'route' | 'dialect', string>

/** The conditions of a sign; a code is compared as it would be printed. */
export function conditionsOf(sign: Sign): Conditions {
  const conditions = new Map<'code' | 'status' | 'route' | 'dialect', string>()
  if (sign.legacyCode !== null) conditions.set('code', String(sign.legacyCode))
  if (sign.status !== null) conditions.set('status', String(sign.status))
  if (sign.route !== null) conditions.set('route', `${sign.route.method ?? '*'} ${sign.route.path}`)
  if (sign.dialect !== null) conditions.set('dialect', sign.dialect)
  return conditions
}

/** Whether everything that `broad` asks is asked by `narrow` too. */
export function includes(narrow: Conditions, broad: Conditions): boolean {
  for (const [name, value] of broad) {
    const other = narrow.get(name)
    if (other === undefined || !(name === 'route' ? routeIn(other, value) : other === value)) return false
  }
  return true
}

/** Whether no response can meet both. */
export function areDisjoint(a: Conditions, b: Conditions): boolean {
  for (const [name, value] of a) {
    const other = b.get(name)
    if (
      other !== undefined &&
      other !== value &&
      !(name === 'route' && (routeIn(other, value) || routeIn(value, other)))
    ) {
      return true
    }
  }
  return false
}

/** One text for all that a sign asks, its wording included: two signs with the same one recognise the same errors. */
export function claimOf(sign: Sign): string {
  const wording = sign.message === null ? null : templatePattern(sign.message)
  return JSON.stringify([wording, ...[...conditionsOf(sign)].flat()])
}

// `GET /loans/:id` lies within `/loans/:id`, which any method may ask for.
function routeIn(narrow: string, broad: string): boolean {
  return narrow === broad || (broad.startsWith('* ') && narrow.slice(narrow.indexOf(' ')) === broad.slice(1))
}
