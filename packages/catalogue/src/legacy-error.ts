/** Where the bad input of a field error was. A cookie's error is a `header` in a v2 body. */
export type LegacyScope = 'body' | 'query' | 'path' | 'header' | 'cookie' | 'global'

/** One segment of a field's path: a member name or an array index. */
export type PathSegment = string | number

/** What a v1 body said about one input field. */
export interface LegacyField {
  /** `null` where neither the response nor the request told. */
  readonly scope: LegacyScope | null
  /** `explicit`: the response said so. `inferred`: we found the name in the request. */
  readonly scopeSource: 'explicit' | 'inferred'
  /** Empty: the error is about the whole input. */
  readonly path: readonly PathSegment[]
  readonly code: string | number | null
  readonly message: string | null
}

/** What kind of thing must not leave the server. */
export type LeakKind = 'stack' | 'sql' | 'path' | 'class' | 'host' | 'secret' | 'pii' | 'input' | 'version' | 'internal'

/** A piece of a v1 body that must not reach a client, and the text that gave it away. */
export interface Leak {
  readonly kind: LeakKind
  readonly text: string
}

/** How the effective status became known, when it is not that of the status line. */
export type StatusSource = 'line' | 'body' | 'code' | 'text' | 'header' | 'default'

/** What a v1 error response said, whatever shape it was written in. */
export interface LegacyError {
  /** The name of the dialect that read it; `generic` when none knew the shape. */
  readonly dialect: string
  /** The sentence as it was sent: what the signs of the catalogue are matched against. */
  readonly wording: string | null
  /** A single word where others say a sentence (`error: "Taken"`): a code, unless the catalogue has it for a wording. */
  readonly word?: string | undefined
  /** The sentence that is fit for a client, or `null` where there is none or only an unsafe one. */
  readonly message: string | null
  /** The most specific machine code as it was sent: never a reason phrase, the status or a class name. */
  readonly code: string | number | null
  /** A broader code beside it (Stripe's `type`). */
  readonly category: string | null
  readonly status: number
  readonly statusSource: StatusSource
  readonly traceId: string | null
  /** Seconds, or an HTTP date as it was sent. */
  readonly retryAfter: number | string | null
  readonly docUrl: string | null
  readonly hint: string | null
  /** The language of the wording as a BCP 47 tag, where the response said it. */
  readonly language: string | null
  readonly fields: readonly LegacyField[]
  readonly leaks: readonly Leak[]
}
