import { isReasonPhrase } from './reason-phrases.ts'

/** No sentence for people is longer; what is longer is cut, so that no later step pays for it. */
const MAX_TEXT = 16_384

/** Trimmed and bounded text; `null` for everything that is no text, or blank. */
export function textOf(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = (value.length > MAX_TEXT ? value.slice(0, MAX_TEXT) : value).trim()
  return text === '' ? null : text
}

/** A word for machines: no white space, nothing that only sentences have. */
export function isToken(text: string): boolean {
  return text.length <= 120 && /^[A-Za-z_][\w./:#-]*$/.test(text) && !/[.:/]$/.test(text)
}

/** `EMAIL_NOT_FOUND`: no sentence is written like this. */
export function isScreaming(text: string): boolean {
  return text.length <= 120 && /^[A-Z][A-Z0-9]*(?:[_.-][A-Z0-9]+)+$/.test(text)
}

/** `token_expired`: nor like this. */
export function isSnake(text: string): boolean {
  return text.length <= 120 && /^[a-z]+(?:_[a-z]+)+$/.test(text)
}

/** `java.lang.IllegalStateException`, `App\Models\Order`: the name of a class, which is no code. */
export function isClassName(text: string): boolean {
  if (/^(?:[a-z_]\w*\.)+[A-Z]\w*(?:Exception|Error|Throwable|Fault)$/.test(text)) return true
  if (/^(?:java|javax|jakarta|com|org|net|io|kotlin|scala|android|sun)\.\w+\.[\w.$]+$/.test(text)) return true
  if (/^(?:[A-Z]\w*\.){2,}[A-Z]\w*Exception$/.test(text)) return true
  if (/^[A-Z][a-z]\w*(?:::[A-Z]\w*)+$/.test(text) || /^[A-Z][a-z]\w*\.(?:Error|\w+Exception)$/.test(text)) return true
  return /^\w+(?:\\\w+)+$/.test(text) || /^System\.\w/.test(text)
}

/** `error.validation`, `error-invalid-email`: the key under which a client looks up its own sentence. */
export function isMessageKey(text: string): boolean {
  return isToken(text) && /[a-z][.-][a-z]/i.test(text) && /^(?:error|validation|err|msg|errors)[.-]/i.test(text)
}

/** Whether somebody wrote it for people: more than one word, or a word with a full stop. */
export function isSentence(text: string): boolean {
  return /\S\s+\S/.test(text) || /^\S+[.!?]$/.test(text) || /[^\u0000-\u024f]{2}/.test(text)
}

const FRAGMENT =
  /^(?:is|are|was|must|should|can|cannot|may|has|have|do|does|needs?|requires?|required|invalid|missing|too|already|not|only|contains|exceeds|expected|unknown|unsupported)\b/

/** Whether a text goes on where the name of a field ended: `is required`, `can't be blank`. */
export function isFragment(text: string): boolean {
  return FRAGMENT.test(text) && isSentence(text)
}

/** An address that a person could open. */
export function isUrl(text: string): boolean {
  return text.length <= 2048 && /^https?:\/\/[^\s<>"]+$/i.test(text)
}

/** `[...]` or `{...}` as text: data for machines, not a sentence. */
export function isJsonText(text: string): boolean {
  return /^\s*(?:\[\s*[[{"\]]|\{\s*["}])/.test(text)
}

/** The reason phrase of the status, `404`, `404 Not Found` or `HTTP 404: Not Found`. */
export function isPhraseText(text: string, status: number): boolean {
  if (text.length > 100) return false
  if (isReasonPhrase(text, status)) return true
  const number = /^(?:HTTP\s{0,2}(?:Error|Status)?\s{0,2})?(\d{3})\b/i.exec(text)
  if (number === null || Number(number[1]) !== status) return false
  const rest = text.slice(number[0].length).replace(/^[\s:.\u2013\u2014-]+/, '')
  return rest === '' || isReasonPhrase(rest.replace(/[.!]$/, ''), status)
}
