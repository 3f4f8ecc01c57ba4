import type { Constants, RegexText, Table, TableKey } from '../forms/form.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { isChangedLater } from './changed-later.ts'
import { exportedNames } from './uses-of.ts'
import { inner, isAccess, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Value } from './values.ts'

/** Answers what the forms ask about constants, following names only where they can hold nothing else. */
export function createConstants(t: Tracer): Constants {
  const text = (node: ts.Expression): string | null => {
    const at = inner(node)
    if (ts.isStringLiteralLike(at)) return at.text
    if (!isConstant(t, at)) return null
    const [only, more] = t.evaluate(at, null)
    return only?.value.kind === 'text' && more === undefined ? only.value.text : null
  }
  const literal = (node: ts.Expression): Value | null => {
    const at = inner(node)
    if (!isConstant(t, at)) return null
    const [only, more] = t.evaluate(at, null)
    return only === undefined || more !== undefined ? null : only.value
  }
  const allTexts = (nodes: readonly ts.Expression[]): readonly string[] | null => {
    const found = nodes.map(text)
    return found.every(one => one !== null) ? found.filter(one => one !== null) : null
  }
  return {
    text,
    texts: node => {
      const made = constructed(t, node, 'Set')
      const value = literal(made ?? node)
      if (value?.kind !== 'array' || isChangedLater(t, value.node, null)) return null
      if (made !== null && isHolderChanged(t, node)) return null
      return allTexts(value.node.elements)
    },
    elements: node => {
      const value = literal(constructed(t, node, 'Set') ?? node)
      const isOpen = value?.kind !== 'array' || isChangedLater(t, value.node, null)
      return isOpen || value.node.elements.some(ts.isSpreadElement) ? null : value.node.elements
    },
    table: node => tableOf(t, node, literal, text),
    regex: node => regexOf(t, node, text),
    pieces: node => piecesOf(t, node, text),
    uses: name => {
      const declaration = t.project.declarationOf(name)
      if (declaration === null || declaration.again.length > 0 || isExported(declaration)) return null
      return declaration.references.some(id => isTargetOf(id) !== null) ? null : declaration.references
    },
    isSame: (name, other) => {
      const declaration = t.project.declarationOf(name)
      return declaration !== null && declaration === t.project.declarationOf(other)
    },
    external: node => {
      const [only, more] = t.evaluate(node, null)
      return only?.value.kind === 'external' && more === undefined ? only.value : null
    },
  }
}

function isExported(declaration: Declaration): boolean {
  return exportedNames(declaration).length > 0
}

// A name that is bound once, at the top or in a block, to something written out; or a member of such.
function isConstant(t: Tracer, node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node) || ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node))
    return true
  if (ts.isTemplateExpression(node)) return node.templateSpans.every(span => isConstant(t, inner(span.expression)))
  if (ts.isBinaryExpression(node)) {
    const plus = node.operatorToken.kind === ts.SyntaxKind.PlusToken
    return plus && isConstant(t, inner(node.left)) && isConstant(t, inner(node.right))
  }
  if (ts.isCallExpression(node)) return isConstantCall(t, node)
  let root = node
  while (isAccess(root)) root = inner(root.expression)
  if (!ts.isIdentifier(root)) return false
  const declaration = t.project.declarationOf(root)
  return declaration !== null && isConstantName(t, declaration)
}

// 'Loan not found'.toLowerCase(), Object.freeze({…})
function isConstantCall(t: Tracer, node: ts.CallExpression): boolean {
  const callee = inner(node.expression)
  if (!ts.isPropertyAccessExpression(callee)) return false
  if (callee.getText() === 'Object.freeze') return node.arguments.every(argument => isConstant(t, inner(argument)))
  return node.arguments.length === 0 && isConstant(t, inner(callee.expression))
}

function isConstantName(t: Tracer, declaration: Declaration): boolean {
  switch (declaration.kind) {
    case 'enum':
    case 'import':
    case 'class':
      return true
    case 'variable':
      return isConstantVariable(t, declaration)
    default:
      return false
  }
}

// `var app = app.shared`: a name that stands in its own beginning is no constant.
function isConstantVariable(t: Tracer, declaration: Declaration): boolean {
  const { node } = declaration
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return false
  const asked = t.remember(t.project, 'constants asked for', () => new Set<Declaration>())
  if (asked.has(declaration)) return false
  asked.add(declaration)
  try {
    return isConstant(t, inner(node.initializer)) || constructed(t, node.initializer, 'Set') !== null
  } finally {
    asked.delete(declaration)
  }
}

/** The first argument of `new Set(…)` or `new Map(…)`, on the spot or through a constant. */
function constructed(t: Tracer, node: ts.Expression, name: string): ts.Expression | null {
  const made = initialOf(t, inner(node))
  if (!ts.isNewExpression(made) || !ts.isIdentifier(made.expression) || made.expression.text !== name) return null
  return made.arguments?.[0] ?? null
}

