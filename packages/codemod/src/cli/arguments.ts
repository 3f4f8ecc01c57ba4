import { parseArgs } from 'node:util'
import { FORMS } from '../forms/form-names.ts'
import { RULES } from '../rules/rule-names.ts'
import { FORMATS, isFormat, type Format } from '../report/formats.ts'
import { UsageError } from './usage.ts'

export type Command = 'plan' | 'run' | 'check' | 'explain' | 'init' | 'verify'

/** What the command line said, checked. */
export interface Arguments {
  readonly command: Command | 'help' | 'version'
  /** Paths, or the site id of `explain`. */
  readonly operands: readonly string[]
  readonly catalogue: string | null
  readonly config: string | null
  readonly format: Format
  readonly outputFile: string | null
  readonly include: readonly string[]
  readonly ignore: readonly string[]
  readonly gitignore: boolean
  readonly only: readonly string[]
  readonly maxKept: number
  readonly allowDirty: boolean
  readonly accept: boolean
  readonly progress: boolean
  readonly color: boolean
  readonly quiet: boolean
  readonly verbose: boolean
  readonly timings: boolean
  readonly baseline: string | null
  readonly updateBaseline: boolean
  /** `verify`: the client as it was. */
  readonly before: string | null
  /** `verify`: a running v1 server, and a v2 server to hold it against. */
  readonly server: string | null
  readonly against: string | null
  /** `null`: as many as the machine has room for. */
  readonly jobs: number | null
}

const OPTIONS = {
  catalogue: { type: 'string' },
  config: { type: 'string', short: 'c' },
  format: { type: 'string' },
  'output-file': { type: 'string', short: 'o' },
  include: { type: 'string', multiple: true },
  ignore: { type: 'string', multiple: true },
  'no-gitignore': { type: 'boolean' },
  only: { type: 'string', multiple: true },
  'max-kept': { type: 'string' },
  'allow-dirty': { type: 'boolean' },
  accept: { type: 'boolean' },
  before: { type: 'string' },
  server: { type: 'string' },
  against: { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  'no-progress': { type: 'boolean' },
  'no-color': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean' },
  timings: { type: 'boolean' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  interactive: { type: 'boolean', short: 'i' },
  shard: { type: 'string' },
  cache: { type: 'boolean' },
  since: { type: 'string' },
} as const

// Named in the design, built later: a clear refusal is better than a flag that does nothing.
const NOT_YET = ['interactive', 'shard', 'cache', 'since'] as const

/** Reads the command line; throws a `UsageError` for whatever is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  for (const name of NOT_YET) {
    if (values[name] !== undefined) throw new UsageError('not-yet', `--${name} is not there yet`)
  }
  const [command, ...operands] = positionals
  return {
    command: values.help || command === undefined ? helpOr(values.version) : commandOf(command),
    operands,
    catalogue: values.catalogue ?? null,
    config: values.config ?? null,
    format: formatOf(values.format),
    outputFile: values['output-file'] ?? null,
    include: values.include ?? [],
    ignore: values.ignore ?? [],
    gitignore: values['no-gitignore'] !== true,
    only: formsOf(values.only ?? []),
    maxKept: countOf('max-kept', values['max-kept'], 0),
    allowDirty: values['allow-dirty'] === true,
    accept: values.accept === true,
    progress: values['no-progress'] !== true,
    jobs: values.jobs === undefined ? null : countOf('jobs', values.jobs, 1),
    before: ofVerify(command, 'before', values.before),
    server: ofVerify(command, 'server', values.server),
    against: ofVerify(command, 'against', values.against),
    color: values['no-color'] !== true,
    quiet: values.quiet === true,
    verbose: values.verbose === true,
    timings: values.timings === true,
    ...baselineOf(command, values.baseline, values['update-baseline'] === true),
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError('unknown-flag', message.split('. To specify')[0] ?? message)
  }
}

function helpOr(version: boolean | undefined): 'help' | 'version' {
  return version === true ? 'version' : 'help'
}

function commandOf(command: string): Command {
  switch (command) {
    case 'plan':
    case 'run':
    case 'check':
    case 'explain':
    case 'init':
    case 'verify':
      return command
  }
  throw new UsageError('unknown-command', `unknown command "${command}": use plan, run, check, explain, init or verify`)
}

function formatOf(format: string | undefined): Format {
  if (format === undefined) return 'text'
  if (format === 'html') throw new UsageError('not-yet', '--format html is not there yet: use markdown')
  if (isFormat(format)) return format
  throw new UsageError('bad-value', `--format "${format}": use ${FORMATS.join(', ')}`)
}

function formsOf(lists: readonly string[]): readonly string[] {
  const forms = lists.flatMap(list => list.split(',')).map(form => form.trim())
  const known = [...RULES, ...FORMS]
  const strange = forms.find(form => !known.includes(form))
  if (strange !== undefined) throw new UsageError('bad-value', `--only "${strange}": use ${known.join(', ')}`)
  return forms
}

function baselineOf(command: string | undefined, file: string | undefined, update: boolean) {
  if (update && file === undefined)
    throw new UsageError('bad-value', '--update-baseline: name the file with --baseline')
  if (file !== undefined && command !== 'check') throw new UsageError('bad-value', '--baseline belongs to check')
  return { baseline: file ?? null, updateBaseline: update }
}

function ofVerify(command: string | undefined, flag: string, value: string | undefined): string | null {
  if (value !== undefined && command !== 'verify') throw new UsageError('bad-value', `--${flag} belongs to verify`)
  return value ?? null
}

function countOf(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise
  if (/^\d+$/.test(value)) return Number(value)
  throw new UsageError('bad-value', `--${name} "${value}": a whole number is expected`)
}
