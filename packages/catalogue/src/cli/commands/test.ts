import {
  type CandidateScope,
  codesFor,
  describeTest,
  type FieldCode,
  fieldCodesFor,
  type KeptCodes,
  parseTest,
  type SignVerdict,
  type TestFault,
  type UndecidedCause,
  type Verdict,
} from '../../candidates.ts'
import type { Catalogue } from '../../entry.ts'
import type { TextTest } from '../../text-test.ts'
import { type CommandRun, flagValue, type Request, UsageError, type World } from '../command.ts'
import { harmless, labelled, type Paint, paintFor } from '../paint.ts'
import { withCatalogue } from '../read-catalogue-file.ts'
import { dialectFlag, languageFlag, statusFlag } from '../response-flags.ts'

/** Shows for which codes a client's test holds, and why. */
export const testText: CommandRun = (request, world) => {
  const test = readTest(request)
  return withCatalogue(request, world, catalogue => {
    const answer = answerOf(catalogue, test, request)
    const output = flagValue(request, 'format') === 'json' ? printJson(test, answer) : printText(test, answer, world)
    return { output, notes: '', exitCode: answer.outcome === 'codes' ? 0 : 1 }
  })
}

type Answer =
  | { readonly outcome: 'codes'; readonly codes: readonly FieldCode[]; readonly verdicts: readonly SignVerdict[] }
  | KeptCodes

function readTest(request: Request): TextTest {
  const [source] = request.words
  if (source === undefined)
    throw new UsageError(`test needs an expression, as in test 'message.includes("not found")'.`)
  const parsed = parseTest(source)
  if (parsed.outcome === 'fault') throw new UsageError(printTestFault(source, parsed.fault))
  return parsed.test
}

function printTestFault(source: string, { code, at }: TestFault): string {
  // On one line, so that the caret stands under the place.
  const line = harmless(source.replace(/\s/g, ' '))
  const caret = ' '.repeat(harmless(source.slice(0, at).replace(/\s/g, ' ')).length)
  return `${FAULT_TEXTS[code]}\n  ${line}\n  ${caret}^`
}

const FAULT_TEXTS: Readonly<Record<TestFault['code'], string>> = {
  'character-unknown': 'This character has no place in a test.',
  'text-unclosed': 'This text has no closing quote.',
  'regex-unclosed': 'This regular expression has no closing slash.',
  'token-unexpected': 'Something else was expected here.',
  'call-unknown': 'This call says nothing about the wording, or depends on more than the wording.',
  'argument-wrong': 'This argument cannot be read: a text or a regular expression was expected.',
  'operands-wrong': 'These two cannot be compared.',
  'two-messages': 'Two different values are tested, and only one of them can be the message.',
  'no-test': 'This tests no message. Write it as a client does: message.includes("not found").',
  'too-deep': 'This is nested too deeply.',
}

function answerOf(catalogue: Catalogue, test: TextTest, request: Request): Answer {
  const scope = scopeOf(request, catalogue)
  if (request.flags.has('fields')) return fieldCodesFor(catalogue, test, scope)
  const answer = codesFor(catalogue, test, scope)
  if (answer.outcome === 'kept') return answer
  return { ...answer, codes: answer.codes.map(code => ({ code, pins: {} })) }
}

function scopeOf(request: Request, catalogue: Catalogue): CandidateScope {
  const status = statusFlag(request)
  const language = languageFlag(request)
  const dialect = dialectFlag(request, catalogue)
  return {
    ...(status === null ? {} : { statuses: [status] }),
    ...(language === null ? {} : { languages: [language] }),
    ...(dialect === null ? {} : { dialects: [dialect] }),
  }
}

function printText(test: TextTest, answer: Answer, world: World): string {
  const paint = paintFor(world.colour)
  const width = Math.min(120, Math.max(40, world.width))
  const fact = (label: string, text: string) => labelled(label, harmless(text), 10, width)
  const lines = [
    fact('test', describeTest(test)),
    ...printAnswer(answer, paint, fact),
    '',
    ...printVerdicts(answer.verdicts, paint, width),
  ]
  return `${lines.join('\n')}\n`
}

type Fact = (label: string, text: string) => string

