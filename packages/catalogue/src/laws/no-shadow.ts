import type { Draft, DraftEntry, DraftSign } from '../definition/draft.ts'
import type { Finding } from '../definition/finding.ts'
import { templatePattern } from '../message-template.ts'
import { at } from './law.ts'
import { areDisjoint, claimOf, type Conditions, conditionsOf, includes } from './sign-conditions.ts'

interface Asking extends DraftSign {
  readonly conditions: Conditions
}

/** No sign stands behind a broader one of its own entry: it would never be what tells. */
export function* noShadow(draft: Draft): Iterable<Finding> {
  for (const group of sameWordings(draft.problems)) yield* shadowedIn(group)
  for (const group of sameWordings(draft.fields)) yield* shadowedIn(group)
}

function* shadowedIn(group: readonly Asking[]): Iterable<Finding> {
  for (const narrow of group) {
    const broad = group.find(other => shadows(other, narrow) && !isBetween(group, narrow, other))
    if (broad !== undefined) yield at(narrow.path, { code: 'sign-shadowed', by: broad.sign.id }, broad.path)
  }
}

function shadows(broad: Asking, narrow: Asking): boolean {
  return (
    broad.sign.entry === narrow.sign.entry &&
    broad.sign.language === narrow.sign.language &&
    claimOf(broad.sign) !== claimOf(narrow.sign) &&
    includes(narrow.conditions, broad.conditions)
  )
}

// Another entry that takes a part of the broad sign gives the narrow one a reason: it takes a part back.
function isBetween(group: readonly Asking[], narrow: Asking, broad: Asking): boolean {
  return group.some(
    ({ sign, conditions }) =>
      sign.entry !== narrow.sign.entry &&
      includes(conditions, broad.conditions) &&
      !areDisjoint(conditions, narrow.conditions),
  )
}

/** Signs by wording; those without one by code, so that the groups stay small. */
export function sameWordings(entries: readonly DraftEntry[]): Iterable<readonly Asking[]> {
  const groups = new Map<string, Asking[]>()
  for (const { sign, path } of entries.flatMap(entry => entry.signs)) {
    const key = sign.message === null ? `code ${sign.legacyCode ?? ''}` : `text ${templatePattern(sign.message)}`
    const group = groups.get(key)
    const asking = { sign, path, conditions: conditionsOf(sign) }
    if (group === undefined) groups.set(key, [asking])
    else group.push(asking)
  }
  return groups.values()
}
