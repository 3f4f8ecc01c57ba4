import type { Command, Flag, World } from './command.ts'
import { labelled, type Paint, paintFor, wrap } from './paint.ts'
import { COMMON_FLAGS, SHORT_FLAGS } from './read-arguments.ts'

const PROGRAM = 'problemshift-catalogue'

/** The help of the whole command line. */
export function printHelp(commands: readonly Command[], world: World): string {
  const paint = paintFor(world.colour)
  const width = widthOf(world)
  const column = Math.max(...commands.map(command => command.name.length)) + 4
  return lines([
    ...wrap(
      'Works on an error catalogue: the one file that says what the errors of an API are, and how v1 said them.',
      width,
    ),
    '',
    paint.bold('Usage'),
    `  ${PROGRAM} <command> [options]`,
    '',
    paint.bold('Commands'),
    ...commands.map(command => labelled(`  ${command.name}`, command.about, column, width)),
    '',
    paint.bold('Start with'),
    `  ${PROGRAM} check`,
    `  ${PROGRAM} match "Loan 42 not found"`,
    `  ${PROGRAM} <command> --help`,
    '',
    ...wrap(
      'Every command reads the errors.catalogue.* of the working directory, or the file that --catalogue names.',
      width,
    ),
    '',
    ...flagLines([...COMMON_FLAGS, { name: 'version', value: null, about: 'Show the version.' }], paint, width),
  ])
}

/** The help of one command. */
export function printCommandHelp(command: Command, world: World): string {
  const paint = paintFor(world.colour)
  const width = widthOf(world)
  return lines([
    ...wrap(command.about, width),
    '',
    paint.bold('Usage'),
    `  ${PROGRAM} ${command.usage}`,
    '',
    paint.bold('Examples'),
    ...command.examples.flatMap(([example, about]) => [
      `  ${paint.cyan(example.replaceAll('%', PROGRAM))}`,
      ...wrap(about, width - 6).map(line => `      ${line}`),
    ]),
    '',
    ...flagLines([...command.flags, ...COMMON_FLAGS], paint, width),
    ...command.notes.flatMap(note => ['', ...wrap(note, width)]),
  ])
}

function flagLines(flags: readonly Flag[], paint: Paint, width: number): readonly string[] {
  const names = flags.map(flag => `  ${shortOf(flag)}--${flag.name}${flag.value === null ? '' : ` ${flag.value}`}`)
  const longest = Math.max(...names.map(name => name.length)) + 2
  // On a narrow terminal the text goes under the flag.
  const beside = longest + 30 <= width
  return [
    paint.bold('Options'),
    ...flags.map((flag, at) => {
      const name = names[at] ?? ''
      const about = flag.oneOf === undefined ? flag.about : `${flag.about} One of ${flag.oneOf.join(', ')}.`
      return beside ? labelled(name, about, longest, width) : `${name}\n${labelled('', about, 6, width)}`
    }),
  ]
}

function shortOf({ name }: Flag): string {
  const [letter] = Object.entries(SHORT_FLAGS).find(([, long]) => long === name) ?? []
  return letter === undefined ? '    ' : `-${letter}, `
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}

function widthOf(world: World): number {
  return Math.min(100, Math.max(30, world.width))
}