function printAnswer(answer: Answer, paint: Paint, fact: Fact): readonly string[] {
  if (answer.outcome === 'codes') {
    return [`${paint.green('codes')}     ${answer.codes.map(printCode).map(paint.bold).join(', ')}`]
  }
  const head = `${paint.yellow('kept')}      ${paint.bold(answer.reason)}`
  switch (answer.reason) {
    case 'no-entry':
      return [head, fact('', 'No wording of the catalogue can pass this test.')]
    case 'splits-a-code':
      return [
        head,
        fact('', `It tells two wordings of ${answer.code} apart; a code cannot.`),
        fact('holds', quote(answer.holds.holds)),
        fact('fails', quote(answer.fails.fails)),
      ]
    case 'depends-on-hole': {
      const holes = answer.holes.map(name => `{${name}}`).join(', ')
      const about = holes === '' ? 'what stands in a hole' : `what stands in ${holes}`
      return [
        head,
        fact('', `It depends on ${about} of ${answer.sign}.`),
        fact('holds', quote(answer.holds)),
        fact('fails', quote(answer.fails)),
      ]
    }
    case 'undecided':
      return [head, fact('', `${answer.sign}: ${causeText(answer.cause)}`)]
    default:
      return answer satisfies never
  }
}

function printCode({ code, pins }: FieldCode): string {
  const values = Object.entries(pins).map(([hole, value]) => `${hole} = ${quote(value)}`)
  return values.length === 0 ? code : `${code} (${values.join(', ')})`
}

function causeText(cause: UndecidedCause): string {
  switch (cause.code) {
    case 'back-reference':
      return `/${cause.source}/${cause.flags} has a back-reference, which no automaton can follow.`
    case 'regex-invalid':
      return `/${cause.source}/${cause.flags} is no regular expression.`
    case 'regex-unsupported':
      return `/${cause.source}/${cause.flags} has strings in a class, which are not read here.`
    case 'engines-differ':
      return `/${cause.source}/${cause.flags} means different things to different JavaScript engines.`
    case 'hole-pattern':
      return `the pattern /${cause.pattern}/ of a hole looks at the text around it.`
    case 'budget':
      return 'the question costs more work than one question may cost.'
    case 'no-wording':
      return `${cause.entry} is known by a code or a status only: it may have any wording.`
    default:
      return cause satisfies never
  }
}

function printVerdicts(verdicts: readonly SignVerdict[], paint: Paint, width: number): readonly string[] {
  const longest = Math.max(0, ...verdicts.map(({ sign }) => sign.length))
  return verdicts.flatMap(verdict => printVerdict(verdict, Math.min(32, longest), paint, width))
}

function printVerdict(
  { sign, verdict, holds, fails, cause }: SignVerdict,
  column: number,
  paint: Paint,
  width: number,
): readonly string[] {
  const head = `  ${COLOURS[verdict](paint)(verdict.padEnd(10))}${harmless(sign)}`
  const only = verdict === 'always' ? holds : verdict === 'never' ? fails : null
  const beside = only === null ? '' : harmless(quote(only))
  // A proof has one witness, which stands beside it where there is room.
  if (only !== null && 14 + column + beside.length <= width) {
    return [`${head}${' '.repeat(Math.max(0, column - sign.length))}  ${paint.dim(beside)}`]
  }
  const witness = (label: string, text: string) => labelled(`            ${label}`, harmless(text), 20, width)
  return [
    head,
    ...(holds === null ? [] : [witness('holds', quote(holds))]),
    ...(fails === null ? [] : [witness('fails', quote(fails))]),
    ...(cause === null ? [] : [witness('cause', causeText(cause))]),
  ]
}

const COLOURS: Readonly<Record<Verdict, (paint: Paint) => (text: string) => string>> = {
  always: paint => paint.green,
  never: paint => paint.dim,
  sometimes: paint => paint.yellow,
  undecided: paint => paint.red,
}

function quote(text: string | null): string {
  return text === null ? '' : JSON.stringify(text)
}

function printJson(test: TextTest, answer: Answer): string {
  const { verdicts, ...facts } = answer
  const report = { version: 1, test, description: describeTest(test), ...facts, ...plainCodes(answer), verdicts }
  return `${JSON.stringify(report, null, 2)}\n`
}

// A field code may come with the hole values that it needs; a program that wants the codes alone finds them alone.
function plainCodes(answer: Answer) {
  if (answer.outcome !== 'codes') return {}
  const pinned = answer.codes.some(({ pins }) => Object.keys(pins).length > 0)
  const codes = [...new Set(answer.codes.map(one => one.code))]
  return pinned ? { codes, pinned: answer.codes } : { codes }
}
