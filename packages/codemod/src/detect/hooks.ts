import type { ClientModel, FollowedHook } from '../clients/client.ts'
import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { errorsThroughChain } from './chained-interceptors.ts'
import { type Change, changesOfRequest } from './hook-sites.ts'
import { writesOver } from './member-writes.ts'
import { refFlow } from './place-value.ts'
import { type Handler, handlerOf } from './promises.ts'
import { inner, isAccess, keyOf } from './syntax.ts'
import { settle } from './settle.ts'
import type { Tracer } from './tracer.ts'
import {
  awaited,
  each,
  type Flow,
  type FunctionNode,
  one,
  type Patches,
  rejectionsOf,
  type Request,
  through,
  union,
  unknown,
} from './values.ts'

/**
 * What a failure looks like after the interceptors and hooks that its request goes through: they stand between the
 * library and every caller, so one that rejects with the bare body, or writes over `error.message`, changes what each
 * `catch` of the project sees.
 */
export function errorsThroughHooks(t: Tracer, client: ClientModel, request: Request, errors: Flow): Flow {
  const own = throughInterceptors(t, client, request, throughChanges(t, client, request, errors))
  return errorsThroughChain(t, client, own)
}

function throughInterceptors(t: Tracer, client: ClientModel, request: Request, errors: Flow): Flow {
  const hooks = hooksOf(t, client)
  const lost = hooks.find(hook => hook.instance === 'unknown')
  if (lost !== undefined) return unknown('hook', lost.at)
  // Of an instance that only a type speaks of nobody knows what was hooked into it.
  const { instance } = request
  const [first] = hooks
  if (instance !== null && ts.isTypeNode(instance)) return first === undefined ? errors : unknown('hook', first.at)
  const foreign = handedAway(t, client).find(({ value }) => value === instance)
  if (foreign !== undefined) return unknown('hook', foreign.at)
  const own = hooks.filter(hook => hook.instance === instance)
  const [one] = own
  if (one === undefined) return errors
  return settle(t, one, one.at, () => own.reduce((flow, hook) => throughHook(t, hook, flow), errors))
}

// Hooks that are options: `beforeError`, `onResponseError`. One that is not followed leaves nothing that is known.
function throughChanges(t: Tracer, client: ClientModel, request: Request, errors: Flow): Flow {
  let flow = errors
  for (const change of changesOfRequest(t, client, request)) {
    const followed = client.followed?.[change.name]
    const functions = followed === undefined ? null : functionsOf(change)
    if (followed === undefined || functions === null) return unknown('hook', change.at)
    for (const fn of functions)
      flow = through(throughFunction(t, client, request, followed, fn, flow), change.at, change.name)
  }
  return flow
}

function functionsOf(change: Change): readonly ts.Node[] | null {
  const { value, at } = change
  if (value === null) return ts.isMethodDeclaration(at) ? [at] : null
  const node = inner(value)
  if (ts.isArrayLiteralExpression(node)) return node.elements.some(ts.isSpreadElement) ? null : node.elements
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isIdentifier(node) ? [node] : null
}

function throughFunction(
  t: Tracer,
  client: ClientModel,
  request: Request,
  { given, replaces }: FollowedHook,
  node: ts.Node,
  errors: Flow,
): Flow {
  const [only, more] = ts.isMethodDeclaration(node)
    ? one({ kind: 'function', node, env: null, self: null })
    : ts.isExpression(node)
      ? t.evaluate(node, null)
      : []
  if (only?.value.kind !== 'function' || more !== undefined) return unknown('hook', node)
  const fn = only.value
  const settled = () => errors
  const args = (index: number) => {
    const ref = given[index]
    return ref === undefined || ref === null ? [] : refFlow(t, client, ref, request, node, settled)
  }
  const result = t.callFunction(fn, args, node)
  const thrown = union(t.thrownByFunction(fn, args, node), rejectionsOf(result))
  const patches = patchesOf(t, fn.node)
  const left = replaces ? awaited(result) : errors
  return union(thrown, patched(left, patches))
}

