import type { LegacyError } from '../legacy-error.ts'

// RFC 9110, section 5.6.7: the one form of a date that may be sent.
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/
const ISO_DATE = /^\d{4}-\d{2}-\d{2}T[\d:.]{4,20}(?:Z|[+-]\d{2}:?\d{2})$/
const SECONDS = /^\d{1,10}$/

/** The value of the `Retry-After` header that a v1 error asks for, or `null`. */
export function retryAfter(error: Pick<LegacyError, 'retryAfter'>): string | null {
  const asked = error.retryAfter
  if (asked === null) return null
  if (typeof asked === 'number')
    return Number.isFinite(asked) && asked >= 0 ? String(Math.ceil(Math.min(asked, 1e9))) : null
  const text = asked.trim()
  if (SECONDS.test(text) || HTTP_DATE.test(text)) return text
  if (!ISO_DATE.test(text)) return null
  const time = new Date(text)
  return Number.isNaN(time.getTime()) ? null : time.toUTCString()
}
