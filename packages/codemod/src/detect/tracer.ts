import type { Declaration } from '../source/bindings.ts'
import type { ts } from '../source/compiler.ts'
import type { Project } from '../source/project.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { evaluateDefinitions } from './evaluate-name.ts'
import type { SourceModel } from './source-models.ts'
import { type Env, type Flow, type FunctionNode, unknown } from './values.ts'

/** The question "what can reach this place", answered on demand and never by guessing. */
export interface Tracer {
  readonly project: Project
  /** What the user said about wrappers of their own. */
  readonly sources: readonly SourceModel[]
  readonly evaluate: (node: ts.Expression, env: Env | null) => Flow
  readonly define: (declaration: Declaration, env: Env | null) => Flow
  /** Runs a look into a function, unless that function is already being looked into too deeply. */
  readonly enter: (node: FunctionNode, at: ts.Node, look: () => Flow) => Flow
  /** Goes one step deeper by a way that no node marks: circles end here too. */
  readonly deeper: (at: ts.Node, look: () => Flow) => Flow
  /** Answers that cost much and depend on nothing but their key. */
  readonly remember: <T>(key: object, name: string, make: () => T) => T
  /** Gives the tracer a fresh budget: called before each site. */
  readonly restart: () => void
}

// Far beyond what a chain of wrappers needs; it bounds the time of a site in code that calls itself in circles.
const BUDGET = 20_000
const DEPTH = 90
const SAME_FUNCTION = 2

/** Makes a tracer over a project. */
export function createTracer(project: Project, sources: readonly SourceModel[]): Tracer {
  const known = new Map<object, Flow>()
  const active = new Map<object, Set<Env | null>>()
  const entered = new Map<FunctionNode, number>()
  const memory = new Map<string, WeakMap<object, unknown>>()
  let left = BUDGET
  let depth = 0
  // An answer found while a circle was cut is not the whole answer: it is not remembered.
  let cuts = 0

  const guarded = (key: object, at: ts.Node, env: Env | null, look: () => Flow): Flow => {
    const answer = env === null ? known.get(key) : undefined
    if (answer !== undefined) return answer
    const running = active.get(key)
    if (running?.has(env) || left <= 0 || depth > DEPTH) {
      cuts += 1
      return unknown('too-far', at)
    }
    left -= 1
    depth += 1
    const before = cuts
    const envs = running ?? new Set()
    envs.add(env)
    active.set(key, envs)
    try {
      const flow = look()
      if (env === null && cuts === before) known.set(key, flow)
      return flow
    } finally {
      envs.delete(env)
      depth -= 1
    }
  }

  const tracer: Tracer = {
    project,
    sources,
    evaluate: (node, env) => guarded(node, node, env, () => evaluateExpression(tracer, node, env)),
    define: (declaration, env) =>
      guarded(declaration, declaration.id, env, () => evaluateDefinitions(tracer, declaration, env)),
    enter: (node, at, look) => {
      const count = entered.get(node) ?? 0
      if (count >= SAME_FUNCTION) {
        cuts += 1
        return unknown('too-far', at)
      }
      entered.set(node, count + 1)
      try {
        return look()
      } finally {
        entered.set(node, count)
      }
    },
    deeper: (at, look) => {
      if (left <= 0 || depth > DEPTH) {
        cuts += 1
        return unknown('too-far', at)
      }
      left -= 1
      depth += 1
      try {
        return look()
      } finally {
        depth -= 1
      }
    },
    remember: (key, name, make) => {
      const table = memory.get(name) ?? new WeakMap<object, unknown>()
      memory.set(name, table)
      // Each name is used with one type only, by the one module that owns it.
      if (table.has(key)) return table.get(key) as ReturnType<typeof make>
      const made = make()
      table.set(key, made)
      return made
    },
    restart: () => {
      left = BUDGET
    },
  }
  return tracer
}
