import { createConstants } from '../../detect/constants.ts'
import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Reaching } from '../../detect/values.ts'
import type { Constants } from '../../forms/form.ts'
import { ts } from '../../source/compiler.ts'

/** A question about the media type of an answer that tells v1 JSON from a problem. */
export interface ComparedType {
  readonly node: ts.Expression
  /** The response whose type it is. */
  readonly answer: Reaching
  /** The question that both types pass. */
  readonly fixed: string
}

const V1 = ['application/json', 'application/json; charset=utf-8', 'application/json;charset=utf-8']
const V2 = 'application/problem+json; charset=utf-8'

/** All of them in a tree. */
export function comparedTypes(t: Tracer, tree: ts.SourceFile): readonly ComparedType[] {
  const found: ComparedType[] = []
  const constants = createConstants(t)
  const visit = (node: ts.Node): void => {
    if (ts.isSwitchStatement(node)) found.push(...labelsOf(t, node, constants))
    if (!ts.isExpression(node)) {
      ts.forEachChild(node, visit)
      return
    }
    const question = questionAt(node, constants)
    const answer = question === null ? null : answerOf(t, question.type)
    if (question !== null && answer !== null && V1.some(question.holds) && !question.holds(V2)) {
      const test = `/\\bapplication\\/(?:problem\\+)?json\\b/i.test(${question.type.getText()} ?? '')`
      found.push({ node, answer, fixed: `${question.negated ? '!' : ''}${test}` })
      return
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

// switch (type) { case 'application/json': … }
function labelsOf(
  t: Tracer,
  { expression, caseBlock }: ts.SwitchStatement,
  { text }: Constants,
): readonly ComparedType[] {
  const labels = caseBlock.clauses.flatMap(clause => (ts.isCaseClause(clause) ? [clause.expression] : []))
  if (labels.some(label => text(label)?.startsWith('application/problem+json'))) return []
  const label = labels.find(one => V1.includes(text(one) ?? ''))
  const answer = label === undefined ? null : answerOf(t, expression)
  if (label === undefined || answer === null) return []
  const fixed = `case 'application/problem+json': in front of it, in a switch (${expression.getText()}?.split(';')[0])`
  return [{ node: label, answer, fixed }]
}

interface Question {
  readonly type: ts.Expression
  readonly holds: (type: string) => boolean
  readonly negated: boolean
}

function questionAt(node: ts.Expression, constants: Constants): Question | null {
  if (ts.isBinaryExpression(node)) return comparison(node, constants)
  if (!ts.isCallExpression(node)) return null
  const callee = inner(node.expression)
  const [argument] = node.arguments
  if (!isAccess(callee) || argument === undefined) return null
  const name = keyOf(callee) ?? ''
  const given = inner(argument)
  const regex = inner(callee.expression)
  if (name === 'test' && ts.isRegularExpressionLiteral(regex)) return matching(argument, regex)
  if (name === 'match' && ts.isRegularExpressionLiteral(given)) return matching(callee.expression, given)
  if (name === 'includes' || name === 'has') {
    const texts = constants.texts(callee.expression)
    if (texts !== null) return { type: argument, holds: it => texts.includes(it), negated: false }
  }
  const text = constants.text(given)
  const type = callee.expression
  if (text === null) return null
  switch (name) {
    case 'includes':
      return { type, holds: it => it.includes(text), negated: false }
    case 'startsWith':
      return { type, holds: it => it.startsWith(text), negated: false }
    case 'endsWith':
      return { type, holds: it => it.endsWith(text), negated: false }
    default:
      return null
  }
}

// type === 'application/json', type.indexOf('application/json') !== -1
function comparison(node: ts.BinaryExpression, constants: Constants): Question | null {
  const operator = node.operatorToken.getText()
  const right = inner(node.right)
  const left = inner(node.left)
  const negated = operator.startsWith('!')
  if (/^[!=]==?$/.test(operator)) {
    const ofRight = constants.text(right)
    const [text, type] = ofRight === null ? [constants.text(left), right] : [ofRight, left]
    if (text !== null) return { type, holds: it => it === text, negated }
  }
  if (!ts.isCallExpression(left) || !isAccess(left.expression) || keyOf(left.expression) !== 'indexOf') return null
  const [argument] = left.arguments
  const searched = argument === undefined ? null : inner(argument)
  const asks = `${operator} ${right.getText()}`
  if (searched === null || !ts.isStringLiteralLike(searched) || !POSITIONS.test(asks)) return null
  const { text } = searched
  return { type: left.expression.expression, holds: it => it.includes(text), negated: /^(?:===?|<) /.test(asks) }
}

const POSITIONS = /^(?:[!=]==? -1|> -1|>= 0|< 0)$/

function matching(type: ts.Expression, { text }: ts.RegularExpressionLiteral): Question | null {
  try {
    const end = text.lastIndexOf('/')
    const pattern = new RegExp(text.slice(1, end), text.slice(end + 1).replace(/[gy]/g, ''))
    return { type, holds: it => pattern.test(it), negated: false }
  } catch {
    return null
  }
}

/** The response whose content type an expression is; `null` for anything else. */
function answerOf(t: Tracer, type: ts.Expression, depth = 0): Reaching | null {
  const node = inner(type)
  if (ts.isIdentifier(node)) return depth === 0 ? ofVariable(t, node) : null
  const under = textUnder(node)
  if (under !== null) return answerOf(t, under, depth)
  if (ts.isCallExpression(node)) {
    const callee = inner(node.expression)
    const [argument] = node.arguments
    const isGet = isAccess(callee) && keyOf(callee) === 'get' && argument !== undefined && isContentType(argument)
    return isGet ? responseOf(t, callee.expression) : null
  }
  return isAccess(node) && /^content-type$/i.test(keyOf(node) ?? '') ? responseOf(t, node.expression) : null
}

function ofVariable(t: Tracer, id: ts.Identifier): Reaching | null {
  const made = t.project.declarationOf(id)?.node
  const value = made !== undefined && ts.isVariableDeclaration(made) ? made.initializer : undefined
  return value === undefined ? null : answerOf(t, value, 1)
}

// type ?? '', type || '', type.toLowerCase(), type.split(';')[0]
function textUnder(node: ts.Expression): ts.Expression | null {
  if (ts.isBinaryExpression(node)) return /^(?:\?\?|\|\|)$/.test(node.operatorToken.getText()) ? node.left : null
  if (ts.isElementAccessExpression(node)) return ts.isNumericLiteral(node.argumentExpression) ? node.expression : null
  const callee = ts.isCallExpression(node) ? inner(node.expression) : null
  const isText = callee !== null && isAccess(callee) && /^(?:toLowerCase|trim|split)$/.test(keyOf(callee) ?? '')
  return isText ? callee.expression : null
}

function isContentType(node: ts.Expression): boolean {
  const at = inner(node)
  return ts.isStringLiteralLike(at) && /^content-type$/i.test(at.text)
}

function responseOf(t: Tracer, headers: ts.Expression): Reaching | null {
  const node = inner(headers)
  if (!isAccess(node) || keyOf(node) !== 'headers') return null
  t.restart()
  return t.evaluate(node.expression, null).find(({ value }) => value.kind === 'place') ?? null
}
