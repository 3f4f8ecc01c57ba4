import { dialectsOf } from '@problemshift/catalogue'
import { atomsRound } from '../../plan/guard-conditions.ts'
import { bodyPath } from '../../plan/v1-reads.ts'
import { memberOfBody } from './body-at-hand.ts'
import { type Access, inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { isAskedForTruth } from '../../forms/condition.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import { type FieldPlace, LIST_SHAPES } from './field-places.ts'
import { choose, type Held, kept, listOf, type Look, moved, replace, surely, type Use, inAnyCase } from './held.ts'
import { readBound, readItemAt } from './read-item.ts'

/** A use of a list of field errors; `null` where it is used as no list at all. */
export function readListUse(look: Look, held: Held): Use | null {
  if (!look.places.some(place => place.shape === 'items') || !isErrorItself(look)) return readItems(look, held)
  // One item that names no field is the `detail` of the problem in v2, and its list is missing.
  const use = readItems(look, { ...held, orElse: orDetail(look, held) ?? '[]' })
  if (use?.outcome !== 'moved') return use
  return mayBeMissing(look, held) ? kept(use.node, 'lone-sentence') : use
}

function isErrorItself({ catalogue, places }: Look): boolean {
  return dialectsOf(catalogue).some(dialect =>
    places.some(
      place =>
        place.dialect === dialect.name &&
        (dialect.places.message ?? []).some(at => at.startsWith(`${place.path.join('.')}[].`)),
    ),
  )
}

function orDetail({ t }: Look, { node }: Held): string | null {
  const access = inner(node)
  const detail = isAccess(access) ? memberOfBody(t, access, 'detail') : null
  const title = isAccess(access) ? memberOfBody(t, access, 'title') : null
  return detail === null || title === null ? null : `[{ path: null, message: ${detail} ?? ${title} }]`
}

// Where v1 may have had no list, what stands for one item would stand for none.
function mayBeMissing(look: Look, held: Held): boolean {
  const { parent } = outer(held.node)
  if (held.isSafe || orDetail(look, held) === null) return true
  if (isAccess(parent) && (parent.questionDotToken !== undefined || !/^0|\D/.test(keyOf(parent) ?? '1'))) return true
  const path = bodyPath(look.t, held.node)?.join()
  return atomsRound(outer(held.node), new Set()).some(({ atom }) => asks(look, atom, path))
}

function asks(look: Look, node: ts.Node, path: string | undefined): boolean {
  if (isAccess(node) && bodyPath(look.t, node)?.join() === path) return true
  return ts.forEachChild(node, child => asks(look, child, path) || undefined) ?? false
}

function readItems(look: Look, held: Held): Use | null {
  if (!look.places.some(place => LIST_SHAPES.includes(place.shape))) return null
  const at = outer(held.node)
  const { parent } = at
  if (ts.isForOfStatement(parent) && parent.expression === at) return readLoop(look, held, parent)
  if (!isAccess(parent) || parent.expression !== at) return null
  const key = keyOf(parent)
  if (key === null) return null
  if (/^\d+$/.test(key)) return readIndex(look, held, parent)
  if (key === 'length') return withItems(look, held, () => moved(parent, [listEdit(look, held, parent)]))
  const call = outer(parent).parent
  if (!ts.isCallExpression(call) || call.expression !== outer(parent)) return null
  return METHODS.has(key) ? readMethod(look, held, parent, call) : null
}

const METHODS = new Set([
  'some',
  'every',
  'find',
  'filter',
  'forEach',
  'findIndex',
  'map',
  'flatMap',
  'findLast',
  'reduce',
])

function withItems(look: Look, held: Held, then: (chosen: readonly FieldPlace[]) => Use): Use | null {
  const chosen = choose(look, ['items'])
  if (chosen === 'not-the-wording') return null
  return typeof chosen === 'string' ? kept(held.node, chosen) : then(chosen)
}

// A list that v2 leaves out where no field is at fault, and v1 sent empty.
function listEdit({ unit }: Look, held: Held, access: Access): Splice {
  const text = access.questionDotToken === undefined ? surely(held) : held.says
  return replace(unit, outer(held.node), text)
}

// data.details.errors[0].msg
function readIndex(look: Look, held: Held, access: Access): Use | null {
  return withItems(look, held, chosen => {
    const isThere = held.isSafe || held.orElse !== undefined
    const says = isThere ? `${surely(held)}[${keyOf(access)}]` : `${held.says}?.[${keyOf(access)}]`
    if (isAskedForTruth(outer(access))) return moved(access, [replace(look.unit, access, says)])
    const { parent } = outer(access)
    if (isConst(parent)) {
      const edits = readBound(look, chosen, parent.name)
      if (typeof edits === 'string') return kept(access, edits)
      return moved(access, [replace(look.unit, access, says), ...edits])
    }
    return readItemAt(look, chosen, access, `${says}?.`)
  })
}

function readLoop(look: Look, held: Held, loop: ts.ForOfStatement): Use | null {
  return withItems(look, held, chosen => {
    const { initializer } = loop
    const [declaration] = ts.isVariableDeclarationList(initializer) ? initializer.declarations : []
    if (declaration === undefined) return kept(held.node, 'flow-not-rewritable')
    const edits = readBound(look, chosen, declaration.name)
    if (typeof edits === 'string') return kept(held.node, edits)
    const says = held.isSafe ? held.says.replace(/^\((.*)\)$/, '$1') : inAnyCase(held)
    return moved(held.node, [replace(look.unit, outer(held.node), says), ...edits])
  })
}

function readMethod(look: Look, held: Held, access: Access, call: ts.CallExpression): Use | null {
  return withItems(look, held, chosen => {
    const [callback] = call.arguments
    const fn = callback === undefined ? undefined : inner(callback)
    if (fn === undefined || !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))) {
      return kept(call, 'flow-not-rewritable')
    }
    const parameter = fn.parameters[keyOf(access) === 'reduce' ? 1 : 0]
    const edits = parameter === undefined ? [] : readBound(look, chosen, parameter.name)
    if (typeof edits === 'string') return kept(call, edits)
    const after = afterMethod(look, chosen, keyOf(access) ?? '', call)
    if (after === null) return kept(call, 'flow-not-rewritable')
    return moved(call, [...listOf(look, held, access, call), ...edits, ...after])
  })
}

