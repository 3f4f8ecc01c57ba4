import type { Outcome, Plain } from '../observation.ts'

/** What a process of its own is to do: load a revision of the client, and call one function. */
export interface Job {
  /** The revision of the client. */
  readonly root: string
  readonly target: { readonly module: string; readonly function: string } | null
  /** Where the call has a `run` of its own: the file of the verification, and which call it is. */
  readonly file: string
  readonly index: number
  readonly given: readonly unknown[]
  readonly server: string
  readonly origins: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly setup: string | null
  /** Where compiled modules are kept from one process to the next. */
  readonly cache: string
}

/** What it saw. */
export interface Watched {
  readonly outcome: Outcome
  /** What a `run` said that was seen, by name. */
  readonly seen: readonly { readonly name: string; readonly value: Plain }[]
  readonly logged: readonly { readonly level: string; readonly values: readonly Plain[] }[]
  /** What was thrown where nobody catches. */
  readonly uncaught: readonly Plain[]
  /** Hosts that the client tried to reach, and did not. */
  readonly refused: readonly string[]
}

/** Why there was nothing to watch. */
export interface JobFault {
  readonly code: 'no-such-module' | 'module-fails' | 'no-such-function' | 'setup-fails'
  readonly text: string
}

export type Message = { readonly watched: Watched } | { readonly fault: JobFault }
