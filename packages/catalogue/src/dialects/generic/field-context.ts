import type { FoundField } from './found-field.ts'

/** What the search for field errors needs to know about the error. */
export interface FieldContext {
  readonly status: number
  /** The message and the code of the error: they tell a failed validation from plain context. */
  readonly wording: string | null
  readonly code: string | number | null
}

/** A container that was read, and how well it spoke of fields. */
export interface Candidate {
  readonly fields: readonly FoundField[]
  readonly located: boolean
}

/** Statuses at which a body may speak of the caller's input; 200 for what an error was sent with. */
export function isClientFault(status: number): boolean {
  return status === 400 || status === 409 || status === 422 || status === 200
}
