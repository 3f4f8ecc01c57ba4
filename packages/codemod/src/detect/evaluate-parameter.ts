import { givenToArgument, givenToMember } from './given-by-library.ts'
import { refFlow } from './place-value.ts'
import { typeFlow } from './type-flow.ts'
import { type PlaceOf, placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { givesElements } from './array-methods.ts'
import { readsOfMethod } from './method-callers.ts'
import { inner, isAccess, keyOf, outer } from './syntax.ts'
import { givenToThunk } from './redux-thunk.ts'
import { attributesOf, nameOfCallback } from './react.ts'
import type { Tracer } from './tracer.ts'
import {
  ABSENT,
  each,
  type Env,
  type Flow,
  type FunctionNode,
  NOTHING,
  one,
  through,
  union,
  unknown,
} from './values.ts'

/** What a parameter holds: the argument of the call that is looked into, or of every call there is. */
export function evaluateParameter(t: Tracer, parameter: ts.ParameterDeclaration, env: Env | null): Flow {
  for (let at = env; at !== null; at = at.parent) {
    const held = at.args.get(parameter)
    if (held !== undefined) return withDefault(t, parameter, held(), env)
  }
  const type = parameter.type ?? ts.getJSDocType(parameter)
  const declared = type === undefined ? null : typeFlow(t, type)
  // Of a client itself the callers know more than its type: which instance it is.
  if (declared === null || isClient(declared)) return fromCallers(t, parameter, env)
  // What only a type is said of may still be made by the client itself, where all callers are known.
  const given = isMadeByClients(declared) ? fromCallers(t, parameter, env) : NOTHING
  const known = given.length > 0 && given.every(({ value }) => value.kind !== 'unknown')
  return known ? given : through(declared, parameter, 'type')
}

function isMadeByClients(flow: Flow): boolean {
  return flow.some(({ value }) => value.kind === 'place' && isMadeHere(value))
}

function isMadeHere({ client, place }: PlaceOf): boolean {
  return Object.values(client.places).some(
    ({ construct, madeByClient }) =>
      madeByClient === true && typeof construct === 'object' && 'place' in construct && construct.place === place,
  )
}

function fromCallers(t: Tracer, parameter: ts.ParameterDeclaration, env: Env | null): Flow {
  const fn = parameter.parent
  if (!ts.isFunctionLike(fn) || ts.isFunctionTypeNode(fn)) return unknown('syntax', parameter)
  if (parameter.dotDotDotToken !== undefined) return unknown('spread', parameter)
  if (!hasBody(fn)) return unknown('parameter-callers', parameter)
  const index = fn.parameters.indexOf(parameter)
  return withDefault(t, parameter, through(givenBy(t, fn, index), parameter, 'parameter'), env)
}

function isClient(flow: Flow): boolean {
  return flow.some(({ value }) => value.kind === 'place' && placeOf(value).made === 'instance')
}

function hasBody(node: ts.Node): node is FunctionNode {
  return 'body' in node && node.body !== undefined
}

function withDefault(t: Tracer, parameter: ts.ParameterDeclaration, flow: Flow, env: Env | null): Flow {
  if (parameter.initializer === undefined) return flow
  const given = flow.filter(({ value }) => value.kind !== 'absent')
  return union(given, t.evaluate(parameter.initializer, env))
}

/** What every caller gives a function at a position. */
function givenBy(t: Tracer, fn: FunctionNode, index: number): Flow {
  if (ts.isArrowFunction(fn) || ts.isFunctionExpression(fn)) {
    const holder = outer(fn).parent
    const typed =
      ts.isVariableDeclaration(holder) && holder.type !== undefined ? givenByType(t, holder.type, index) : null
    if (typed !== null) return typed
    if (ts.isVariableDeclaration(holder) && ts.isIdentifier(holder.name)) return givenToName(t, holder.name, fn, index)
    return givenToCallback(t, outer(fn), index, fn)
  }
  if (ts.isFunctionDeclaration(fn) && fn.name !== undefined) return givenToName(t, fn.name, fn, index)
  if (ts.isConstructorDeclaration(fn)) return givenToConstructor(t, fn, index)
  const reads = ts.isMethodDeclaration(fn) && ts.isClassLike(fn.parent) ? readsOfMethod(t, fn) : null
  if (reads !== null && reads.length > 0) return union(...reads.map(read => givenByUse(t, read, index, fn)))
  return givenToMember(t, fn, index) ?? unknown('parameter-callers', fn)
}

// new RequestError(await response.json()): what every such place of the project gives.
function givenToConstructor(t: Tracer, fn: ts.ConstructorDeclaration, index: number): Flow {
  const { name } = fn.parent
  const declaration = name === undefined ? null : t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null || uses.length === 0) return unknown('parameter-callers', fn)
  return union(...uses.map(use => givenByMaking(t, use, index, fn)))
}