// A set or a map that is added to later.
function isHolderChanged(t: Tracer, node: ts.Expression): boolean {
  return isChangedLater(t, initialOf(t, inner(node)), null)
}

/** What a constant name was first bound to; the node itself when it is no such name. */
function initialOf(t: Tracer, node: ts.Expression): ts.Expression {
  if (!ts.isIdentifier(node)) return node
  const declaration = t.project.declarationOf(node)
  const holder = declaration?.kind === 'import' ? importedDeclaration(t, declaration) : declaration?.node
  if (holder === undefined || holder === null || !ts.isVariableDeclaration(holder)) return node
  return holder.initializer === undefined ? node : inner(holder.initializer)
}

// A table or a set of another module: its declaration, when it is a plain export of a file of ours.
function importedDeclaration(t: Tracer, declaration: Declaration): ts.Node | null {
  const { node } = declaration
  if (!ts.isImportSpecifier(node)) return null
  const from = node.parent.parent.parent.moduleSpecifier
  if (!ts.isStringLiteral(from)) return null
  const target = t.project.resolve(from.text, t.project.unitOf(node).file)
  const unit = target.kind === 'file' ? t.project.open(target.file) : null
  return unit?.bindings.top.names.get((node.propertyName ?? node.name).text)?.node ?? null
}

function tableOf(
  t: Tracer,
  node: ts.Expression,
  literal: (node: ts.Expression) => Value | null,
  text: (node: ts.Expression) => string | null,
): Table | null {
  const at = inner(node)
  const holder = ts.isIdentifier(at) ? at : null
  const pairs = constructed(t, at, 'Map')
  if (pairs !== null && isHolderChanged(t, at)) return null
  if (pairs !== null && ts.isArrayLiteralExpression(pairs)) {
    const keys = pairs.elements.map(pair => pairKey(pair, text))
    return keys.every(key => key !== null) ? { keys: keys.filter(key => key !== null), holder } : null
  }
  const value = literal(at)
  if (value?.kind !== 'object' || isChangedLater(t, value.node, null)) return null
  const keys = value.node.properties.map(property => propertyKey(property, text))
  return keys.every(key => key !== null) ? { keys: keys.filter(key => key !== null), holder } : null
}

function pairKey(pair: ts.Expression, text: (node: ts.Expression) => string | null): TableKey | null {
  const [key] = ts.isArrayLiteralExpression(pair) ? pair.elements : []
  const known = key === undefined ? null : text(key)
  return key === undefined || known === null ? null : { text: known, node: key, entry: pair }
}

function propertyKey(
  property: ts.ObjectLiteralElementLike,
  text: (node: ts.Expression) => string | null,
): TableKey | null {
  if (!ts.isPropertyAssignment(property) && !ts.isMethodDeclaration(property)) return null
  const { name } = property
  const key = ts.isComputedPropertyName(name) ? text(name.expression) : nameText(name)
  return key === null ? null : { text: key, node: name, entry: property }
}

function piecesOf(
  t: Tracer,
  node: ts.Expression,
  text: (node: ts.Expression) => string | null,
): readonly string[] | null {
  const at = initialOf(t, inner(node))
  const made = isRegexMaker(at) ? at.arguments?.[0] : undefined
  if (made !== undefined) return piecesOf(t, made, text) ?? [text(made) ?? '']
  if (ts.isTemplateExpression(at)) {
    return [at.head.text, ...at.templateSpans.flatMap(span => [text(span.expression) ?? '', span.literal.text])]
  }
  const isSum = ts.isBinaryExpression(at) && at.operatorToken.kind === ts.SyntaxKind.PlusToken
  if (!isSum) return null
  const parts = [at.left, at.right].flatMap(part => piecesOf(t, part, text) ?? text(part) ?? [])
  return parts.length === 0 ? null : parts
}

function isRegexMaker(node: ts.Expression): node is ts.NewExpression | ts.CallExpression {
  const makes = ts.isNewExpression(node) || ts.isCallExpression(node)
  return makes && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp'
}

function regexOf(t: Tracer, node: ts.Expression, text: (node: ts.Expression) => string | null): RegexText | null {
  const at = initialOf(t, inner(node))
  if (ts.isRegularExpressionLiteral(at)) {
    const end = at.text.lastIndexOf('/')
    return { source: at.text.slice(1, end), flags: at.text.slice(end + 1) }
  }
  if (!isRegexMaker(at)) return null
  const [source, flags] = at.arguments ?? []
  if (source === undefined) return null
  const pattern = ts.isRegularExpressionLiteral(inner(source)) ? null : text(source)
  const how = flags === undefined ? '' : text(flags)
  return pattern === null || how === null ? null : { source: pattern, flags: how }
}
