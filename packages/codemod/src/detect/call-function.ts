import { handsOnItsOwn } from './own-call.ts'
import { awaited, rejectionsOf, type FunctionValue, type PromiseValue } from './values.ts'
import { ts } from '../source/compiler.ts'
import { alwaysLeaves, isAsync, returnsOf } from './syntax.ts'
import type { Arguments, Tracer } from './tracer.ts'
import { ABSENT, type Env, type Flow, NOTHING, one, passing, through, union, unknown } from './values.ts'

/** What calling a function of the repository gives. */
export function callFunction(t: Tracer, fn: FunctionValue, args: Arguments, at: ts.Node): Flow {
  const { node } = fn
  if (node.body === undefined) return unknown('unresolved-import', at)
  if (node.asteriskToken !== undefined) return unknown('syntax', at)
  return isAsync(node) ? one(settling(t, fn, args, at)) : through(returned(t, fn, envOf(fn, args), at), at, 'call')
}

/** What a function settles with that somebody runs to its end: the runtime an async one, a library a generator. */
export function settling(t: Tracer, fn: FunctionValue, args: Arguments, at: ts.Node): PromiseValue {
  const env = envOf(fn, args)
  return {
    kind: 'promise',
    methods: null,
    // `if (refreshing) return refreshing`: a promise may be settled by itself, and an answer that is remembered has no end.
    ok: () => t.deeper(at, () => through(awaited(returned(t, fn, env, at)), at, 'call')),
    bad: () => t.deeper(at, () => through(rejected(t, fn, env, at), at, 'call')),
  }
}

/** What calling a function throws at the caller; an async one throws nothing, it rejects. */
export function thrownByFunction(t: Tracer, fn: FunctionValue, args: Arguments, at: ts.Node): Flow {
  if (isAsync(fn.node) || fn.node.asteriskToken !== undefined) return NOTHING
  return through(thrownInBody(t, fn, envOf(fn, args), at), at, 'call')
}

function returned(t: Tracer, fn: FunctionValue, env: Env, at: ts.Node): Flow {
  if (handsOnItsOwn(t, fn.node, at)) return ownAnswer(t, fn)
  return t.ofFunction(fn, 'returns', env, at, () => {
    const flows = returnsOf(fn.node).map(expression => passing(t.evaluate(expression, env), expression))
    return union(...flows, fallsThrough(fn) ? ABSENT : NOTHING)
  })
}

// What it gives is being asked already. The answer to the part is no answer to the whole: it is not remembered.
function ownAnswer(t: Tracer, { node }: FunctionValue): Flow {
  t.cutAt(t.enteredAt(node) ?? 0)
  return NOTHING
}

// An async function rejects with what its body throws, and with what the promise rejects with that it returns.
function rejected(t: Tracer, fn: FunctionValue, env: Env, at: ts.Node): Flow {
  if (handsOnItsOwn(t, fn.node, at)) return ownAnswer(t, fn)
  const thrown = thrownInBody(t, fn, env, at)
  const adopted = t.ofFunction(fn, 'rejects', env, at, () =>
    union(
      ...returnsOf(fn.node)
        .filter(expression => !isInTry(expression, fn.node) || !ts.isAwaitExpression(expression))
        .map(expression => rejectionsOf(t.evaluate(expression, env))),
    ),
  )
  return union(thrown, adopted)
}

function isInTry(node: ts.Node, top: ts.Node): boolean {
  for (let at = node; at !== top; at = at.parent) {
    if (ts.isBlock(at) && ts.isTryStatement(at.parent) && at.parent.tryBlock === at && at.parent.catchClause)
      return true
  }
  return false
}

function thrownInBody(t: Tracer, fn: FunctionValue, env: Env, at: ts.Node): Flow {
  const { body } = fn.node
  if (handsOnItsOwn(t, fn.node, at)) return ownAnswer(t, fn)
  return body === undefined ? NOTHING : t.ofFunction(fn, 'throws', env, at, () => t.thrownIn(body, env))
}

function fallsThrough(fn: FunctionValue): boolean {
  const { body } = fn.node
  if (body === undefined || !ts.isBlock(body)) return false
  const last = body.statements.at(-1)
  return last === undefined || !alwaysLeaves(last)
}

function envOf(fn: FunctionValue, args: Arguments): Env {
  const held = new Map<ts.ParameterDeclaration, () => Flow>()
  let asked = false
  fn.node.parameters.forEach((parameter, index) => {
    let flow: Flow | null = null
    held.set(parameter, () => {
      asked = true
      if (parameter.dotDotDotToken !== undefined) return unknown('spread', parameter)
      flow ??= args(index)
      return flow
    })
  })
  return { args: held, parent: fn.env, asked: () => asked }
}
