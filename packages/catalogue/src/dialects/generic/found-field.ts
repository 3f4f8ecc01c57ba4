import type { LegacyScope, PathSegment } from '../../legacy-error.ts'

/** A field error before the request has been asked where it was, and before its message has been scrubbed. */
export interface FoundField {
  readonly scope: LegacyScope | null
  readonly path: readonly PathSegment[]
  readonly code: string | number | null
  readonly message: string | null
  /** Whether the body said the scope; left out: it did where there is one, but for `global`, which we conclude. */
  readonly isSaid?: boolean
}

/** More field errors than this nobody reads; an attack sends 100,000. */
export const MAX_FIELDS = 1000
