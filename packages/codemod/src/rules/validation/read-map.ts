import { type Access, inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { isTargetOf } from '../../detect/assignments.ts'
import { isAskedForTruth } from '../../forms/condition.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { ts } from '../../source/compiler.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { bodyPath } from '../../plan/v1-reads.ts'
import { type FieldPlace, MAP_SHAPES, wholeName } from './field-places.ts'
import {
  choose,
  entry,
  type Held,
  isAt,
  kept,
  literal,
  type Look,
  moved,
  on,
  replace,
  surely,
  type Use,
} from './held.ts'
import { isKeyOf, readEntries, readKeys, readValues } from './read-entries.ts'
import { v2Path } from './v2-path.ts'

/** A use of a map from fields to what is wrong with them; `null` where it is used as no map at all. */
export function readMapUse(look: Look, held: Held): Use | null {
  if (!look.places.some(place => MAP_SHAPES.includes(place.shape))) return null
  const at = outer(held.node)
  const { parent } = at
  if (isAccess(parent) && parent.expression === at) return readMember(look, held, parent)
  if (ts.isForInStatement(parent) && parent.expression === at) return { ...readKeys(look, held, parent), isByKey: true }
  const asked = askedKey(at)
  if (asked !== null) return readAsked(look, held, asked)
  const call = callOf(parent, at)
  switch (call?.name) {
    case 'entries':
      return readEntries(look, held, call.node)
    case 'keys':
      return { ...readKeys(look, held, call.node), isByKey: true }
    case 'values':
      return readValues(look, held, call.node)
  }
  return null
}

interface AskedKey {
  readonly node: ts.Expression
  readonly key: string
}

// 'email' in data.errors, Object.hasOwn(data.errors, 'email')
function askedKey(at: ts.Expression): AskedKey | null {
  const { parent } = at
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    const key = inner(parent.left)
    return parent.right === at && ts.isStringLiteralLike(key) ? { node: parent, key: key.text } : null
  }
  if (!ts.isCallExpression(parent) || parent.arguments[0] !== at) return null
  const [, second] = parent.arguments.map(inner)
  const isOwn = /^Object\.(?:hasOwn|prototype\.hasOwnProperty\.call)$/.test(parent.expression.getText())
  return isOwn && second !== undefined && ts.isStringLiteralLike(second) ? { node: parent, key: second.text } : null
}

// data.errors.hasOwnProperty('email')
function ownKey(access: Access): AskedKey | null {
  const call = outer(access).parent
  if (keyOf(access) !== 'hasOwnProperty' || !ts.isCallExpression(call) || call.expression !== outer(access)) return null
  const [key] = call.arguments.map(inner)
  return key !== undefined && ts.isStringLiteralLike(key) ? { node: call, key: key.text } : null
}

function readAsked(look: Look, held: Held, { node, key }: AskedKey): Use {
  const chosen = choose(look, MAP_SHAPES)
  if (typeof chosen === 'string') return kept(node, chosen)
  const [place] = chosen
  const path = place === undefined ? 'lost' : v2Path(look.catalogue, place, key)
  if (path === 'lost') return kept(node, 'no-v2-place')
  return moved(node, [replace(look.unit, node, `${surely(held)}.some(${isAt(look, path, node)})`)])
}

// Object.entries(data.errors)
function callOf(node: ts.Node, argument: ts.Node): { readonly name: string; readonly node: ts.CallExpression } | null {
  if (!ts.isCallExpression(node) || node.arguments[0] !== argument || node.arguments.length > 1) return null
  const callee = inner(node.expression)
  if (!ts.isPropertyAccessExpression(callee) || callee.expression.getText() !== 'Object') return null
  return { name: callee.name.text, node }
}

// data.errors.email, data.errors['items.0.name']
function readMember(look: Look, held: Held, access: Access): Use | null {
  if (isTargetOf(access) !== null || ts.isDeleteExpression(outer(access).parent)) {
    return kept(access, 'flow-not-rewritable')
  }
  const own = ownKey(access)
  if (own !== null) return readAsked(look, held, own)
  const key = keyOf(access)
  if (key === null) {
    const use = readByName(look, held, access)
    return use === null ? null : { ...use, isByKey: true }
  }
  // A list is asked for its length, or for one of its methods.
  if (
    /^\d+$/.test(key) ||
    (isListMember(key) && look.places.some(({ shape }) => shape === 'items' || shape === 'texts'))
  )
    return null
  const value = fieldOf(look, access)
  if ('reason' in value) return value.reason === 'not-the-wording' ? null : kept(access, value.reason)
  const [place] = value.chosen
  const path = place === undefined ? 'lost' : v2Path(look.catalogue, place, key)
  if (path === 'lost') return kept(access, 'no-v2-place')
  return write(look, held, access, value, isAt(look, path, access))
}

const LIST_MEMBERS = new Set(Object.getOwnPropertyNames(Array.prototype))

function isListMember(key: string): boolean {
  return LIST_MEMBERS.has(key)
}

// data.errors[field]: in v2's spelling, where the field is one of the keys that the same map was asked for.
function readByName(look: Look, held: Held, access: Access): Use | null {
  if (!ts.isElementAccessExpression(access)) return null
  const path = bodyPath(look.t, held.node)?.join()
  const key = access.argumentExpression
  const isSame = (map: ts.Expression) => bodyPath(look.t, map)?.join() === path
  if (!isKeyOf(look, key, isSame)) return kept(access, 'field-path-unclear')
  const value = fieldOf(look, access)
  if ('reason' in value) return kept(access, value.reason === 'not-the-wording' ? 'field-wording' : value.reason)
  const whole = literal(wholeName(value.chosen), quoteOf(access))
  return write(look, held, access, value, `${entry(look)} => (one.path ?? ${whole}) === ${key.getText()}`)
}

