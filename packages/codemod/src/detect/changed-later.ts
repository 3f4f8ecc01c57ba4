import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { isAssignment, isTargetOf } from './assignments.ts'
import { type Access, functionOf, inner, isAccess, keyOf, nameOfFunction, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { namedUsesOf, usesOfDefault } from './uses-of.ts'
import type { FunctionNode } from './values.ts'

/** Where a literal lies below what is looked at: the keys that lead to it. */
type Way = readonly (string | typeof ANY)[]

/** An element of a list, or a member whose name is not known. */
const ANY = Symbol('any')

const CHANGES = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
  'set',
  'add',
  'delete',
  'clear',
])
// A package does not change what it is given, unless that is what it is for.
const CHANGES_GIVEN =
  /(?:^|\.)(?:assign(?:In|With)?|merge\w*|extend|defaults(?:Deep)?|set|unset|update|pull\w*|remove|push(?:\.call|\.apply)?|definePropert(?:y|ies)|setPrototypeOf)$/
// A name that so many files know is one of a whole vocabulary.
const MOST_FILES = 12

/**
 * Whether a list or an object that is written out is changed behind it, by whatever name it is known there:
 * `list.push(…)`, `table[key] = …`, `Object.assign(table, …)`, `settings.list.push(…)`, `fill(list)`. With a key only what
 * may change that member counts.
 */
export function isChangedLater(t: Tracer, literal: ts.Expression, key: string | null): boolean {
  const known = t.remember(literal, 'changed later', () => new Map<string | null, boolean | Asking>())
  const answer = known.get(key)
  if (typeof answer === 'boolean') return answer
  if (answer !== undefined) {
    // Who asks on the way has come round in a circle: what is made of this answer is not the whole one.
    t.cutAt(answer.since)
    return false
  }
  known.set(key, { since: t.frame() })
  const changed = reaches({ t, key, seen: new Set() }, outer(literal), [])
  known.set(key, changed)
  return changed
}

/** A question that is being looked into, since a frame. */
interface Asking {
  readonly since: number
}

interface Look {
  readonly t: Tracer
  /** The member that is asked for. */
  readonly key: string | null
  readonly seen: Set<ts.Node>
}

function reaches(look: Look, at: ts.Expression, way: Way): boolean {
  const { parent } = at
  if (isAccess(parent)) return parent.expression === at && throughAccess(look, parent, way)
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return throughName(look, parent.name, way)
  if (ts.isPropertyAssignment(parent)) return throughMember(look, parent.parent, nameText(parent.name), way)
  if (ts.isShorthandPropertyAssignment(parent)) return throughMember(look, parent.parent, parent.name.text, way)
  if (ts.isArrayLiteralExpression(parent)) return reaches(look, outer(parent), [ANY, ...way])
  if (ts.isSpreadElement(parent) || ts.isSpreadAssignment(parent)) return throughSpread(look, parent, way)
  if (ts.isPropertyDeclaration(parent)) return throughField(look, nameText(parent.name), way)
  if (ts.isBinaryExpression(parent)) return throughOperator(look, parent, at, way)
  if (ts.isConditionalExpression(parent)) return parent.condition !== at && reaches(look, outer(parent), way)
  if (ts.isAwaitExpression(parent)) return reaches(look, outer(parent), way)
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return throughCall(look, parent, at, way)
  if (ts.isForOfStatement(parent)) return throughLoop(look, parent, way)
  if (ts.isReturnStatement(parent)) return throughReturn(look, functionOf(parent), way)
  if (ts.isExportAssignment(parent)) return throughUses(look, usesOfDefault(look.t, parent), way)
  if (ts.isArrowFunction(parent)) return throughReturn(look, parent, way)
  return false
}

function throughAccess(look: Look, access: Access, way: Way): boolean {
  const [first, ...rest] = way
  const name = keyOf(access)
  if (first !== undefined && (first === ANY || name === null || name === first)) {
    // What is put in its place is followed by who reads the member.
    if (isTargetOf(access) !== null) return true
    const called = calledBy(access)
    return called === null ? reaches(look, outer(access), rest) : throughMethod(look, called, name, way)
  }
  if (first !== undefined) return false
  if (isTargetOf(access) !== null) return look.key === null || name === null || name === look.key
  return calledBy(access) !== null && name !== null && CHANGES.has(name)
}

// lists.forEach(list => list.push(…)), lists.at(0).push(…)
function throughMethod(look: Look, call: ts.CallExpression, name: string | null, [, ...rest]: Way): boolean {
  if (name !== null && CHANGES.has(name)) return true
  const given = call.arguments.some(argument => {
    const fn = inner(argument)
    const [first] = ts.isArrowFunction(fn) || ts.isFunctionExpression(fn) ? fn.parameters : []
    return first !== undefined && throughName(look, first.name, rest)
  })
  return given || reaches(look, outer(call), rest)
}

function throughName(look: Look, name: ts.BindingName, way: Way): boolean {
  if (ts.isIdentifier(name)) {
    const declaration = look.t.project.declarationOf(name)
    return declaration !== null && throughDeclaration(look, declaration, way)
  }
  const [first, ...rest] = way
  if (first === undefined) return false
  return name.elements.some((element, index) => {
    if (!ts.isBindingElement(element)) return false
    if (element.dotDotDotToken !== undefined) return throughName(look, element.name, way)
    const taken = ts.isArrayBindingPattern(name) ? String(index) : nameText(element.propertyName ?? element.name)
    return (first === ANY || taken === null || taken === first) && throughName(look, element.name, rest)
  })
}

