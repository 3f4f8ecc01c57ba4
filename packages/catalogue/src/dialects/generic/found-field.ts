import type { LegacyScope, PathSegment } from '../../legacy-error.ts'

/** A field error before the request has been asked where it was, and before its message has been scrubbed. */
export interface FoundField {
  readonly scope: LegacyScope | null
  readonly path: readonly PathSegment[]
  readonly code: string | number | null
  readonly message: string | null
}

/** More field errors than this nobody reads; an attack sends 100,000. */
export const MAX_FIELDS = 1000
