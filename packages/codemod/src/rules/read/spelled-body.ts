import { type Catalogue, clientReads, dialectsOf } from '@problemshift/catalogue'
import type { ClientModel, Ref } from '../../clients/client.ts'
import { inner, isAccess, keyOf, nameText, isFallback } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'
import { type ReadFact, READ_FACTS } from './v2-place.ts'

/**
 * What an access reads by its spelling alone: `failure.response?.data?.error.message` is written for a body, whoever calls.
 * That proves nothing, so it moves nothing; but where the value could not be followed, to say nothing would be worse.
 */
export function spelledRead(t: Tracer, node: ts.Node, catalogue: Catalogue): ReadFact | null {
  const names = namesUpTo(t, node)
  const [body] = bodySpellings(t).filter(path => startsAt(names, path) !== null)
  const read = body === undefined ? putInAnError(t, node) : names.slice((startsAt(names, body) ?? 0) + body.length)
  if (read.length === 0) return null
  const facts = dialectsOf(catalogue)
    .flatMap(clientReads)
    .filter(({ path }) => path.length === read.length && path.every((step, at) => fits(step, read[at])))
    .map(({ fact }) => fact)
  return READ_FACTS.find(fact => facts.some(one => one === fact)) ?? null
}

/** Whether an access is spelled as a whole body: `failure.response.data`. */
export function isSpelledBody(t: Tracer, node: ts.Node): boolean {
  const names = namesUpTo(t, node)
  return bodySpellings(t).some(
    path => names.length > path.length && path.every((name, at) => names.at(at - path.length) === name),
  )
}

// throw new Error(answer.message), where somebody waited for the JSON of `answer`: of a success nobody would make that.
function putInAnError(t: Tracer, node: ts.Node): readonly string[] {
  if (ts.isBindingElement(node)) {
    const name = nameText(node.propertyName ?? node.name)
    const held = ts.isIdentifier(node.name) ? (t.project.declarationOf(node.name)?.references ?? []) : []
    const owner = ts.isBindingElement(node.parent.parent) ? null : sourceOf(node.parent.parent)
    return name !== null && isParsed(owner) && held.some(isInAnError) ? [name] : []
  }
  const path: string[] = []
  let root: ts.Node = node
  while (ts.isExpression(root) && isAccess(root)) {
    path.unshift(keyOf(root) ?? '')
    root = inner(root.expression)
  }
  const declared = ts.isIdentifier(root) ? t.project.declarationOf(root)?.node : undefined
  return declared !== undefined && isParsed(sourceOf(declared)) && isInAnError(node) ? path : []
}

function isInAnError(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isThrowStatement(parent)) return true
  if (ts.isNewExpression(parent)) return /(?:Error|Exception|Failure)$/.test(parent.expression.getText())
  if (ts.isCallExpression(parent)) return parent.expression !== node && /\breject$/.test(parent.expression.getText())
  return isPartOf(parent) && isInAnError(parent)
}

function isPartOf(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) ||
    ts.isConditionalExpression(node) ||
    ts.isTemplateSpan(node) ||
    ts.isTemplateExpression(node) ||
    (ts.isExpression(node) && inner(node) !== node)
  )
}

// await response.json().catch(() => ({}))
function isParsed(node: ts.Node | null): boolean {
  if (node === null || !ts.isExpression(node)) return false
  const at = inner(node)
  if (ts.isAwaitExpression(at)) return isParsed(at.expression)
  if (!ts.isCallExpression(at) || !isAccess(at.expression)) return false
  return keyOf(at.expression) === 'json' || (keyOf(at.expression) === 'catch' && isParsed(at.expression.expression))
}

function fits(step: string, name: string | undefined): boolean {
  if (name === undefined) return false
  return step === '[]' ? /^\d+$/.test(name) : step === '{}' || step === name
}

function startsAt(names: readonly string[], path: readonly string[]): number | null {
  for (let at = 0; at + path.length < names.length; at += 1) {
    if (path.every((name, index) => names[at + index] === name)) return at
  }
  return null
}

const FARTHEST = 4

/** The names from the root of a chain, through constants that only shorten it: `const { data } = failure.response`. */
function namesUpTo(t: Tracer, node: ts.Node, depth = 0): readonly string[] {
  if (depth > FARTHEST) return []
  if (ts.isBindingElement(node)) return namesOfElement(t, node, depth)
  if (!ts.isExpression(node)) return []
  const at = inner(node)
  if (isAccess(at)) {
    const key = keyOf(at)
    return key === null ? [] : [...namesUpTo(t, at.expression, depth), key]
  }
  const same = sameBody(at)
  if (same !== null) return namesUpTo(t, same, depth + 1)
  if (!ts.isIdentifier(at)) return []
  const declaration = t.project.declarationOf(at)
  if (declaration === null) return [at.text]
  if (ts.isBindingElement(declaration.node)) return namesUpTo(t, declaration.node, depth + 1)
  const from = sourceOf(declaration.node)
  const names = from === null ? [] : namesUpTo(t, from, depth + 1)
  return names.length > 0 ? names : [at.text]
}

function namesOfElement(t: Tracer, element: ts.BindingElement, depth: number): readonly string[] {
  const name = nameText(element.propertyName ?? element.name)
  const from = ts.isObjectBindingPattern(element.parent) ? sourceOf(element.parent.parent) : null
  return name === null || from === null ? [] : [...namesUpTo(t, from, depth + 1), name]
}

// `body ?? {}` and `JSON.parse(String(body))` are the body still.
function sameBody(node: ts.Expression): ts.Expression | null {
  if (ts.isBinaryExpression(node)) return isFallback(node) ? node.left : null
  if (!ts.isCallExpression(node) || !/^(?:JSON\.parse|String)$/.test(node.expression.getText())) return null
  return node.arguments[0] ?? null
}

function sourceOf(node: ts.Node): ts.Node | null {
  if (ts.isBindingElement(node)) return node
  return ts.isVariableDeclaration(node) ? (node.initializer ?? null) : null
}

/** The members by which the clients name the body of a failure: `response.data`. One member alone could be anything. */
function bodySpellings(t: Tracer): readonly (readonly string[])[] {
  return t.remember(t.project, 'body-spellings', () => {
    const paths = t.clients.models.flatMap(client =>
      Object.entries(client.places)
        .filter(([, place]) => place.error === true)
        .flatMap(([name]) => bodiesUnder(client, name)),
    )
    const long = paths.filter(path => path.length > 1)
    return [...new Map(long.map(path => [path.join('.'), path])).values()]
  })
}

function bodiesUnder(client: ClientModel, name: string, depth = 0): readonly (readonly string[])[] {
  const members = Object.entries(client.places[name]?.members ?? {})
  return members.flatMap(([member, ref]) => refsIn(ref).flatMap(one => underRef(client, member, one, depth)))
}

function underRef(client: ClientModel, member: string, ref: Ref, depth: number): readonly (readonly string[])[] {
  if (ref === 'body') return [[member]]
  if (depth > 1 || typeof ref === 'string' || !('place' in ref)) return []
  return bodiesUnder(client, ref.place, depth + 1).map(path => [member, ...path])
}

function refsIn(ref: Ref): readonly Ref[] {
  if (typeof ref === 'string') return [ref]
  if ('any' in ref) return ref.any.flatMap(refsIn)
  if ('chosen' in ref) return [...refsIn(ref.chosen), ...refsIn(ref.otherwise)]
  return [ref]
}
