import type { Reason } from '../decide/reasons.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { Flow } from '../detect/values.ts'
import type { Declaration } from '../source/bindings.ts'
import type { ts } from '../source/compiler.ts'
import type { Splice } from './splice.ts'

/** How the code is read where the text was tested, and what else has to change for it. */
export type CodeRead =
  | {
      readonly outcome: 'read'
      /** Source text. */
      readonly code: string
      /** The source text of the body, where the code is read from it on the spot. */
      readonly body?: string
      /** The function that is asked about the body instead of its code. */
      readonly guard?: string
      /** It does something beyond reading (a call, an `await`): it may stand once only. */
      readonly once: boolean
      /** The names that the text uses. */
      readonly roots: readonly Declaration[]
      readonly edits: readonly Splice[]
      /** What makes the read expression itself give the text to show; `null` where that is not known. */
      readonly shown: readonly Splice[] | null
      /** The same where a helper gives the text: the helper has to give another. */
      readonly byHelper?: Shown
      /** What a helper that changes reads for all who call it: it has to be of this API as well. */
      readonly reads?: Flow
      /** The text may be one of a success, too, which goes on to be shown as it is. */
      readonly mixed?: boolean
      /** The text stays where it was, and the code stands beside it. */
      readonly beside?: boolean
      /** Sites that share one of these change together or not at all. */
      readonly groups: readonly string[]
    }
  | {
      readonly outcome: 'kept'
      readonly reason: Reason
      readonly at: ts.Node
      /** What others may want to change that this site needs as it is. */
      readonly groups: readonly string[]
    }

/** What moves so that v2 shows the text, too. */
export interface Shown {
  readonly edits: readonly Splice[]
  readonly groups: readonly string[]
  readonly reads: Flow
}

/** How the text can be shown beside the code; `null` where that is not known. */
export function shownBy({ shown, byHelper }: Read): Shown | null {
  return shown === null ? (byHelper ?? null) : { edits: shown, groups: [], reads: [] }
}

/** What several reads ask of helpers, taken together. */
export function readsOf(...all: readonly (Pick<Read, 'reads'> | null)[]): Flow {
  return all.flatMap(one => one?.reads ?? [])
}

/** What the files of this stage need of each other: the question itself, asked of a part. */
export interface CodeReader {
  readonly t: Tracer
  readonly readCode: (expression: ts.Expression, at: ts.Node) => CodeRead
}

export type Read = Extract<CodeRead, { outcome: 'read' }>

export function kept(reason: Reason, at: ts.Node, groups: readonly string[] = []): CodeRead {
  return { outcome: 'kept', reason, at, groups }
}
