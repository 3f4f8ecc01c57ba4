import type { NamedValue } from '../places.ts'
import { headerText } from './find-code.ts'
import { isList, isRecord, member } from './members.ts'

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>

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
const MILLISECONDS = [
  'retryafterms',
  'retryaftermilliseconds',
  'retryaftermillis',
  'retryinms',
  'msbeforenext',
] as const
const DATES = ['retryat', 'retryafterdate', 'retryaftertime', 'retryafterutc', 'nextretryat', 'availableat'] as const
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
  headers: Headers,
  preferred: readonly NamedValue[] = [],
): number | string | null {
  const fromHeader = asRetry(headerText(headers, 'retry-after'))
  if (fromHeader !== null) return fromHeader
  const milliseconds = asSeconds(headerText(headers, 'retry-after-ms') ?? headerText(headers, 'x-ms-retry-after-ms'))
  if (milliseconds !== null) return milliseconds / 1000
  for (const { value } of preferred) {
    const retry = asRetry(value)
    if (retry !== null) return retry
  }
  for (const layer of [...layers, ...nested(layers)]) {
    const retry = inObject(layer)
    if (retry !== null) return retry
  }
  return null
}

function nested(layers: readonly unknown[]): readonly unknown[] {
  return layers.flatMap(layer =>
    PLACES.flatMap(place => {
      const value = member(layer, place)
      return isList(value) ? value.slice(0, 20).filter(isRecord) : isRecord(value) ? [value] : []
    }),
  )
}

function inObject(layer: unknown): number | string | null {
  for (const key of SECONDS) {
    const retry = asRetry(member(layer, key))
    if (retry !== null) return retry
  }
  for (const key of MILLISECONDS) {
    const milliseconds = asSeconds(member(layer, key))
    if (milliseconds !== null) return milliseconds / 1000
  }
  for (const key of DATES) {
    const value = member(layer, key)
    if (typeof value === 'string' && isDate(value)) return value
  }
  return null
}

/** Seconds as a number, or a date as it was sent; `null` for anything else. */
export function asRetry(value: unknown): number | string | null {
  const seconds = asSeconds(value)
  if (seconds !== null) return seconds
  return typeof value === 'string' && isDate(value) ? value.trim() : null
}

function asSeconds(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isFinite(value) && value >= 0 && value < 1e9 && !Object.is(value, -0) ? value : null
  if (typeof value !== 'string') return null
  const found = /^\s*(\d{1,9}(?:\.\d{1,9})?)\s*s?\s*$/.exec(value)
  return found === null ? null : Number(found[1])
}

function isDate(value: string): boolean {
  if (value.length > 60) return false
  return (
    /^\s*(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? .*\d{2}:\d{2}/.test(value) ||
    /^\s*\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)
  )
}
