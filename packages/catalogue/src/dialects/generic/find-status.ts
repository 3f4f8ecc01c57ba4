import type { NamedValue } from '../places.ts'
import type { StatusSource } from '../../legacy-error.ts'
import type { Code } from './as-code.ts'
import { heldBy, member } from './members.ts'
import { statusOfPhrase } from './reason-phrases.ts'

/** The status that the error deserves, and who said so. */
export interface FoundStatus {
  readonly status: number
  readonly statusSource: StatusSource
}

const KEYS = ['statuscode', 'httpstatus', 'httpstatuscode', 'httpcode', 'status', 'code', 'errorcode'] as const

/** Words of codes and sentences, in the order in which they are looked for. */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/fatal error|uncaught|traceback|stack trace/, 500],
  [/rate.?limit|ratelimited|too.?many|throttl|quota|resource.?exhausted|over.?query.?limit/, 429],
  [/not.?found|no.?such|unknown.?(?:user|resource|id)|does not exist|not.?exist|zero.?results/, 404],
  [
    /unauthenticated|unauthori[sz]ed|(?:invalid|expired|missing|bad|not).?(?:access.?)?(?:token|auth|credential|session|api.?key)|not.?authed|token.?(?:expired|invalid|revoked)|login.?required|authentication|authorization.?failed/,
    401,
  ],
  [/forbidden|permission|denied|access.?denied|not.?allowed|insufficient.?scope|missing.?scope|restricted/, 403],
  [/conflict|already|duplicate/, 409],
  [/too.?large/, 413],
  [/unavailable|maintenance/, 503],
  [/time.?out|deadline/, 504],
  [/not.?implemented|unimplemented/, 501],
  [/internal|fatal|unhandled|exception|stack trace|server.?error/, 500],
  [/invalid|bad.?request|malformed|missing|required|bad.?user.?input|argument|validation/, 400],
]

/** The status line where it tells of an error; otherwise what body, code, header and text say, in this order. */
export function findStatus(
  line: number,
  layers: readonly unknown[],
  code: Code | null,
  wording: string | null,
  headers: Readonly<Record<string, unknown>>,
  preferred: readonly NamedValue[] = [],
): FoundStatus {
  if (line >= 400) return { status: line, statusSource: 'line' }
  const told = preferred.map(({ value }) => asStatus(value)).find(status => status !== null)
  const fromBody = told ?? statusInBody(layers)
  if (fromBody !== null) return { status: fromBody, statusSource: 'body' }
  const fromCode = statusOfCode(code)
  if (fromCode !== null) return { status: fromCode, statusSource: 'code' }
  if (headers['x-amz-function-error'] !== undefined) return { status: 500, statusSource: 'header' }
  const fromText = wording === null ? null : statusOfWords(wording)
  if (fromText !== null && fromText !== 400) return { status: fromText, statusSource: 'text' }
  return { status: 400, statusSource: 'default' }
}

/** The status of an error, as a number or as its three digits. */
function asStatus(value: unknown): number | null {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status < 600 ? status : null
}

function statusInBody(layers: readonly unknown[]): number | null {
  for (const layer of layers) {
    for (const key of heldBy(layer, KEYS)) {
      const status = asStatus(member(layer, key))
      if (status !== null) return status
    }
    const data = member(layer, 'data')
    const inner = asStatus(member(data, 'httpstatus') ?? member(data, 'status'))
    if (inner !== null) return inner
  }
  return null
}

/** Codes that stand for a status: by name, or by the tables of JSON-RPC and Marketo. */
function statusOfCode(code: Code | null): number | null {
  if (code === null) return null
  const number = Number(code)
  if (Number.isFinite(number)) return BY_NUMBER.get(number) ?? null
  return statusOfPhrase(String(code)) ?? statusOfWords(spaced(String(code)))
}

const BY_NUMBER: ReadonlyMap<number, number> = new Map([
  [-32700, 400],
  [-32600, 400],
  [-32601, 404],
  [-32602, 400],
  [-32603, 500],
  [600, 401],
  [601, 401],
  [602, 401],
  [603, 403],
  [606, 429],
  [607, 429],
  [610, 404],
])

function spaced(code: string): string {
  return code.replace(/([a-z])([A-Z])/g, '$1 $2')
}

function statusOfWords(text: string): number | null {
  const bounded = text.slice(0, 500).toLowerCase()
  return WORDS.find(([pattern]) => pattern.test(bounded))?.[1] ?? null
}
