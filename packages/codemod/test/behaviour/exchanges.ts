import {
  type Catalogue,
  dialectsOf,
  fillTemplate,
  holesOf,
  matchError,
  type MessageTemplate,
  type RequestFacts,
  readError,
  templatePattern,
  toProblem,
} from '@problemshift/catalogue'

/** What a server answers: a value is sent as JSON, a text as it is. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** One error as the v1 server sends it, and as the v2 server does; `null` for no answer at all. */
export interface Exchange {
  readonly name: string
  readonly v1: Answer | null
  readonly v2: Answer | null
  /** What v1 would send with a wording that nobody knows. */
  readonly strange: Answer | null
}

/** How an API writes its errors in v1: one shape for all of them. */
export interface Shape {
  readonly name: string
  readonly problem: (message: string) => unknown
  readonly fields: ((fields: readonly WrongField[]) => unknown) | null
  /** A server spells its paths in one notation. */
  readonly dotted?: boolean
}

export interface WrongField {
  readonly path: string
  readonly message: string
}

const listed = (fields: readonly WrongField[], write: (field: WrongField) => unknown) => fields.map(write)

export const SHAPES: readonly Shape[] = [
  {
    name: 'message and errors',
    problem: message => ({ message }),
    fields: fields => ({
      errors: listed(fields, ({ path, message }) => ({ field: path, message })),
    }),
  },
  {
    name: 'msg and param',
    problem: message => ({ errors: [{ message }] }),
    fields: fields => ({ errors: listed(fields, ({ path, message }) => ({ param: path, msg: message })) }),
  },
  {
    name: 'message and path',
    problem: message => ({ errors: [{ message }] }),
    fields: fields => ({ errors: listed(fields, ({ path, message }) => ({ path, message })) }),
    dotted: true,
  },
  {
    name: 'map of lists',
    problem: message => ({ message, errors: {} }),
    fields: fields => ({ message: 'Invalid input', errors: mapOf(fields) }),
  },
  { name: 'nested error', problem: message => ({ error: { message } }), fields: null },
  { name: 'error as text', problem: error => ({ error }), fields: null },
  { name: 'list of texts', problem: message => ({ errors: [message] }), fields: null },
  { name: 'detail', problem: detail => ({ detail }), fields: null },
  { name: 'plain text', problem: message => message, fields: null },
]

function mapOf(fields: readonly WrongField[]): Readonly<Record<string, readonly string[]>> {
  const map: Record<string, string[]> = {}
  for (const { path, message } of fields) map[path] = [...(map[path] ?? []), message]
  return map
}

/** Every wording of the catalogue in one shape, with several values in its holes, each with what v2 makes of it. */
export function exchangesIn(catalogue: Catalogue, shape: Shape): readonly Exchange[] {
  return catalogue.problems.flatMap(problem =>
    // A bare token is nothing that a v2 error shows: its endpoints go on sending it, and its tests are kept.
    problem.signs
      .filter(sign => !isToken(sign.message?.source ?? ''))
      .flatMap(sign =>
        wordingsOf(sign.message).map(message => exchange(catalogue, problem.status, message, shape.problem)),
      ),
  )
}

function isToken(wording: string): boolean {
  return /^[a-z]+(?:_[a-z]+)+$/.test(wording)
}

/** Every sign of the catalogue as v1 sent it, with its own status, and what v2 makes of it. */
export function exchangesOfSigns(
  catalogue: Catalogue,
  write: (message: string, status: number) => unknown,
): readonly Exchange[] {
  return catalogue.problems.flatMap(problem =>
    problem.signs.flatMap(sign => {
      const status = sign.status ?? problem.status
      return wordingsOf(sign.message)
        .slice(0, 1)
        .map(message => exchange(catalogue, status, message, text => write(text, status)))
    }),
  )
}

const PATHS = ['email', 'password', 'member.name', 'items[0].isbn']

