import { type Catalogue, type FieldCode, fieldCodesFor, type TextTest } from '@problemshift/catalogue'
import type { Reason } from './reasons.ts'

/** The codes of `errors[]` that say what a test said, each with the path that the wording names. */
export type FieldAnswer =
  | { readonly outcome: 'fields'; readonly fields: readonly NamedField[] }
  | { readonly outcome: 'keep'; readonly reason: Reason }

export interface NamedField {
  readonly code: string
  /** The field as the wording names it; `null` where the test holds for any. */
  readonly named: string | null
}

/** Asks the entries of `errors[]` for which a test of one of their wordings holds; `path`: the field that is meant. */
export function answerForFields(
  catalogue: Catalogue,
  test: TextTest,
  dialects: readonly string[],
  path: string | null,
): FieldAnswer {
  // Where field errors are no list of entries with a code, there is nothing to ask.
  if (catalogue.contract.errors.shape !== 'list') return { outcome: 'keep', reason: 'field-wording' }
  const known = path === null ? null : fieldCodesFor(catalogue, test, { dialects, holes: { path } })
  // A wording may name the field in words of its own: then only what it pins itself says which.
  const isOther = known?.outcome === 'kept' && known.reason === 'no-entry'
  const answer = known === null || isOther ? fieldCodesFor(catalogue, test, { dialects }) : known
  if (answer.outcome === 'kept') return { outcome: 'keep', reason: answer.reason }
  const fields = answer.codes.map(namedField)
  const sayable = fields.filter(field => field !== null)
  if (sayable.length < fields.length) return { outcome: 'keep', reason: 'depends-on-hole' }
  return { outcome: 'fields', fields: sayable }
}

// What a hole other than the path holds is in no entry of `errors[]`.
function namedField({ code, pins }: FieldCode): NamedField | null {
  const { path = null, ...others } = pins
  return Object.keys(others).length > 0 ? null : { code, named: path }
}
