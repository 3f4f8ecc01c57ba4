import type { Catalogue } from '../entry.ts'
import { fieldCode, fieldMessage } from './field-codes.ts'
import { inputPath } from './field-path.ts'
import type { LegacyError, LegacyField, LegacyScope, PathSegment } from '../legacy-error.ts'
import { matchField } from '../match.ts'
import type { Scope } from '../problem.ts'
import type { FieldFacts } from './problem-body.ts'
import { safeText } from './safe-text.ts'

/** The field errors of v1 in the words of the contract; `redacted` replaces every message by that of its code. */
export function legacyFields(catalogue: Catalogue, error: LegacyError, redacted: boolean): readonly FieldFacts[] {
  const silent = redacted || error.fields.length * error.leaks.length > MOST_COMPARISONS
  return error.fields.map((field, at) => legacyField(catalogue, error, field, silent, at < MOST_READ))
}

// Beyond this every field message is replaced: a body with that many of both is nothing that a person reads.
const MOST_COMPARISONS = 1_000_000

// A message costs microseconds to recognise, and the reply waits for it: a body with more fields is no person's form.
const MOST_READ = 1000

function legacyField(
  catalogue: Catalogue,
  error: LegacyError,
  field: LegacyField,
  redacted: boolean,
  isRead: boolean,
): FieldFacts {
  const { dialect, leaks } = error
  const known = matchField(catalogue, { wording: field.message, code: field.code, dialect })
  const code =
    known.outcome === 'match' ? known.entry.code : fieldCode(field.code, isRead ? field.message : null, dialect)
  const message = (redacted ? null : safeText(field.message, leaks)) ?? fieldMessage(code)
  const path = inputPath(field.path)
  return { scope: contractScope(field.scope, path), path, code, message }
}

/** The scope of the contract: a cookie is a header, and what nobody could place is in the body. */
export function contractScope(scope: LegacyScope | null, path: readonly PathSegment[]): Scope {
  if (scope === 'cookie') return 'header'
  return scope ?? (path.length === 0 ? 'global' : 'body')
}
