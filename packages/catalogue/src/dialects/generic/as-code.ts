import type { WireResponse } from '../../wire.ts'
import { NO_CODES, NUMBER_KEYS } from './code-words.ts'
import { isKnownStatus } from './reason-phrases.ts'
import { isClassName, isScreaming, isSentence, isSnake, isToken, isUrl, textOf } from './texts.ts'

/** A machine code as it was sent. */
export type Code = string | number

/** What the search for a code needs to know about the error. */
export interface CodeContext {
  readonly status: number
  readonly wording: string | null
  readonly label: string | null
  readonly headers: WireResponse['headers']
  /** Whether the body said nothing: then the headers are asked. */
  readonly isBare: boolean
  /** Whether the status stands beside the code: then a number in the code is none, whatever it looks like. */
  readonly tellsStatus?: boolean
}

/** The first value that is a code; each comes with the spelling of its member. */
export function firstCode(pairs: readonly (readonly [unknown, string])[], context: CodeContext): Code | null {
  for (const [value, key] of pairs) {
    const code = asCode(value, key, context)
    if (code !== null) return code
  }
  return null
}

/** A code as it was sent; `null` for a status, a reason phrase, a class name, a sentence. */
export function asCode(value: unknown, key: string, context: CodeContext): Code | null {
  const { wording } = context
  if (typeof value === 'number') return asNumber(value, key, context)
  const text = textOf(value)
  if (text === null || text.length > 200 || isUrl(text) || (text === wording && !isScreaming(text) && !isSnake(text)))
    return null
  if (/^-?\d+$/.test(text)) return asDigits(text, key, context)
  if (NO_CODES.has(text.toLowerCase()) || isClassName(text)) return null
  if (key === 'error' || key === 'errors') return isToken(text) ? text : null
  if (key === 'errorid') return null
  if (key === 'code' && wording !== null && /^[a-z]+(?: [a-z]+){1,3}$/.test(text)) return text
  if (isSentence(text)) return null
  return isToken(text) || /^[\w.:/#\-[\]()]+$/.test(text) ? text : null
}

function asNumber(value: number, key: string, context: CodeContext): number | null {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || value === 0 || !NUMBER_KEYS.has(key)) return null
  return isStatusLike(value, key, context) ? null : value
}

function asDigits(text: string, key: string, context: CodeContext): string | null {
  if (key === 'errorid' || /^-?0+$/.test(text) || isStatusLike(Number(text), key, context)) return null
  return text
}

/** A number that is the status; under a name that other APIs use for it, any status. */
function isStatusLike(value: number, key: string, { status, tellsStatus }: CodeContext): boolean {
  if (value === status) return true
  if (tellsStatus === true && key === 'code') return false
  if (key === 'statuscode') return value >= 100 && value < 600
  return (key === 'code' || key === 'error' || key === 'status') && (value === 200 || isKnownStatus(value))
}
