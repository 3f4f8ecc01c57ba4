import { type Catalogue, dialectsOf, matchError, problemReply, readError } from '@problemshift/catalogue'
import type { Replayed } from './replayed.ts'

/** What a replayed v1 body is in v2, made by the same road that the server takes. */
export type Converted =
  | { readonly outcome: 'problem'; readonly status: number; readonly body: unknown; readonly codes: readonly string[] }
  /** No error of this API: nothing is to be done. */
  | { readonly outcome: 'foreign' }

/** Converts the body of an answer as the adapter would; what belongs to one answer only (a trace id, a time) stays out. */
function convertBody(catalogue: Catalogue, status: number, value: unknown): Converted {
  if (isProblem(catalogue, value)) return { outcome: 'foreign' }
  const isText = typeof value === 'string'
  const response = {
    status,
    headers: { 'content-type': isText ? 'text/plain' : 'application/json' },
    body: isText ? value : JSON.stringify(value),
  }
  // What the server goes on sending as it is, an answer of JSON-RPC or of OAuth, is replayed as it is.
  const reading = readError(response, null, dialectsOf(catalogue))
  if (reading.outcome === 'left') return { outcome: 'foreign' }
  const { error } = reading
  const found = matchError(catalogue, error, { status, method: null, route: null })
  if (found.outcome !== 'match') return { outcome: 'foreign' }
  const { problem } = problemReply(catalogue, error, found, {
    instance: null,
    traceId: null,
    languages: [],
    time: null,
  })
  return { outcome: 'problem', status: found.entry.status, body: problem, codes: [found.entry.code] }
}

/** What the body of an answer that a test replays is in v2. */
export function convertReplayed(catalogue: Catalogue, { status }: Replayed, value: unknown): Converted {
  return status === null ? convertLoneBody(catalogue, value) : convertBody(catalogue, Number(status.text), value)
}

/** The same for a body without a status: that of the one entry which knows it under some status. */
function convertLoneBody(catalogue: Catalogue, value: unknown): Converted {
  const statuses = new Set(
    catalogue.problems.flatMap(({ status, signs }) => [status, ...signs.flatMap(sign => sign.status ?? [])]),
  )
  const found = [...statuses].map(status => convertBody(catalogue, status, value)).filter(isConverted)
  const [first] = found
  const isOne = new Set(found.flatMap(({ codes }) => codes)).size === 1
  return first !== undefined && isOne ? first : { outcome: 'foreign' }
}

function isConverted(converted: Converted): converted is Extract<Converted, { outcome: 'problem' }> {
  return converted.outcome === 'problem'
}

// Already converted: a second run finds nothing.
function isProblem({ contract, problems }: Catalogue, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('title' in value)) return false
  const code = Object.entries(value).find(([name]) => name === (contract.code ?? 'type'))?.[1]
  return problems.some(problem => problem.code === code || problem.type === code)
}
