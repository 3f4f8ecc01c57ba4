import { rejectionsOf } from './values.ts'
import type { ClientModel } from '../clients/client.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { type Handler, handlerOf } from './promises.ts'
import { inner, isAccess, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Flow, one, type Request, through, union, unknown } from './values.ts'

/**
 * What a failure looks like after the interceptors of its instance: they stand between the library and every caller, so
 * one that rejects with the bare body, or writes over `error.message`, changes what each `catch` of the project sees.
 */
export function errorsThroughHooks(t: Tracer, client: ClientModel, request: Request, errors: Flow): Flow {
  const hooks = hooksOf(t, client)
  const lost = hooks.find(hook => hook.instance === 'unknown')
  if (lost !== undefined) return unknown('hook', lost.at)
  // Of an instance that only a type speaks of nobody knows what was hooked into it.
  const { instance } = request
  const [first] = hooks
  if (instance !== null && ts.isTypeNode(instance)) return first === undefined ? errors : unknown('hook', first.at)
  let flow = errors
  for (const hook of hooks) if (hook.instance === instance) flow = throughHook(t, hook, flow)
  return flow
}

interface Hook {
  readonly at: ts.CallExpression
  readonly instance: ts.Node | null | 'unknown'
  readonly ok: ts.Expression | undefined
  readonly bad: ts.Expression | undefined
}

function throughHook(t: Tracer, hook: Hook, errors: Flow): Flow {
  const bad = handlerOf(t, hook.bad, null)
  const rejected = bad === null ? errors : rejectedBy(t, bad, hook, errors)
  return through(union(rejected, thrownByOk(t, hook)), hook.at, 'interceptor')
}

function rejectedBy(t: Tracer, bad: Handler, hook: Hook, errors: Flow): Flow {
  const flow = union(bad.throws(errors), rejectionsOf(bad.gives(errors)))
  const patches = hook.bad === undefined ? null : patchesOf(t, hook.bad)
  return patches === null
    ? flow
    : each(flow, value => one(value.kind === 'place' ? { ...value, patched: patches } : value))
}

function thrownByOk(t: Tracer, hook: Hook): Flow {
  const ok = handlerOf(t, hook.ok, null)
  if (ok === null) return []
  const given = one({ kind: 'plain' })
  const thrown = union(ok.throws(given), rejectionsOf(ok.gives(given)))
  return thrown.filter(({ value }) => value.kind !== 'foreign' && value.kind !== 'unknown' && value.kind !== 'plain')
}

// error.message = error.response.data.message; return Promise.reject(error)
function patchesOf(t: Tracer, handler: ts.Expression) {
  const fn = inner(handler)
  if (!ts.isArrowFunction(fn) && !ts.isFunctionExpression(fn)) return null
  const parameter = fn.parameters[0]
  if (parameter === undefined || !ts.isIdentifier(parameter.name)) return null
  const declaration = t.project.declarationOf(parameter.name)
  const members = new Map<string, () => Flow>()
  for (const id of declaration?.references ?? []) {
    const access = id.parent
    if (!isAccess(access)) continue
    const key = keyOf(access)
    const written = isTargetOf(access)
    if (key === null || written === null) continue
    const value = written.value
    members.set(key, () => (value === null ? unknown('hook', access) : t.evaluate(value, null)))
  }
  return members.size === 0 ? null : { members }
}

function hooksOf(t: Tracer, client: ClientModel): readonly Hook[] {
  return t.remember(client, 'hooks', () => findHooks(t, client))
}

function findHooks(t: Tracer, client: ClientModel): readonly Hook[] {
  const found: Hook[] = []
  if (!client.hooks.includes('interceptors')) return found
  for (const file of t.project.holding('.interceptors')) {
    const unit = t.project.open(file)
    if (unit === null) continue
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) found.push(...hooksAt(t, client, node))
      ts.forEachChild(node, visit)
    }
    visit(unit.tree)
  }
  return found
}

// X.interceptors.response.use(ok, bad)
function hooksAt(t: Tracer, client: ClientModel, node: ts.CallExpression): readonly Hook[] {
  let at: ts.Expression = inner(node.expression)
  for (const name of ['use', 'response', 'interceptors']) {
    if (!isAccess(at) || keyOf(at) !== name) return []
    at = inner(at.expression)
  }
  const [ok, bad] = node.arguments
  return t.evaluate(at, null).flatMap(({ value }): readonly Hook[] => {
    const strange = value.kind === 'external' && value.module !== null
    if (value.kind === 'unknown' || strange) return [{ at: node, instance: 'unknown', ok, bad }]
    if (value.kind !== 'place' || value.client !== client) return []
    const { instance } = value.request
    return [{ at: node, instance: instance !== null && ts.isTypeNode(instance) ? 'unknown' : instance, ok, bad }]
  })
}
