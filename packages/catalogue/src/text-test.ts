/** What is done to a message before it is tested, in the order it is done. */
export type TextStep =
  | { readonly kind: 'trim' }
  | { readonly kind: 'trim-start' }
  | { readonly kind: 'trim-end' }
  | { readonly kind: 'lower-case' }
  | { readonly kind: 'upper-case' }
  /** Runs of white space become one blank: `text.replace(/\s+/g, ' ')`. */
  | { readonly kind: 'normalise-space' }
  | { readonly kind: 'prepend'; readonly text: string }
  | { readonly kind: 'append'; readonly text: string }

/** What a client asks of a message, as data: the one language that the codemod and the catalogue share. */
export type TextTest =
  | { readonly kind: 'equals'; readonly text: string }
  | { readonly kind: 'one-of'; readonly texts: readonly string[] }
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'starts'; readonly text: string }
  | { readonly kind: 'ends'; readonly text: string }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'after'; readonly steps: readonly TextStep[]; readonly test: TextTest }
  | { readonly kind: 'not'; readonly test: TextTest }
  | { readonly kind: 'and'; readonly tests: readonly TextTest[] }
  | { readonly kind: 'or'; readonly tests: readonly TextTest[] }
