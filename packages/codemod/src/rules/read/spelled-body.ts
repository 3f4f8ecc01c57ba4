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
  if (body === undefined) return null
  const read = names.slice((startsAt(names, body) ?? 0) + body.length)
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
