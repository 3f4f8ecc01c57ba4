import { placeOf } from '../../clients/clients.ts'
import { inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { PlaceValue } from '../../detect/values.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'

/** A request, or what makes an instance, that is to ask for problems. */
export interface AcceptPlace {
  readonly node: ts.CallExpression
  readonly value: PlaceValue
  /** What is written; `null` where the headers are not at hand, and `[]` where it asks already. */
  readonly splices: readonly Splice[] | null
  readonly recipe: string
}

// What each sends of its own accord stays behind it: nothing that was accepted is refused now.
const OWN: Readonly<Record<string, string>> = {
  fetch: '*/*',
  axios: 'application/json, text/plain, */*',
}

const PROBLEM = 'application/problem+json'

/** Every such place of a file. */
export function acceptPlaces(t: Tracer, unit: Unit): readonly AcceptPlace[] {
  const found: AcceptPlace[] = []
  const visit = (node: ts.Node): void => {
    const place = ts.isCallExpression(node) ? placeAt(t, unit, node) : null
    if (place !== null) found.push(place)
    ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return found
}

function placeAt(t: Tracer, unit: Unit, node: ts.CallExpression): AcceptPlace | null {
  t.restart()
  const callee = inner(node.expression)
  const sending = placeIn(t, callee)
  if (sending === null) return null
  const { client } = sending
  const makes = isAccess(callee) && /^(?:create|extend)$/.test(keyOf(callee) ?? '') && makesInstance(t, node)
  const sends = placeOf(sending).call !== undefined && isRequest(placeOf(sending).call)
  const own = OWN[client.name]
  const recipe = `Accept: ${PROBLEM}, ${own ?? 'and what the library sends of its own accord'}`
  const value: PlaceValue = {
    ...sending,
    request: makes ? { call: null, instance: node } : { ...sending.request, call: node },
  }
  if (makes) return { node, value, recipe, splices: own === undefined ? null : headers(unit, node, 0, own) }
  // What goes through an instance has the headers of that.
  if (!sends || sending.request.instance !== null) return null
  return { node, value, recipe, splices: isFetchOfText(t, node, client.name) ? headers(unit, node, 1, '*/*') : null }
}

// A `Request` has headers of its own, which those of the options would replace.
function isFetchOfText(t: Tracer, { arguments: [url] }: ts.CallExpression, client: string): boolean {
  if (client !== 'fetch' || url === undefined) return false
  const node = inner(url)
  if (ts.isTemplateExpression(node) || ts.isBinaryExpression(node)) return true
  if (ts.isNewExpression(node)) return node.expression.getText() === 'URL'
  const declared = ts.isIdentifier(node) ? t.project.declarationOf(node)?.node : undefined
  if (declared !== undefined && ts.isParameter(declared) && declared.type?.kind === ts.SyntaxKind.StringKeyword)
    return true
  return t.evaluate(node, null).every(({ value }) => value.kind === 'text' || value.kind === 'made')
}

function placeIn(t: Tracer, node: ts.Expression): PlaceValue | null {
  const [only, more] = t.evaluate(node, null)
  return only?.value.kind === 'place' && more === undefined ? only.value : null
}

function makesInstance(t: Tracer, node: ts.CallExpression): boolean {
  return t.evaluate(node, null).some(({ value }) => value.kind === 'place' && placeOf(value).made === 'instance')
}

// What settles with an answer, and not what reads one.
function isRequest(call: unknown): boolean {
  if (typeof call !== 'object' || call === null || !('ok' in call)) return false
  const { ok } = call
  return typeof ok === 'object' && ok !== null && ('place' in ok || 'option' in ok)
}

function headers(unit: Unit, call: ts.CallExpression, index: number, own: string): readonly Splice[] | null {
  const { file } = unit
  const quote = quoteOf(call)
  const written = `${PROBLEM}, ${own}`
  const accept = `Accept: ${quote}${written}${quote}`
  const options = call.arguments[index]
  if (call.arguments.some(ts.isSpreadElement)) return null
  if (options === undefined) {
    const last = call.arguments.at(-1)
    if (call.arguments.length < index || (index > 0 && last === undefined)) return null
    const at = last?.end ?? call.end - 1
    return [{ file, start: at, end: at, text: `${last === undefined ? '' : ', '}{ headers: { ${accept} } }` }]
  }
  const object = inner(options)
  if (!ts.isObjectLiteralExpression(object) || object.properties.some(ts.isSpreadAssignment)) return null
  const given = object.properties.find(one => nameText(one.name) === 'headers')
  if (given === undefined) return [first(file, object, `headers: { ${accept} }`)]
  const list = ts.isPropertyAssignment(given) ? inner(given.initializer) : null
  if (list === null || !ts.isObjectLiteralExpression(list) || list.properties.some(ts.isSpreadAssignment)) return null
  const known = list.properties.find(one => /^accept$/i.test(nameText(one.name) ?? ''))
  if (known === undefined) return [first(file, list, accept)]
  const value = ts.isPropertyAssignment(known) ? inner(known.initializer) : null
  if (value === null || !ts.isStringLiteralLike(value)) return null
  if (value.text.includes(PROBLEM)) return []
  const start = value.getStart() + 1
  return [{ file, start, end: start, text: `${PROBLEM}, ` }]
}

// The first member of an object, spaced as the others are.
function first(file: string, object: ts.ObjectLiteralExpression, text: string): Splice {
  const [head] = object.properties
  const start = object.getStart() + 1
  if (head === undefined) return { file, start, end: object.end - 1, text: ` ${text} ` }
  const space = object.getSourceFile().text.slice(start, head.getStart())
  return { file, start: head.getStart(), end: head.getStart(), text: `${text},${space === '' ? ' ' : space}` }
}
