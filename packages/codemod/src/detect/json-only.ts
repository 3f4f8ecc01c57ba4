import { ts } from '../source/compiler.ts'
import { conditionsRound } from './narrow.ts'
import { inner, returnsOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Flow, one } from './values.ts'

const V1 = 'application/json; charset=utf-8'
const V2 = 'application/problem+json; charset=utf-8'

/** Marks bodies that are parsed only under `contentType.includes('application/json')`: v2 errors are of another type. */
export function parsedWhere(t: Tracer, call: ts.Node, flow: Flow): Flow {
  if (!flow.some(({ value }) => value.kind === 'body') || !isJsonOnly(t, call)) return flow
  return each(flow, value => one(value.kind === 'body' && !value.success ? { ...value, lost: true } : value))
}

function isJsonOnly(t: Tracer, call: ts.Node): boolean {
  return t.remember(call, 'json only', () =>
    conditionsRound(call).some(({ condition }) => {
      const asked = typesAsked(t, condition, 0)
      return asked.includes('v1') && !asked.includes('v2')
    }),
  )
}

type Asked = 'v1' | 'v2'

const DEEPEST = 2

/** Which of the two content types a condition asks for, by name or through a constant or a function of the client. */
function typesAsked(t: Tracer, node: ts.Node, depth: number): readonly Asked[] {
  if (ts.isStringLiteralLike(node)) return textAsks(text => text.includes(node.text.toLowerCase()), node.text !== '')
  if (ts.isRegularExpressionLiteral(node)) return regexAsks(node.text)
  // The options of a request say what is sent, and what was waited for is an answer: neither is a question.
  if (ts.isObjectLiteralExpression(node) || (depth > 0 && ts.isAwaitExpression(node))) return []
  const found: Asked[] = []
  if (depth < DEEPEST && ts.isIdentifier(node)) found.push(...namedAsks(t, node, depth))
  ts.forEachChild(node, child => void found.push(...typesAsked(t, child, depth)))
  return found
}

function textAsks(holds: (text: string) => boolean, counts: boolean): readonly Asked[] {
  // What both types have, `json`, does not tell them apart.
  if (!counts || holds(V1) === holds(V2)) return []
  return [holds(V1) ? 'v1' : 'v2']
}

function regexAsks(written: string): readonly Asked[] {
  try {
    const pattern = new RegExp(written.slice(1, written.lastIndexOf('/')), 'i')
    return textAsks(text => pattern.test(text), /json/i.test(written))
  } catch {
    return []
  }
}

function namedAsks(t: Tracer, id: ts.Identifier, depth: number): readonly Asked[] {
  const node = t.project.declarationOf(id)?.node
  if (node !== undefined && ts.isVariableDeclaration(node) && node.initializer !== undefined) {
    return typesAsked(t, inner(node.initializer), depth + 1)
  }
  if (!ts.isCallExpression(id.parent) || id.parent.expression !== id) return []
  return t
    .evaluate(id, null)
    .flatMap(({ value }) =>
      value.kind === 'function' ? returnsOf(value.node).flatMap(answer => typesAsked(t, answer, depth + 1)) : [],
    )
}
