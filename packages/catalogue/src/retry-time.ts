import { headerOf } from './body/media-type.ts'
import type { WireResponse } from './wire.ts'

// IMF-fixdate and the two old forms that a reader must know (RFC 9110, section 5.6.7).
const HTTP_DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d{2}-(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-\d{2} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/
const ISO_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/
const NUMBER = /^\d{1,12}(?:\.\d{1,9})?$/
const WITH_UNIT = /^(\d{1,12}(?:\.\d{1,9})?)\s?(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hours?)$/i
const ISO_DURATION = /^P(?:(\d{1,4})D)?T?(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?$/
/** Nobody waits longer than a year: a larger number is a time of day. */
const LONGEST = 366 * 24 * 3600

/** The retry time of the headers: seconds, or the date as it was sent. */
export function retryAfterOf(headers: WireResponse['headers']): number | string | null {
  const sent = headerOf(headers, 'retry-after')
  const known = sent === null ? null : readRetryTime(sent, 'seconds')
  if (known !== null) return known
  const milliseconds = headerOf(headers, 'retry-after-ms') ?? headerOf(headers, 'x-ms-retry-after-ms')
  return milliseconds === null ? null : readRetryTime(milliseconds, 'milliseconds')
}

/** A retry time that a body gives under some name: `retry_after`, `retryAfterMs`, `retryDelay: "30.5s"`. */
export function retryTimeIn(name: string, value: unknown): number | string | null {
  return readRetryTime(value, /ms$|millis/i.test(name) ? 'milliseconds' : 'seconds')
}

/** A wait in seconds or a date, however it is written; `null` for what is neither. */
export function readRetryTime(value: unknown, unit: 'seconds' | 'milliseconds'): number | string | null {
  if (typeof value === 'number') return seconds(unit === 'milliseconds' ? value / 1000 : value)
  if (typeof value !== 'string' || value.length > 64) return null
  const text = value.trim()
  if (NUMBER.test(text)) return seconds(Number(text) / (unit === 'milliseconds' ? 1000 : 1))
  if ((HTTP_DATE.test(text) || ISO_DATE.test(text)) && !Number.isNaN(Date.parse(text))) return text
  const spoken = WITH_UNIT.exec(text)
  if (spoken !== null) return seconds(Number(spoken[1]) * secondsIn(spoken[2] ?? 's'))
  const duration = ISO_DURATION.exec(text)
  if (duration === null || text.length < 3) return null
  const [, days = '0', hours = '0', minutes = '0', rest = '0'] = duration
  return seconds(Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(rest))
}

function seconds(value: number): number | null {
  if (!Number.isFinite(value) || value < 0 || value > LONGEST || Object.is(value, -0)) return null
  return Math.round(value * 1000) / 1000
}

function secondsIn(unit: string): number {
  const lower = unit.toLowerCase()
  if (lower.startsWith('ms') || lower.startsWith('milli')) return 0.001
  if (lower.startsWith('h')) return 3600
  return lower.startsWith('m') ? 60 : 1
}
