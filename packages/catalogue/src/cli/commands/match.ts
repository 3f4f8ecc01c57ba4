import type { Catalogue, Sign } from '../../entry.ts'
import type { LegacyError } from '../../legacy-error.ts'
import { type MatchQuery, type MatchResult, match, matchField } from '../../match.ts'
import type { Problem } from '../../problem.ts'
import { problemReply, type ProblemHeaders } from '../../to-problem.ts'
import { type CommandResult, type CommandRun, type Request, UsageError, flagValue, type World } from '../command.ts'
import { harmless, labelled, type Paint, paintFor } from '../paint.ts'
import { withCatalogue } from '../read-catalogue-file.ts'

/** Shows what the adapter would make of a v1 wording. */
export const matchText: CommandRun = (request, world) =>
  withCatalogue(request, world, catalogue => {
    const error = errorOf(request)
    const query = queryOf(error, request)
    const found = match(catalogue, query)
    const answer: Answer = { error, found, ...answerOf(catalogue, error, found, query) }
    const output = flagValue(request, 'format') === 'json' ? printJson(answer) : printText(answer, world)
    return { output, notes: '', exitCode: exitCodeOf(answer) }
  })

interface Answer {
  readonly error: LegacyError
  readonly found: MatchResult
  readonly problem: Problem
  readonly headers: ProblemHeaders
  /** The code of `fields` that the wording has as a field error, where no problem has it. */
  readonly field: string | null
  /** The flags with which the wording would be found. */
  readonly conditions: readonly string[]
}

function exitCodeOf({ found, field }: Answer): CommandResult['exitCode'] {
  return found.outcome === 'match' || field !== null ? 0 : 1
}

function errorOf(request: Request): LegacyError {
  const [wording] = request.words
  const code = flagValue(request, 'code')
  if (wording === undefined && code === null) {
    throw new UsageError('match needs a wording, as in match "Loan 42 not found", or --code.')
  }
  return {
    dialect: flagValue(request, 'dialect') ?? 'generic',
    wording: wording ?? null,
    message: wording ?? null,
    code,
    category: null,
    status: statusOf(request) ?? UNKNOWN_STATUS,
    statusSource: 'line',
    traceId: null,
    retryAfter: null,
    docUrl: null,
    hint: null,
    language: flagValue(request, 'language'),
    fields: [],
    leaks: [],
  }
}

// Fits every sign that asks for no status, and none that does.
const UNKNOWN_STATUS = 0

function statusOf(request: Request): number | null {
  const status = flagValue(request, 'status')
  if (status === null) return null
  if (!/^[1-5]\d\d$/.test(status)) throw new UsageError(`--status is a number from 100 to 599, and ${status} came.`)
  return Number(status)
}

function queryOf(error: LegacyError, request: Request): MatchQuery {
  const { wording, status, language } = error
  const [, method = null, path = null] = /^(?:([A-Za-z]+) +)?(\/\S*)$/.exec(flagValue(request, 'route') ?? '') ?? []
  if (flagValue(request, 'route') !== null && path === null) {
    throw new UsageError('--route is written as the server registers it: "GET /loans/:id" or /loans/:id.')
  }
  return {
    ...{ wording, status, language, code: error.code, route: path },
    dialect: flagValue(request, 'dialect'),
    method: method?.toUpperCase() ?? null,
  }
}

function answerOf(catalogue: Catalogue, error: LegacyError, found: MatchResult, query: MatchQuery) {
  const languages = error.language === null ? [] : [error.language]
  const occurrence = { instance: null, traceId: null, languages, time: null }
  // Without a status there is none to answer with: that of a bad request stands for it.
  const shown = error.status === UNKNOWN_STATUS ? { ...error, status: 400 } : error
  const { problem, headers } = problemReply(catalogue, shown, found, occurrence)
  if (found.outcome !== 'unmatched') return { problem, headers, field: null, conditions: [] }
  const field = matchField(catalogue, query)
  const conditions = conditionsThatMatch(catalogue, query)
  return { problem, headers, field: field.outcome === 'match' ? field.entry.code : null, conditions }
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
  return `${[...printFound(answer, paint, fact), ...(reply.length === 0 ? [] : ['', ...reply])].join('\n')}\n`
}

type Fact = (label: string, text: string) => string

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

function printJson({ found, problem, headers, field, conditions }: Answer): string {
  const match = found.outcome === 'match' ? found : null
  const signs = found.outcome === 'ambiguous' ? found.signs.map(sign => sign.id) : []
  const report = {
    version: 1,
    outcome: field === null ? found.outcome : 'field',
    code: match?.entry.code ?? field,
    sign: match?.sign.id ?? null,
    holes: match?.holes ?? {},
    signs: match === null ? signs : [match.sign.id],
    conditions,
    problem,
    headers,
  }
  return `${JSON.stringify(report, null, 2)}\n`
}
