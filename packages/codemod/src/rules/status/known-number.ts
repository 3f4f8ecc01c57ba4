import { STATUS_CODES } from 'node:http'
import { inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

/** The number that an expression is known to hold; `null` where it is not written out. */
export function knownNumber(t: Tracer, expression: ts.Expression): number | null {
  const node = inner(expression)
  if (ts.isNumericLiteral(node)) return Number(node.text)
  if (ts.isIdentifier(node)) return ofConstant(t, node)
  return isAccess(node) ? (ofMember(t, node) ?? ofPackage(t, node)) : null
}

// const NOT_FOUND = 404
function ofConstant(t: Tracer, id: ts.Identifier): number | null {
  const declaration = t.project.declarationOf(id)
  const node = declaration?.node
  if (node === undefined || !ts.isVariableDeclaration(node) || node.initializer === undefined) return null
  if ((node.parent.flags & ts.NodeFlags.Const) === 0) return null
  const value = inner(node.initializer)
  return ts.isNumericLiteral(value) ? Number(value.text) : null
}

// An enum, or an object of constants: Status.NotFound
function ofMember(t: Tracer, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): number | null {
  const key = keyOf(node)
  const found = t.evaluate(node.expression, null)
  const [only, more] = found
  if (key === null || only === undefined || more !== undefined) return null
  const { value } = only
  const written =
    value.kind === 'enum'
      ? value.node.members.find(member => nameText(member.name) === key)?.initializer
      : value.kind === 'object'
        ? value.node.properties.filter(ts.isPropertyAssignment).find(one => nameText(one.name) === key)?.initializer
        : undefined
  const literal = written === undefined ? null : inner(written)
  return literal !== null && ts.isNumericLiteral(literal) ? Number(literal.text) : null
}

const BY_PHRASE = new Map(Object.entries(STATUS_CODES).map(([code, phrase]) => [lettersOf(phrase ?? ''), Number(code)]))

// A package names a status by what stands beside it: HttpStatusCode.NotFound, StatusCodes.NOT_FOUND.
function ofPackage(t: Tracer, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): number | null {
  const key = keyOf(node)
  const [only] = t.evaluate(node.expression, null)
  if (key === null || only?.value.kind !== 'external' || only.value.module === null) return null
  return BY_PHRASE.get(lettersOf(key.replace(/^HTTP_(?:STATUS_)?(?:\d+_)?/, ''))) ?? null
}

function lettersOf(phrase: string): string {
  return phrase.toLowerCase().replace(/[^a-z]/g, '')
}
