import { inner, nameText } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'

/** An answer that a test replays: a status and a body, written out beside each other. */
export interface Replayed {
  /** The call, or the object that stands for a response. */
  readonly node: ts.Node
  /** `null` where a failure was made by hand and nobody wrote one: `mockRejectedValue({ response: { data: … } })`. */
  readonly status: ts.NumericLiteral | null
  /** The body, or what names the file that holds it. */
  readonly body: ts.Expression
  readonly bodyIs: 'value' | 'path' | 'cypress-fixture'
  /** The name to write so that an object can stand where a text stood: `text` → `json`. */
  readonly method: ts.Identifier | null
  readonly isText: boolean
  /** Whether an object may stand where a text does. */
  readonly takesObjects: boolean
}

/** Finds the answer that a node replays, by the few shapes that mock libraries have in common. */
export function replayedAt(node: ts.Node): Replayed | null {
  if (ts.isCallExpression(node)) return ofReply(node) ?? ofResponseCall(node) ?? ofBodyAndInit(node) ?? ofContext(node)
  if (ts.isNewExpression(node)) return ofResponse(node, node.arguments ?? [])
  if (ts.isArrayLiteralExpression(node)) return ofList(node)
  return ts.isObjectLiteralExpression(node) ? (ofObject(node) ?? ofFailure(node)) : null
}

// nock(…).get(…).reply(404, { message: '…' }), new MockAdapter(axios).onGet(…).reply(404, { message: '…' })
function ofReply(node: ts.CallExpression): Replayed | null {
  const name = methodOf(node)
  if (name === null || !/^reply(?:Once|WithError|WithFile)?$/.test(name.text)) return null
  const [status, body] = node.arguments
  if (name.text === 'replyWithFile') return named(node, status, body, 'path')
  return pair(node, status, body, null, true)
}

// HttpResponse.json({ message: '…' }, { status: 404 })
function ofResponseCall(node: ts.CallExpression): Replayed | null {
  const name = methodOf(node)
  if (name === null || (name.text !== 'json' && name.text !== 'text')) return null
  const [body, init] = node.arguments
  const method = name.text === 'text' ? name : null
  return pair(node, memberOf(init, ['status']), body, method)
}

// fetchMock.mockResponseOnce(JSON.stringify({ message: '…' }), { status: 404 })
function ofBodyAndInit(node: ts.CallExpression): Replayed | null {
  const name = methodOf(node)
  if (name === null || !/^(?:mockResponse|mockResponseOnce|mockOnce|mockIf|once)$/.test(name.text)) return null
  const [body, init] = node.arguments
  return pair(node, memberOf(init, ['status']), body, null)
}

// new Response(JSON.stringify({ message: '…' }), { status: 404 }), new Response(404, {}, { message: '…' })
function ofResponse(node: ts.NewExpression, [first, second, third]: readonly ts.Expression[]): Replayed | null {
  if (!/Response$/.test(node.expression.getText())) return null
  if (first !== undefined && ts.isNumericLiteral(first)) return pair(node, first, third, null, true)
  return pair(node, memberOf(second, ['status']), first, null)
}

// respondWith([404, {}, '{"message":"…"}']), reply(() => [404, { message: '…' }])
function ofList(node: ts.ArrayLiteralExpression): Replayed | null {
  const [status, second, third, more] = node.elements
  if (more !== undefined || second === undefined || ts.isSpreadElement(second)) return null
  return pair(node, status, third ?? second, null, third === undefined)
}

// res(ctx.status(404), ctx.json({ message: '…' }))
function ofContext(node: ts.CallExpression): Replayed | null {
  const parts = node.arguments.flatMap(argument => (ts.isCallExpression(argument) ? [argument] : []))
  const status = parts.find(part => methodOf(part)?.text === 'status')
  const body = parts.find(part => /^(?:json|text|body)$/.test(methodOf(part)?.text ?? ''))
  if (status === undefined || body === undefined) return null
  const name = methodOf(body)
  return pair(node, status.arguments[0], body.arguments[0], name?.text === 'json' ? null : name)
}

const STATUS = ['status', 'statusCode']
const BODY = ['data', 'body', 'json', 'text', 'response', '_data']

