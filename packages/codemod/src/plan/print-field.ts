import { spellPath } from '@problemshift/catalogue'
import type { NamedField } from '../decide/field-answer.ts'
import type { Reason } from '../decide/reasons.ts'
import type { FormMatch } from '../forms/form.ts'
import { type Binding, needsParentheses } from './precedence.ts'
import { quoteOf } from './print-test.ts'
import type { ItemRead } from './read-item.ts'
import type { Splice } from './splice.ts'

type Read = Extract<ItemRead, { outcome: 'read' }>

export type PrintedField =
  | { readonly outcome: 'printed'; readonly splice: Splice; readonly paths: readonly string[] }
  | { readonly outcome: 'kept'; readonly reason: Reason }

/** The test of a field's wording as a test of its entry: `one.path === 'email' && one.code === 'required'`. */
export function printField(file: string, match: FormMatch, fields: readonly NamedField[], read: Read): PrintedField {
  const { node, question } = match
  if (question.kind !== 'condition') return { outcome: 'kept', reason: 'field-wording' }
  const quote = quoteOf(node)
  const paths = fields.map(({ named }) => pathOf(named, read.path))
  if (paths.includes('unclear')) return { outcome: 'kept', reason: 'field-path-unclear' }
  const { negated } = question
  const equals = negated ? '!==' : '==='
  const ask = (member: string, value: string) => `${read.item}${read.dot}${member} ${equals} ${quote}${value}${quote}`
  const tests = fields.map(({ code }, index) => {
    const path = paths[index] ?? null
    if (path === null) return { text: ask('code', code), isPair: false }
    return { text: `${ask('path', path)} ${negated ? '||' : '&&'} ${ask('code', code)}`, isPair: true }
  })
  const [only, more] = tests
  const joined = tests.map(({ text, isPair }) => (isPair && more !== undefined ? `(${text})` : text))
  const text = joined.join(negated ? ' && ' : ' || ')
  const binding = bindingOf(more !== undefined, only?.isPair === true, negated)
  const wrapped = needsParentheses(node, binding) ? `(${text})` : text
  const splice = { file, start: node.getStart(), end: node.end, text: wrapped }
  return { outcome: 'printed', splice, paths: paths.filter(path => path !== null) }
}

function bindingOf(isMany: boolean, isPair: boolean, negated: boolean): Binding {
  if (!isMany && !isPair) return 'comparison'
  return isMany !== negated ? 'or' : 'and'
}

// What the client asks beside the wording settles the path: a wording may name a field as a person would.
function pathOf(named: string | null, beside: string | null): string | 'unclear' | null {
  if (named === null) return null
  if (beside !== null) return sameWord(named, beside) ? null : 'unclear'
  return /^[a-z_$][\w$]*(?:(?:\.\w+)|(?:\[\d+\]))*$/.test(named) ? spellPath(named) : 'unclear'
}

function sameWord(named: string, path: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return plain(named) === plain(path) || plain(named) === plain(path.split('.').at(-1) ?? '')
}
