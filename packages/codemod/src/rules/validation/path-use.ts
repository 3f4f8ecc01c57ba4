import type { Reason } from '../../decide/reasons.ts'
import { spellPath } from '@problemshift/catalogue'
import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { isUnderCast } from '../../plan/read-code.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import { literal, type Look, replace } from './held.ts'

/** How v1 wrote a path. */
export interface PathSpelling {
  /** What v1 wrote for the whole input, where v2 has no path; `null` where it had nothing, either. */
  readonly whole: string | null
  /** A text with indices between dots, in brackets or otherwise; or the segments, with or without the place in front. */
  readonly notation: 'dots' | 'brackets' | 'text' | 'segments' | 'placed-segments'
}

/**
 * What becomes of one use of a path: `node` is the expression that holds it in v1, `says` what holds it in v2. Handed on it is
 * spelled as v2 does; compared with a text, that text is; taken apart, it only may be where it comes apart in the same way.
 */
export function usePath(
  look: Look,
  node: ts.Expression,
  { whole, notation }: PathSpelling,
  says: string = node.getText(),
): readonly Splice[] | Reason {
  if (notation === 'segments' || notation === 'placed-segments') {
    return useSegments(look, node, says, notation === 'placed-segments')
  }
  const at = outer(node)
  const { parent } = at
  const compared = comparedWith(at)
  if (compared !== null) {
    const path = pathText(compared.text, whole, quoteOf(compared))
    return [...renamed(look, node, says), ...respelled(look, compared, path)]
  }
  if (isAccess(parent) && parent.expression === at) return takenApart(look, node, says, { whole, notation })
  const isFilled = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken
  const filled = whole === null || isFilled ? says : `${says} ?? ${literal(whole, quoteOf(node))}`
  if (ts.isShorthandPropertyAssignment(parent)) {
    return filled === node.getText() ? [] : [replace(look.unit, parent, `${node.getText()}: ${filled}`)]
  }
  if (filled === says) return renamed(look, node, says)
  return [replace(look.unit, node, needsParentheses(at, 'nullish') || isUnderCast(node) ? `(${filled})` : filled)]
}

function renamed(look: Look, node: ts.Expression, says: string): readonly Splice[] {
  return says === node.getText() ? [] : [replace(look.unit, node, says)]
}

function respelled(look: Look, compared: ts.Expression, path: string): readonly Splice[] {
  return path === compared.getText() ? [] : [replace(look.unit, compared, path)]
}

function pathText(v1: string, whole: string | null, quote: string): string {
  if (v1 === whole) return 'null'
  return literal(spellPath(v1), quote)
}

// one.field === 'email', switch (one.field) is left to people
function comparedWith(at: ts.Node): ts.StringLiteralLike | null {
  const { parent } = at
  if (!ts.isBinaryExpression(parent) || !EQUALITY.has(parent.operatorToken.kind)) return null
  const other = inner(parent.left === at ? parent.right : parent.left)
  return ts.isStringLiteralLike(other) ? other : null
}

const EQUALITY = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
])

// field.split('.'): v2 writes an index in brackets, and v1 wrote it between dots.
function takenApart(
  look: Look,
  node: ts.Expression,
  says: string,
  { whole, notation }: PathSpelling,
): readonly Splice[] | Reason {
  const access = outer(node).parent
  if (!isAccess(access) || keyOf(access) !== 'split') return 'field-path-unclear'
  const call = outer(access).parent
  const [by, more] = ts.isCallExpression(call) ? call.arguments : []
  if (by === undefined || more !== undefined || !ts.isStringLiteralLike(inner(by)) || by.getText().length !== 3) {
    return 'field-path-unclear'
  }
  if (!by.getText().includes('.') || notation === 'text') return 'field-path-unclear'
  const quote = quoteOf(by)
  const there = `(${says} ?? ${literal(whole ?? '', quote)})`
  const spelled = notation === 'dots' ? `${there}.replace(/\\[(\\d+)\\]/g, ${quote}.$1${quote})` : there
  return [replace(look.unit, node, spelled)]
}

