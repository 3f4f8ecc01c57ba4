import type { ClientModel } from '../clients/client.ts'
import type { ts } from '../source/compiler.ts'
import type { Tracer } from './tracer.ts'
import { type Env, type Flow, NOTHING, one, union, unknown, type Value } from './values.ts'

interface Question {
  /** What is taken for the answer while the question is being asked; `null` when nobody asks it. */
  guess: Flow | null
  /** Whether it asked itself. */
  asked: boolean
  /** Where it was asked. */
  frame: number
}

/**
 * Answers a question that may ask itself: an interceptor sends the request again, through itself. Nothing more comes
 * that way as long as its own answer is only handed on; where something is made of it, nobody can tell how often.
 */
export function settle(t: Tracer, key: object, at: ts.Node, look: () => Flow): Flow {
  const question = t.remember(key, 'settling', (): Question => ({ guess: null, asked: false, frame: 0 }))
  if (question.guess !== null) {
    question.asked = true
    t.cutAt(question.frame)
    return question.guess
  }
  try {
    const first = askWith(t, question, NOTHING, look)
    if (!first.circular) return first.flow
    const isMade = [PROBES, first.flow].some(guess => {
      const own = ownOf(askWith(t, question, guess, look).flow, guess)
      return weight(own) > weight(first.flow) || own.some(value => isMadeOf(value, guess))
    })
    return isMade ? unknown('too-far', at) : first.flow
  } finally {
    question.guess = null
  }
}

function askWith(t: Tracer, question: Question, guess: Flow, look: () => Flow) {
  question.guess = guess
  question.asked = false
  // What is cut short on the way is this very question: it is answered for whoever asked it.
  question.frame = t.frame()
  const flow = look()
  return { flow, circular: question.asked }
}

// Two values of which nothing is known, an error and none: what is made of them shows.
const STRANGER: ClientModel = {
  name: 'stranger',
  packages: [],
  globals: {},
  exports: {},
  types: {},
  places: { error: { error: true }, other: {} },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}

const PROBES: Flow = union(
  ...['error', 'other'].map(place =>
    one({ kind: 'place', client: STRANGER, place, request: { call: null, instance: null }, patched: null }),
  ),
)

function ownOf(flow: Flow, guess: Flow): readonly Value[] {
  const handedOn = new Set(guess.map(({ value }) => value))
  return flow.map(({ value }) => value).filter(value => !handedOn.has(value))
}

// Equal values that carry nothing are joined, so their number says nothing.
function weight(values: Flow | readonly Value[]): number {
  const kinds = values.map(one => ('value' in one ? one.value.kind : one.kind))
  return kinds.filter(kind => kind !== 'absent' && kind !== 'plain').length
}

// new Error(`${second.message}!`), made inside of a handler that was given the guess.
function isMadeOf(value: Value, guess: Flow): boolean {
  const given = new Set(guess.map(reaching => reaching.value))
  const holds = (env: Env | null): boolean =>
    env !== null && ([...env.args.values()].some(arg => arg().some(one => given.has(one.value))) || holds(env.parent))
  if (value.kind === 'stepped') return isMadeOf(value.of, guess)
  return 'env' in value && holds(value.env)
}
