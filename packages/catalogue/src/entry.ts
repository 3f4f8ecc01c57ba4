import type { Contract } from './contract.ts'
import type { MessageTemplate } from './message-template.ts'

/** When a client may send the same request again. */
export type Retry = 'never' | 'transient' | 'after-change'

/** A text in one language or in several. The key `*` holds a text whose language was not said. */
export type Localised<T> = Readonly<Record<string, T>>

/** `GET /loans/:id`; a method of `null` is any. */
export interface Route {
  readonly method: string | null
  readonly path: string
}

/**
 * How a v1 error is recognised: everything that is not `null` must hold. A message in three languages is three signs,
 * so that each wording has a verdict and a witness of its own.
 */
export interface Sign {
  /** Stable within a catalogue: `loan_not_found#0`, or `loan_not_found#1:pt-BR` for one language of several. */
  readonly id: string
  /** The code of the entry that it belongs to. */
  readonly entry: string
  readonly message: MessageTemplate | null
  /** BCP 47, or `null` where the wording's language was not said. */
  readonly language: string | null
  /** The machine code of v1. */
  readonly legacyCode: string | number | null
  readonly status: number | null
  readonly route: Route | null
  readonly dialect: string | null
}

/** One problem of the catalogue. */
export interface ProblemEntry {
  readonly code: string
  /** Absolute, made from the catalogue's `type` template or written out. */
  readonly type: string
  readonly status: number
  readonly title: Localised<string>
  /** `null`: the v1 wording is the detail. */
  readonly detail: Localised<MessageTemplate> | null
  readonly retry: Retry | null
  /** The holes that travel as extension members. */
  readonly extensions: readonly string[]
  /** For people: what it means and what to do, in Markdown. */
  readonly description: string | null
  readonly signs: readonly Sign[]
}

/** One code of `errors[]` and the wordings it is known by. Its signs are narrowed by nothing but the dialect. */
export interface FieldEntry {
  readonly code: string
  readonly description: string | null
  readonly signs: readonly Sign[]
}

/** The problem of a status for which the catalogue has no better one. */
export interface GenericProblem {
  readonly status: number
  readonly code: string
  readonly type: string
  readonly title: string
}

/** A dialect of the API's own, as data. Paths are dotted, `errors[]` goes into each item of a list. */
export interface DialectDeclaration {
  readonly name: string
  /** Where the error or the errors lie in the body, `errors[]`; left out: the body itself. The paths below start there, `trace` and the like may also start at the body. */
  readonly at?: string
  readonly message?: string
  readonly code?: string
  /** The path of the input field that an item is about. */
  readonly path?: string
  readonly trace?: string
  readonly docs?: string
  readonly hint?: string
  readonly retry?: string
  readonly status?: string
  /** Where the field errors lie, when they are not what `at` names. */
  readonly fields?: string
  readonly fieldMessage?: string
  readonly fieldCode?: string
  readonly fieldScope?: string
}

/** What a hole may be filled with. */
export type HoleValue = string | number | bigint | boolean

/** The codes of a catalogue, and for each the values that its holes take: what `problem(code, values)` is typed from. */
export type CodeTable = Readonly<Record<string, Readonly<Record<string, HoleValue | undefined>>>>

declare const CODES: unique symbol

/** The one validated, frozen value that both halves ask. */
export interface Catalogue<Codes extends CodeTable = CodeTable> {
  readonly api: string
  /** How a code becomes its type: an RFC 6570 template, `https://errors.library.example/{code}`. */
  readonly type: string
  readonly contract: Contract
  /** In the order in which they are tried. */
  readonly dialects: readonly DialectName[]
  /** The ones among `dialects` that the catalogue itself declares. */
  readonly ownDialects: readonly DialectDeclaration[]
  /** The languages in which every message that is given in several must be complete. */
  readonly languages: readonly string[]
  readonly problems: readonly ProblemEntry[]
  readonly fields: readonly FieldEntry[]
  /** One for each status from 400 to 599. */
  readonly generic: readonly GenericProblem[]
  /** Never there: it only carries the type. */
  readonly [CODES]?: Codes
}

/** The name of a built-in dialect, or of one that the catalogue declares. */
type DialectName = string
