import type { Reason } from '../../decide/reasons.ts'
import { type Access, inner, isAccess, keyOf, nameText, outer } from '../../detect/syntax.ts'
import { isAskedForTruth } from '../../forms/condition.ts'
import { freeName, isWrite } from '../../plan/names.ts'
import type { Splice } from '../../plan/splice.ts'
import type { Declaration } from '../../source/bindings.ts'
import { ts } from '../../source/compiler.ts'
import { type FieldPlace, isSegmented, type ItemFact, notationOf } from './field-places.ts'
import { isTyped, kept, type Look, moved, replace, type Use } from './held.ts'
import { type PathSpelling, usePath } from './path-use.ts'

/** A member that is read of one entry of the list: the access as a whole, and what v1 says there. */
interface MemberRead {
  readonly node: Access
  readonly fact: ItemFact
  readonly name: string
}

/** An entry that stands in an expression; `says` is how v2 spells it up to its member, `null` where it stays as it is. */
export function readItemAt(look: Look, chosen: readonly FieldPlace[], item: ts.Expression, says: string | null): Use {
  const read = memberOf(chosen, item)
  if (typeof read === 'string') return kept(item, read)
  const { node, fact } = read
  if (fact === 'message') {
    const edit =
      says === null
        ? { file: look.unit.file, start: outer(item).end, end: node.end, text: '?.message' }
        : replace(look.unit, node, `${says}message`)
    return moved(node, [edit])
  }
  if (says === null) return kept(node, 'field-path-unclear')
  const edits = useFact(look, chosen, read, says)
  return typeof edits === 'string' ? kept(node, edits) : moved(node, edits)
}

/** What a loop or a callback calls each entry: all that is read of it moves, or nothing does. */
export function readBound(look: Look, chosen: readonly FieldPlace[], name: ts.BindingName): readonly Splice[] | Reason {
  if (ts.isIdentifier(name)) return readNamed(look, chosen, name)
  return ts.isObjectBindingPattern(name) ? readPattern(look, chosen, name) : 'flow-not-rewritable'
}

function readNamed(look: Look, chosen: readonly FieldPlace[], name: ts.Identifier): readonly Splice[] | Reason {
  const declaration = look.t.project.declarationOf(name)
  if (declaration === null || declaration.references.some(isWrite)) return 'flow-not-rewritable'
  const edits: Splice[] = []
  for (const id of declaration.references) {
    const at = outer(id)
    if (!isAccess(at.parent) && isAskedForTruth(at)) continue
    const read = memberOf(chosen, id)
    if (typeof read === 'string') return read
    const found = useFact(look, chosen, read, `${id.text}${dotOf(at)}`)
    if (typeof found === 'string') return found
    edits.push(...found)
  }
  return edits
}

// What may be missing goes on being asked whether it is there.
function dotOf(at: ts.Expression): '.' | '?.' {
  return isAccess(at.parent) && at.parent.questionDotToken !== undefined ? '?.' : '.'
}

/** The member that is read where an entry stands. */
function memberOf(chosen: readonly FieldPlace[], item: ts.Expression): MemberRead | Reason {
  const names: string[] = []
  for (let at = outer(item); isAccess(at.parent) && at.parent.expression === at; at = outer(at.parent)) {
    const key = keyOf(at.parent)
    if (key === null) return 'field-wording'
    names.push(key)
    const fact = factOf(chosen, names)
    if (fact !== null) return { node: at.parent, fact, name: names.join('.') }
  }
  return names.length === 0 ? 'flow-not-rewritable' : 'no-v2-place'
}

const FACTS: readonly ItemFact[] = ['message', 'path', 'code', 'scope']

function factOf(chosen: readonly FieldPlace[], names: readonly string[]): ItemFact | null {
  const found = FACTS.filter(fact =>
    chosen.some(({ members }) => members[fact].some(member => member.join('.') === names.join('.'))),
  )
  return found[0] ?? null
}

function useFact(
  look: Look,
  chosen: readonly FieldPlace[],
  { node, fact, name }: MemberRead,
  says: string,
): readonly Splice[] | Reason {
  switch (fact) {
    case 'message':
      return rewritten(look, node, `${says}message`)
    case 'path':
      return usePath(look, node, spellingOf(look, chosen, node, name), `${says}path`)
    case 'code':
      return useCode(look, node, `${says}code`)
    case 'scope':
      return useScope(look, node, `${says}scope`)
  }
}

function rewritten({ unit }: Look, node: ts.Node, text: string): readonly Splice[] {
  return node.getText() === text ? [] : [replace(unit, node, text)]
}

