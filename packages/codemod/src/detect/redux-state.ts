import { reduxToolkitClient } from '../clients/redux-toolkit.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { ownAction } from './redux-actions.ts'
import { settle } from './settle.ts'
import {
  type Access,
  functionOf,
  inner,
  isAccess,
  isFunctionNode,
  keyOf,
  nameText,
  outer,
  returnsOf,
} from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  each,
  type Env,
  type Flow,
  type FunctionNode,
  NOTHING,
  one,
  union,
  unknown,
  type Value,
  type PlaceValue,
} from './values.ts'

const TEST_FILE = /\.(?:spec|test)\.[cm]?[jt]sx?$|(?:^|\/)__(?:tests|mocks)__\//

/** The state of the one store of the project, as a selector is given it. */
export function rootState(t: Tracer, at: ts.Node): Flow {
  const stores = t.remember(t.project, 'stores', () => findStores(t))
  const [only, more] = stores
  return only === undefined || more !== undefined ? unknown('hook', only ?? at) : stateOf(t, reducerOf(t, only), only)
}

function findStores(t: Tracer): readonly ts.CallExpression[] {
  const found: ts.CallExpression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && isStore(t, node)) found.push(node)
    ts.forEachChild(node, visit)
  }
  const files = new Set([...t.project.holding('configureStore'), ...t.project.holding('createStore')])
  for (const file of files) {
    const unit = TEST_FILE.test(file) ? null : t.project.open(file)
    if (unit !== null) visit(unit.tree)
  }
  return found
}

function isStore(t: Tracer, node: ts.CallExpression): boolean {
  if (!/(?:configureStore|createStore)$/.test(node.expression.getText())) return false
  return t.evaluate(node.expression, null).some(({ value }) => {
    if (value.kind === 'place') return value.client === reduxToolkitClient && value.place === 'create-store'
    return value.kind === 'external' && value.module === 'redux'
  })
}

function reducerOf(t: Tracer, store: ts.CallExpression): Flow {
  const [first] = store.arguments
  if (first === undefined) return unknown('hook', store)
  const given = t.evaluate(first, null)
  if (!store.expression.getText().endsWith('configureStore')) return given
  return each(given, options => t.memberOf(options, 'reducer', store))
}

function stateOf(t: Tracer, reducer: Flow, at: ts.Node): Flow {
  return each(reducer, value => {
    if (value.kind === 'object') return one(combined(t, value, at))
    if (value.kind === 'place') return stateOfSlice(t, value, at)
    if (value.kind !== 'external' || value.made === undefined) return unknown('hook', at)
    const { made, path } = value
    const [parts] = made.arguments
    if (path.join('.') !== 'combineReducers' || parts === undefined) return unknown('hook', at)
    return each(t.evaluate(parts, null), part =>
      part.kind === 'object' ? one(combined(t, part, at)) : unknown('hook', at),
    )
  })
}

function stateOfSlice(t: Tracer, { client, place, request }: PlaceValue, at: ts.Node): Flow {
  const { instance } = request
  if (client !== reduxToolkitClient || place !== 'slice-reducer' || instance === null) return unknown('hook', at)
  return ts.isCallExpression(instance) ? one(sliceState(t, instance)) : unknown('hook', at)
}

// { auth: authSlice.reducer, loans: loansReducer }
function combined(t: Tracer, parts: Value, at: ts.Node): Value {
  const member = (name: string) => stateOf(t, t.memberOf(parts, name, at), at)
  return { kind: 'record', at, is: 'state', member }
}

function sliceState(t: Tracer, made: ts.CallExpression): Value {
  const member = (name: string) => {
    const key = t.remember(made, `state ${name}`, () => ({}))
    return settle(t, key, made, () => fieldOf(t, made, name))
  }
  return { kind: 'record', at: made, is: 'state', member }
}

/** A field of a slice: its first value, and all that any reducer of the slice puts there. */
function fieldOf(t: Tracer, made: ts.CallExpression, name: string): Flow {
  const [options] = made.arguments
  if (options === undefined) return unknown('hook', made)
  const slice = t.evaluate(options, null)
  const initial = each(slice, value => t.memberOf(value, 'initialState', made))
  const cases = casesOf(t, made, options)
  if (cases === null) return unknown('hook', made)
  return union(
    each(initial, value => t.memberOf(value, name, made)),
    ...cases.map(one => putBy(t, one, name)),
  )
}

interface Case {
  readonly node: FunctionNode
  /** The action that it gets, where the data of the library does not say it. */
  readonly action: Value | null
}

/** Every reducer of a slice with the action that it gets; `null` where they are not all written out. */
function casesOf(t: Tracer, made: ts.CallExpression, options: ts.Expression): readonly Case[] | null {
  const literal = inner(options)
  if (!ts.isObjectLiteralExpression(literal)) return null
  const cases: Case[] = []
  for (const property of literal.properties) {
    const name = property.name === undefined ? null : nameText(property.name)
    if (name === null) return null
    if (name !== 'reducers' && name !== 'extraReducers') continue
    const found = name === 'reducers' ? ownCases(t, made, property) : extraCases(property)
    if (found === null) return null
    cases.push(...found)
  }
  return cases
}

