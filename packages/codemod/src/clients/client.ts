/**
 * What a place of a client library is, or gives. `body` is the parsed error body, `raw` the same as text; `ok-body` is
 * what a success carries; `lost-body` a parsed error body that is not there once it is `application/problem+json`; `loose` is the
 * wording alone, cut out of its body; `transport` is text that the library or the platform made; `plain` can hold none.
 */
export type Leaf = 'body' | 'lost-body' | 'ok-body' | 'raw' | 'ok-raw' | 'loose' | 'transport' | 'plain' | 'absent'

/** A leaf, the name of a place of the same client, a promise of such, one of several, or what the caller handed over. */
export type Ref =
  | Leaf
  | { readonly place: string }
  | { readonly ok: Ref; readonly bad: Ref }
  /** A text with something known round it: `Request error: Loan not found`. */
  | { readonly decorated: Leaf; readonly before: string; readonly after: string }
  | { readonly any: readonly Ref[] }
  | Handed
  | Chosen
  /** What the request settles with that a method belongs to: only for the callbacks of such a method. */
  | { readonly settled: 'ok' | 'bad' }
  /** What comes down the pipe to the operator that is called here: `catchError(error => …)`. */
  | { readonly piped: 'ok' | 'bad' }

/** What comes of a thing that the caller handed over: `useQuery({ queryFn })` fails with what `queryFn` rejects with. */
export interface Handed {
  /** Where it may lie: the position of the argument, then the names of members. The first that is there counts. */
  readonly handed: readonly (readonly [number, ...string[]])[]
  /** Which call got it: the request, the one that made the instance, or the one that is being looked at. */
  readonly to?: 'request' | 'instance' | 'here'
  /** Of what it gives only this place counts: a thunk gives a value, or what `rejectWithValue` made. */
  readonly only?: string
  /** What makes such a place: a member of what the library gives the function at a position. */
  readonly madeBy?: { readonly parameter: number; readonly member: string }
  /** The thing itself, what calling it gives, what that resolves with, or what it rejects with. */
  readonly gives: 'itself' | 'result' | 'result-or-itself' | 'ok' | 'bad'
  /** The members that are read of it then. */
  readonly members?: readonly string[]
}

/** What depends on an option of the request or of its instance: `validateStatus`, `throwOnError: true`. */
export interface Chosen {
  readonly option: string
  /** The value that chooses; any at all where it is left out. */
  readonly is?: string | boolean
  readonly chosen: Ref
  readonly otherwise: Ref
}

/** What a library calls a function with that is handed to it: its parameters, in order; `null` for one of no interest. */
export type Given = readonly (Ref | null)[]

/** Where functions can be handed over, and what they are called with. */
export interface TakesFunctions {
  /** By the position of the argument; -1 is the last one. */
  readonly callbacks?: Readonly<Record<number, Given>>
  /** By the text of the first argument, where the function is the second: `response.on('data', chunk => …)`. */
  readonly events?: Readonly<Record<string, Given>>
  /** By the name of an option: `$.ajax({ error(request) {} })`; `statusCode.*` for any member of an option. */
  readonly options?: Readonly<Record<string, Given>>
}

/** What a method of a pending request does: `superagent.get(…).end(…)`, `wretch(…).get().notFound(…)`. */
export interface RequestMethod extends TakesFunctions {
  /** What the request resolves with from here on; as before where it is left out. */
  readonly ok?: Ref
  /** The same where the first argument is the status of a success: `.expect(200)`. */
  readonly okOfSuccess?: Ref
  /** What it rejects with from here on; as before where it is left out. */
  readonly bad?: Ref
  /** The position of a callback whose answer takes the place of the failure. */
  readonly handles?: number
}

