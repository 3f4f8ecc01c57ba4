import {
  type Catalogue,
  dialectsOf,
  matchError,
  problemReply,
  readError,
  readLegacyError,
  type RequestFacts,
  serializeProblem,
} from '@problemshift/catalogue'
import type { RecordedAnswer } from './verification.ts'

/** What the migrated server says where v1 gave a recorded answer. */
export type Converted =
  | { readonly outcome: 'problem'; readonly code: string; readonly answer: RecordedAnswer }
  /** It stays as it is: a success, or a body that is left alone. */
  | { readonly outcome: 'same' }
  /** An error that the catalogue does not know: nothing is promised of it. */
  | { readonly outcome: 'no-entry' }

/** Who asked, as far as it shapes the answer. */
export interface Asker {
  readonly request: RequestFacts
  /** Best first. */
  readonly languages: readonly string[]
}

// No client may rely on what it is, so it may be the same each time.
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'

/** Goes the way of the adapter, from the same parts: read, match, write. */
export function convertAnswer(catalogue: Catalogue, recorded: RecordedAnswer, asker: Asker): Converted {
  const { status, headers, body } = recorded
  const dialects = dialectsOf(catalogue)
  const reading = readError({ status, headers, body }, asker.request, dialects)
  if (reading.outcome === 'left' && reading.reason !== 'success') return { outcome: 'same' }
  const error = reading.outcome === 'error' ? reading.error : readLegacyError(reading.body, asker.request, dialects)
  const { method, route } = asker.request
  const found = matchError(catalogue, error, { status, method, route })
  if (found.outcome !== 'match') return { outcome: status < 400 ? 'same' : 'no-entry' }
  const occurrence = { instance: asker.request.path, traceId: TRACE_ID, languages: asker.languages, time: null }
  const { problem, headers: beside } = problemReply(catalogue, error, found, occurrence)
  const answer = {
    ...recorded,
    status: problem.status,
    headers: { ...headers, ...beside, 'content-type': 'application/problem+json' },
    body: serializeProblem(problem),
  }
  return { outcome: 'problem', code: found.entry.code, answer }
}
