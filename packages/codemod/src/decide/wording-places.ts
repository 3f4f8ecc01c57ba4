import { type Catalogue, type Dialect, dialectsOf, factsAt, type PathSegment } from '@problemshift/catalogue'
import type { Value } from '../detect/values.ts'

/** What a member of the v1 body is to a client: the wording of the error, or that of one of its fields. */
export interface WordingPlace {
  readonly of: 'problems' | 'fields'
  /** The dialects that have it there. */
  readonly dialects: readonly string[]
}

/** What a value holds that was followed to an error of the API. */
export function placeOfWording(catalogue: Catalogue, value: Value): WordingPlace | null {
  if (value.kind !== 'loose') return wordingPlace(catalogue, value.kind === 'body' ? value.path : null)
  // Nobody knows which dialect it was cut out of.
  const dialects = dialectsOf(catalogue).map(dialect => dialect.name)
  return { of: 'problems', dialects }
}

/** What a path of the body holds; `null` for a path at which no dialect of the catalogue has wording. */
export function wordingPlace(catalogue: Catalogue, path: readonly PathSegment[] | null): WordingPlace | null {
  // A body that was read as text is what the dialects without members are about.
  const at = path ?? []
  const problems = namesWhere(catalogue, dialect => factsAt(dialect, at).includes('message'))
  if (problems.length > 0) return { of: 'problems', dialects: problems }
  const fields = fieldDialects(catalogue, path)
  return fields.length > 0 ? { of: 'fields', dialects: fields } : null
}

/** The dialects in which a path holds the wording of one field. */
export function fieldDialects(catalogue: Catalogue, path: readonly PathSegment[] | null): readonly string[] {
  return namesWhere(catalogue, dialect => factsAt(dialect, path ?? []).includes('field.message'))
}

function namesWhere(catalogue: Catalogue, holds: (dialect: Dialect) => boolean): readonly string[] {
  return dialectsOf(catalogue)
    .filter(holds)
    .map(dialect => dialect.name)
}
