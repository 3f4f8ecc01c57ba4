import type { Draft, DraftEntry } from '../definition/draft.ts'
import type { Finding, Path } from '../definition/finding.ts'
import { nearest } from '../definition/nearest.ts'
import { holesOf } from '../message-template.ts'
import { at } from './law.ts'

/**
 * What `detail` and `extensions` name must be a hole of some wording. An entry without wordings is thrown by new code
 * only, which gives the values itself; a sign that lacks a hole keeps the wording of v1 as the detail.
 */
export function* knownHoles(draft: Draft): Iterable<Finding> {
  for (const entry of draft.problems) {
    const known = holesOfSigns(entry)
    if (known === null) continue
    for (const { name, path } of namesIn(entry)) {
      if (known.includes(name)) continue
      yield at(path, { code: 'hole-unknown', hole: name, known, nearest: nearest(name, known) })
    }
  }
}

function namesIn(entry: DraftEntry): readonly { readonly name: string; readonly path: Path }[] {
  const details = Object.entries(entry.detail ?? {}).flatMap(([language, template]) => {
    const path = [...entry.path, 'detail', ...(language === '*' ? [] : [language])]
    return holesOf(template).map(({ name }) => ({ name, path }))
  })
  const extensions = entry.extensions.map((name, index) => ({ name, path: [...entry.path, 'extensions', index] }))
  return [...details, ...extensions]
}

function holesOfSigns(entry: DraftEntry): readonly string[] | null {
  // A sign that was left out may have had the hole.
  if (!entry.areAll) return null
  const messages = entry.signs.flatMap(({ sign }) => (sign.message === null ? [] : [sign.message]))
  return messages.length === 0
    ? null
    : [...new Set(messages.flatMap(message => holesOf(message).map(hole => hole.name)))]
}
