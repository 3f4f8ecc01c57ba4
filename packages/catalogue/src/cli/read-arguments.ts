import { parseArgs } from 'node:util'
import { nearest } from '../definition/nearest.ts'
import { type Command, type Flag, type Request, UsageError } from './command.ts'

/** Flags that every command has. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'help', value: null, about: 'Show this help.' },
  { name: 'no-color', value: null, about: 'No colours, as NO_COLOR=1 in the environment.' },
]

/** One letter for a flag. */
export const SHORT_FLAGS = { h: 'help', o: 'output-file', c: 'catalogue' } as const

/** Reads the arguments of a command; what it does not know is a usage error with a suggestion. */
export function readArguments(command: Command, args: readonly string[]): Request {
  const flags = [...command.flags, ...COMMON_FLAGS]
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(flags.map(flag => [flag.name, optionOf(flag)])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  })
  const given = new Map<string, string | true>()
  const words: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value)
    if (token.kind === 'option') given.set(token.name, readFlag(flags, token))
  }
  if (words.length > command.words && !given.has('help')) throw tooManyWords(command, words)
  return { flags: given, words }
}

function optionOf(flag: Flag): { type: 'string' | 'boolean'; short?: string } {
  const short = Object.entries(SHORT_FLAGS).find(([, name]) => name === flag.name)?.[0]
  const type = flag.value === null ? 'boolean' : 'string'
  return short === undefined ? { type } : { type, short }
}

interface GivenFlag {
  readonly name: string
  readonly rawName: string
  readonly value?: string | undefined
  readonly inlineValue?: boolean | undefined
}

function readFlag(flags: readonly Flag[], { name, rawName, value, inlineValue }: GivenFlag): string | true {
  const flag = flags.find(one => one.name === name)
  if (flag === undefined) {
    const near = nearest(
      name,
      flags.map(one => one.name),
    )
    throw new UsageError(`There is no flag ${rawName}.${near === null ? '' : ` Did you mean --${near}?`}`)
  }
  if (flag.value === null) {
    if (value !== undefined) throw new UsageError(`--${name} takes no value, and ${JSON.stringify(value)} came.`)
    return true
  }
  // Where the next word looks like a flag the value was most likely forgotten; `--flag=-x` is the way to mean it.
  if (value === undefined || (inlineValue !== true && value.startsWith('-') && value !== '-')) {
    throw new UsageError(`--${name} needs a value: --${name} ${flag.value}.`)
  }
  if (flag.oneOf !== undefined && !flag.oneOf.includes(value)) {
    const near = nearest(value, flag.oneOf)
    const hint = near === null ? '' : ` Did you mean ${near}?`
    throw new UsageError(`--${name} is one of ${flag.oneOf.join(', ')}, and ${JSON.stringify(value)} came.${hint}`)
  }
  return value
}

function tooManyWords(command: Command, words: readonly string[]): UsageError {
  const extra = JSON.stringify(words[command.words])
  const quotes = command.words === 1 ? ' Put quotes around a text with blanks in it.' : ''
  return new UsageError(`${command.name} does not know what to do with ${extra}.${quotes}`)
}