type Value =
  | {
      readonly chosen: readonly FieldPlace[]
      /** What the value of the field is used as. */
      readonly as: 'first' | 'nth' | 'joined' | 'asked' | 'list'
      /** What the new text stands for. */
      readonly node: ts.Expression
      readonly index?: string
      readonly call?: ts.CallExpression
    }
  | { readonly reason: 'not-the-wording' | 'text-or-object' | 'fields-elsewhere' | 'field-wording' }

// What is read of a field: its text, its first text, or all of them.
function fieldOf(look: Look, access: Access): Value {
  const at = outer(access)
  const inside = isAccess(at.parent) && at.parent.expression === at ? at.parent : null
  const key = inside === null ? null : keyOf(inside)
  if (inside !== null && isObjectMember(look, key)) return taken(look, 'object-map', 'first', inside)
  if (look.places.some(({ shape }) => shape === 'list-map')) {
    if (inside !== null && key !== null) return insideList(look, access, inside, key)
    return wholeList(look, access)
  }
  const hasTexts = look.places.some(({ shape }) => shape === 'text-map')
  if (hasTexts) return taken(look, 'text-map', 'first', access)
  return isAskedForTruth(at) ? taken(look, 'object-map', 'asked', access) : { reason: 'field-wording' }
}

function isObjectMember({ places }: Look, key: string | null): boolean {
  return places.some(({ shape, members }) => shape === 'object-map' && members.message.some(([name]) => name === key))
}

// data.errors.email[0], data.errors.email.join(', ')
function insideList(look: Look, access: Access, inside: Access, key: string): Value {
  if (key === '0') return taken(look, 'list-map', 'first', inside)
  if (/^\d+$/.test(key)) return { ...taken(look, 'list-map', 'nth', inside), index: key }
  const call = outer(inside).parent
  if (!ts.isCallExpression(call) || call.expression !== inside) return { reason: 'field-wording' }
  const [index] = call.arguments
  if (key === 'at' && index !== undefined && /^\d+$/.test(index.getText())) {
    return { ...taken(look, 'list-map', 'nth', call), index: index.getText() }
  }
  if (key === 'join') return { ...taken(look, 'list-map', 'joined', call), call }
  // Nobody can tell an empty list from none where neither shows anything.
  const showsNothing = ts.isJsxExpression(outer(call).parent) || ts.isExpressionStatement(outer(call).parent)
  const isLoop = LOOPS.has(key) && (!ts.isOptionalChain(inside) || showsNothing)
  return isLoop ? taken(look, 'list-map', 'list', access) : { reason: 'field-wording' }
}

function wholeList(look: Look, access: Access): Value {
  const at = outer(access)
  const { parent } = at
  if (isAskedForTruth(at)) return taken(look, 'list-map', 'asked', access)
  if (ts.isForOfStatement(parent) && parent.expression === at) return taken(look, 'list-map', 'list', access)
  if (ts.isBinaryExpression(parent) && parent.left === at && isEmptyList(parent)) {
    return taken(look, 'list-map', 'list', parent)
  }
  // Where both are known, what is not asked for its first is the text itself.
  const hasTexts = look.places.some(({ shape }) => shape === 'text-map')
  return hasTexts ? taken(look, 'text-map', 'first', access) : { reason: 'field-wording' }
}

const LOOPS = new Set(['map', 'forEach', 'some', 'every', 'find', 'filter', 'includes', 'flatMap', 'slice'])

function isEmptyList(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken
  const falls = kind === ts.SyntaxKind.BarBarToken || kind === ts.SyntaxKind.QuestionQuestionToken
  const right = inner(node.right)
  return falls && ts.isArrayLiteralExpression(right) && right.elements.length === 0
}

function taken(
  look: Look,
  shape: 'text-map' | 'list-map' | 'object-map',
  as: 'first' | 'nth' | 'joined' | 'asked' | 'list',
  node: ts.Expression,
): Exclude<Value, { reason: string }> | { readonly reason: 'not-the-wording' | 'fields-elsewhere' } {
  const chosen = choose(look, [shape])
  if (typeof chosen === 'string') return { reason: chosen === 'fields-elsewhere' ? chosen : 'not-the-wording' }
  return { chosen, as, node }
}

function write(look: Look, held: Held, access: Access, value: Exclude<Value, { reason: string }>, test: string): Use {
  const { unit } = look
  const { node } = value
  const texts = (start: string) => `${start}filter(${test}).map(${entry(look)} => one.message)`
  switch (value.as) {
    case 'first':
      return moved(node, [replace(unit, node, `${on(held)}find(${test})?.message`)])
    case 'nth':
      return moved(node, [replace(unit, node, `${on(held)}filter(${test})[${value.index}]?.message`)])
    case 'asked':
      return moved(node, [replace(unit, node, `${on(held)}some(${test})`)])
    case 'list':
      return moved(node, [replace(unit, node, texts(`${surely(held)}.`))])
    case 'joined': {
      const separator = value.call?.arguments.map(one => one.getText()).join(', ') ?? ''
      const joined = `${texts(on(held))}.join(${separator})`
      // Where the field was not at fault there was no text at all.
      const isOptional = access.parent.getText().startsWith(`${access.getText()}?.`)
      if (!isOptional) return moved(node, [replace(unit, node, joined)])
      const text = `${joined} || undefined`
      return moved(node, [replace(unit, node, needsParentheses(outer(node), 'or') ? `(${text})` : text)])
    }
  }
}
