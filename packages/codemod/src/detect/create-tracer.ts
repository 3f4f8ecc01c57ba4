import type { BranchStyle } from '../plan/branch-style.ts'
import { type Clients, KNOWN_CLIENTS } from '../clients/clients.ts'
import type { ts } from '../source/compiler.ts'
import type { Project } from '../source/project.ts'
import { callFunction, thrownByFunction } from './call-function.ts'
import { elementsOf, elementsOfValue } from './elements.ts'
import { argumentsOf, callMethodValues, callPlace, callValue } from './evaluate-call.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { bindingFlow, evaluateDefinitions, moduleFlow } from './evaluate-name.ts'
import { evaluateParameter, usesOf } from './evaluate-parameter.ts'
import { exportedFlow } from './exports.ts'
import { memberOf } from './member.ts'
import { piped, pipedInto } from './observables.ts'
import { generatedClients } from './generated-clients.ts'
import { narrow } from './narrow.ts'
import type { SourceModel } from './source-models.ts'
import { thrownIn } from './thrown.ts'
import type { Tracer } from './tracer.ts'
import { type Env, type Flow, type FunctionNode, unknown } from './values.ts'

// Far beyond what a chain of wrappers needs; it bounds the time of a site in code that calls itself in circles.
const BUDGET = 20_000
const DEPTH = 90
// What has cost so much is not asked again: that it could not be followed to its end is its answer.
const DEAR = 1_000
const SAME_FUNCTION = 2

/** Makes a tracer over a project. */
export function createTracer(
  project: Project,
  sources: readonly SourceModel[],
  clients: Clients = KNOWN_CLIENTS,
  codeMember = 'code',
  branch: BranchStyle = { by: 'code' },
): Tracer {
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
    const budget = left
    const envs = running ?? new Set()
    envs.add(env)
    active.set(key, envs)
    try {
      const flow = look()
      if (env === null && (cuts === before || budget - left > DEAR)) known.set(key, flow)
      return flow
    } finally {
      envs.delete(env)
      depth -= 1
    }
  }

  const tracer: Tracer = {
    project,
    codeMember: branch.by === 'type' ? 'type' : codeMember,
    branch,
    clients,
    sources: [...sources, ...generatedClients(project, clients.models)],
    memberOf: (...about) => memberOf(tracer, ...about),
    exportedFlow: (...about) => exportedFlow(tracer, ...about),
    moduleFlow: (...about) => moduleFlow(tracer, ...about),
    bindingFlow: (...about) => bindingFlow(tracer, ...about),
    evaluateParameter: (...about) => evaluateParameter(tracer, ...about),
    thrownIn: (...about) => thrownIn(tracer, ...about),
    callFunction: (...about) => callFunction(tracer, ...about),
    thrownByFunction: (...about) => thrownByFunction(tracer, ...about),
    callValue: (...about) => callValue(tracer, ...about),
    callPlace: (...about) => callPlace(tracer, ...about),
    piped: (...about) => piped(tracer, ...about),
    pipedInto: (...about) => pipedInto(tracer, ...about),
    callMethodValues: (...about) => callMethodValues(tracer, ...about),
    argumentsOf: (...about) => argumentsOf(tracer, ...about),
    narrow: (...about) => narrow(tracer, ...about),
    elementsOf: (...about) => elementsOf(tracer, ...about),
    elementsOfValue: (...about) => elementsOfValue(tracer, ...about),
    usesOf: declaration => usesOf(tracer, declaration),
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
    cutShort: times => {
      cuts += times
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
