import type { LegacyError } from '@problemshift/catalogue'
import {
  anybodyListens,
  publishBypassed,
  publishConverted,
  publishFailed,
  publishKept,
  publishUnmatched,
} from '../channels.ts'
import type { BypassEvent, FailedEvent, KeptEvent } from '../events.ts'
import type { ConvertedReply } from '../exchange.ts'
import { type Counted, CountedRows } from './counted-rows.ts'
import { fingerprint } from './fingerprint.ts'
import { type Present, printStub } from './print-stub.ts'
import { printSummary } from './print-summary.ts'
import type { BypassRow, ErrorRow, FailureRow, KeptRow, Report, UnmatchedRow } from './report.ts'

/** One error that became a problem, or would have. */
export interface ConvertedEntry {
  readonly mode: string
  readonly method: string
  readonly route: string | null
  readonly wireStatus: number
  readonly reply: ConvertedReply
}

/** Counts what passes, in bounded memory. */
export class Ledger {
  readonly #since = new Date()
  readonly #errors: CountedRows<Omit<ErrorRow, 'count'>>
  readonly #kept: CountedRows<Omit<KeptRow, 'count'>>
  readonly #unmatched: CountedRows<Omit<UnmatchedRow, 'count' | 'first' | 'last'>>
  readonly #bypassed: CountedRows<Omit<BypassRow, 'count'>>
  readonly #failures: CountedRows<Omit<FailureRow, 'count'>>

  // The last row of each code: to put a key together costs more than to compare.
  readonly #recent = new Map<string, Counted<Omit<ErrorRow, 'count'>>>()

  // A body that comes again from the same route comes with the very same error, and keeps its fingerprint.
  readonly #byError = new WeakMap<LegacyError, Counted<Omit<UnmatchedRow, 'count' | 'first' | 'last'>>>()

  readonly #present: Present | undefined

  constructor(limit: number, present?: Present) {
    this.#present = present
    this.#errors = new CountedRows(limit)
    this.#kept = new CountedRows(limit)
    this.#unmatched = new CountedRows(limit)
    this.#bypassed = new CountedRows(limit)
    this.#failures = new CountedRows(Math.min(limit, 100))
  }

  converted(entry: ConvertedEntry): void {
    const { mode, method, route, wireStatus, reply } = entry
    const { dialect, code, source } = reply
    const recent = this.#recent.get(code)
    if (recent !== undefined && isSame(recent.row, entry)) {
      this.#errors.again(recent)
    } else {
      const key = `${mode} ${method} ${route} ${wireStatus} ${dialect} ${code}`
      const row = { mode, method, route, status: wireStatus, dialect, code, source }
      const counted = this.#errors.count(key, () => row)
      if (counted !== null) this.#recent.set(code, counted)
    }
    const unknown = source === 'generic' || source === 'legacy-code'
    if (unknown) this.#countUnmatched(entry)
    if (anybodyListens()) this.#publish(entry, unknown)
  }

  kept(event: KeptEvent): void {
    const { mode, method, route, status, reason } = event
    this.#kept.count(`${mode} ${method} ${route} ${status} ${reason}`, () => event)
    if (anybodyListens()) publishKept(event)
  }

  bypassed(event: BypassEvent): void {
    const { method, route, status } = event
    this.#bypassed.count(`${method} ${route} ${status}`, () => event)
    publishBypassed(event)
  }

  failed(event: FailedEvent): void {
    const { method, route, cause } = event
    const message = cause instanceof Error ? `${cause.name}: ${cause.message}`.slice(0, 200) : typeof cause
    this.#failures.count(`${method} ${route} ${message}`, () => ({ method, route, message }))
    publishFailed(event)
  }

  report(mode: string | false): Report {
    const totals = {
      converted: this.#errors.total,
      kept: this.#kept.total,
      unmatched: this.#unmatched.total,
      bypassed: this.#bypassed.total,
      failed: this.#failures.total,
      beyondLimit: this.#errors.beyond + this.#kept.beyond + this.#unmatched.beyond + this.#bypassed.beyond,
    }
    const unmatched = this.#unmatched.rows().map(({ row, count, first, last }) => ({
      ...row,
      count,
      first: new Date(first).toISOString(),
      last: new Date(last).toISOString(),
    }))
    const facts = {
      version: 1 as const,
      mode,
      since: this.#since.toISOString(),
      totals,
      errors: this.#errors.rows().map(({ row, count }) => ({ ...row, count })),
      kept: this.#kept.rows().map(({ row, count }) => ({ ...row, count })),
      unmatched,
      bypassed: this.#bypassed.rows().map(({ row, count }) => ({ ...row, count })),
      failures: this.#failures.rows().map(({ row, count }) => ({ ...row, count })),
      stub: printStub(unmatched, this.#present),
    }
    return { ...facts, summary: printSummary(facts) }
  }

  #countUnmatched({ method, route, wireStatus, reply }: ConvertedEntry): void {
    const again = reply.error === null ? undefined : this.#byError.get(reply.error)
    if (again !== undefined) {
      this.#unmatched.again(again)
      again.last = Date.now()
      return
    }
    const wording = reply.error?.wording ?? null
    const code = reply.error?.code ?? null
    const known = wording === null ? null : fingerprint(wording, secretsOf(reply))
    const template = known?.template ?? null
    const { dialect } = reply
    const counted = this.#unmatched.count(`${method} ${route} ${wireStatus} ${code} ${template}`, () => ({
      method,
      route,
      status: wireStatus,
      dialect,
      fingerprint: template,
      sample: known?.sample ?? null,
      code,
    }))
    if (counted !== null && reply.error !== null) this.#byError.set(reply.error, counted)
  }

  #publish({ mode, method, route, reply }: ConvertedEntry, unknown: boolean): void {
    const { status, code, source, dialect, traceId, error } = reply
    const event = { mode, method, route, status, code, source, dialect, traceId }
    publishConverted(event)
    if (!unknown) return
    const wording = error?.wording ?? null
    publishUnmatched({
      ...event,
      fingerprint: wording === null ? null : fingerprint(wording, secretsOf(reply)).template,
    })
  }
}

function isSame(row: Omit<ErrorRow, 'count'>, { mode, method, route, wireStatus, reply }: ConvertedEntry): boolean {
  const isPlace = row.route === route && row.method === method && row.status === wireStatus
  return isPlace && row.mode === mode && row.dialect === reply.dialect
}

// One letter or two give nothing away, and stand in any word.
function secretsOf({ error }: ConvertedReply): readonly string[] {
  return (error?.leaks ?? []).map(({ text }) => text).filter(text => text.length > 2)
}
