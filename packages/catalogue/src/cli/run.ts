import { nearest } from '../definition/nearest.ts'
import { type Command, type CommandResult, done, UsageError, type World } from './command.ts'
import { COMMANDS } from './commands.ts'
import { printCommandHelp, printHelp } from './help.ts'
import { readArguments } from './read-arguments.ts'

/** Runs the command line: arguments in, texts and an exit code out. */
export async function run(args: readonly string[], surroundings: World): Promise<CommandResult> {
  const plain = args.includes('--no-color')
  const world = plain ? { ...surroundings, colour: false } : surroundings
  const [name, ...rest] = args.filter((word, at) => word !== '--no-color' || at > endOfFlags(args))
  try {
    return await runNamed(name, rest, world)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const command = COMMANDS.find(one => one.name === name)
    const help = command === undefined ? '--help' : `${command.name} --help`
    return { output: '', notes: `${error.message}\nSee problemshift-catalogue ${help}.\n`, exitCode: 2 }
  }
}

// Behind a bare `--` everything is a word.
function endOfFlags(args: readonly string[]): number {
  const end = args.indexOf('--')
  return end === -1 ? args.length : end
}

async function runNamed(name: string | undefined, args: readonly string[], world: World): Promise<CommandResult> {
  if (name === undefined) return { output: '', notes: printHelp(COMMANDS, world), exitCode: 2 }
  if (name === '--version' || name === '-v' || name === '-V') return done(`${world.version}\n`)
  if (name === '--help' || name === '-h') return done(printHelp(COMMANDS, world))
  if (name === 'help') return done(helpOn(args[0], world))
  const command = commandOf(name)
  const request = readArguments(command, args)
  if (request.flags.has('help')) return done(printCommandHelp(command, world))
  const work = await command.load()
  return work(request, world)
}

function helpOn(name: string | undefined, world: World): string {
  return name === undefined ? printHelp(COMMANDS, world) : printCommandHelp(commandOf(name), world)
}

function commandOf(name: string): Command {
  const command = COMMANDS.find(one => one.name === name)
  if (command !== undefined) return command
  const kind = name.startsWith('-') ? 'flag' : 'command'
  const known = kind === 'flag' ? ['--help', '--version', '--no-color'] : COMMANDS.map(one => one.name)
  const near = nearest(name, known)
  throw new UsageError(`There is no ${kind} ${name}.${near === null ? '' : ` Did you mean ${near}?`}`)
}
