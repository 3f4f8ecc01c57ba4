import type { FastifyReply } from 'fastify'
import type { ProblemError } from './problem-error.ts'

// From the registry of symbols, so that two copies of this package know each other's marks.
const PASSED_ON = Symbol.for('problemshift.passed-on')
const THROWN = Symbol.for('problemshift.thrown')
const UNSERIALISED = Symbol.for('problemshift.unserialised')
const PROBLEM = Symbol.for('problemshift.problem')
const WATCHED = Symbol.for('problemshift.watched')
const SEEN = Symbol.for('problemshift.seen')
const HANDLED = Symbol.for('problemshift.handled')
// Told apart from a reply that was not seen yet.
const NO_PAYLOAD = Symbol.for('problemshift.no-payload')

/** What our hooks leave on a reply for one another. Only error replies carry any. */
interface Marks {
  [PASSED_ON]?: unknown
  [THROWN]?: unknown
  [UNSERIALISED]?: unknown
  [PROBLEM]?: ProblemError
  [WATCHED]?: true
  [SEEN]?: true
  [HANDLED]?: true
}

/**
 * Whether this payload is what we passed on ourselves. Hooks run again after a later hook failed, and twice where two
 * registrations meet; a body that came from anybody else is a new one.
 */
export function isPassedOn(reply: FastifyReply, payload: unknown): boolean {
  const passedOn = marksOf(reply)[PASSED_ON]
  return passedOn !== undefined && passedOn === (payload === undefined ? NO_PAYLOAD : payload)
}

/** Notes what left our hook: others can then tell that the hooks saw this reply. */
export function markPassedOn(reply: FastifyReply, payload: unknown): void {
  marksOf(reply)[PASSED_ON] = payload === undefined ? NO_PAYLOAD : payload
  // What is written to the raw reply now comes from Fastify.
  const raw = marksOf(reply.raw)
  if (raw[WATCHED] === true) raw[SEEN] = true
}

/** Notes that somebody wants to know of a raw reply whether it came through the hooks. */
export function markWatched(raw: FastifyReply['raw']): void {
  marksOf(raw)[WATCHED] = true
}

export function stashThrown(reply: FastifyReply, error: unknown): void {
  marksOf(reply)[THROWN] = error
}

/** The error that was thrown or sent; `undefined` when there was none. */
export function thrownOf(reply: FastifyReply): unknown {
  return marksOf(reply)[THROWN]
}

export function stashUnserialised(reply: FastifyReply, value: unknown): void {
  marksOf(reply)[UNSERIALISED] = value
}

export function unserialisedOf(reply: FastifyReply): unknown {
  return marksOf(reply)[UNSERIALISED]
}

export function stashProblem(reply: FastifyReply, problem: ProblemError): void {
  marksOf(reply)[PROBLEM] = problem
}

export function problemOf(reply: FastifyReply): ProblemError | null {
  return marksOf(reply)[PROBLEM] ?? null
}

/** Notes that the handler was reached: what was refused before it was refused by us. */
export function markHandled(reply: FastifyReply): void {
  marksOf(reply)[HANDLED] = true
}

/** Whether the handler itself sent this reply, and threw nothing. */
export function isHandlers(reply: FastifyReply): boolean {
  const marks = marksOf(reply)
  return marks[HANDLED] === true && marks[THROWN] === undefined
}

/** Whether our hooks saw this reply; an error reply that they did not see has passed them by. */
export function wasSeen(reply: FastifyReply): boolean {
  return marksOf(reply)[PASSED_ON] !== undefined
}

/** The same, asked of the raw reply. */
export function wasSeenRaw(raw: FastifyReply['raw']): boolean {
  return marksOf(raw)[SEEN] === true
}

// Symbols of our own on Fastify's object: nobody else can meet them, and no decorator has to be declared.
function marksOf(reply: FastifyReply | FastifyReply['raw']): Marks {
  return reply as unknown as Marks
}
