import type { BodyKind } from '../wire.ts'

/** What a member of the body must be for a dialect to claim the body. */
export type Trait =
  | 'text'
  | 'sentence'
  | 'token'
  | 'phrase'
  | 'number'
  | 'status'
  | 'boolean'
  | 'false'
  | 'object'
  | 'list'
  | 'texts'
  | 'map'
  | 'map of lists'
  | 'any'
  | 'absent'

/** A condition on the body: the member at `at` has one of the traits, or is one of the texts. */
export interface Condition {
  /** A dotted path; empty for the body itself. `errors[]` means the first item of the list. */
  readonly at: string
  readonly is?: Trait | readonly Trait[]
  readonly oneOf?: readonly (string | number | boolean)[]
  readonly matches?: RegExp
  /** Members of the object that come in this order: how a framework writes them, whatever their values. */
  readonly order?: readonly string[]
}

/** Where the field errors of a dialect lie, and the members of each. */
export interface FieldPlaces {
  /** `errors[]`: a list. `errors{}`: a map from the field to what is wrong with it. Empty: the body itself. */
  readonly at: string
  readonly path?: readonly string[]
  readonly message?: readonly string[]
  readonly code?: readonly string[]
  readonly scope?: readonly string[]
}

/** Where the facts of a dialect lie: dotted paths into the body, tried in order. */
export interface Places {
  readonly message?: readonly string[]
  readonly code?: readonly string[]
  readonly category?: readonly string[]
  readonly status?: readonly string[]
  /** Where the name of the status is repeated, whatever the message says. */
  readonly phrase?: readonly string[]
  readonly trace?: readonly string[]
  readonly docs?: readonly string[]
  readonly hint?: readonly string[]
  readonly retry?: readonly string[]
  readonly fields?: readonly FieldPlaces[]
}

/** A v1 body shape: how a server writes it, and how a client spells the reading of it. All of it is data. */
export interface Dialect {
  readonly name: string
  /** One line for people. */
  readonly about: string
  readonly kinds: readonly BodyKind[]
  /** Any one of these must hold as a whole; a declared dialect claims what has its message or its code. */
  readonly signatures: readonly (readonly Condition[])[]
  readonly places: Places
  /**
   * The shape is common to many servers, so that the words of its members say more than their places: it is read as a
   * body that no dialect knows, and the places only say what clients read.
   */
  readonly isLoose?: true
}
