import {
  type Catalogue,
  dialectsOf,
  matchError,
  problemReply,
  readBody,
  readLegacyError,
} from '@problemshift/catalogue'

/** What a replayed v1 body is in v2, made by the same road that the server takes. */
export type Converted =
  | { readonly outcome: 'problem'; readonly status: number; readonly body: unknown; readonly codes: readonly string[] }
  /** No error of this API: nothing is to be done. */
  | { readonly outcome: 'foreign' }

/** Converts the body of an answer as the adapter would; what belongs to one answer only (a trace id, a time) stays out. */
export function convertBody(catalogue: Catalogue, status: number, value: unknown): Converted {
  if (isProblem(catalogue, value)) return { outcome: 'foreign' }
  const isText = typeof value === 'string'
  const body = readBody({
    status,
    headers: { 'content-type': isText ? 'text/plain' : 'application/json' },
    body: isText ? value : JSON.stringify(value),
  })
  const error = readLegacyError(body, null, dialectsOf(catalogue))
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

// Already converted: a second run finds nothing.
function isProblem({ contract, problems }: Catalogue, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('title' in value)) return false
  const code = Object.entries(value).find(([name]) => name === (contract.code ?? 'type'))?.[1]
  return problems.some(problem => problem.code === code || problem.type === code)
}
