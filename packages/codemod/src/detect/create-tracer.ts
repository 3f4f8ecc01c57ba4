import type { BranchStyle } from '../plan/branch-style.ts'
import { type Clients, KNOWN_CLIENTS } from '../clients/clients.ts'
import type { ts } from '../source/compiler.ts'
import type { Project } from '../source/project.ts'
import { callFunction, thrownByFunction } from './call-function.ts'
import { elementsOf, elementsOfValue } from './elements.ts'
import { argumentsOf, callMethodValues, callPlace, callValue } from './evaluate-call.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { bindingFlow, evaluateDefinitions, moduleFlow } from './evaluate-name.ts'
import { evaluateParameter } from './evaluate-parameter.ts'
import { usesOf } from './uses-of.ts'
import { exportedFlow } from './exports.ts'
import { memberOf } from './member.ts'
import { piped, pipedInto } from './observables.ts'
import { generatedClients } from './generated-clients.ts'
import { narrow } from './narrow.ts'
import { isClosed } from './closed.ts'
import { createMemory } from './memory.ts'
import type { SourceModel } from './source-models.ts'
import { thrownIn } from './thrown.ts'
import type { Tracer } from './tracer.ts'
import { type Env, type Flow, type FunctionNode, isFree, unknown } from './values.ts'
import { withinStack } from './within-stack.ts'

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
  const memory = createMemory()
  const active = new Map<object, Map<Env | null, number>>()
  const entered = new Map<FunctionNode, number[]>()
  const tables = new Map<string, WeakMap<object, unknown>>()
  let left = BUDGET
  let depth = 0

  const tooFar = (at: ts.Node, frame: number): Flow => {
    memory.cutAt(frame)
    return unknown('too-far', at)
  }
  const guarded = (key: object, at: ts.Node, env: Env | null, look: () => Flow): Flow => {
    const answer = memory.known(key, env)
    if (answer !== undefined) return answer
    const running = active.get(key) ?? new Map<Env | null, number>()
    const frame = running.get(env)
    if (frame !== undefined || left <= 0 || depth > DEPTH) return tooFar(at, frame ?? 0)
    left -= 1
    depth += 1
    const budget = left
    active.set(key, running)
    try {
      return memory.inFrame(index => {
        running.set(env, index)
        const flow = look()
        memory.keep(key, env, flow, env === null && budget - left > DEAR)
        return flow
      })
    } finally {
      running.delete(env)
      depth -= 1
    }
  }
  const enter = (node: FunctionNode, at: ts.Node, look: () => Flow): Flow => {
    const frames = entered.get(node) ?? []
    const [outermost] = frames
    if (outermost !== undefined && frames.length >= SAME_FUNCTION) return tooFar(at, outermost)
    entered.set(node, frames)
    return memory.inFrame(index => {
      frames.push(index)
      try {
        return look()
      } finally {
        frames.pop()
      }
    })
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
    thrownIn: (node, env) => {
      const own = env === null || isClosed(project, node) ? null : env
      const key = memory.questionOf(node, 'throws')
      return (
        memory.known(key, own) ??
        memory.inFrame(() => {
          const flow = thrownIn(tracer, node, own)
          memory.keep(key, own, flow, false)
          return flow
        })
      )
    },
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
    evaluate: (node, env) => {
      const own = env === null || isClosed(project, node) ? null : env
      const look = () => guarded(node, node, own, () => evaluateExpression(tracer, node, own))
      return depth === 0 ? withinStack(node, look) : look()
    },
    define: (declaration, env) => {
      // What stands at the top of a file is the same for whoever asks.
      const own = declaration.scope.parent === null ? null : env
      return guarded(declaration, declaration.id, own, () => evaluateDefinitions(tracer, declaration, own))
    },
    enter,
    ofFunction: (fn, question, env, at, look) => {
      const key = memory.questionOf(fn.node, question)
      const answer = memory.known(key, null)
      if (answer !== undefined) return answer
      return enter(fn.node, at, () => {
        const flow = look()
        if (fn.env === null && env.asked?.() === false && flow.every(isFree)) memory.keep(key, null, flow, false)
        return flow
      })
    },
    enteredAt: node => entered.get(node)?.[0] ?? null,
    deeper: (at, look) => {
      if (left <= 0 || depth > DEPTH) return tooFar(at, 0)
      left -= 1
      depth += 1
      try {
        return look()
      } finally {
        depth -= 1
      }
    },
    frame: memory.frame,
    cutAt: memory.cutAt,
    remember: (key, name, make) => {
      const table = tables.get(name) ?? new WeakMap<object, unknown>()
      tables.set(name, table)
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
