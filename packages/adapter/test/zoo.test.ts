import { BUILT_IN_DIALECTS, defineCatalogue, readBody, readLegacyError, writePath } from '@problemshift/catalogue'
import { loadZoo, type Specimen, specimenBytes } from '@problemshift/fixtures'
import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { problemshift } from '../src/plugin.ts'
import { ask, listen, type WireReply } from './kit/wire.ts'

const ZOO = loadZoo()
const BROKEN_TAILS = new Set(['transfer-encoding', 'connection', 'keep-alive'])

/** Serves a specimen as it was recorded, behind the adapter or bare. */
async function serve(specimen: Specimen, mode: 'enforce' | 'bridge'): Promise<WireReply> {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: false } })
  await app.register(problemshift, { catalogue: catalogueFor(specimen), mode, clientErrors: false })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(/.*/, { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, JSON.parse(String(body)))
    } catch {
      done(null, body)
    }
  })
  const { method, url } = specimen.request
  const path = url.split('?')[0]?.replaceAll(':', '::') ?? '/'
  app.route({
    method,
    url: path,
    handler(_request, reply) {
      reply.code(specimen.response.status)
      for (const [name, value] of Object.entries(specimen.response.headers)) {
        if (!BROKEN_TAILS.has(name)) reply.header(name, value)
      }
      reply.send(specimenBytes(specimen))
    },
  })
  try {
    const { headers, body } = specimen.request
    const sent = Object.fromEntries(Object.entries(headers ?? {}).filter(([name]) => name !== 'content-length'))
    const port = await listen(app)
    return await ask(port, url.replaceAll(' ', '%20'), {
      method,
      headers: sent,
      ...(body === undefined ? {} : { body }),
    })
  } finally {
    await app.close()
  }
}

const BASE = { api: 'Zoo', type: 'https://errors.library.example/{code}' }

// A 2xx is only converted where a sign says so: what an API team would write for this very error.
function catalogueFor(specimen: Specimen) {
  const { facts, response } = specimen
  const sign = signFor(specimen)
  if (sign === null) return defineCatalogue({ ...BASE, problems: {} })
  const status = Math.max(facts.status, 400)
  return defineCatalogue({
    ...BASE,
    problems: { zoo_error: { status, title: 'Zoo error', from: [{ ...sign, status: response.status }] } },
  })
}

/** The sign of an error with a status of 2xx; `null` for others, and where the body has neither wording nor code. */
function signFor(specimen: Specimen): { message: string } | { code: string | number } | null {
  const { facts, response } = specimen
  if (response.status >= 300 || !facts.isError || facts.passThrough === true) return null
  const body = readBody({ ...response, body: specimenBytes(specimen) })
  const { wording, code } = readLegacyError(body, null, BUILT_IN_DIALECTS)
  if (wording !== null) return { message: wording.replaceAll('{', '{{') }
  return code === null ? null : { code }
}

function isUnsayable(specimen: Specimen): boolean {
  return specimen.response.status < 300 && specimen.facts.isError && signFor(specimen) === null
}

function expectFields(specimen: Specimen, errors: readonly Record<string, unknown>[]): void {
  for (const field of specimen.facts.fields) {
    const wanted: Record<string, unknown> = {}
    if (!isTolerated(specimen, 'fields.scope')) wanted.scope = field.scope === 'cookie' ? 'header' : field.scope
    if (!isTolerated(specimen, 'fields.path')) wanted.path = field.path.length === 0 ? null : writePath(field.path)
    if (!isTolerated(specimen, 'fields.message') && field.message !== null) wanted.message = field.message
    expect(errors).toContainEqual(expect.objectContaining(wanted))
  }
}

function isTolerated({ facts }: Specimen, fact: string): boolean {
  return facts.tolerate?.includes(fact) === true
}

describe('the zoo, served by Fastify as it was recorded', () => {
  const left = ZOO.filter(one => one.facts.passThrough === true || !one.facts.isError || isUnsayable(one))
  const errors = ZOO.filter(one => !left.includes(one) && one.request.method !== 'HEAD')

  it.each(left.map(specimen => [specimen.id, specimen] as const))('%s stays byte for byte', async (_, specimen) => {
    if (isTolerated(specimen, 'isError') || isTolerated(specimen, 'passThrough')) return
    const reply = await serve(specimen, 'enforce')
    expect(reply.status).toBe(specimen.response.status)
    const status = specimen.response.status
    if (status !== 204 && status !== 304 && specimen.request.method !== 'HEAD')
      expect(reply.body.equals(specimenBytes(specimen))).toBe(true)
  })

  it.each(errors.map(specimen => [specimen.id, specimen] as const))('%s becomes a problem', async (_, specimen) => {
    await expectProblem(specimen)
  })

  // What the caller itself sent may come back to it beside v2, as it did in v1.
  const telling = errors.filter(({ facts }) => facts.leakStrings !== undefined && !facts.leak.includes('input'))
  it.each(telling.map(specimen => [specimen.id, specimen] as const))(
    '%s tells nothing in bridge',
    async (_, specimen) => {
      const reply = await serve(specimen, 'bridge')
      if (reply.headers['content-type'] !== 'application/problem+json') return
      for (const secret of specimen.facts.leakStrings ?? []) expect(reply.text).not.toContain(secret)
    },
  )
})

async function expectProblem(specimen: Specimen): Promise<void> {
  const { facts } = specimen
  const reply = await serve(specimen, 'enforce')
  if (isTolerated(specimen, 'isError') && reply.headers['content-type'] !== 'application/problem+json') return
  expect(reply.headers['content-type']).toBe('application/problem+json')
  const problem = JSON.parse(reply.text)
  expect(problem.status).toBe(reply.status)
  if (facts.statusSource === 'default' || isTolerated(specimen, 'status')) expect(reply.status).toBeGreaterThan(399)
  else expect(reply.status).toBe(facts.status)
  const catalogued = specimen.response.status < 300
  if (!catalogued && facts.code !== null && !isTolerated(specimen, 'code'))
    expect(problem.code).toBe(String(facts.code))
  if (facts.message !== null && reply.status < 500 && !isTolerated(specimen, 'message'))
    expect(problem.detail).toBe(facts.message)
  if (facts.traceId !== null && !isTolerated(specimen, 'traceId')) expect(problem.traceId).toBe(facts.traceId)
  if (facts.retryAfter !== null && !isTolerated(specimen, 'retryAfter'))
    expect(reply.headers['retry-after']).toBeDefined()
  for (const secret of facts.leakStrings ?? []) expect(reply.text).not.toContain(secret)
  if (reply.status < 500 && !isTolerated(specimen, 'fields')) expectFields(specimen, problem.errors ?? [])
}
