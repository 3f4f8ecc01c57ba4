import { type Access, inner, isAccess, isFunctionNode, keyOf, outer } from '../../detect/syntax.ts'
import { exportedNames } from '../../detect/uses-of.ts'
import { isAskedForTruth } from '../../forms/condition.ts'
import { bindBeside } from '../../plan/bind-beside.ts'
import { isWrite } from '../../plan/names.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { elementOfBody } from '../../plan/read-name.ts'
import type { Splice } from '../../plan/splice.ts'
import type { Declaration } from '../../source/bindings.ts'
import { ts } from '../../source/compiler.ts'
import { asMap } from './as-map.ts'
import { memberOfBody } from './body-at-hand.ts'
import { LIST_SHAPES, MAP_SHAPES } from './field-places.ts'
import type { Holder } from './find-holders.ts'
import { type Held, kept, literal, type Look, moved, replace, type Use } from './held.ts'
import { readForMap } from './read-for-map.ts'
import { readListUse } from './read-list.ts'
import { readMapUse } from './read-map.ts'
import { readOne } from './read-one.ts'
import { isOfEntries, readTextsUse } from './read-texts.ts'
import { v2Path } from './v2-path.ts'

/** What becomes of all uses of a holder; `shared` changes with each of them. */
export interface HolderUses {
  readonly uses: readonly Use[]
  readonly shared: readonly Splice[]
}

/** Reads how all field errors of a body are used from the place on where a client gets hold of them. */
export function readHolder(look: Look, { node }: Holder): HolderUses {
  const { member, shape } = look.catalogue.contract.errors
  if (shape === 'map') return readForMap(look, node, member)
  if (ts.isBindingElement(node)) return readPattern(look, node, member)
  const says = memberOfBody(look.t, node, member)
  const one = readOne(look, node, says)
  if (one !== null) return { uses: [one], shared: [] }
  if (says === null) return readBeside(look, node, member)
  const held: Held = { node, says, isSafe: false }
  const texts = readTextsUse(look, held, node)
  return texts === null ? readHeld(look, held) : { uses: [texts], shared: [] }
}