// loc.slice(1).join('.'), path.join('.'), loc.at(-1)
function useSegments(look: Look, node: ts.Expression, says: string, isPlaced: boolean): readonly Splice[] | Reason {
  let at = outer(node)
  const sliced = calledOn(at, 'slice')
  if (sliced !== null && isPlaced) {
    if (sliced.arguments.map(one => one.getText()).join() !== '1') return 'field-path-unclear'
    at = outer(sliced)
  }
  const joined = calledOn(at, 'join')
  if (joined !== null) {
    if (!/^['"]\.['"]$/.test(joined.arguments[0]?.getText() ?? '')) return 'field-path-unclear'
    if (isPlaced && sliced === null) return usePlaced(look, joined, says)
    return usePath(look, joined, { whole: '', notation: 'text' }, says)
  }
  if (isCounted(node)) return []
  const last = lastOf(outer(node))
  return last === null ? 'field-path-unclear' : useLast(look, last, says, isPlaced)
}

// `body.email` was one text; in v2 it is two members.
function usePlaced(look: Look, joined: ts.CallExpression, says: string): readonly Splice[] | Reason {
  const compared = comparedWith(outer(joined))
  const { parent } = outer(joined)
  const [, place, name] = /^(body|query|path|header)\.(.+)$/.exec(compared?.text ?? '') ?? []
  if (compared === null || place === undefined || name === undefined || !ts.isBinaryExpression(parent)) {
    return 'field-path-unclear'
  }
  const member = /^(.*?)(\??\.)path$/.exec(says)
  if (member === null) return 'field-path-unclear'
  const isNot = parent.operatorToken.getText().startsWith('!')
  const quote = quoteOf(compared)
  const equals = isNot ? '!==' : '==='
  const both = `${member[1]}${member[2]}scope ${equals} ${literal(place, quote)} ${isNot ? '||' : '&&'} ${says} ${equals} ${literal(spellPath(name), quote)}`
  return [replace(look.unit, parent, needsParentheses(parent, isNot ? 'or' : 'and') ? `(${both})` : both)]
}

// The last segment: an index stays one, as a text.
function useLast(look: Look, last: ts.Expression, says: string, isPlaced: boolean): readonly Splice[] | Reason {
  const member = /^(.*?)(\??\.)path$/.exec(says)
  if (member === null) return 'field-path-unclear'
  const start = isPlaced ? `(${says} ?? ${member[1]}${member[2]}scope)` : `${says}?`
  const compared = comparedWith(outer(last))
  if (compared !== null && /^\d+$/.test(compared.text)) return 'field-path-unclear'
  return [replace(look.unit, last, `${start}.split(/[.[\\]]+/).filter(Boolean).at(-1)`)]
}

// loc.at(-1), loc[loc.length - 1]
function lastOf(at: ts.Expression): ts.Expression | null {
  const call = calledOn(at, 'at')
  if (call !== null) return call.arguments[0]?.getText() === '-1' ? call : null
  const access = at.parent
  if (!ts.isElementAccessExpression(access) || access.expression !== at) return null
  const index = access.argumentExpression.getText().replace(/\s+/g, '')
  return index === `${at.getText()}.length-1` ? access : null
}

// The second `loc` of loc[loc.length - 1] goes with the first.
function isCounted(node: ts.Expression): boolean {
  const length = outer(node).parent
  if (!isAccess(length) || keyOf(length) !== 'length' || !ts.isBinaryExpression(length.parent)) return false
  const access = length.parent.parent
  return ts.isElementAccessExpression(access) && lastOf(access.expression) === access
}

function calledOn(at: ts.Expression, method: string): ts.CallExpression | null {
  const access = at.parent
  if (!isAccess(access) || access.expression !== at || keyOf(access) !== method) return null
  const call = outer(access).parent
  return ts.isCallExpression(call) && inner(call.expression) === access ? call : null
}