/** What is done with what the method gives: an entry, entries, or nothing of them. */
function afterMethod(
  look: Look,
  chosen: readonly FieldPlace[],
  method: string,
  call: ts.CallExpression,
): readonly Splice[] | null {
  if (method !== 'find' && method !== 'findLast' && method !== 'filter') return []
  if (isAskedForTruth(outer(call))) return []
  const access = outer(call).parent
  if (method !== 'filter' && isConst(access)) {
    const edits = readBound(look, chosen, access.name)
    return typeof edits === 'string' ? null : edits
  }
  if (!isAccess(access) || access.expression !== outer(call)) return null
  if (method === 'filter') return afterFilter(look, chosen, access)
  const use = readItemAt(look, chosen, call, null)
  return use.outcome === 'moved' ? use.splices : use.outcome === 'same' ? [] : null
}

// const wrong = data.errors.find(…)
function isConst(node: ts.Node): node is ts.VariableDeclaration {
  return ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)
}

function afterFilter(look: Look, chosen: readonly FieldPlace[], access: Access): readonly Splice[] | null {
  const key = keyOf(access) ?? ''
  if (key === 'length') return []
  if (/^\d+$/.test(key)) {
    const use = readItemAt(look, chosen, access, null)
    return use.outcome === 'moved' ? use.splices : use.outcome === 'same' ? [] : null
  }
  const next = outer(access).parent
  if (!ts.isCallExpression(next) || !METHODS.has(key)) return null
  const [callback] = next.arguments
  const fn = callback === undefined ? undefined : inner(callback)
  if (fn === undefined || !(ts.isArrowFunction(fn) || ts.isFunctionExpression(fn))) return null
  const parameter = fn.parameters[key === 'reduce' ? 1 : 0]
  const edits = parameter === undefined ? [] : readBound(look, chosen, parameter.name)
  const after = afterMethod(look, chosen, key, next)
  return typeof edits === 'string' || after === null ? null : [...edits, ...after]
}
