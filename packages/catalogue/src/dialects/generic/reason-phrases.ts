import { REASON_PHRASES } from '../../reason-phrase.ts'

/** Names of a status on a page that are sentences of their own in a member: an API writes them on purpose. */
const SPOKEN = new Set([
  'Unauthenticated',
  'Access Denied',
  'Server Error',
  'Internal Error',
  'Page Expired',
  'Authentication Timeout',
  'Backend fetch failed',
])

const lower = (phrase: string) => phrase.toLowerCase().replace(/[-\s]+/g, ' ')
const byStatus = new Map(
  Object.entries(REASON_PHRASES).map(([status, phrases]) => [
    Number(status),
    new Set(phrases.filter(phrase => !SPOKEN.has(phrase)).map(lower)),
  ]),
)
const statuses = new Map<string, number>()
for (const [status, phrases] of byStatus) {
  for (const phrase of phrases) if (!statuses.has(phrase)) statuses.set(phrase, status)
}
const exact = new Set(Object.values(REASON_PHRASES).flat())

/** Whether the text says no more than this status does, in any case. */
export function isReasonPhrase(text: string, status: number): boolean {
  return text.length < 60 && (byStatus.get(status)?.has(lower(text.trim())) ?? false)
}

/** Whether the text is the reason phrase of some status, written as the RFCs write it. */
export function isAnyReasonPhrase(text: string): boolean {
  return exact.has(text.trim())
}

/** The statuses that have a name: a number among them is a status, not a machine code. */
export function isKnownStatus(status: number): boolean {
  return byStatus.has(status)
}

/** The status whose reason phrase the word is, `NOT_FOUND` as well as `Not Found`; `null` for none. */
export function statusOfPhrase(text: string): number | null {
  const wanted = lower(text.trim().replaceAll('_', ' '))
  return statuses.get(wanted) ?? null
}
