import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { thrownByEffect } from './redux-saga.ts'
import { inner, isAccess, isAsync, isFunctionNode, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Env, type Flow, mayReject, NOTHING, one, through, union, unknown, type Value } from './values.ts'

/** Everything that running this code can throw: what a `catch` round it would see. */
export function thrownIn(t: Tracer, node: ts.Node, env: Env | null): Flow {
  return union(
    ...throwersIn(node).map(child => (ts.isTryStatement(child) ? thrownByTry(t, child, env) : thrownBy(t, child, env))),
  )
}

const throwers = new WeakMap<ts.Node, readonly ts.Node[]>()

// The same code is looked into for each of its calls.
function throwersIn(node: ts.Node): readonly ts.Node[] {
  const known = throwers.get(node)
  if (known !== undefined) return known
  const found: ts.Node[] = []
  const visit = (child: ts.Node): void => {
    if (isFunctionNode(child) || ts.isClassLike(child) || ts.isTypeNode(child)) return
    if (MAY_THROW.has(child.kind)) found.push(child)
    if (!ts.isTryStatement(child)) ts.forEachChild(child, visit)
  }
  visit(node)
  throwers.set(node, found)
  return found
}

const MAY_THROW: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.TryStatement,
  ts.SyntaxKind.ThrowStatement,
  ts.SyntaxKind.AwaitExpression,
  ts.SyntaxKind.CallExpression,
  ts.SyntaxKind.NewExpression,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.YieldExpression,
])

function thrownByTry(t: Tracer, node: ts.TryStatement, env: Env | null): Flow {
  const last = node.finallyBlock === undefined ? NOTHING : t.thrownIn(node.finallyBlock, env)
  if (node.catchClause === undefined) return union(t.thrownIn(node.tryBlock, env), last)
  return union(t.thrownIn(node.catchClause.block, env), last)
}

function thrownBy(t: Tracer, node: ts.Node, env: Env | null): Flow {
  if (ts.isThrowStatement(node)) return through(t.evaluate(node.expression, env), node, 'throw')
  if (ts.isAwaitExpression(node)) return through(rejected(t, node, env), node, 'await')
  if (ts.isCallExpression(node)) return union(thrownByCall(t, node, env), thrownByCallbacks(t, node, env))
  if (ts.isNewExpression(node)) return thrownByNew(t, node, env)
  if (ts.isForOfStatement(node) && node.awaitModifier !== undefined) return unknown('thrown-by-unknown', node)
  if (ts.isYieldExpression(node)) return thrownByEffect(t, node, env)
  return NOTHING
}

function rejected(t: Tracer, node: ts.AwaitExpression, env: Env | null): Flow {
  return each(t.evaluate(node.expression, env), value => {
    switch (value.kind) {
      case 'promise':
        return value.bad()
      case 'unknown':
        return mayReject(value) ? unknown('thrown-by-unknown', node) : NOTHING
      case 'external':
        // A member of a package may be a promise.
        return value.module === null ? NOTHING : unknown('thrown-by-unknown', node)
      default:
        return NOTHING
    }
  })
}

// A call that is not awaited can only throw on the spot: no HTTP answer can come that way out of a stranger.
function thrownByCall(t: Tracer, node: ts.CallExpression, env: Env | null): Flow {
  const callee = inner(node.expression)
  if (callee.kind === ts.SyntaxKind.ImportKeyword || callee.kind === ts.SyntaxKind.SuperKeyword) return NOTHING
  return each(t.callMethodValues(node, env), value => thrownByValue(t, node, value, env))
}

const LATER = new Set([
  'then',
  'catch',
  'finally',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'addEventListener',
  'on',
])

// list.forEach(check): what is handed over may be called on the spot.
function thrownByCallbacks(t: Tracer, node: ts.CallExpression, env: Env | null): Flow {
  const callee = inner(node.expression)
  const name = ts.isIdentifier(callee) ? callee.text : isAccess(callee) ? keyOf(callee) : null
  if (name !== null && LATER.has(name)) return NOTHING
  return union(
    ...node.arguments.map(argument => {
      const handed = inner(argument)
      if (isFunctionNode(handed)) return isAsync(handed) || !handed.body ? NOTHING : thrownIn(t, handed.body, env)
      if (!ts.isIdentifier(handed) || t.project.declarationOf(handed)?.kind !== 'function') return NOTHING
      return each(t.evaluate(handed, env), value =>
        value.kind === 'function' ? t.thrownByFunction(value, () => [], node) : NOTHING,
      )
    }),
  )
}

function thrownByNew(t: Tracer, node: ts.NewExpression, env: Env | null): Flow {
  return each(t.evaluate(node.expression, env), value => {
    if (value.kind !== 'class') return NOTHING
    const maker = value.node.members.find(ts.isConstructorDeclaration)
    return maker?.body === undefined
      ? NOTHING
      : through(
          t.deeper(node, () => thrownIn(t, maker.body ?? node, null)),
          node,
          'new',
        )
  })
}

function thrownByValue(t: Tracer, node: ts.CallExpression, value: Value, env: Env | null): Flow {
  switch (value.kind) {
    case 'function':
      return t.thrownByFunction(value, t.argumentsOf(node, env), node)
    case 'place':
      return placeOf(value).call === undefined ? foreign(node, false) : NOTHING
    case 'external':
      return value.module === null ? platformCall(value.path, node) : foreign(node, true)
    case 'plain':
    case 'absent':
      return NOTHING
    case 'unknown':
      return value.cause === 'too-far' ? one(value) : foreign(node, isOfPackage(value))
    default:
      return foreign(node, false)
  }
}

// const navigate = useNavigate(): a function of a package that was handed nothing of ours to call.
function isOfPackage({ cause, at }: Extract<Value, { kind: 'unknown' }>): boolean {
  return cause === 'package-call' && ts.isCallExpression(at) && at.arguments.length === 0
}

// What these throw, if anything, are sentences of the engine that quote nothing of what they were given.
const SILENT =
  /^(?:JSON\.stringify|localStorage|sessionStorage|document|location|history|navigator|crypto|requestAnimationFrame|addEventListener|removeEventListener|dispatchEvent|Symbol|Reflect|console|Math|Date|Object|Array|Number|String|Boolean|Promise|performance|setTimeout|clearTimeout|setInterval|clearInterval|queueMicrotask|isNaN|parseInt|parseFloat|encodeURIComponent|alert|confirm)\b/

function platformCall(path: readonly string[], node: ts.Node): Flow {
  return SILENT.test(path.join('.')) ? NOTHING : foreign(node, true)
}

function foreign(at: ts.Node, platform: boolean): Flow {
  return one({ kind: 'foreign', at, platform })
}