// const { error } = await response.json(): what lies in `error` is read of what is bound beside it.
function readBeside(look: Look, node: Access, member: string): HolderUses {
  const stays: HolderUses = { uses: isPassed(node) ? [kept(node, 'flow-not-rewritable')] : [], shared: [] }
  const id = inner(node.expression)
  const declaration = ts.isIdentifier(id) ? look.t.project.declarationOf(id) : null
  if (declaration === null || declaration.again.length > 0 || declaration.references.some(isWrite)) return stays
  const bound = declaration.node
  if (!ts.isBindingElement(bound)) return stays
  const beside = bindBeside(look.t, declaration, bound, { member, names: [member, `problem${capital(member)}`] })
  if (beside === null || beside === 'name-taken') return stays
  const { uses, shared } = readHeld(look, { node, says: beside.name, isSafe: false })
  return { uses, shared: [...shared, beside.splice] }
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

// What is only compared or shown as a text is no list, and no map.
function isPassed(node: ts.Expression): boolean {
  const at = outer(node)
  const { parent } = at
  const isFallen = ts.isBinaryExpression(parent) && parent.left === at && falls(parent) && isEmpty(parent.right)
  return isFallen || isAccess(parent) || ts.isCallExpression(parent)
}

// const { errors } = error.response.data
function readPattern(look: Look, node: ts.BindingElement, member: string): HolderUses {
  const found = elementOfBody(look.t, node)
  const declaration = ts.isIdentifier(node.name) ? look.t.project.declarationOf(node.name) : null
  if (found === null || declaration === null) return { uses: [], shared: [] }
  const { element, pattern } = found
  const taken = pattern.elements.some(one => one !== element && (one.propertyName ?? one.name).getText() === member)
  const initial = node.initializer === undefined ? '' : ` = ${isEmpty(node.initializer) ? '[]' : '?'}`
  if (taken || initial.endsWith('?')) return { uses: [kept(node, 'name-taken')], shared: [] }
  const name = declaration.name
  const bound = `${name === member ? member : `${member}: ${name}`}${initial}`
  const shared = element.getText() === bound ? [] : [replace(look.unit, element, bound)]
  const isSafe = initial !== ''
  const { uses } = readName(look, declaration, isSafe)
  return { uses: uses.map(use => onTheSpot(look, use, isSafe)), shared }
}

function isEmpty(node: ts.Expression): boolean {
  const at = inner(node)
  if (ts.isObjectLiteralExpression(at)) return at.properties.length === 0
  return ts.isArrayLiteralExpression(at) && at.elements.length === 0
}

function readHeld(look: Look, held: Held): HolderUses {
  const at = outer(held.node)
  const { parent } = at
  if (ts.isVariableDeclaration(parent) && parent.initializer === at && ts.isIdentifier(parent.name)) {
    return readVariable(look, held, parent.name, parent.type !== undefined || isCast(held.node))
  }
  if (ts.isBinaryExpression(parent) && parent.left === at && falls(parent) && isEmpty(parent.right)) {
    return readHeld(look, { node: parent, says: `(${held.says} ?? [])`, isSafe: true })
  }
  return { uses: readUse(look, held).map(use => settle(look, held, use)), shared: [] }
}

function falls({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
}

// What goes where it cannot be followed goes on being the map that it was.
function settle(look: Look, held: Held, use: Use): Use {
  if (use.outcome !== 'escapes') return use
  const isList = look.places.some(({ shape }) => LIST_SHAPES.includes(shape))
  const map = isList ? 'flow-not-rewritable' : asMap(look, held)
  if (typeof map === 'string') return kept(use.node, map)
  return asWas(moved(held.node, [replace(look.unit, held.node, map.asWas)]))
}

// setErrors(errors), where `errors` is a list by now: it is made a map again just there.
function onTheSpot(look: Look, use: Use, isSafe: boolean): Use {
  if (use.outcome !== 'escapes') return use
  return ts.isIdentifier(use.node)
    ? settle(look, { node: use.node, says: use.node.text, isSafe }, use)
    : kept(use.node, 'flow-not-rewritable')
}

function readVariable(look: Look, held: Held, id: ts.Identifier, isDeclared: boolean): HolderUses {
  const declaration = look.t.project.declarationOf(id)
  if (declaration === null || declaration.again.length > 0 || declaration.references.some(isWrite)) {
    return { uses: [settle(look, held, { outcome: 'escapes', node: held.node })], shared: [] }
  }
  const { uses, isExported } = readName(look, declaration, held.isSafe)
  // A name with a type of its own goes on to be of that type.
  const isLost = isDeclared || isExported || uses.some(use => use.outcome === 'escapes' || use.outcome === 'kept')
  if (isLost) {
    const source = atTheSource(look, held, declaration, uses)
    const settled = uses.map(use => onTheSpot(look, use, held.isSafe))
    const isSettled = !isDeclared && !isExported && settled.every(({ outcome }) => outcome !== 'kept')
    if (!isSettled || source.uses.every(({ outcome }) => outcome !== 'kept')) return source
    return { uses: settled, shared: sharedOf(look, held) }
  }
  return { uses, shared: sharedOf(look, held) }
}

// const errors = body.details → const errors = body.errors
function sharedOf(look: Look, held: Held): readonly Splice[] {
  const says = held.isSafe ? held.says.replace(/^\((.*)\)$/, '$1') : held.says
  return says === held.node.getText() ? [] : [replace(look.unit, held.node, says)]
}

function readName(look: Look, declaration: Declaration, isSafe: boolean) {
  const uses = declaration.references.flatMap(id => readUse(look, { node: id, says: id.text, isSafe }))
  return { uses, isExported: exportedNames(declaration).length > 0 }
}

/** Where one use of a name can only be of the map that it was, the name goes on to be one for all of them. */
function atTheSource(look: Look, held: Held, declaration: Declaration, uses: readonly Use[]): HolderUses {
  const stays: HolderUses = {
    uses: uses.map(use => (use.outcome === 'escapes' ? kept(use.node, 'flow-not-rewritable') : use)),
    shared: [],
  }
  const isList = look.places.some(({ shape }) => LIST_SHAPES.includes(shape))
  const bare = { ...held, says: held.says.replace(/^\((.*) \?\? \[\]\)$/, '$1'), isSafe: false }
  const map = isList ? null : asMap(look, bare)
  if (map === null || typeof map === 'string') return stays
  const node = held.isSafe && ts.isBinaryExpression(held.node) ? held.node.left : held.node
  const keys: Splice[] = []
  for (const id of declaration.references) {
    const key = keyIn(look, id)
    if (key === 'unclear') return stays
    if (key !== null) keys.push(key)
  }
  return { uses: [asWas(moved(node, [replace(look.unit, node, map.asWas), ...keys]))], shared: [] }
}

// errors['items.0.name'] of the map that is made anew has the name that v2 gives it.
function keyIn(look: Look, id: ts.Identifier): Splice | 'unclear' | null {
  const access = outer(id).parent
  if (!isAccess(access) || access.expression !== outer(id)) return null
  const key = keyOf(access)
  if (key === null) return 'unclear'
  const [place] = look.places
  const path = place === undefined ? 'lost' : v2Path(look.catalogue, place, key)
  if (path === key) return null
  if (path === null || path === 'lost' || !ts.isElementAccessExpression(access)) return 'unclear'
  const written = access.argumentExpression
  return replace(look.unit, written, literal(path, quoteOf(written)))
}

function isGivenAsMap({ places }: Look, { node }: Held): boolean {
  const isMap = places.every(({ shape }) => MAP_SHAPES.includes(shape))
  return isMap && isCast(node) && ts.isCallExpression(outer(node).parent)
}

// (errors as Record<string, string[]>): whoever says so goes on to be given a map.
function isCast(node: ts.Expression): boolean {
  for (let at: ts.Node = node; at !== outer(node); at = at.parent) {
    const cast = at.parent
    const isTyped = ts.isAsExpression(cast) || ts.isTypeAssertionExpression(cast) || ts.isSatisfiesExpression(cast)
    if (isTyped && cast.type.kind !== ts.SyntaxKind.AnyKeyword) return true
  }
  return false
}

/** One use of what holds all field errors. */
function readUse(look: Look, held: Held): readonly Use[] {
  const at = outer(held.node)
  const { parent } = at
  if (isGivenAsMap(look, held)) return [{ outcome: 'escapes', node: held.node }]
  const replaced = () =>
    held.says === held.node.getText() ? same(held.node) : moved(held.node, [replace(look.unit, held.node, held.says)])
  const asked = (): readonly Use[] => [{ ...replaced(), isAsked: true }]
  const isLeft = ts.isBinaryExpression(parent) && parent.left === at
  if (isAskedForTruth(at)) return asked()
  if (isLeft && parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return asked()
  if (isComparedWithNothing(at)) return asked()
  if (ts.isCallExpression(parent) && parent.expression.getText() === 'Array.isArray') {
    const isList = look.places.every(({ shape }) => LIST_SHAPES.includes(shape))
    return [isList ? replaced() : kept(held.node, 'guarded-by-v1')]
  }
  if (isLeft && falls(parent) && isEmpty(parent.right)) {
    return readUse(look, { node: parent, says: `(${held.says} ?? [])`, isSafe: true })
  }
  if (isV2Already(look, at)) return []
  const use = readMapUse(look, held) ?? readListUse(look, held)
  if (use !== null) return [use]
  if (isAccess(parent) && parent.expression === at) return [kept(held.node, 'field-wording')]
  if (ts.isTypeOfExpression(parent)) return [kept(held.node, 'guarded-by-v1')]
  return isHandedOn(at) ? [{ outcome: 'escapes', node: held.node }] : []
}

function asWas(use: Use): Use {
  return use.outcome === 'moved' ? { ...use, isAsWas: true } : use
}

function same(node: ts.Node): Use {
  return { outcome: 'same', node }
}

// data.errors?.find(…), where v1 had a map: somebody has moved it.
function isV2Already({ places }: Look, at: ts.Expression): boolean {
  const { parent } = at
  if (places.some(({ shape }) => shape === 'items')) return false
  if (places.some(({ shape }) => shape === 'texts')) return isOfEntries(at)
  if (ts.isForOfStatement(parent)) return parent.expression === at
  if (!isAccess(parent) || parent.expression !== at) return false
  const key = keyOf(parent) ?? ''
  const call = outer(parent).parent
  const isCalled = ts.isCallExpression(call) && call.expression === outer(parent)
  return /^\d+$/.test(key) || (isCalled && Object.hasOwn(Array.prototype, key))
}

function isComparedWithNothing(at: ts.Expression): boolean {
  const { parent } = at
  if (!ts.isBinaryExpression(parent) || !/^[!=]==?$/.test(parent.operatorToken.getText())) return false
  const other = inner(parent.left === at ? parent.right : parent.left)
  return other.kind === ts.SyntaxKind.NullKeyword || other.getText() === 'undefined'
}

function isHandedOn(at: ts.Expression): boolean {
  const { parent } = at
  return (
    (ts.isCallExpression(parent) && parent.expression !== at) ||
    ts.isNewExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isThrowStatement(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isJsxExpression(parent) ||
    ts.isVariableDeclaration(parent) ||
    isFunctionNode(parent) ||
    (ts.isBinaryExpression(parent) && parent.right === at) ||
    (ts.isBinaryExpression(parent) && falls(parent)) ||
    (ts.isConditionalExpression(parent) && parent.condition !== at)
  )
}
