import type { HoleValue, ProblemField } from '@problemshift/catalogue'

const BRAND = Symbol.for('problemshift.problem-error')

/** What new code throws: a code of the catalogue and the values of its holes. */
export class ProblemError extends Error {
  readonly [BRAND] = true
  override readonly name = 'ProblemError'
  readonly code: string
  readonly holes: Readonly<Record<string, HoleValue | undefined>>
  readonly fields: readonly ProblemField[]
  /** The entry's status, set by the plugin before any error handler sees the error. */
  statusCode = 500

  constructor(
    code: string,
    holes: Readonly<Record<string, HoleValue | undefined>> = {},
    fields: readonly ProblemField[] = [],
  ) {
    super(code)
    this.code = code
    this.holes = holes
    this.fields = fields
  }
}

/** Whether it is one of ours, whichever copy of this package made it. */
export function isProblemError(value: unknown): value is ProblemError {
  return typeof value === 'object' && value !== null && BRAND in value
}