function ownCases(t: Tracer, made: ts.CallExpression, property: ts.ObjectLiteralElementLike): readonly Case[] | null {
  const map = ts.isPropertyAssignment(property) ? inner(property.initializer) : null
  if (map === null || !ts.isObjectLiteralExpression(map)) return null
  const cases = map.properties.map(one => {
    const name = one.name === undefined ? null : nameText(one.name)
    const node = functionIn(one)
    return name === null || node === null ? null : { node, action: ownAction(t, made, name) }
  })
  return cases.every(one => one !== null) ? cases.filter(one => one !== null) : null
}

function functionIn(property: ts.ObjectLiteralElementLike): FunctionNode | null {
  if (ts.isMethodDeclaration(property)) return property
  const value = ts.isPropertyAssignment(property) ? inner(property.initializer) : null
  return value !== null && isFunctionNode(value) ? value : null
}

function extraCases(property: ts.ObjectLiteralElementLike): readonly Case[] | null {
  const builder = functionIn(property)
  if (builder !== null) return builtCases(builder)
  const map = ts.isPropertyAssignment(property) ? inner(property.initializer) : null
  if (map === null || !ts.isObjectLiteralExpression(map)) return null
  const cases = map.properties.map(functionIn)
  return cases.every(one => one !== null)
    ? cases.flatMap(node => (node === null ? [] : [{ node, action: null }]))
    : null
}

// builder.addCase(login.rejected, (state, action) => …).addCase(…)
function builtCases(builder: FunctionNode): readonly Case[] | null {
  const found: (Case | null)[] = []
  const visit = (node: ts.Node): void => {
    const added = ts.isCallExpression(node) && functionOf(node) === builder ? addedCase(node) : []
    found.push(...added)
    ts.forEachChild(node, visit)
  }
  if (builder.body !== undefined) visit(builder.body)
  return found.every(one => one !== null) ? found.filter(one => one !== null) : null
}

function addedCase(call: ts.CallExpression): readonly (Case | null)[] {
  const key = isAccess(call.expression) ? keyOf(call.expression) : null
  if (key !== 'addCase' && key !== 'addMatcher' && key !== 'addDefaultCase') return []
  const [first, second] = call.arguments
  const reducer = key === 'addDefaultCase' ? first : second
  const node = reducer === undefined ? null : inner(reducer)
  if (node === null || !isFunctionNode(node)) return [null]
  return [{ node, action: null }]
}

/** What one reducer puts into a field. */
function putBy(t: Tracer, { node, action }: Case, name: string): Flow {
  const [state, given] = node.parameters
  const env =
    given === undefined || action === null ? null : { args: new Map([[given, () => one(action)]]), parent: null }
  const written = state === undefined ? NOTHING : writtenTo(t, state, name, env)
  const returned = returnsOf(node)
    .filter(expression => !isState(t, expression, state) && !ts.isBinaryExpression(inner(expression)))
    .map(expression => each(t.evaluate(expression, env), value => t.memberOf(value, name, expression)))
  return union(written, ...returned)
}

function isState(t: Tracer, node: ts.Expression, state: ts.ParameterDeclaration | undefined): boolean {
  const id = inner(node)
  if (ts.isVoidExpression(id)) return true
  return ts.isIdentifier(id) && state !== undefined && t.project.declarationOf(id)?.node === state
}

// state.error = action.payload
function writtenTo(t: Tracer, state: ts.ParameterDeclaration, name: string, env: Env | null): Flow {
  if (!ts.isIdentifier(state.name)) return unknown('hook', state)
  const declaration = t.project.declarationOf(state.name)
  return union(...(declaration?.references ?? []).map(id => writtenBy(t, outer(id), name, env)))
}

function writtenBy(t: Tracer, id: ts.Expression, name: string, env: Env | null): Flow {
  const { parent } = id
  if (ts.isReturnStatement(parent) || ts.isSpreadAssignment(parent)) return NOTHING
  if (!isAccess(parent) || parent.expression !== id) return unknown('hook', id)
  const key = keyOf(parent)
  const written = isTargetOf(parent)
  if (written === null) return key === name || key === null ? changedBelow(parent) : NOTHING
  if (key === null) return unknown('dynamic-key', parent)
  if (key !== name) return NOTHING
  return written.value === null ? unknown('assigned-elsewhere', parent) : t.evaluate(written.value, env)
}

// state.error.text = …, state.errors.push(…)
function changedBelow(access: Access): Flow {
  for (let at: ts.Node = outer(access).parent; isAccess(at); at = outer(at).parent) {
    const holder = outer(at).parent
    if (isTargetOf(at) !== null || ts.isCallExpression(holder)) return unknown('assigned-elsewhere', at)
  }
  return NOTHING
}
