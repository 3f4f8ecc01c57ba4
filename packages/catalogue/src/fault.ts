import type { PatternFault } from './check-pattern.ts'
import type { TemplateFault } from './message-template.ts'

/** Why the pattern of a hole cannot be used, speed aside. */
export type PatternReason = Exclude<PatternFault['code'], 'pattern-super-linear'>

/** Where something is in a catalogue: lines and columns count from 1 and are `null` where only the file is known. */
export interface Place {
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  /** `problems.loan_not_found.from[0].message`; empty for the whole file. */
  readonly path: string
}

/** What is wrong with a file before anything in it is looked at. */
export type FileFacts =
  | { readonly code: 'file-missing' }
  | { readonly code: 'file-unreadable'; readonly cause: string }
  | { readonly code: 'file-is-directory' }
  | { readonly code: 'file-kind'; readonly extension: string; readonly known: readonly string[] }
  | { readonly code: 'file-too-large'; readonly bytes: number; readonly limit: number }
  | { readonly code: 'file-empty' }
  | { readonly code: 'file-encoding'; readonly byte: number }
  | { readonly code: 'module-throws'; readonly cause: string }
  | { readonly code: 'module-export'; readonly exports: readonly string[] }

/** What is wrong with the text of a file. */
export type TextFacts =
  | { readonly code: 'yaml-syntax'; readonly cause: string }
  | { readonly code: 'yaml-tab' }
  | { readonly code: 'yaml-tag'; readonly tag: string }
  | { readonly code: 'yaml-documents' }
  | { readonly code: 'yaml-merge-key' }
  | { readonly code: 'alias-cycle'; readonly anchor: string }
  | { readonly code: 'alias-unknown'; readonly anchor: string }
  | { readonly code: 'alias-expansion'; readonly limit: number }
  | { readonly code: 'json-syntax'; readonly came: string; readonly expected: string }
  | { readonly code: 'duplicate-key'; readonly key: string }
  | { readonly code: 'key-not-text'; readonly came: string }
  | { readonly code: 'number-changed'; readonly came: string; readonly became: string }
  | { readonly code: 'too-deep'; readonly limit: number }

/** What is wrong with one value by itself. */
export type ShapeFacts =
  | {
      readonly code: 'unknown-key'
      readonly key: string
      readonly known: readonly string[]
      readonly nearest: string | null
    }
  | { readonly code: 'missing-key'; readonly key: string; readonly expected: string }
  | { readonly code: 'wrong-type'; readonly came: string; readonly expected: readonly string[] }
  | {
      readonly code: 'not-one-of'
      readonly came: string
      readonly known: readonly string[]
      readonly nearest: string | null
    }
  | { readonly code: 'out-of-range'; readonly came: number; readonly least: number; readonly most: number }
  | { readonly code: 'bad-name'; readonly came: string; readonly expected: string }
  | { readonly code: 'reserved-name'; readonly came: string }
  | { readonly code: 'text-empty' }
  | { readonly code: 'value-empty'; readonly expected: string }
  | { readonly code: 'item-repeated'; readonly came: string }
  | { readonly code: 'not-data'; readonly came: string }
  | { readonly code: 'value-cycle' }

/** What is wrong between values. */
export type LawFacts =
  | {
      readonly code: 'bad-template'
      readonly reason: TemplateFault['code']
      readonly at: number
      readonly came: string
    }
  | {
      readonly code: 'hole-unknown'
      readonly hole: string
      readonly known: readonly string[]
      readonly nearest: string | null
    }
  | { readonly code: 'extension-reserved'; readonly member: string }
  | { readonly code: 'member-taken'; readonly member: string }
  | { readonly code: 'code-taken'; readonly name: string }
  | { readonly code: 'type-template'; readonly came: string; readonly at: number; readonly expected: string }
  | { readonly code: 'type-relative'; readonly came: string }
  | { readonly code: 'type-without-code'; readonly came: string }
  | { readonly code: 'type-taken'; readonly type: string }
  | { readonly code: 'type-two-statuses'; readonly type: string; readonly statuses: readonly [number, number] }
  | { readonly code: 'sign-claimed-twice'; readonly codes: readonly [string, string] }
  | { readonly code: 'sign-shadowed'; readonly by: string }
  | { readonly code: 'sign-claims-success'; readonly status: number }
  | { readonly code: 'signs-overlap'; readonly codes: readonly [string, string]; readonly witness: string | null }
  | { readonly code: 'pattern-slow'; readonly pattern: string; readonly came: string }
  | { readonly code: 'bad-pattern'; readonly reason: PatternReason; readonly pattern: string; readonly came: string }
  | { readonly code: 'language-missing'; readonly languages: readonly string[] }
  | { readonly code: 'language-unlisted'; readonly language: string; readonly known: readonly string[] }
  | { readonly code: 'language-repeated'; readonly language: string }
  | { readonly code: 'generic-code-reused'; readonly name: string; readonly status: number; readonly own: number }
  | {
      readonly code: 'dialect-unknown'
      readonly dialect: string
      readonly known: readonly string[]
      readonly nearest: string | null
    }
  | { readonly code: 'dialect-unlisted'; readonly dialect: string; readonly known: readonly string[] }
  | { readonly code: 'dialect-taken'; readonly dialect: string }

/** One thing that is wrong with a catalogue, told by its code; `printFault` makes the sentences. */
export type FaultFacts = FileFacts | TextFacts | ShapeFacts | LawFacts

/** The stable name of a kind of fault. */
export type FaultCode = FaultFacts['code']

/** A fault and where it is; `also` is the other place where two things disagree, or the place of a cause. */
export type Fault = FaultFacts & Place & { readonly also: Place | null }

/** Thrown by `defineCatalogue`, with every fault of the definition. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[], text: string) {
    super(text)
    this.faults = faults
  }
}
