import { dialectsOf } from '@problemshift/catalogue'
import { type Access, inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { ts } from '../../source/compiler.ts'
import { doesMore } from '../../plan/text-source.ts'
import { memberOfBody } from './body-at-hand.ts'
import { choose, entry, type Held, kept, type Look, moved, replace, type Use } from './held.ts'

/**
 * A use of a list of sentences: class-validator's `message: ['email must be an email']`. What is one sentence alone and names
 * no field is the `detail` of the problem.
 */
export function readTextsUse(look: Look, held: Held, holder: Access): Use | null {
  const texts = look.places.filter(place => place.shape === 'texts')
  if (texts.length === 0) return null
  if (isOfEntries(held.node)) return null
  const either = eitherOf(holder)
  if (either === 'inside') return { outcome: 'same', node: holder }
  const use = either ?? takenBy(held.node)
  if (use === null) return null
  const chosen = choose(look, ['texts'])
  if (typeof chosen === 'string') return kept(holder, chosen)
  // Where the list may be missing, one sentence cannot be told from an error that has none.
  const isThere = keyOf(holder) === 'message' || !mayBeMissing(use)
  if (!isThere || !chosen.every(({ dialect, path }) => isMessage(look, dialect, path.join('.')))) {
    return kept(holder, 'lone-sentence')
  }
  const detail = memberOfBody(look.t, holder, 'detail')
  const title = memberOfBody(look.t, holder, 'title')
  if (detail === null || title === null || doesMore(holder)) return kept(holder, 'flow-not-rewritable')
  const messages = `${held.says}?.map(${entry(look)} => one.message)`
  const { node } = use
  switch (use.as) {
    case 'first':
      return written(look, node, `${held.says}?.[0]?.message ?? ${detail} ?? ${title}`)
    case 'joined':
      return written(look, node, `${messages}.join(${use.separator}) ?? ${detail} ?? ${title}`)
    case 'list':
      return written(look, node, `${messages} ?? [${detail} ?? ${title}]`)
  }
}

// data.errors?.join(', ') gave nothing where there was no list.
function mayBeMissing({ node }: Taken): boolean {
  return node.getText().includes('?.')
}

function written({ unit }: Look, node: ts.Expression, text: string): Use {
  return moved(node, [replace(unit, node, needsParentheses(outer(node), 'nullish') ? `(${text})` : text)])
}

function isMessage({ catalogue }: Look, dialect: string, path: string): boolean {
  return dialectsOf(catalogue).some(one => one.name === dialect && (one.places.message ?? []).includes(path))
}

type Taken =
  | { readonly as: 'first' | 'list'; readonly node: ts.Expression }
  | { readonly as: 'joined'; readonly node: ts.Expression; readonly separator: string }

const METHODS = new Set(['map', 'forEach', 'some', 'every', 'filter', 'find', 'slice', 'flatMap', 'reduce'])

// data.message[0], data.message.join(', '), for (const text of data.message)
function takenBy(list: ts.Expression): Taken | null {
  const at = outer(list)
  const { parent } = at
  if (ts.isForOfStatement(parent) && parent.expression === at) return { as: 'list', node: list }
  if (!isAccess(parent) || parent.expression !== at) return null
  const key = keyOf(parent) ?? ''
  if (key === '0') return { as: 'first', node: parent }
  const call = outer(parent).parent
  if (!ts.isCallExpression(call) || call.expression !== outer(parent)) return null
  if (key === 'join')
    return { as: 'joined', node: call, separator: call.arguments.map(one => one.getText()).join(', ') }
  return METHODS.has(key) ? { as: 'list', node: list } : null
}

/** `Array.isArray(data.message) ? data.message[0] : data.message`: read as a whole, at its condition. */
function eitherOf(holder: Access): Taken | 'inside' | null {
  const text = holder.getText().replaceAll('?.', '.')
  for (let at: ts.Node = holder; !ts.isStatement(at); at = at.parent) {
    const { parent } = at
    if (!ts.isConditionalExpression(parent)) continue
    if (listAsked(parent.condition)?.getText().replaceAll('?.', '.') !== text) continue
    if (inner(parent.whenFalse).getText().replaceAll('?.', '.') !== text) return null
    const taken = takenBy(listIn(parent.whenTrue) ?? parent.whenTrue)
    if (taken === null || taken.as === 'list' || taken.node !== inner(parent.whenTrue)) return null
    return at === parent.condition ? { ...taken, node: parent } : 'inside'
  }
  return null
}

function listAsked(condition: ts.Expression): ts.Expression | null {
  const call = inner(condition)
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'Array.isArray') return null
  return call.arguments[0] ?? null
}

// The list that an element is taken of, or that is joined.
function listIn(node: ts.Expression): ts.Expression | null {
  const at = inner(node)
  const access = ts.isCallExpression(at) ? inner(at.expression) : at
  return isAccess(access) ? inner(access.expression) : null
}

/** `data.errors?.map(one => one.message)`, `data.errors?.[0]?.message`: a sentence has no such member, an entry of v2 has. */
export function isOfEntries(list: ts.Expression): boolean {
  const access = outer(list).parent
  if (!isAccess(access) || access.expression !== outer(list)) return false
  const next = outer(access).parent
  if (isAccess(next)) return isEntryMember(keyOf(next))
  const callback = ts.isCallExpression(next) ? next.arguments[0] : undefined
  if (callback === undefined || !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback))) return false
  return callback.parameters.some(({ name }) => {
    if (!ts.isIdentifier(name)) return ts.isObjectBindingPattern(name)
    return readsEntry(callback.body, name.text)
  })
}

function readsEntry(body: ts.Node, name: string): boolean {
  if (isAccess(body) && inner(body.expression).getText() === name && isEntryMember(keyOf(body))) return true
  return ts.forEachChild(body, child => readsEntry(child, name) || undefined) ?? false
}

function isEntryMember(key: string | null): boolean {
  return key === 'message' || key === 'path' || key === 'code' || key === 'scope'
}
