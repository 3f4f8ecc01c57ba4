import type { Env, Flow } from './values.ts'

/** What was answered, and is the whole answer. */
export interface Memory {
  readonly known: (key: object, env: Env | null) => Flow | undefined
  /** Keeps the answer of the frame that we are in, if nothing that began before it cut it short, or if it has to be. */
  readonly keep: (key: object, env: Env | null, flow: Flow, always: boolean) => void
  /** A key for one of several questions about a thing. */
  readonly questionOf: (about: object, question: string) => object
  readonly inFrame: <T>(look: (index: number) => T) => T
  /** Where we are. */
  readonly frame: () => number
  /** Says that an answer is not the whole one, because of what began at a frame: once that is left, it is. */
  readonly cutAt: (frame: number) => void
}

const NEVER = Number.POSITIVE_INFINITY

/** Makes an empty memory. What was answered with the arguments of one call is forgotten with them. */
export function createMemory(): Memory {
  const always = new Map<object, Flow>()
  const byEnv = new WeakMap<Env, Map<object, Flow>>()
  const questions = new Map<string, WeakMap<object, object>>()
  let frame = 0
  // The outermost frame that cut an answer short since the frame began that we are in.
  let lowest = NEVER

  const answersOf = (env: Env): Map<object, Flow> => {
    const answers = byEnv.get(env) ?? new Map<object, Flow>()
    byEnv.set(env, answers)
    return answers
  }
  return {
    known: (key, env) => (env === null ? always.get(key) : byEnv.get(env)?.get(key)),
    keep: (key, env, flow, must) => {
      if (lowest < frame && !must) return
      if (env === null) always.set(key, flow)
      else answersOf(env).set(key, flow)
    },
    questionOf: (about, question) => {
      const keys = questions.get(question) ?? new WeakMap<object, object>()
      questions.set(question, keys)
      const key = keys.get(about) ?? { question }
      keys.set(about, key)
      return key
    },
    inFrame: look => {
      const before = lowest
      lowest = NEVER
      frame += 1
      try {
        return look(frame)
      } finally {
        lowest = Math.min(before, lowest < frame ? lowest : NEVER)
        frame -= 1
      }
    },
    frame: () => frame,
    cutAt: at => {
      lowest = Math.min(lowest, at)
    },
  }
}