/** Field errors in a shape: one wrong field, two of them in both orders, and the same one twice. */
export function fieldExchangesIn(catalogue: Catalogue, { fields, dotted = false }: Shape): readonly Exchange[] {
  if (fields === null) return []
  const templates = catalogue.fields.flatMap(field => field.signs.flatMap(sign => sign.message ?? []))
  const wrong = templates.flatMap(template =>
    PATHS.map(path => (dotted ? path.replace(/\[(\d+)\]/g, '.$1') : path)).flatMap(path =>
      wordingsOf(template, { path })
        .slice(0, 2)
        .map(message => ({ path, message })),
    ),
  )
  const sent = wrong.flatMap(one => [
    [one],
    ...wrong
      .filter(other => other !== one && (other.path === one.path || other.path === 'email'))
      .map(other => [one, other]),
  ])
  return sent.map(list => exchangeOfFields(catalogue, list, fields))
}

/** What is the same in both contracts: no answer, a page of the gateway, nothing in it, and what is no error. */
export const UNCHANGED: readonly Exchange[] = [
  { name: 'no answer', v1: null, v2: null, strange: null },
  ...[
    { name: 'a page of the gateway', status: 502, body: '<h1>Bad Gateway</h1>' },
    { name: 'an empty body', status: 500, body: '' },
    { name: 'a success', status: 200, body: { id: 7 } },
    { name: 'a success that tells', status: 200, body: { title: 'Dune', message: 'Lent', code: 'paperback' } },
  ].map(({ name, status, body }) => ({ name, v1: { status, body }, v2: { status, body }, strange: null })),
]

const REQUEST: RequestFacts = {
  method: 'POST',
  path: '/loans',
  route: null,
  params: [],
  query: [],
  headers: [],
  cookies: [],
  body: ['email', 'password', 'member', 'items'],
}

const STRANGE = 'Nobody expects this'

function exchange(
  catalogue: Catalogue,
  status: number,
  message: string,
  write: (message: string) => unknown,
): Exchange {
  const strange = { status, body: write(STRANGE) }
  return { name: message, ...bothSides(catalogue, status, write(message)), strange }
}

function exchangeOfFields(
  catalogue: Catalogue,
  list: readonly WrongField[],
  write: (fields: readonly WrongField[]) => unknown,
): Exchange {
  const name = list.map(({ message }) => message).join(' + ')
  const strange = { status: 422, body: write(list.map(({ path }) => ({ path, message: STRANGE }))) }
  return { name, ...bothSides(catalogue, 422, write(list)), strange }
}

function bothSides(catalogue: Catalogue, status: number, body: unknown): Pick<Exchange, 'v1' | 'v2'> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const type = typeof body === 'string' ? 'text/plain' : 'application/json'
  const reading = readError({ status, headers: { 'content-type': type }, body: text }, REQUEST, dialectsOf(catalogue))
  if (reading.outcome === 'left') throw new Error(`the adapter leaves this as it is: ${text}`)
  const found = matchError(catalogue, reading.error, { status, method: 'POST', route: null })
  const occurrence = { instance: null, traceId: null, languages: [], time: null }
  const problem = toProblem(catalogue, reading.error, found, occurrence)
  return { v1: { status, body }, v2: { status: problem.status, body: problem } }
}

const VALUES = ['7', '0', '42', '1234567890', 'x', 'not found', 'ada@library.example', '2026-11-20']

/** A wording with each of several values in its holes, as far as the holes can hold them. */
function wordingsOf(template: MessageTemplate | null, known: Readonly<Record<string, string>> = {}): readonly string[] {
  if (template === null) return []
  const names = holesOf(template).map(hole => hole.name)
  const whole = new RegExp(`^(?:${templatePattern(template)})$`, 'u')
  const filled = VALUES.map(value =>
    fillTemplate(template, Object.fromEntries(names.map(name => [name, known[name] ?? value]))),
  )
  return [...new Set(filled)].filter(message => whole.test(message))
}
