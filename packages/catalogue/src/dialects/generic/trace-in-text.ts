import { asTrace } from './find-trace.ts'

/** `Request ID: …`, `Reference #18.2d35…`: what stands at the foot of an error page. */
const ON_PAGE =
  /\b(?:request|trace|correlation|incident|support|reference|error|ray|activity) ?(?:id|#)\s{0,4}[:#]?\s{0,8}([\w=+/.-]{6,100})/gi
/** The same in a sentence, where a reference and a number are as often of the thing that was asked for. */
const IN_SENTENCE =
  /(?:\b(?:request|trace|correlation|incident|support|error)[ -]?id\s{0,4}:?\s|\blogged\b[^.]{0,20}\(ID:? )([\w=+/.-]{6,100})/gi

/** The id of the error in a page or a text. */
export function traceOnPage(text: string): string | null {
  return firstOf(text.matchAll(ON_PAGE))
}

/** The id of the error in its sentence. */
export function traceInSentence(sentence: string | null): string | null {
  return sentence === null ? null : firstOf(sentence.slice(0, 2000).matchAll(IN_SENTENCE))
}

/** An id has a digit: `request id is missing` names none. */
function firstOf(found: Iterable<RegExpMatchArray>): string | null {
  for (const [, id = ''] of found) {
    const trimmed = id.replace(/[.,;]+$/, '')
    if (trimmed.length >= 6 && /\d/.test(trimmed)) return asTrace(trimmed)
  }
  return null
}
