import {
  type Catalogue,
  type Contract,
  holesOf,
  type MessageTemplate,
  type ProblemEntry,
  problemFor,
} from '@problemshift/catalogue'
import type { FastifyInstance } from 'fastify'
import { stateOf } from './hooks.ts'
import { PROBLEM_JSON } from './negotiate.ts'

type Members = Readonly<Record<string, unknown>>

/** What `@fastify/swagger` gives its `transform`, and takes back. */
export interface DocumentedRoute {
  readonly schema: Members
  readonly url: string
  readonly route?: { readonly method?: string | readonly string[] }
}

// A page with hundreds of examples is read by nobody.
const MOST_EXAMPLES = 10
const SAMPLE_ID = '4bf92f3577b34da6a3ce929d0e0e4736'

/**
 * The `transform` of `@fastify/swagger`: adds the problems of the catalogue to every route, with examples.
 * Takes the server that the adapter is registered on, or a catalogue.
 */
export function problemTransform(
  source: FastifyInstance | Catalogue,
): (route: DocumentedRoute) => { schema: Members; url: string } {
  return route => {
    const { schema, url } = route
    const catalogue = catalogueOf(source)
    if (catalogue === null || schema?.hide === true) return { schema, url }
    return { schema: { ...schema, response: addProblems(catalogue, route) }, url }
  }
}

function catalogueOf(source: FastifyInstance | Catalogue): Catalogue | null {
  return 'contract' in source ? source : (stateOf(source)?.catalogue ?? null)
}

function addProblems(catalogue: Catalogue, { schema, url, route }: DocumentedRoute): Members {
  const present = isMembers(schema?.response) ? schema.response : {}
  const responses: Record<string, unknown> = { ...present }
  // OpenAPI needs at least one response that is no error.
  if (Object.keys(responses).length === 0) responses['200'] = { description: 'Success', type: 'null' }
  const methods = [route?.method ?? 'GET'].flat()
  const entries = catalogue.problems.filter(entry => mayHappen(entry, methods, url))
  const statuses = new Set([...entries.map(({ status }) => status), 500])
  for (const status of [...statuses].sort((a, b) => a - b)) {
    const examples = entries.filter(entry => entry.status === status).slice(0, MOST_EXAMPLES)
    responses[status] = describe(catalogue, status, examples, responses[status], url)
  }
  return responses
}

function mayHappen({ signs }: ProblemEntry, methods: readonly string[], url: string): boolean {
  if (signs.length === 0) return true
  return signs.some(({ route }) => {
    if (route === null) return true
    return route.path === url && (route.method === null || methods.includes(route.method))
  })
}

function describe(
  catalogue: Catalogue,
  status: number,
  entries: readonly ProblemEntry[],
  present: unknown,
  url: string,
): Members {
  const generic = catalogue.generic.find(one => one.status === status)
  const codes = entries.length > 0 ? entries.map(({ code }) => code) : [generic?.code].flatMap(code => code ?? [])
  const examples = codes.map(code => [code, { summary: code, value: exampleOf(catalogue, code, url) }] as const)
  const content = { schema: problemSchema(catalogue.contract), examples: Object.fromEntries(examples) }
  return {
    description: generic?.title ?? `Status ${status}`,
    content: { ...contentOf(present), [PROBLEM_JSON]: content },
  }
}

// A v1 schema stays beside the problem: which of the two a caller gets depends on the mode.
function contentOf(present: unknown): Members {
  if (!isMembers(present)) return {}
  return isMembers(present.content) ? present.content : { 'application/json': { schema: present } }
}

function exampleOf(catalogue: Catalogue, code: string, url: string): Members {
  const entry = catalogue.problems.find(one => one.code === code)
  const templates = entry === undefined ? [] : templatesOf(entry)
  const holes = Object.fromEntries(templates.flatMap(holesOf).map(({ name, type }) => [name, sampleOf(name, type)]))
  const time = new Date('2026-01-01T00:00:00Z')
  return problemFor(catalogue, code, holes, { instance: url, traceId: SAMPLE_ID, languages: [], time })
}

function templatesOf({ detail, signs }: ProblemEntry): readonly MessageTemplate[] {
  return [...Object.values(detail ?? {}), ...signs.flatMap(({ message }) => message ?? [])]
}

function sampleOf(name: string, type: string): string | number {
  switch (type) {
    case 'int':
      return 17
    case 'uuid':
      return '7d444840-9dc0-11d1-b245-5ffdce74fad2'
    case 'email':
      return 'member@library.example'
    default:
      return name
  }
}

function problemSchema({ code, trace, errors, timestamp, target, hint, pointer }: Contract): Members {
  const text = { type: 'string' }
  const own: Record<string, unknown> = {}
  if (code !== null) own[code] = { ...text, description: 'What to branch on.' }
  own[trace] = { ...text, description: 'Quote it when you contact support.' }
  if (timestamp !== null) own[timestamp] = { ...text, format: 'date-time' }
  if (target !== null) own[target] = text
  if (hint !== null) own[hint] = text
  own[errors.member] = errors.shape === 'map' ? errorMap() : errorList(pointer)
  return {
    type: 'object',
    required: ['type', 'title', 'status'],
    properties: {
      type: { ...text, format: 'uri' },
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      ...own,
    },
    additionalProperties: true,
  }
}

function errorMap(): Members {
  return { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }
}

function errorList(pointer: boolean): Members {
  const properties = {
    scope: { type: 'string', enum: ['body', 'query', 'path', 'header', 'global'] },
    path: { type: 'string', nullable: true },
    code: { type: 'string' },
    message: { type: 'string' },
    ...(pointer ? { pointer: { type: 'string' } } : {}),
  }
  return { type: 'array', items: { type: 'object', required: ['scope', 'path', 'code', 'message'], properties } }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