function patched(flow: Flow, patches: Patches | null): Flow {
  if (patches === null) return flow
  return each(flow, value => one(value.kind === 'place' ? { ...value, patched: patches } : value))
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
  return patched(flow, hook.bad === undefined ? null : patchesOfHandler(t, hook.bad))
}

function patchesOfHandler(t: Tracer, handler: ts.Expression): Patches | null {
  const [only] = t.evaluate(handler, null)
  return only?.value.kind === 'function' ? patchesOf(t, only.value.node) : null
}

/** What a success is made of by the interceptors of its instance: `response => response.data`. */
export function successThroughHooks(t: Tracer, client: ClientModel, request: Request, success: Flow): Flow {
  const own = hooksOf(t, client).filter(hook => hook.instance === request.instance && hook.ok !== undefined)
  return own.reduce((flow, { ok }) => awaited(handlerOf(t, ok, null)?.gives(flow) ?? flow), success)
}

// A server that sends its errors as successes is noticed here: what is thrown then has its text from such a body.
function thrownByOk(t: Tracer, hook: Hook): Flow {
  const ok = handlerOf(t, hook.ok, null)
  if (ok === null) return []
  const given = successOf(t, hook)
  const thrown = union(ok.throws(given), rejectionsOf(ok.gives(given)))
  return thrown.filter(({ value }) => value.kind !== 'foreign' && value.kind !== 'unknown' && value.kind !== 'plain')
}

function successOf(t: Tracer, { at, instance }: Hook): Flow {
  if (instance === 'unknown') return []
  return t.evaluate(at.expression, null).flatMap(({ value }) => {
    const ref = value.kind === 'place' ? placeOf(value).callbacks?.[0]?.[0] : undefined
    if (value.kind !== 'place' || ref === undefined || ref === null) return []
    return refFlow(t, value.client, ref, { call: null, instance }, at)
  })
}

/** What a function writes over the members of what it is given: `error.message = error.response.data.message`. */
function patchesOf(t: Tracer, fn: FunctionNode): Patches | null {
  const [parameter] = fn.parameters
  const declaration =
    parameter !== undefined && ts.isIdentifier(parameter.name) ? t.project.declarationOf(parameter.name) : null
  const members = declaration === null ? null : writesOver(t, declaration)
  return members === null || members.size === 0 ? null : { members }
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

// These look at failures, or send requests again; what a caller catches stays what it was.
const HARMLESS = new Set([
  'axios-retry',
  'axios-cache-interceptor',
  'axios-cookiejar-support',
  'axios-debug-log',
  'axios-logger',
  'axios-mock-adapter',
  'axios-progress-bar',
  'axios-rate-limit',
  'retry-axios',
])

/** Instances that are given to a package for axios: what it hooks in is not known. */
function handedAway(t: Tracer, client: ClientModel) {
  return t.remember(client, 'handed away', () => {
    const found: { readonly value: ts.Node | null; readonly at: ts.Node }[] = []
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) found.push(...handedBy(t, client, node))
      ts.forEachChild(node, visit)
    }
    for (const file of client.name === 'axios' ? t.project.holding('axios-') : []) {
      const unit = t.project.open(file)
      if (unit !== null) visit(unit.tree)
    }
    return found
  })
}

function handedBy(t: Tracer, client: ClientModel, call: ts.CallExpression) {
  if (!ts.isIdentifier(call.expression) || call.arguments.length === 0) return []
  const isForeign = t.evaluate(call.expression, null).some(({ value }) => {
    return value.kind === 'external' && value.module?.includes('axios-') === true && !HARMLESS.has(value.module)
  })
  if (!isForeign) return []
  return call.arguments.flatMap(argument =>
    t.evaluate(argument, null).flatMap(({ value }) => {
      const isClient = value.kind === 'place' && value.client === client
      return isClient ? [{ value: value.request.instance, at: call }] : []
    }),
  )
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