/** How the path is written, as far as the dialects and the client tell. */
function spellingOf(look: Look, chosen: readonly FieldPlace[], node: ts.Expression, name: string): PathSpelling {
  const isPlaced = name === 'loc'
  if (isSegmented(chosen) || takesSegments(node)) {
    return { whole: '', notation: isPlaced ? 'placed-segments' : 'segments' }
  }
  // Typed code would not take the `null` of v2 where v1 had nothing.
  return { whole: isTyped(look.unit) ? '' : null, notation: notationOf(chosen) }
}

function takesSegments(node: ts.Expression): boolean {
  const { parent } = outer(node)
  return isAccess(parent) && parent.expression === outer(node) && /^(?:join|at|map)$/.test(keyOf(parent) ?? '')
}

// Several rules of v1 may have become one code, so only what the catalogue itself calls so is the same in both.
function useCode(look: Look, node: ts.Expression, says: string): readonly Splice[] | Reason {
  const { parent } = outer(node)
  if (!ts.isBinaryExpression(parent) || !/^[!=]==?$/.test(parent.operatorToken.getText())) return 'old-code-unknown'
  const other = inner(parent.left === outer(node) ? parent.right : parent.left)
  const isKnown = ts.isStringLiteralLike(other) && look.catalogue.fields.some(({ code }) => code === other.text)
  return isKnown ? rewritten(look, node, says) : 'old-code-unknown'
}

// location === 'params'
function useScope(look: Look, node: ts.Expression, says: string): readonly Splice[] | Reason {
  const { parent } = outer(node)
  if (!ts.isBinaryExpression(parent) || !/^[!=]==?$/.test(parent.operatorToken.getText())) return 'field-wording'
  const other = inner(parent.left === outer(node) ? parent.right : parent.left)
  const scope = ts.isStringLiteralLike(other) ? SCOPES[other.text] : undefined
  if (scope === undefined) return 'field-wording'
  const quote = other.getText().slice(0, 1)
  return [...rewritten(look, node, says), ...rewritten(look, other, `${quote}${scope}${quote}`)]
}

const SCOPES: Readonly<Record<string, string>> = { body: 'body', query: 'query', params: 'path', path: 'path' }

// ({ loc, msg }) => …
function readPattern(
  look: Look,
  chosen: readonly FieldPlace[],
  pattern: ts.ObjectBindingPattern,
): readonly Splice[] | Reason {
  const edits: Splice[] = []
  for (const element of pattern.elements) {
    const found = readElement(look, chosen, element)
    if (typeof found === 'string') return found
    edits.push(...found)
  }
  return edits
}

function readElement(
  look: Look,
  chosen: readonly FieldPlace[],
  element: ts.BindingElement,
): readonly Splice[] | Reason {
  const key = nameText(element.propertyName ?? element.name)
  if (key === null || element.dotDotDotToken !== undefined || element.initializer !== undefined) {
    return 'flow-not-rewritable'
  }
  const fact = factOf(chosen, [key])
  if (fact === null) return 'no-v2-place'
  if (!ts.isIdentifier(element.name)) return 'flow-not-rewritable'
  const declaration = look.t.project.declarationOf(element.name)
  if (declaration === null || declaration.references.some(isWrite)) return 'flow-not-rewritable'
  const name = declaration.name === key ? newName(look, declaration, fact) : declaration.name
  const bound = replace(look.unit, element, name === fact ? name : `${fact}: ${name}`)
  const edits: Splice[] = element.getText() === bound.text ? [] : [bound]
  for (const id of declaration.references) {
    const found = useBound(look, chosen, id, { fact, key, name })
    if (typeof found === 'string') return found
    edits.push(...found)
  }
  return edits
}

function newName({ unit }: Look, declaration: Declaration, fact: ItemFact): string {
  return declaration.name === fact ? fact : (freeName(unit, declaration, [fact]) ?? declaration.name)
}

interface BoundMember {
  readonly fact: ItemFact
  readonly key: string
  readonly name: string
}

function useBound(
  look: Look,
  chosen: readonly FieldPlace[],
  id: ts.Identifier,
  { fact, key, name }: BoundMember,
): readonly Splice[] | Reason {
  switch (fact) {
    case 'message':
      return ts.isShorthandPropertyAssignment(id.parent) && name !== id.text
        ? [replace(look.unit, id.parent, `${id.text}: ${name}`)]
        : rewritten(look, id, name)
    case 'path':
      return usePath(look, id, spellingOf(look, chosen, id, key), name)
    case 'code':
      return useCode(look, id, name)
    case 'scope':
      return useScope(look, id, name)
  }
}
