import type { Contract } from '../contract.ts'
import type { DialectDeclaration, GenericProblem, Localised, Retry, Sign } from '../entry.ts'
import type { MessageTemplate } from '../message-template.ts'
import type { Path, Finding } from './finding.ts'

/** A sign and where it was written. */
export interface DraftSign {
  readonly sign: Sign
  readonly path: Path
}

/** An entry as far as it is sound; `null` also where the value was faulty. */
export interface DraftEntry {
  readonly code: string
  readonly path: Path
  readonly status: number | null
  readonly type: string | null
  readonly title: Localised<string> | null
  readonly detail: Localised<MessageTemplate> | null
  readonly retry: Retry | null
  readonly extensions: readonly string[]
  readonly description: string | null
  readonly signs: readonly DraftSign[]
  /** Whether no sign was left out for a fault. */
  readonly areAll: boolean
}

/** A text that was given per language. */
export interface DraftText {
  readonly languages: readonly string[]
  readonly path: Path
}

/** The definition read as far as it is sound: what the laws look at, and what the catalogue is made from. */
export interface Draft {
  readonly api: string
  readonly type: string
  readonly contract: Contract
  readonly dialects: readonly string[]
  readonly ownDialects: readonly { readonly dialect: DialectDeclaration; readonly path: Path }[]
  /** As they were listed; `null`: they were not. */
  readonly languages: readonly string[] | null
  readonly problems: readonly DraftEntry[]
  readonly fields: readonly DraftEntry[]
  readonly generic: readonly GenericProblem[]
  /** The statuses whose generic problem the catalogue chose itself. */
  readonly chosenStatuses: readonly number[]
  readonly texts: readonly DraftText[]
  readonly findings: readonly Finding[]
}
