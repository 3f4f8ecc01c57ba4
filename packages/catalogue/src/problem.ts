/** Where the bad input was, in the words of the v2 contract. */
export type Scope = 'body' | 'query' | 'path' | 'header' | 'global'

/** One entry of `errors[]`. `path` is written `items[0].name`, and is `null` for `global`. */
export interface FieldProblem {
  readonly scope: Scope
  readonly path: string | null
  readonly code: string
  readonly message: string
  /** RFC 6901, for a path into the body. */
  readonly pointer?: string
}

/**
 * An RFC 9457 document, members in the order of the contract. The names beyond the five of the RFC depend on the
 * contract, so they are read by name and checked by the reader.
 */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly instance?: string
  readonly [extension: string]: unknown
}
