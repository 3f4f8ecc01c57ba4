import { type ChosenText, chooseLanguage, chooseText } from './choose-text.ts'
import type { Catalogue, ProblemEntry, Sign } from '../entry.ts'
import { fillTemplate, holesOf, type MessageTemplate } from '../message-template.ts'

/** The values of holes, as text or as new code gives them. */
export type Holes = Readonly<Record<string, unknown>>

/** The entry's own `detail` for the caller, or `null` where it has none or a hole has no value. */
export function entryDetail(
  catalogue: Catalogue,
  entry: ProblemEntry,
  holes: Holes,
  languages: readonly string[],
): ChosenText<string> | null {
  if (entry.detail === null) return null
  const filled = Object.entries(entry.detail).filter(([, template]) => isFilled(template, holes))
  const chosen = chooseText(Object.fromEntries(filled), languages, catalogue.languages)
  return chosen === null ? null : { text: fillSafely(chosen.text, holes), language: chosen.language }
}

/** The wording of the sign, or of the same message in another language where the caller would rather have that one. */
export function signDetail(
  entry: ProblemEntry,
  sign: Sign,
  holes: Holes,
  languages: readonly string[],
): ChosenText<string> | null {
  const family = messageFamily(sign.id)
  const relatives = entry.signs.filter(
    one =>
      one.language !== null && one.message !== null && messageFamily(one.id) === family && isFilled(one.message, holes),
  )
  const wanted = chooseLanguage(
    relatives.flatMap(one => one.language ?? []),
    languages,
  )
  const best = relatives.find(one => one.language === wanted) ?? sign
  if (best.message === null || !isFilled(best.message, holes)) return null
  return { text: fillSafely(best.message, holes), language: best.language }
}

/** The first wording of the entry that the values can fill, in the caller's language where there is one. */
export function anyWording(entry: ProblemEntry, holes: Holes, languages: readonly string[]): ChosenText<string> | null {
  const sign = entry.signs.find(one => one.message !== null && isFilled(one.message, holes))
  return sign === undefined ? null : signDetail(entry, sign, holes, languages)
}

// `loan_not_found#1:pt-BR` and `loan_not_found#1:en` are one message in two languages.
function messageFamily(id: string): string {
  const number = id.lastIndexOf('#')
  const language = id.indexOf(':', number)
  return language === -1 ? id : id.slice(0, language)
}

function isFilled(template: MessageTemplate, holes: Holes): boolean {
  return holesOf(template).every(hole => Object.hasOwn(holes, hole.name) && holes[hole.name] !== undefined)
}

function fillSafely(template: MessageTemplate, holes: Holes): string {
  return fillTemplate(template, Object.fromEntries(Object.entries(holes).map(([name, value]) => [name, textOf(value)])))
}

// A value from new code may be anything: what has no text of its own must not break the answer to a failed request.
function textOf(value: unknown): string {
  try {
    return String(value)
  } catch {
    return ''
  }
}
