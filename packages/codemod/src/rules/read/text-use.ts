import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isErrorName } from '../../detect/classes.ts'
import { isWrite } from '../../plan/names.ts'
import { ts } from '../../source/compiler.ts'

const DEEPEST = 4

/**
 * Whether whoever gets this value takes it for a text. `body.error` is a text in one v1 shape and an object in another:
 * only what is done with it tells which one the client was written for.
 */
export function isUsedAsText(t: Tracer, node: ts.Node, depth = 0): boolean {
  if (depth > DEEPEST) return false
  if (ts.isBindingElement(node)) return ts.isIdentifier(node.name) && isNameUsedAsText(t, node.name, depth)
  if (!ts.isExpression(node)) return false
  const at = outer(node)
  const { parent } = at
  if (ts.isTemplateSpan(parent) || ts.isJsxExpression(parent)) return true
  if (isAccess(parent)) return isTextMethod(parent)
  if (ts.isNewExpression(parent) || ts.isCallExpression(parent)) {
    return parent.expression !== at && isTextArgument(t, parent, at, depth)
  }
  if (ts.isVariableDeclaration(parent)) {
    return ts.isIdentifier(parent.name) && isNameUsedAsText(t, parent.name, depth)
  }
  if (ts.isBinaryExpression(parent)) return isOperandOfText(t, parent, at, depth)
  if (ts.isConditionalExpression(parent)) return parent.condition === at || isUsedAsText(t, parent, depth + 1)
  if (ts.isTypeOfExpression(parent)) return !isComparedWithObject(parent)
  if (ts.isPrefixUnaryExpression(parent)) return true
  return ts.isIfStatement(parent)
}

// typeof body.error === 'object'
function isComparedWithObject(node: ts.TypeOfExpression): boolean {
  const { parent } = outer(node)
  if (!ts.isBinaryExpression(parent)) return false
  return [parent.left, parent.right].some(side => ts.isStringLiteralLike(side) && side.text === 'object')
}

function isNameUsedAsText(t: Tracer, name: ts.Identifier, depth: number): boolean {
  const { parent } = name
  const type = ts.isParameter(parent) || ts.isVariableDeclaration(parent) ? parent.type : undefined
  if (type !== undefined) return type.kind === ts.SyntaxKind.StringKeyword
  const declaration = t.project.declarationOf(name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  const reads = uses?.filter(use => !isWrite(use)) ?? []
  return uses !== null && reads.length > 0 && reads.every(use => isUsedAsText(t, use, depth + 1))
}

const TEXT_METHODS = new Set(Object.getOwnPropertyNames(String.prototype))
const NOT_ONLY_OF_TEXTS = new Set([
  'toString',
  'valueOf',
  'constructor',
  'length',
  'at',
  'concat',
  'includes',
  'indexOf',
])

function isTextMethod(access: ts.PropertyAccessExpression | ts.ElementAccessExpression): boolean {
  const key = keyOf(access)
  return key !== null && TEXT_METHODS.has(key) && !NOT_ONLY_OF_TEXTS.has(key)
}

// A function of the repository says what it does with it; one of a package that is handed a text shows it.
function isTextArgument(t: Tracer, call: Call, argument: ts.Expression, depth: number): boolean {
  const index = call.arguments?.indexOf(argument) ?? -1
  const callee = inner(call.expression)
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return index === 0
  // [].concat(data.message)
  if (isAccess(callee) && ts.isArrayLiteralExpression(inner(callee.expression))) return false
  return t.evaluate(callee, null).every(({ value }) => {
    if (value.kind === 'function') return isTextParameter(t, value.node.parameters[index], depth)
    if (value.kind === 'class') {
      const maker = value.node.members.find(ts.isConstructorDeclaration)
      return maker === undefined ? index === 0 : isTextParameter(t, maker.parameters[index], depth)
    }
    if (ts.isNewExpression(call)) return value.kind === 'external' && isErrorName(value.path)
    return value.kind !== 'unknown' || isSetter(call)
  })
}

type Call = ts.CallExpression | ts.NewExpression

function isTextParameter(t: Tracer, parameter: ts.ParameterDeclaration | undefined, depth: number): boolean {
  if (parameter === undefined || parameter.dotDotDotToken !== undefined) return false
  return ts.isIdentifier(parameter.name) && isNameUsedAsText(t, parameter.name, depth)
}

// What a component is given as a property cannot be followed, but nobody calls a message setter with an object.
function isSetter(call: Call): boolean {
  const callee = inner(call.expression)
  const name = ts.isIdentifier(callee) ? callee.text : isAccess(callee) ? keyOf(callee) : null
  return name !== null && /message|text|toast|alert/i.test(name)
}

function isOperandOfText(t: Tracer, parent: ts.BinaryExpression, at: ts.Expression, depth: number): boolean {
  switch (parent.operatorToken.kind) {
    case ts.SyntaxKind.PlusToken:
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsEqualsToken:
    case ts.SyntaxKind.EqualsEqualsToken:
    case ts.SyntaxKind.ExclamationEqualsToken:
      return true
    case ts.SyntaxKind.BarBarToken:
    case ts.SyntaxKind.QuestionQuestionToken: {
      const other = parent.left === at ? parent.right : parent.left
      return isText(inner(other)) || isUsedAsText(t, parent, depth + 1)
    }
    case ts.SyntaxKind.AmpersandAmpersandToken:
      return parent.left === at || isUsedAsText(t, parent, depth + 1)
    default:
      return false
  }
}

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
}
