import type { NamedValue } from '../places.ts'
import { readRetryTime, retryAfterOf } from '../../retry-time.ts'
import { headerOf } from '../../body/media-type.ts'
import type { WireResponse } from '../../wire.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'

const SECONDS = [
  'retryafter',
  'retryafterseconds',
  'retryafterinseconds',
  'retryaftersec',
  'retryaftersecs',
  'retryin',
  'retryinseconds',
  'retrydelay',
  'retrydelayseconds',
  'secondsuntilretry',
  'waitseconds',
  'backoffseconds',
  'backoff',
  'cooldown',
  'estimatedtime',
  'retry',
] as const
/** Names that say both what is told and its unit: `resetInSeconds`, `wait_time_secs`. */
const SAID_IN_SECONDS = /^(?:retry|reset|wait|tryagain|cooldown|backoff)\w*(?:seconds|secs)$/
const MILLISECONDS = [
  'retryafterms',
  'retryaftermilliseconds',
  'retryaftermillis',
  'retryinms',
  'msbeforenext',
] as const
const DATES = [
  'retryat',
  'retryafterdate',
  'retryaftertime',
  'retryafterutc',
  'nextretryat',
  'availableat',
  'resetat',
  'resetsat',
  'resettime',
  'reset',
] as const
const PLACES = [
  'details',
  'parameters',
  'data',
  'meta',
  'context',
  'extensions',
  'ratelimit',
  'error',
  'info',
  'metadata',
  'retryinfo',
] as const

/** How long to wait: the header's word before the body's, and that of a member before that of the sentence. */
export function findRetry(
  layers: readonly unknown[],
  { status, headers }: Pick<WireResponse, 'status' | 'headers'>,
  wording: string | null,
  preferred: readonly NamedValue[] = [],
): number | string | null {
  const fromHeader = retryAfterOf(headers)
  if (fromHeader !== null) return fromHeader
  for (const { value } of preferred) {
    const retry = readRetryTime(value, 'seconds')
    if (retry !== null) return retry
  }
  for (const layer of [...layers, ...nested(layers)]) {
    const retry = inObject(layer)
    if (retry !== null) return retry
  }
  return status === 429 || status === 503 ? (limitOf(headers) ?? retryInSentence(wording)) : resetOf(headers)
}

/** `Expected available in 41 seconds.`, `Please try again in 1m30s`, `retry after 14` */
function retryInSentence(wording: string | null): number | string | null {
  const said = wording?.slice(0, 1000) ?? ''
  const [, minutes, wait, unit] = IN_SENTENCE.exec(said) ?? AFTER.exec(said) ?? []
  if (wait === undefined) return null
  const rest = readRetryTime(`${wait}${unit || 's'}`, 'seconds')
  return typeof rest === 'number' && minutes !== undefined ? Number(minutes) * 60 + rest : rest
}

const IN_SENTENCE =
  /\b(?:retry|retrying|try(?: it)? again|available(?: again)?|wait)\b[^.\d\n]{0,30} (?:(\d{1,5})m)?(\d{1,7}(?:\.\d{1,6})?) ?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)\b/i
/** Without a unit; the first group is the minutes of the pattern above. */
const AFTER = /\bretry[ -]after:? (?:(\d{1,5})m)?(\d{1,7})\s?[.!)]?$/i

/** What other headers tell of the limit that is used up. */
function limitOf(headers: WireResponse['headers']): number | string | null {
  return resetOf(headers) ?? structuredReset(headers) ?? retryByName(headers)
}

/** `RateLimit: "default";r=0;t=27`, and as it was drafted before: `limit=5, remaining=0, reset=27`. */
function structuredReset(headers: WireResponse['headers']): number | string | null {
  const sent = headerOf(headers, 'ratelimit')?.slice(0, 500) ?? ''
  if (!/(?:^|[;,]\s?)(?:r|remaining)=0(?:[;,\s]|$)/.test(sent)) return null
  return readRetryTime(/(?:^|[;,]\s?)(?:t|reset)=(\d{1,9})(?:[;,\s]|$)/.exec(sent)?.[1], 'seconds')
}

/** `X-Rate-Limit-Retry-After-Seconds` and its like. */
function retryByName(headers: WireResponse['headers']): number | string | null {
  const name = Object.keys(headers)
    .slice(0, 200)
    .find(one => /[a-z]-retry-after(?:-(?:ms|milliseconds|secs|seconds))?$/.test(one))
  if (name === undefined) return null
  return readRetryTime(headerOf(headers, name), /-(?:ms|milliseconds)$/.test(name) ? 'milliseconds' : 'seconds')
}

/** The end of a rate limit's window, where it is used up and told in seconds: a time of day would need a clock. */
function resetOf(headers: WireResponse['headers']): number | null {
  for (const prefix of ['ratelimit', 'x-ratelimit', 'x-rate-limit']) {
    if (headerOf(headers, `${prefix}-remaining`)?.trim() !== '0') continue
    const reset = readRetryTime(headerOf(headers, `${prefix}-reset`), 'seconds')
    if (typeof reset === 'number' && reset <= 86_400) return reset
  }
  return null
}

function nested(layers: readonly unknown[]): readonly unknown[] {
  return layers.flatMap(layer =>
    heldBy(layer, PLACES).flatMap(place => {
      const value = member(layer, place)
      return isList(value) ? value.slice(0, 20).filter(isRecord) : isRecord(value) ? [value] : []
    }),
  )
}

function inObject(layer: unknown): number | string | null {
  for (const key of heldBy(layer, SECONDS)) {
    const retry = readRetryTime(member(layer, key), 'seconds')
    if (retry !== null) return retry
  }
  for (const [spelling, name] of membersOf(layer).spelled) {
    if (!SAID_IN_SECONDS.test(spelling)) continue
    const retry = readRetryTime(membersOf(layer).value[name], 'seconds')
    if (retry !== null) return retry
  }
  for (const key of heldBy(layer, MILLISECONDS)) {
    const retry = readRetryTime(member(layer, key), 'milliseconds')
    if (retry !== null) return retry
  }
  for (const key of heldBy(layer, DATES)) {
    const date = readRetryTime(member(layer, key), 'seconds')
    if (typeof date === 'string') return date
  }
  return null
}
