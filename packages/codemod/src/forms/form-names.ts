/** The names of the forms, without loading them: the command line must not wait for the compiler. */
export const FORMS: readonly string[] = [
  'equality',
  'contains',
  'starts',
  'ends',
  'regex',
  'switch',
  'one-of',
  'lookup',
  'assertion',
]
