import type { Localised } from '../entry.ts'

/** A text and the language it is in; `null` where nobody said. */
export interface ChosenText<T> {
  readonly text: T
  readonly language: string | null
}

/**
 * The text for a caller's languages, best first, by the lookup of RFC 4647 section 3.4; a bare `pt` is content with
 * `pt-BR`. Without a match: the text whose language was not said, then the catalogue's own languages in their order.
 */
export function chooseText<T>(
  texts: Localised<T>,
  wanted: readonly string[],
  fallback: readonly string[],
): ChosenText<T> | null {
  const offered = Object.keys(texts).filter(key => key !== '*')
  const language = chooseLanguage(offered, wanted)
  const key = language ?? (Object.hasOwn(texts, '*') ? '*' : (chooseLanguage(offered, fallback) ?? offered[0]))
  if (key === undefined) return null
  // `undefined` only if the key is absent, which it is not: keys come from the object.
  const text = texts[key]
  return text === undefined ? null : { text, language: key === '*' ? null : key }
}

/** The first of the wanted languages that is offered, as it is offered. */
export function chooseLanguage(offered: readonly string[], wanted: readonly string[]): string | null {
  if (offered.length === 0) return null
  for (const range of wanted) {
    const found = lookUp(offered, range.toLowerCase())
    if (found !== undefined) return found
  }
  return null
}

function lookUp(offered: readonly string[], range: string): string | undefined {
  let rest = range
  while (rest !== '' && rest !== '*') {
    const exact = offered.find(tag => tag.toLowerCase() === rest)
    if (exact !== undefined) return exact
    const cut = rest.lastIndexOf('-')
    if (cut === -1) break
    // A single letter before the cut introduces what follows it: both go (RFC 4647, section 3.4).
    rest = rest.slice(0, rest[cut - 2] === '-' ? cut - 2 : cut)
  }
  return offered.find(tag => tag.toLowerCase().startsWith(`${rest}-`))
}
