import type { FormMatch } from '../forms/form.ts'
import type { Unit } from '../source/project.ts'
import type { Flow, Reaching, UnknownCause, Value } from './values.ts'
import type { ts } from '../source/compiler.ts'

/** A test of a text, and everything that can be in that text: what detection hands on. */
export interface MessageRead {
  readonly unit: Unit
  readonly match: FormMatch
  readonly flow: Flow
  readonly sorted: SortedFlow
}

/** The values that reach a test, by what they mean for it. */
export interface SortedFlow {
  /** Wording of an API error. */
  readonly wording: readonly Reaching[]
  /** The same place of a response that is no error. */
  readonly success: readonly Reaching[]
  /** Texts that the client itself wrote. */
  readonly literals: readonly Reaching[]
  readonly transport: readonly Reaching[]
  /** Texts that the client put together out of more than it wrote. */
  readonly made: readonly Reaching[]
  readonly platform: readonly Reaching[]
  readonly unknown: readonly (Reaching & {
    readonly cause: UnknownCause
    readonly at: ts.Node
    /** The wording, or the text of the client, that it is a piece of. */
    readonly of: Value | null
  })[]
  /** Nothing, or something that is no text. */
  readonly silent: readonly Reaching[]
}
