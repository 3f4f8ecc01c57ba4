import { type Catalogue, type PageFormat, type ProblemEntry, printPage, printPages } from '@problemshift/catalogue'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { frameworkEntries } from '../framework-errors.ts'
import { parseAccept, qualityOf } from '../negotiate.ts'
import type { PluginState } from '../state.ts'
import { HIDDEN } from './hidden.ts'

const FORMATS = ['text/html', 'application/json', 'text/markdown'] as const
type Format = (typeof FORMATS)[number]

// As bytes: to a string Fastify adds a charset that the media type does not have.
const NO_TYPE = Buffer.from(
  JSON.stringify({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'There is no such problem type.',
  }),
)

/** Serves a page for each type, and an index: RFC 9457 section 3.1.1 wants a type to lead to what it means. */
export function servePages(app: FastifyInstance, state: PluginState): void {
  const { pages } = state.settings
  if (pages === null) return
  // Types of Fastify's own errors are made from the same template, so they have pages, too.
  const catalogue = withFramework(state.catalogue)
  const options = { config: { problemshift: false }, schema: HIDDEN }
  const path = pages.replace(/\/+$/, '')
  app.get(path === '' ? '/' : path, options, (request, reply) => sendIndex(catalogue, request, reply))
  app.get(`${path}/:code`, options, (request, reply) => sendPage(catalogue, request, reply))
}

function sendIndex(catalogue: Catalogue, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const format = formatFor(request)
  if (format === 'application/json') {
    const problems = catalogue.problems.map(({ code, type, status }) => ({ code, type, status }))
    return send(reply, format, JSON.stringify({ api: catalogue.api, problems }))
  }
  const [index] = printPages(catalogue, [pageFormat(format)])
  return send(reply, format, index?.text ?? '')
}

function sendPage(catalogue: Catalogue, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { code } = request.params as { code: string }
  const format = formatFor(request)
  const text =
    format === 'application/json' ? printJson(catalogue, code) : printPage(catalogue, code, pageFormat(format))
  if (text === null) return reply.code(404).type('application/problem+json').send(NO_TYPE)
  return send(reply, format, text)
}

function send(reply: FastifyReply, format: Format, text: string): FastifyReply {
  return reply
    .header('vary', 'Accept')
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .header('x-content-type-options', 'nosniff')
    .type(`${format}; charset=utf-8`)
    .send(text)
}

function printJson(catalogue: Catalogue, code: string): string | null {
  const entry = catalogue.problems.find(one => one.code === code) ?? catalogue.generic.find(one => one.code === code)
  if (entry === undefined) return null
  const { type, status, title } = entry
  const more = 'signs' in entry ? about(entry) : {}
  return JSON.stringify({ code, type, status, title, ...more })
}

function about({ retry, extensions, description }: ProblemEntry): object {
  return { retry, extensions, description }
}

// What a browser sends prefers HTML; a bare `*/*` gets it, too.
function formatFor({ headers: { accept } }: FastifyRequest): Format {
  if (accept === undefined) return 'text/html'
  const ranges = parseAccept(accept)
  const [best] = FORMATS.toSorted((a, b) => qualityOf(ranges, b) - qualityOf(ranges, a))
  return best ?? 'text/html'
}

function pageFormat(format: Format): PageFormat {
  return format === 'text/markdown' ? 'markdown' : 'html'
}

function withFramework(catalogue: Catalogue): Catalogue {
  const known = new Set([...catalogue.problems, ...catalogue.generic].map(({ code }) => code))
  const added = frameworkEntries(catalogue).filter(({ code }) => !known.has(code))
  return { ...catalogue, problems: [...catalogue.problems, ...added] }
}