/** An object of the library, as far as errors are concerned. */
export interface Place extends TakesFunctions {
  readonly members?: Readonly<Record<string, Ref>>
  /** Members with made-up names, by a pattern of the whole name: `use\w+Query`. */
  readonly named?: readonly { readonly pattern: string; readonly ref: Ref }[]
  /** What calling it gives. */
  readonly call?: Ref
  /** What `new` gives. */
  readonly construct?: Ref
  /** `construct` only serves `instanceof`: what the client makes itself came from no server. */
  readonly madeByClient?: boolean
  /** What it does to an observable that is piped through it, with the function that its call was given. */
  readonly operator?: 'catches' | 'passes' | 'maps' | 'flattens'
  /** What its elements are, where it can be iterated: the chunks of a response. */
  readonly elements?: Ref
  /** Pieces of it that are put together are the whole body as text. */
  readonly piece?: boolean
  /**
   * What the call stands for that gave this place: an `instance` has options and hooks of its own, a `request` is on its
   * way.
   */
  readonly made?: 'instance' | 'request'
  /** It is one of these places; a guard tells which. */
  readonly oneOf?: readonly string[]
  /** A guard for this other place holds for it, too, and tells nothing more. */
  readonly kindOf?: string
  /** A guard: calling it on a value tells whether the value is this place. `instanceof` asks `construct`. */
  readonly guards?: string
  /** What calling it gives went through no interceptor yet. */
  readonly beforeHooks?: boolean
  /** Where it is the type of a function: what that is called with. */
  readonly calledWith?: Given
  /** Members that functions are written into, and what these are called with: `request.onload = event => …`. */
  readonly written?: Readonly<Record<string, Given>>
  /** Methods that call what is handed to them on this object itself, as `this`. */
  readonly callsOnItself?: readonly string[]
  /** Methods of the promise that calling it gives, beyond `then`, `catch` and `finally`. */
  readonly methods?: Readonly<Record<string, RequestMethod>>
  /** Members that say that the response is no error, and what the value is then. */
  readonly successWhen?: Readonly<Record<string, string>>
  /** Members that are 0 where nobody answered, and what the value is where they are not. */
  readonly answeredWhen?: Readonly<Record<string, string>>
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
  /** Files of the repository that a generator wrote, and what names in them stand for. */
  readonly generated?: readonly Generated[]
  /** The texts that the library itself writes, as message templates: they mean a status or no body at all. */
  readonly transport: readonly string[]
  /**
   * What in any file may change what errors look like: the name of an option or a member, `name=value` for an option
   * with this text, `new Name` for the making of an error by hand. `interceptors` and what is in `followed` is followed.
   */
  readonly hooks: readonly string[]
  /** Interceptors that are given to the whole program and call the next one themselves. */
  readonly chain?: Chain
  /** Hooks that are followed: functions, or lists of such, that the library asks before it rejects. */
  readonly followed?: Readonly<Record<string, FollowedHook>>
  /** What `application/problem+json` does to it; a sentence where the parsed body is lost. */
  readonly problemJson: { readonly outcome: 'parsed' } | { readonly outcome: 'broken'; readonly why: string }
  /** Where it does not reject, a success and an error come back the same way. */
  readonly settlesEither?: true
  /** What in a file makes it trip over that type. */
  readonly trips?: readonly Trip[]
  /** It asks a server that it is handed: one of the repository's own, unless a host is written out. */
  readonly asksOwnServer?: true
}

/** A spelling after which `application/problem+json` is not parsed, and what to write so that it is. */
export interface Trip {
  readonly at: /** The package itself, wherever it is imported. */
    | { readonly import: true }
    /** A call of this export, `default` for the default one, or of a member of it. */
    | { readonly call: string }
    /** An option with this value. */
    | { readonly option: string; readonly is: string | boolean }
  /** A method by which what the call gives does not trip. */
  readonly unless?: string
  readonly fix: string
}

/** A file that a generator wrote: it is read, and never changed. */
export interface Generated {
  /** A pattern of its path. */
  readonly path: string
  /** Words that its text holds, all of them. */
  readonly holds: readonly string[]
  /** Names that it declares, with their place. */
  readonly names: Readonly<Record<string, string>>
}

/** Interceptors as Angular has them: each calls the next one, and gives on what that gives. */
export interface Chain {
  /** The function whose argument lists those that are functions. */
  readonly functions: string
  /** The token that classes are provided for, and their method. */
  readonly classes: string
  readonly method: string
  /** What their second parameter is. */
  readonly next: { readonly ofFunction: string; readonly ofClass: string }
}

/** A hook that sees a failure before the caller does. */
export interface FollowedHook {
  readonly given: Given
  /** What `settled: 'bad'` is there, as far as no other hook changed it. */
  readonly failure: Ref
  /** What the hook gives is the failure from then on; otherwise only what it throws is. */
  readonly replaces: boolean
}

/** Methods that give the same request again: `superagent.get(…).set(…)`. */
export function chained(names: readonly string[]): Readonly<Record<string, RequestMethod>> {
  return Object.fromEntries(names.map(name => [name, {}]))
}

/** Methods that read the body of a success: `ky.get(…).json()`. */
export function shortcuts(names: readonly string[]): Readonly<Record<string, RequestMethod>> {
  return Object.fromEntries(names.map(name => [name, { ok: 'ok-body' }]))
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
