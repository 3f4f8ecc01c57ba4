/** Why a test cannot be decided for a sign. */
export type UndecidedCause =
  /** A back-reference is not regular. */
  | { readonly code: 'back-reference'; readonly source: string; readonly flags: string }
  /** No JS engine takes it: the client would throw. */
  | { readonly code: 'regex-invalid'; readonly source: string; readonly flags: string }
  /** Valid, but not read here: strings inside a class of the `v` flag. */
  | { readonly code: 'regex-unsupported'; readonly source: string; readonly flags: string }
  /** JS engines do not agree on it: an empty match between the halves of a pair. */
  | { readonly code: 'engines-differ'; readonly source: string; readonly flags: string }
  /** A look-around in a hole's pattern looks at the text around the hole. */
  | { readonly code: 'hole-pattern'; readonly pattern: string }
  /** More work than one question may cost. */
  | { readonly code: 'budget'; readonly steps: number }
  /** The entry is known by a code or a status only, and some texts that it may have pass the test. */
  | { readonly code: 'no-wording'; readonly entry: string }

/** Thrown where a machine has too many states for one table: a new table may still do for the next sign. */
export class TableFull extends Error {
  constructor() {
    super('table-full')
    this.name = 'TableFull'
  }
}

/** Thrown inside a decision and caught at its border: a decision that cannot be made is a verdict, not a failure. */
export class Undecided extends Error {
  readonly why: UndecidedCause
  constructor(why: UndecidedCause) {
    super(why.code)
    this.name = 'Undecided'
    this.why = why
  }
}
