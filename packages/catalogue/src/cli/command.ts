/** What the command line knows of the world around it; nothing below `cli.ts` asks the process. */
export interface World {
  readonly cwd: string
  readonly version: string
  /** Whether the output goes to a terminal that may be coloured. */
  readonly colour: boolean
  /** Columns of the terminal. */
  readonly width: number
  readonly readInput: () => Promise<string>
}

/** What a command did: text for stdout, text for stderr, and the exit code. */
export interface CommandResult {
  readonly output: string
  readonly notes: string
  readonly exitCode: 0 | 1 | 2
}

/** One flag of a command. */
export interface Flag {
  readonly name: string
  /** How its value is named in the help; `null` for a switch. */
  readonly value: string | null
  readonly about: string
  /** The values that it may have, where they are few. */
  readonly oneOf?: readonly string[]
}

/** What was asked for: flags by name, and the words beside them. */
export interface Request {
  readonly flags: ReadonlyMap<string, string | true>
  readonly words: readonly string[]
}

/** A command as data; its work is loaded only when it is asked for. */
export interface Command {
  readonly name: string
  readonly about: string
  readonly usage: string
  /** Most words that it takes. */
  readonly words: number
  readonly flags: readonly Flag[]
  /** Each with what it shows. */
  readonly examples: readonly (readonly [string, string])[]
  /** More to know, one paragraph each. */
  readonly notes: readonly string[]
  readonly load: () => Promise<CommandRun>
}

/** The work of a command. */
export type CommandRun = (request: Request, world: World) => Promise<CommandResult>

/** The command was called in a way that it does not understand. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  readonly code = 'usage'
}

/** A result with exit code 0. */
export function done(output: string, notes = ''): CommandResult {
  return { output, notes, exitCode: 0 }
}

/** The value of a flag, or `null` where it was not given. */
export function flagValue(request: Request, name: string): string | null {
  const value = request.flags.get(name)
  return typeof value === 'string' ? value : null
}
