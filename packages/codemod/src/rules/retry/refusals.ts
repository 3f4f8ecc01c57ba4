import type { Catalogue } from '@problemshift/catalogue'

/** What the catalogue says about asking again. */
export interface RetryAdvice {
  /** Errors that the same request meets again, however often it is sent. */
  readonly refusals: readonly string[]
  /** Errors that pass. */
  readonly transient: readonly string[]
  /** Errors of which nothing is said. */
  readonly unsaid: readonly string[]
}

export function retryAdvice({ problems }: Catalogue): RetryAdvice {
  const codesWhere = (meant: (retry: (typeof problems)[number]['retry']) => boolean) =>
    problems.filter(({ retry }) => meant(retry)).map(({ code }) => code)
  return {
    refusals: codesWhere(retry => retry === 'never' || retry === 'after-change'),
    transient: codesWhere(retry => retry === 'transient'),
    unsaid: codesWhere(retry => retry === null),
  }
}

/**
 * The statuses of a list on which a request is sent again, as v2 has them. A status goes when all errors that have it are
 * refusals, one comes when all that have it are transient and v1 sent one of them with a status of the list; `null` where
 * errors of both kinds share one.
 */
export function retriedStatuses({ problems }: Catalogue, list: readonly number[]): readonly number[] | null {
  const kept: number[] = []
  for (const status of list) {
    const there = problems.filter(problem => problem.status === status)
    const refused = there.filter(({ retry }) => retry === 'never' || retry === 'after-change')
    if (there.length > 0 && refused.length === there.length) continue
    if (refused.length > 0) return null
    kept.push(status)
  }
  for (const { status, retry, signs } of problems) {
    const wasRetried = signs.some(sign => sign.status !== null && list.includes(sign.status))
    if (!wasRetried || retry !== 'transient' || kept.includes(status)) continue
    if (problems.some(other => other.status === status && other.retry !== 'transient')) return null
    kept.push(status)
  }
  return kept
}
