import type { Catalogue, Sign } from '../../entry.ts'
import type { LegacyError } from '../../legacy-error.ts'
import { type MatchQuery, type MatchResult, match, matchField } from '../../match.ts'
import type { Problem } from '../../problem.ts'
import { type ProblemHeaders, problemReply } from '../../to-problem.ts'
import { type CommandResult, type CommandRun, flagValue, type World } from '../command.ts'
import { harmless, labelled, type Paint, paintFor } from '../paint.ts'
import { withCatalogue } from '../read-catalogue-file.ts'
import { type Given, readLegacy, UNKNOWN_STATUS } from '../read-legacy.ts'

/** Shows what the adapter would make of a v1 wording or body. */
export const matchText: CommandRun = (request, world) =>
  withCatalogue(request, world, async catalogue => {
    const given = await readLegacy(request, world, catalogue)
    const json = flagValue(request, 'format') === 'json'
    if (given.outcome === 'left') return leftAlone(given, json)
    const answer = answerOf(catalogue, given)
    const output = json ? printJson(answer) : printText(answer, world)
    return { output, notes: noteOn(answer), exitCode: exitCodeOf(answer) }
  })

// What begins like JSON or markup is hardly ever a wording.
function noteOn({ error, isBody, found }: Answer): string {
  const isLike = !isBody && found.outcome === 'unmatched' && /^\s*[[{<]/.test(error.wording ?? '')
  return isLike ? 'This looks like a whole body: with --body it is read as one.\n' : ''
}

interface Answer {
  readonly error: LegacyError
  readonly isBody: boolean
  readonly found: MatchResult
  readonly problem: Problem
  readonly headers: ProblemHeaders
  /** The code of `fields` that the wording has as a field error, where no problem has it. */
  readonly field: string | null
  /** The flags with which the wording would be found. */
  readonly conditions: readonly string[]
}

function leftAlone({ reason }: Given & { outcome: 'left' }, json: boolean): CommandResult {
  const output = json
    ? `${JSON.stringify({ version: 1, outcome: 'left', reason }, null, 2)}\n`
    : `left      ${reason}: the server would send this body as it is\n${reason === 'success' ? SUCCESS_HINT : ''}`
  return { output, notes: '', exitCode: 1 }
}

const SUCCESS_HINT = 'do        Where it is an error, say so: a sign with this wording and this status.\n'

function exitCodeOf({ found, field }: Answer): CommandResult['exitCode'] {
  return found.outcome === 'match' || field !== null ? 0 : 1
}

function answerOf(catalogue: Catalogue, { error, found, query, isBody }: Given & { outcome: 'error' }): Answer {
  const languages = query.language === null ? [] : [query.language]
  const occurrence = { instance: null, traceId: null, languages, time: null }
  const common = { error, isBody, found, ...problemReply(catalogue, error, found, occurrence) }
  if (found.outcome !== 'unmatched') return { ...common, field: null, conditions: [] }
  const field = isBody ? null : matchField(catalogue, query)
  const conditions = conditionsThatMatch(catalogue, query)
  return { ...common, field: field?.outcome === 'match' ? field.entry.code : null, conditions }
}

// A wording that is known under conditions only: the flags that say them.
function conditionsThatMatch(catalogue: Catalogue, query: MatchQuery): readonly string[] {
  const signs = catalogue.problems.flatMap(entry => entry.signs)
  const hints = signs.flatMap(sign => {
    const under: MatchQuery = {
      ...query,
      status: query.status === UNKNOWN_STATUS ? (sign.status ?? UNKNOWN_STATUS) : query.status,
      method: query.method ?? sign.route?.method ?? null,
      route: query.route ?? sign.route?.path ?? null,
      dialect: query.dialect ?? sign.dialect,
    }
    const found = match(catalogue, under)
    return found.outcome === 'match' && found.sign.id === sign.id ? [flagsOf(sign)] : []
  })
  return [...new Set(hints)]
}

function flagsOf({ status, route, dialect }: Sign): string {
  const path = route === null ? null : [route.method, route.path].filter(part => part !== null).join(' ')
  return [
    ...(status === null ? [] : [`--status ${status}`]),
    ...(path === null ? [] : [`--route "${path}"`]),
    ...(dialect === null ? [] : [`--dialect ${dialect}`]),
  ].join(' ')
}

function printText(answer: Answer, world: World): string {
  const paint = paintFor(world.colour)
  const width = Math.min(100, Math.max(40, world.width))
  const fact: Fact = (label, text) => labelled(label, text, 10, width)
  const reply = printReply(answer, paint)
  const read = answer.isBody ? printReading(answer.error, fact) : []
  return `${[...printFound(answer, paint, fact), ...read, ...(reply.length === 0 ? [] : ['', ...reply])].join('\n')}\n`
}

type Fact = (label: string, text: string) => string

function printReading({ dialect, wording, code, status, fields }: LegacyError, fact: Fact): readonly string[] {
  return [
    fact('dialect', dialect),
    ...(wording === null ? [] : [fact('wording', harmless(wording.slice(0, 400)))]),
    ...(code === null ? [] : [fact('code', harmless(String(code)))]),
    fact('status', String(status)),
    ...(fields.length === 0 ? [] : [fact('fields', String(fields.length))]),
  ]
}

function printFound({ found, field, conditions }: Answer, paint: Paint, fact: Fact): readonly string[] {
  switch (found.outcome) {
    case 'match': {
      const { entry, sign, holes } = found
      const wording = sign.message === null ? '' : `  ${harmless(JSON.stringify(sign.message.source))}`
      const values = Object.entries(holes).map(([name, value]) => `${name} = ${harmless(value)}`)
      return [
        `${paint.green('match')}     ${paint.bold(entry.code)}`,
        fact('sign', `${sign.id}${wording}`),
        ...(values.length === 0 ? [] : [fact('holes', values.join(', '))]),
      ]
    }
    case 'ambiguous':
      return [
        `${paint.red('ambiguous')} ${found.signs.map(sign => sign.entry).join(', ')}`,
        ...found.signs.map(sign => fact('sign', sign.id)),
        fact('do', 'Narrow one of them by status, route, dialect or language.'),
      ]
    case 'unmatched':
      return [
        ...(field === null
          ? [paint.yellow('unmatched')]
          : [`${paint.green('match')}     ${paint.bold(field)} in errors[]`]),
        ...conditions.map(flags => fact('but', `it is known with ${flags}`)),
      ]
    default:
      return found satisfies never
  }
}

function printReply({ problem, headers, field }: Answer, paint: Paint): readonly string[] {
  if (field !== null) return []
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = [`HTTP/1.1 ${problem.status}`, 'content-type: application/problem+json', ...lines]
  return [...head.map(paint.dim), '', harmless(JSON.stringify(problem, null, 2))]
}

function printJson({ error, found, problem, headers, field, conditions }: Answer): string {
  const match = found.outcome === 'match' ? found : null
  const signs = found.outcome === 'ambiguous' ? found.signs.map(sign => sign.id) : []
  const report = {
    version: 1,
    outcome: field === null ? found.outcome : 'field',
    code: match?.entry.code ?? field,
    sign: match?.sign.id ?? null,
    holes: match?.holes ?? {},
    dialect: error.dialect,
    wording: error.wording,
    signs: match === null ? signs : [match.sign.id],
    conditions,
    problem,
    headers,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