function throughDeclaration(look: Look, declaration: Declaration, way: Way): boolean {
  if (look.seen.has(declaration.node)) return false
  look.seen.add(declaration.node)
  const { uses, beyond } = namedUsesOf(look.t, declaration)
  if (beyond === 'renamed' || (beyond === 'whole' && throughField(look, declaration.name, way))) return true
  return throughUses(look, uses, way)
}

function throughUses(look: Look, uses: readonly ts.Identifier[], way: Way): boolean {
  return uses.some(use => isValue(use) && reaches(look, outer(use), way))
}

function throughMember(look: Look, holder: ts.ObjectLiteralExpression, name: string | null, way: Way): boolean {
  const longer: Way = [name ?? ANY, ...way]
  return reaches(look, outer(holder), longer) || usesOfThis(holder).some(own => reaches(look, outer(own), longer))
}

function throughSpread(look: Look, spread: ts.SpreadElement | ts.SpreadAssignment, way: Way): boolean {
  // A copy is no longer the same list, what lies in it is.
  if (way.length === 0) return false
  const { parent } = spread
  if (ts.isArrayLiteralExpression(parent) || ts.isObjectLiteralExpression(parent))
    return reaches(look, outer(parent), way)
  return true
}

// Nobody tells whose field it is: every access of that name counts.
function throughField(look: Look, name: string | null, way: Way): boolean {
  if (name === null) return true
  const files = look.t.project.holding(name)
  if (files.length > MOST_FILES) return look.key === null
  return files.some(file => accessesTo(look.t, file, name).some(access => reaches(look, outer(access), way)))
}

function throughOperator(look: Look, node: ts.BinaryExpression, at: ts.Expression, way: Way): boolean {
  const { kind } = node.operatorToken
  if (kind === ts.SyntaxKind.CommaToken) return node.right === at && reaches(look, outer(node), way)
  if (isAssignment(kind)) return node.right === at && throughTarget(look, inner(node.left), way)
  const hands =
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    (kind === ts.SyntaxKind.AmpersandAmpersandToken && node.right === at)
  return hands && reaches(look, outer(node), way)
}

function throughTarget(look: Look, left: ts.Expression, way: Way): boolean {
  if (ts.isIdentifier(left)) return throughName(look, left, way)
  if (!isAccess(left)) return true
  const name = keyOf(left)
  // module.exports = { TEXTS }
  const isWhole = name === 'exports' && left.expression.getText() === 'module'
  const [first, ...rest] = way
  if (isWhole && typeof first === 'string') return throughField(look, first, rest)
  return !isWhole && throughField(look, name, way)
}

function throughCall(look: Look, call: ts.CallExpression | ts.NewExpression, at: ts.Expression, way: Way): boolean {
  const index = call.arguments?.indexOf(at) ?? -1
  if (index === -1) return false
  const callee = inner(call.expression)
  const name = callee.getText()
  if (name === 'Object.freeze') return reaches(look, outer(call), way)
  if (CHANGES_GIVEN.test(name)) {
    // Object.assign({}, defaults): what is laid over another lies in that, too.
    return index === 0 || (way.length > 0 && reaches(look, outer(call), way))
  }
  return look.t.evaluate(callee, null).some(({ value }) => {
    const node = value.kind === 'function' ? value.node : value.kind === 'class' ? constructorOf(value.node) : undefined
    return node !== undefined && throughParameter(look, node, index, way)
  })
}

function throughParameter(look: Look, { parameters }: FunctionNode, index: number, way: Way): boolean {
  const last = parameters.at(-1)
  if (last?.dotDotDotToken !== undefined && index >= parameters.length - 1)
    return throughName(look, last.name, [ANY, ...way])
  const parameter = parameters[index]
  return parameter !== undefined && throughName(look, parameter.name, way)
}

function throughLoop(look: Look, { initializer }: ts.ForOfStatement, [first, ...rest]: Way): boolean {
  if (first === undefined || !ts.isVariableDeclarationList(initializer)) return false
  return initializer.declarations.some(({ name }) => throughName(look, name, rest))
}

// What a function gives is known to whoever calls it by its name.
function throughReturn(look: Look, fn: FunctionNode | null, way: Way): boolean {
  const name = fn === null ? null : nameOfFunction(fn)
  const declaration = name === null ? null : look.t.project.declarationOf(name)
  if (declaration === null || look.seen.has(declaration.node)) return false
  look.seen.add(declaration.node)
  return namedUsesOf(look.t, declaration).uses.some(use => {
    const call = outer(use).parent
    return ts.isCallExpression(call) && call.expression === outer(use) && reaches(look, outer(call), way)
  })
}

function calledBy(access: Access): ts.CallExpression | null {
  const call = outer(access).parent
  return ts.isCallExpression(call) && call.expression === outer(access) ? call : null
}

function isValue(use: ts.Identifier): boolean {
  const { parent } = use
  return !ts.isExportSpecifier(parent) && !ts.isImportSpecifier(parent) && !ts.isTypeQueryNode(parent)
}

// `this` in the methods of an object that is written out.
function usesOfThis(holder: ts.ObjectLiteralExpression): readonly ts.Expression[] {
  const found: ts.Expression[] = []
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.ThisKeyword) found.push(node as ts.ThisExpression)
    if (!ts.isClassLike(node)) ts.forEachChild(node, visit)
  }
  for (const property of holder.properties) if (ts.isMethodDeclaration(property)) visit(property)
  return found
}

function accessesTo(t: Tracer, file: string, name: string): readonly Access[] {
  const unit = t.project.open(file)
  if (unit === null) return []
  const found: Access[] = []
  const visit = (node: ts.Node): void => {
    if (isAccess(node) && keyOf(node) === name) found.push(node)
    ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return found
}

function constructorOf(node: ts.ClassLikeDeclaration): ts.ConstructorDeclaration | undefined {
  return node.members.find(ts.isConstructorDeclaration)
}
