import { defineCatalogue, type LegacyError, match, serializeProblem, toProblem } from '@problemshift/catalogue'

const BATCH = 50
const ROUNDS = 60

/** The figures of `toProblem`, each beside what any converter must pay: writing the same body as JSON. */
export async function run() {
  const small = shop(10)
  const large = shop(10_000)
  const variants = [
    () => JSON.stringify(WRITTEN),
    () => serializeProblem(convert(small, known(3))),
    () => serializeProblem(convert(large, known(7003))),
    () => serializeProblem(convert(small, UNKNOWN)),
    () => serializeProblem(convert(large, UNKNOWN)),
    () => serializeProblem(convert(small, withFields(10))),
    () => serializeProblem(convert(small, withFields(1000))),
  ]
  const [write = 1, few = 1, many = 1, stranger = 1, strangerOfMany = 1, ten = 1, thousand = 1] = medians(variants)
  const made = `medians of ${ROUNDS} alternating batches of ${BATCH} responses`
  return [
    { name: 'a matched error to the text of its problem, against writing that text alone', ratio: few / write, made },
    { name: 'the same, 10,000 entries against 10', ratio: many / few, limit: 3, made },
    { name: 'an unmatched error, against writing the text alone', ratio: stranger / write, made },
    { name: 'the same, 10,000 entries against 10', ratio: strangerOfMany / stranger, limit: 3, made },
    { name: '1,000 field errors against 10, per field', ratio: thousand / ten / 100, limit: 3, made },
  ]
}

function shop(entries: number) {
  const problems = Object.fromEntries(
    Array.from({ length: entries }, (_, at) => [
      `loan_${at}_lost`,
      { status: 404, title: `Loan ${at} lost`, from: [`Loan {id:int} of shelf ${at} is lost`] },
    ]),
  )
  return defineCatalogue({
    type: 'https://errors.library.example/{code}',
    problems,
    fields: { required: { from: ['{path} is required'] } },
  })
}

const OCCURRENCE = { instance: '/loans/42', traceId: '0af7651916cd43dd', languages: ['en'], time: null }

function convert(catalogue: ReturnType<typeof shop>, error: LegacyError) {
  const { wording, code, status, dialect, language } = error
  const query = { wording, code, status, dialect, language, method: 'GET', route: '/loans/:id' }
  return toProblem(catalogue, error, match(catalogue, query), OCCURRENCE)
}

const UNKNOWN: LegacyError = {
  dialect: 'nested-error',
  wording: 'The roof of the branch is wet',
  message: 'The roof of the branch is wet',
  code: 'ROOF_WET',
  category: null,
  status: 409,
  statusSource: 'line',
  traceId: null,
  retryAfter: null,
  docUrl: null,
  hint: null,
  language: null,
  fields: [],
  leaks: [],
}

function known(shelf: number): LegacyError {
  const wording = `Loan 42 of shelf ${shelf} is lost`
  return { ...UNKNOWN, wording, message: wording, code: null, status: 404 }
}

function withFields(count: number): LegacyError {
  const fields = Array.from({ length: count }, (_, at) => ({
    scope: 'body' as const,
    scopeSource: 'explicit' as const,
    path: ['items', at, 'title'],
    code: at % 2 === 0 ? 'minLength' : null,
    message: at % 3 === 0 ? `title ${at} is required` : 'must NOT have fewer than 3 characters',
  }))
  return { ...UNKNOWN, fields }
}

const WRITTEN = convert(shop(10), known(3))

function medians(variants: readonly (() => unknown)[]): readonly number[] {
  const times = variants.map((): number[] => [])
  for (let round = 0; round < ROUNDS; round += 1) {
    variants.forEach((variant, at) => {
      const started = performance.now()
      for (let turn = 0; turn < BATCH; turn += 1) variant()
      times[at]?.push(performance.now() - started)
    })
  }
  return times.map(list => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0)
}
