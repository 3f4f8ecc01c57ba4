import type { LeftReason, LegacyError, RequestFacts, WireResponse } from '@problemshift/catalogue'
import type { ProblemSource } from './events.ts'
import type { Identity } from './occurrence.ts'
import type { ProblemError } from './problem-error.ts'
import type { SuccessSigns } from './success-signs.ts'
import type { Thrown } from './thrown.ts'

/** Everything that decides what one error becomes, as plain data. */
export interface Exchange {
  readonly response: WireResponse
  readonly request: RequestFacts
  /** The error that was thrown or sent, where there was one. */
  readonly thrown: Thrown | null
  /** The problem that new code threw, or asked `reply.problem` for. */
  readonly problem: ProblemError | null
  /** What a handler gave to be serialised, where a response schema stands between it and the wire. */
  readonly unserialised: unknown
  /** A response schema may have dropped members of the body. */
  readonly stripped: boolean
  /** The reply came from another server. */
  readonly upstream: boolean
  /** Keep the v1 members beside the v2 ones. */
  readonly bridge: boolean
  readonly identity: Identity
  readonly now: Date
}

/** Why an error was left as it was: the catalogue's reasons, and those of the adapter. */
export type KeptReason =
  | LeftReason
  | 'not-an-error'
  | 'success-without-sign'
  | 'bridge-needs-object'
  | 'bridge-keeps-status'
  | 'unknown-coding'
  | 'broken-coding'
  | 'too-slow'
  | 'unknown-payload'
  | 'event-stream'
  | 'not-asked'
  | 'aborted'

/** A finished problem, and what the report wants to know of it. */
export interface ConvertedReply {
  readonly outcome: 'converted'
  readonly status: number
  readonly body: string
  readonly code: string
  readonly source: ProblemSource
  readonly dialect: string
  /** The correlation id of the body, fit for a header; `null` when the body has none. */
  readonly traceId: string | null
  /** For the header, when only the body knew it. */
  readonly retryAfter: string | null
  /** The original says more than the client may read: log it under the trace id. */
  readonly redacted: boolean
  /** Whether the title or the detail was chosen by the caller's language. */
  readonly localised: boolean
  readonly contentLanguage: string | null
  readonly error: LegacyError | null
}

export interface KeptReply {
  readonly outcome: 'kept'
  readonly reason: KeptReason
}

export type Conversion = ConvertedReply | KeptReply

/** The whole way of one response: pure, no Fastify, no wire. */
export interface Converter {
  convert(exchange: Exchange): Conversion
  /** Which successes of a route are to be read; `null` for none. */
  successSigns(method: string | null, path: string | null): SuccessSigns | null
}