// { status: 404, data: { message: '…' } }, { ok: false, status: 404, json: async () => ({ message: '…' }) }
function ofObject(node: ts.ObjectLiteralExpression): Replayed | null {
  const status = memberOf(node, STATUS)
  const fixture = memberOf(node, ['fixture'])
  if (fixture !== undefined) return named(node, status, fixture, 'cypress-fixture')
  const body = BODY.map(name => memberOf(node, [name])).find(one => one !== undefined)
  const parsed = ['data', '_data', 'response'].some(name => memberOf(node, [name]) === body)
  return pair(node, status, body === undefined ? undefined : givenBy(body), null, parsed)
}

// { response: { data: { message: '…' } } }: a failure of axios and its like, without the status that it came with.
function ofFailure(node: ts.ObjectLiteralExpression): Replayed | null {
  const response = memberOf(node, ['response'])
  const at = response === undefined ? undefined : inner(response)
  if (at === undefined || !ts.isObjectLiteralExpression(at) || memberOf(at, STATUS) !== undefined) return null
  const data = memberOf(at, ['data'])
  const body = data === undefined ? undefined : inner(data)
  if (body === undefined || ts.isStringLiteralLike(body)) return null
  return { node, status: null, body, bodyIs: 'value', method: null, isText: false, takesObjects: true }
}

function named(
  node: ts.Node,
  status: ts.Expression | undefined,
  body: ts.Expression | undefined,
  bodyIs: Replayed['bodyIs'],
): Replayed | null {
  if (status === undefined || body === undefined || !ts.isNumericLiteral(status)) return null
  return { node, status, body: inner(body), bodyIs, method: null, isText: false, takesObjects: true }
}

/** What a function gives that stands for `response.json()`; a value as it is. */
function givenBy(node: ts.Expression): ts.Expression {
  const at = inner(node)
  if (ts.isArrowFunction(at)) return ts.isBlock(at.body) ? (onlyReturn(at.body) ?? at) : promised(at.body)
  if (ts.isCallExpression(at)) {
    const name = methodOf(at)?.text
    const [value] = at.arguments
    if (value !== undefined && /^mockResolvedValue(?:Once)?$/.test(name ?? '')) return inner(value)
    if (value !== undefined && /^(?:fn|resolve)$/.test(name ?? '')) return givenBy(value)
  }
  return at
}

function onlyReturn(block: ts.Block): ts.Expression | null {
  const [only, more] = block.statements
  const value = only !== undefined && ts.isReturnStatement(only) && more === undefined ? only.expression : undefined
  return value === undefined ? null : promised(value)
}

function promised(node: ts.Expression): ts.Expression {
  const at = inner(node)
  const [value] = ts.isCallExpression(at) ? at.arguments : []
  return value !== undefined && ts.isCallExpression(at) && methodOf(at)?.text === 'resolve' ? inner(value) : at
}

function pair(
  node: ts.Node,
  status: ts.Expression | undefined,
  body: ts.Expression | undefined,
  method: ts.Identifier | null,
  takesObjects = false,
): Replayed | null {
  if (status === undefined || body === undefined || !ts.isNumericLiteral(status)) return null
  const at = inner(body)
  const shape = { node, status, method, bodyIs: 'value' as const, takesObjects: takesObjects || method !== null }
  if (ts.isStringLiteralLike(at)) return { ...shape, body: at, isText: true }
  const [value] = isStringify(at) ? at.arguments : []
  return { ...shape, body: value === undefined ? at : inner(value), method: null, isText: false }
}

function isStringify(node: ts.Expression): node is ts.CallExpression {
  return ts.isCallExpression(node) && node.expression.getText() === 'JSON.stringify'
}

function methodOf(node: ts.CallExpression): ts.Identifier | null {
  const callee = inner(node.expression)
  return ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.name) ? callee.name : null
}

function memberOf(node: ts.Expression | undefined, names: readonly string[]): ts.Expression | undefined {
  const at = node === undefined ? undefined : inner(node)
  if (at === undefined || !ts.isObjectLiteralExpression(at)) return undefined
  for (const property of at.properties) {
    if (ts.isPropertyAssignment(property) && names.includes(nameText(property.name) ?? '')) return property.initializer
    if (ts.isShorthandPropertyAssignment(property) && names.includes(property.name.text)) return property.name
    if (ts.isMethodDeclaration(property) && names.includes(nameText(property.name) ?? '') && property.body) {
      return onlyReturn(property.body) ?? undefined
    }
  }
  return undefined
}
