import type { ClientModel } from '../clients/client.ts'
import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { instancesOf } from './request-options.ts'
import { inner, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Request } from './values.ts'

// What a test sets up says nothing about the program.
const TESTS = /\.(?:spec|test)\.[cm]?[jt]sx?$|(?:^|\/)__(?:tests|mocks)__\//

/** Whether a file only tests the program. */
export function isTestFile(file: string): boolean {
  return TESTS.test(file)
}

/** A place where the project gives a client library something that may change what errors look like. */
export interface Change {
  readonly at: ts.Node
  /** The hook's name. */
  readonly name: string
  /** What was given, where that is plain to see. */
  readonly value: ts.Expression | null
  readonly reach: Reach
}

/** Whose errors a hook changes: those of one request, of one instance and what is made of it, or of nobody knows whom. */
export type Reach =
  | { readonly of: 'request'; readonly call: ts.Node }
  | { readonly of: 'instance'; readonly instance: ts.Node | null }
  | { readonly of: 'unknown' }

/** Every hook of a client in the project; found once. */
function changesOf(t: Tracer, client: ClientModel): readonly Change[] {
  return t.remember(client, 'body-changes', () =>
    [...client.hooks, ...Object.keys(client.followed ?? {})].flatMap(hook =>
      // Interceptors are looked for by themselves.
      hook === 'interceptors' ? [] : changesBy(t, client, hook),
    ),
  )
}

/** The first hook that may stand between any error of a client and who sees it. */
export function changesBodies(t: Tracer, client: ClientModel): ts.Node | null {
  return changesOf(t, client)[0]?.at ?? null
}

/** The hooks that a request goes through: its own, those of its instance, and those of whom nobody knows. */
export function changesOfRequest(t: Tracer, client: ClientModel, request: Request): readonly Change[] {
  const changes = changesOf(t, client)
  if (changes.length === 0) return changes
  const instances = instancesOf(t, request)
  const isTyped = request.instance !== null && ts.isTypeNode(request.instance)
  return changes.filter(({ reach }) => {
    if (reach.of === 'request') return reach.call === request.call
    return reach.of === 'unknown' || isTyped || instances.includes(reach.instance)
  })
}

function changesBy(t: Tracer, client: ClientModel, hook: string): readonly Change[] {
  const found: Change[] = []
  for (const file of t.project.holding(wordOf(hook))) {
    // What a generator wrote of the client itself is no hook.
    const isOwn = t.sources.some(source => source.client === client && source.module === file)
    const unit = isOwn || isTestFile(file) ? null : t.project.open(file)
    if (unit === null) continue
    const visit = (node: ts.Node): void => {
      if (isChange(node, hook)) {
        const reach = reachOf(t, client, node)
        if (reach !== null) found.push({ at: node, name: hook, value: givenBy(node), reach })
      }
      ts.forEachChild(node, visit)
    }
    visit(unit.tree)
  }
  return found
}

function wordOf(hook: string): string {
  return hook.replace(/^new /, '').replace(/=.*$/, '')
}

function givenBy(node: ts.Node): ts.Expression | null {
  if (ts.isPropertyAssignment(node)) return node.initializer
  return ts.isShorthandPropertyAssignment(node) ? node.name : null
}

const UNKNOWN: Reach = { of: 'unknown' }

/** Whom a hook is for; `null` where it is another library's. */
function reachOf(t: Tracer, client: ClientModel, node: ts.Node): Reach | null {
  if (isAccess(node)) return reachOfMember(t, client, node.expression)
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node) && !ts.isMethodDeclaration(node)) {
    return UNKNOWN
  }
  return reachOfObject(t, client, node.parent, 0)
}

// api.defaults.transformResponse = …
function reachOfMember(t: Tracer, client: ClientModel, owner: ts.Expression): Reach | null {
  for (let at = inner(owner); isAccess(at); at = inner(at.expression)) {
    const values = t.evaluate(at.expression, null).map(({ value }) => value)
    const place = values.find(value => value.kind === 'place' && value.client === client)
    if (place?.kind === 'place' && values.length === 1) return { of: 'instance', instance: place.request.instance }
  }
  return UNKNOWN
}

const FARTHEST = 8

// The object is an argument itself, lies in one (`hooks: { beforeError: […] }`), or goes there by way of a variable.
function reachOfObject(t: Tracer, client: ClientModel, literal: ts.Node, depth: number): Reach | null {
  const node = ts.isExpression(literal) ? outer(literal) : literal
  const { parent } = node
  if (depth > FARTHEST) return UNKNOWN
  if (ts.isPropertyAssignment(parent) || ts.isSpreadAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) {
    return reachOfObject(t, client, parent.parent, depth + 1)
  }
  if (ts.isCallExpression(parent) && parent.expression !== node) return reachOfCall(t, client, parent)
  if (ts.isNewExpression(parent) && parent.expression !== node) return reachOfNew(t, client, parent)
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return UNKNOWN
  const declaration = t.project.declarationOf(parent.name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null) return UNKNOWN
  const reaches = uses.map(use => reachOfObject(t, client, use, depth + 1)).filter(reach => reach !== null)
  const [first, more] = reaches
  if (first === undefined) return uses.length > 0 ? null : UNKNOWN
  return more === undefined ? first : UNKNOWN
}

function reachOfCall(t: Tracer, client: ClientModel, call: ts.CallExpression): Reach | null {
  const [only, more] = t.callMethodValues(call, null)
  if (only === undefined || more !== undefined) return UNKNOWN
  const { value } = only
  if (value.kind !== 'place') return UNKNOWN
  if (value.client !== client) return null
  const { call: gives } = placeOf(value)
  if (typeof gives === 'object' && 'place' in gives) return { of: 'instance', instance: call }
  return typeof gives === 'object' ? { of: 'request', call } : UNKNOWN
}

function reachOfNew(t: Tracer, client: ClientModel, node: ts.NewExpression): Reach | null {
  const [only, more] = t.evaluate(node.expression, null)
  if (only === undefined || more !== undefined || only.value.kind !== 'place') return UNKNOWN
  return only.value.client === client ? { of: 'instance', instance: node } : null
}

/** `name` is an option or a member, `name=value` an option with this text, `new Name` the making of one. */
function isChange(node: ts.Node, hook: string): boolean {
  const word = wordOf(hook)
  if (hook.startsWith('new ')) {
    return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === word
  }
  const [, value] = hook.split('=')
  if (ts.isPropertyAssignment(node)) {
    const { initializer } = node
    if (nameText(node.name) !== word) return false
    return value === undefined || !ts.isStringLiteralLike(initializer) || initializer.text === value
  }
  if (ts.isShorthandPropertyAssignment(node)) return node.name.text === word
  if (value !== undefined) return false
  if (ts.isMethodDeclaration(node)) return ts.isObjectLiteralExpression(node.parent) && nameText(node.name) === word
  // Reading it, as in `[...axios.defaults.transformResponse, mine]`, changes nothing.
  if (!isAccess(node) || ts.isSpreadElement(node.parent)) return false
  const [last = word, owner] = word.split('.').reverse()
  if (keyOf(node) !== last) return false
  // `interceptors.error`: the member of a member.
  const of = inner(node.expression)
  return owner === undefined || (isAccess(of) && keyOf(of) === owner)
}
