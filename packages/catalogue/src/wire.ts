/** A response as it would go out: after content codings have been undone, before anything was read into it. */
export interface WireResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: Uint8Array | string
}

/** What the request can tell about where a bad input was. Names only: values never travel with an error. */
export interface RequestFacts {
  readonly method: string
  /** Without the query string. */
  readonly path: string
  /** The route as it was registered, `/loans/:id`, where it is known. */
  readonly route: string | null
  readonly params: readonly string[]
  readonly query: readonly string[]
  readonly headers: readonly string[]
  readonly cookies: readonly string[]
  /** The names at the top of a parsed body; `null` where there was no object. */
  readonly body: readonly string[] | null
}

/** What the bytes turned out to be, whatever the label said. */
export type BodyKind = 'empty' | 'json' | 'html' | 'xml' | 'text' | 'binary'

/** A body that has been decoded and sniffed once, so that no dialect has to. */
export interface LegacyBody {
  readonly status: number
  readonly headers: WireResponse['headers']
  /** The media type of the label, lower-case and without parameters; `null` without a label. */
  readonly media: string | null
  readonly kind: BodyKind
  /** The decoded text, bounded; what a reader would see of HTML and XML is made by `readableText`. */
  readonly text: string
  /** The parsed value where `kind` is `json`: JSON inside a JSON string has been unwrapped. */
  readonly json: unknown
  /** What had to be mended before the JSON could be read; absent for JSON that is JSON. */
  readonly repaired?: 'prefix' | 'trailing' | 'loose' | 'form' | 'page' | 'yaml'
  /** Why the bytes were not read for what they look like: a fragment of it is nothing to show to a client. */
  readonly unread?: 'too-large' | 'broken-json'
}
