/**
 * What a place of a client library is, or gives. `body` is the parsed error body, `raw` the same as text; `ok-body` is
 * what a success carries; `transport` is text that the library or the platform made; `plain` can hold no wording.
 */
export type Leaf = 'body' | 'ok-body' | 'raw' | 'ok-raw' | 'transport' | 'plain' | 'absent'

/** A leaf, the name of a place of the same client, a promise of such, or one of several. */
export type Ref =
  | Leaf
  | { readonly place: string }
  | { readonly ok: Ref; readonly bad: Ref }
  | { readonly any: readonly (Leaf | { readonly place: string })[] }

/** An object of the library, as far as errors are concerned. */
export interface Place {
  readonly members?: Readonly<Record<string, Ref>>
  /** What calling it gives. */
  readonly call?: Ref
  /** What `new` gives. */
  readonly construct?: Ref
  /** A guard: calling it on a value tells whether the value is this place. `instanceof` asks `construct`. */
  readonly guards?: string
  /** The parameters of a function that is handed over, by the position of the argument. */
  readonly callbacks?: Readonly<Record<number, readonly Ref[]>>
  /** Methods of the promise that it gives, which read the body of a success: `ky.get(…).json()`. */
  readonly shortcuts?: readonly string[]
  /** Methods of the promise that give the promise again: `superagent.get(…).set(…)`. */
  readonly chained?: readonly string[]
  /** Methods of the promise that take what to do with a failure, and give the promise again: `$.ajax(…).fail(…)`. */
  readonly failing?: readonly string[]
  /** Members that say that the response is no error, and what the value is then. */
  readonly successWhen?: Readonly<Record<string, string>>
  /** Members beyond those listed are absent; otherwise they are unknown. */
  readonly closed?: boolean
  /** Whether the value is an instance of the built-in Error. */
  readonly error?: boolean
  /** How the code is read from here once the server speaks problem+json, as source text behind the expression. */
  readonly codeRead?: string
}

/** A client library as data: where a failure surfaces, and how body, text and status are read from it. */
export interface ClientModel {
  readonly name: string
  /** The packages whose exports are meant. */
  readonly packages: readonly string[]
  /** The globals that are meant, with their place. */
  readonly globals: Readonly<Record<string, string>>
  /** Exported names, `default` for the default export; `*` for a module that is itself callable (CommonJS). */
  readonly exports: Readonly<Record<string, string>>
  /** Type names of the package that stand for a place. */
  readonly types: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, Place>>
  /** The texts that the library itself writes, as message templates: they mean a status or no body at all. */
  readonly transport: readonly string[]
  /**
   * What in any file may change what errors look like: the name of an option or a member, `name=value` for an option
   * with this text, `new Name` for the making of an error by hand. Only `interceptors` are followed.
   */
  readonly hooks: readonly string[]
  /** What `application/problem+json` does to it; a sentence where the parsed body is lost. */
  readonly problemJson: { readonly outcome: 'parsed' } | { readonly outcome: 'broken'; readonly why: string }
}

/** What platforms say when a request got no answer. */
export const NETWORK_TEXTS: readonly string[] = [
  'Failed to fetch',
  'fetch failed',
  'Load failed',
  'NetworkError when attempting to fetch resource.',
  'Network request failed',
  'Network Error',
  'The operation was aborted',
  'The operation was aborted.',
  'This operation was aborted',
  'The user aborted a request.',
  'The operation timed out.',
  'signal is aborted without reason',
  'terminated',
  'canceled',
  'aborted',
  'socket hang up',
  'other side closed',
  'read ECONNRESET',
  'write EPIPE',
  'connect {code:/E[A-Z_]+/} {address:/[0-9a-f.:]+/}',
  'getaddrinfo {code:/E[A-Z_]+/} {host:/[0-9A-Za-z.-]+/}',
]

/** What stands beside a status when the server writes nothing of its own there. */
export const STATUS_TEXTS: readonly string[] = [
  'OK',
  'Created',
  'Accepted',
  'No Content',
  'Bad Request',
  'Unauthorized',
  'Payment Required',
  'Forbidden',
  'Not Found',
  'Method Not Allowed',
  'Not Acceptable',
  'Proxy Authentication Required',
  'Request Timeout',
  'Conflict',
  'Gone',
  'Length Required',
  'Precondition Failed',
  'Payload Too Large',
  'Request Entity Too Large',
  'Content Too Large',
  'URI Too Long',
  'Unsupported Media Type',
  'Range Not Satisfiable',
  'Expectation Failed',
  "I'm a Teapot",
  'Misdirected Request',
  'Unprocessable Entity',
  'Unprocessable Content',
  'Locked',
  'Failed Dependency',
  'Too Early',
  'Upgrade Required',
  'Precondition Required',
  'Too Many Requests',
  'Request Header Fields Too Large',
  'Unavailable For Legal Reasons',
  'Internal Server Error',
  'Not Implemented',
  'Bad Gateway',
  'Service Unavailable',
  'Gateway Timeout',
  'HTTP Version Not Supported',
  'Insufficient Storage',
]
