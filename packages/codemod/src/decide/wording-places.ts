import { type Catalogue, type Dialect, dialectsOf, factsAt, type PathSegment } from '@problemshift/catalogue'

/** What a member of the v1 body is to a client: the wording of the error, or that of one of its fields. */
export interface WordingPlace {
  readonly of: 'problems' | 'fields'
  /** The dialects that have it there. */
  readonly dialects: readonly string[]
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
