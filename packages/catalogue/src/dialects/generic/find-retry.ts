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

/** How long to wait: the header's word before the body's. */
export function findRetry(
  layers: readonly unknown[],
  headers: WireResponse['headers'],
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
  return resetOf(headers)
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