function givenByMaking(t: Tracer, use: ts.Identifier, index: number, fn: ts.ConstructorDeclaration): Flow {
  const at = outer(use)
  const { parent } = at
  if (ts.isNewExpression(parent) && parent.expression === at) {
    const given = parent.arguments ?? []
    if (given.slice(0, index + 1).some(ts.isSpreadElement)) return unknown('spread', parent)
    const argument = given[index]
    return argument === undefined ? ABSENT : through(t.evaluate(argument, null), parent, 'new')
  }
  const isAsked =
    ts.isBinaryExpression(parent) &&
    parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
    parent.right === at
  const isNoCall = isAsked || ts.isTypeReferenceNode(parent) || ts.isExportSpecifier(parent)
  return isNoCall || ts.isExportAssignment(parent) ? NOTHING : unknown('parameter-callers', fn)
}

// const explain: HttpInterceptorFn = (request, next) => …
function givenByType(t: Tracer, type: ts.TypeNode, index: number): Flow | null {
  const [only] = typeFlow(t, type) ?? []
  const given = only?.value.kind === 'place' ? placeOf(only.value).calledWith?.[index] : undefined
  if (only?.value.kind !== 'place' || given === undefined || given === null) return null
  return refFlow(t, only.value.client, given, only.value.request, type)
}

function givenToName(t: Tracer, name: ts.Identifier, fn: FunctionNode, index: number): Flow {
  const declaration = t.project.declarationOf(name)
  if (declaration === null) return unknown('parameter-callers', fn)
  const uses = t.usesOf(declaration)
  if (uses === null || uses.length === 0) return unknown('parameter-callers', fn)
  return union(...uses.map(use => givenByUse(t, use, index, fn)))
}

function givenByUse(t: Tracer, use: ts.Expression, index: number, fn: FunctionNode): Flow {
  const node = outer(use)
  const parent = node.parent
  if (ts.isCallExpression(parent) && parent.expression === node) {
    if (parent.arguments.slice(0, index + 1).some(ts.isSpreadElement)) return unknown('spread', parent)
    const argument = parent.arguments[index]
    return argument === undefined ? ABSENT : through(t.evaluate(argument, null), parent, 'call')
  }
  if (ts.isTypeQueryNode(parent) || ts.isExportAssignment(parent) || ts.isExportSpecifier(parent)) return NOTHING
  if (ts.isJsxClosingElement(parent)) return NOTHING
  if (ts.isJsxOpeningElement(parent) || ts.isJsxSelfClosingElement(parent)) {
    return index === 0 && parent.tagName === node ? one(attributesOf(t, parent.attributes)) : NOTHING
  }
  return givenToCallback(t, node, index, fn)
}

/** What a function gets that is handed to somebody else. */
export function givenToCallback(t: Tracer, node: ts.Expression, index: number, fn: FunctionNode): Flow {
  const call = node.parent
  if (!ts.isCallExpression(call)) {
    return givenToMember(t, node, index) ?? givenToThunk(t, fn, index) ?? unknown('parameter-callers', fn)
  }
  const position = call.arguments.indexOf(node)
  if (position === -1) return unknown('parameter-callers', fn)
  const callee = inner(call.expression)
  const handedBack = position === 0 ? nameOfCallback(t, call) : null
  if (handedBack !== null) return givenToName(t, handedBack, fn, index)
  const key = isAccess(callee) ? keyOf(callee) : null
  if (isAccess(callee) && key !== null && index === 0) {
    const given = givenByMethod(t, callee.expression, key, position)
    if (given !== null) return through(given, call, key)
  }
  return givenToArgument(t, call, position, index, value => {
    if (value.kind === 'function') return givenByCallee(t, value.node, position, index, call)
    return unknown('parameter-callers', call)
  })
}

function givenByMethod(t: Tracer, receiver: ts.Expression, key: string, position: number): Flow | null {
  // Of what is not there no method calls anything.
  const owner = t.evaluate(receiver, null).filter(({ value }) => value.kind !== 'absent')
  if (owner.length > 0 && owner.every(({ value }) => value.kind === 'promise')) {
    const bad = key === 'catch' ? position === 0 : key === 'then' && position === 1
    if (!bad && !(key === 'then' && position === 0)) return null
    return each(owner, value => (value.kind !== 'promise' ? NOTHING : bad ? value.bad() : value.ok()))
  }
  const isList = owner.length > 0 && owner.every(({ value }) => value.kind === 'array' || value.kind === 'body')
  return isList && position === 0 && givesElements(key) ? t.elementsOf(receiver, null) : null
}

// A function of ours that takes a callback: what it calls it with.
function givenByCallee(t: Tracer, callee: FunctionNode, position: number, index: number, at: ts.Node): Flow {
  const parameter = callee.parameters[position]
  if (parameter === undefined || !ts.isIdentifier(parameter.name)) return unknown('parameter-callers', at)
  const declaration = t.project.declarationOf(parameter.name)
  if (declaration === null) return unknown('parameter-callers', at)
  return union(
    ...declaration.references.map(id => {
      const call = outer(id).parent
      if (!ts.isCallExpression(call) || call.expression !== outer(id)) return unknown('parameter-callers', id)
      const argument = call.arguments[index]
      return argument === undefined ? ABSENT : t.evaluate(argument, null)
    }),
  )
}
