import cypressRequest from '@cypress/request-promise'
import { parseTemplate, templatePattern } from '@problemshift/catalogue'
import axios from 'axios'
import crossFetch from 'cross-fetch'
import request from '@cypress/request'
import got from 'got'
import ky from 'ky'
import needle from 'needle'
import nodeFetch from 'node-fetch'
import { ofetch } from 'ofetch'
import createClient from 'openapi-fetch'
import superagent from 'superagent'
import supertest from 'supertest'
import { request as undiciRequest, fetch as undiciFetch } from 'undici'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import wretch from 'wretch'
import { axiosClient } from '../../src/clients/axios.ts'
import type { ClientModel, Leaf } from '../../src/clients/client.ts'
import { CLIENTS } from '../../src/clients/clients.ts'
import { fetchClient } from '../../src/clients/fetch.ts'
import { gotClient } from '../../src/clients/got.ts'
import { kyClient } from '../../src/clients/ky.ts'
import { needleClient } from '../../src/clients/needle.ts'
import { ofetchClient } from '../../src/clients/ofetch.ts'
import { openapiFetchClient } from '../../src/clients/openapi-fetch.ts'
import { requestClient } from '../../src/clients/request.ts'
import { requestPromiseClient } from '../../src/clients/request-promise.ts'
import { superagentClient } from '../../src/clients/superagent.ts'
import { supertestClient } from '../../src/clients/supertest.ts'
import { undiciClient } from '../../src/clients/undici.ts'
import { wretchClient } from '../../src/clients/wretch.ts'
import { passesTransport } from '../../src/decide/client-texts.ts'
import { type Found, memberOf, placeOf, type Road, readEverything, readSource } from './follow-model.ts'
import { type Answer, CODE, closedUrl, type Loopback, startLoopback, WORDING } from './loopback.ts'

type RoadTo = (url: string) => Road

const call = (member: string | null, ...args: readonly unknown[]) => ({ member, args })

// Retries are off: they only make a refused connection slow.
const ROADS: Readonly<Record<string, RoadTo>> = {
  fetch: url => ({ client: fetchClient, from: 'fetch', live: fetch, calls: [call(null, url)] }),
  'node-fetch': url => ({ client: fetchClient, from: 'default', live: nodeFetch, calls: [call(null, url)] }),
  'cross-fetch': url => ({ client: fetchClient, from: 'default', live: crossFetch, calls: [call(null, url)] }),
  'undici fetch': url => ({ client: fetchClient, from: 'fetch', live: undiciFetch, calls: [call(null, url)] }),
  undici: url => ({ client: undiciClient, from: 'request', live: undiciRequest, calls: [call(null, url)] }),
  axios: url => ({ client: axiosClient, from: 'default', live: axios, calls: [call('get', url)] }),
  'axios instance': url => ({
    client: axiosClient,
    from: 'default',
    live: axios,
    calls: [call('create', {}), call(null, { url })],
  }),
  ky: url => ({ client: kyClient, from: 'default', live: ky, calls: [call('get', url, { retry: 0 })] }),
  got: url => ({
    client: gotClient,
    from: 'default',
    live: got,
    calls: [call('get', url, { retry: { limit: 0 }, responseType: 'json' })],
  }),
  ofetch: url => ({ client: ofetchClient, from: 'ofetch', live: ofetch, calls: [call(null, url, { retry: 0 })] }),
  superagent: url => ({ client: superagentClient, from: 'default', live: superagent, calls: [call('get', url)] }),
  'request-promise': url => ({
    client: requestPromiseClient,
    from: 'default',
    live: cypressRequest,
    calls: [call('get', { uri: url, json: true })],
  }),
  request: url => ({
    client: requestClient,
    from: 'default',
    live: request,
    calls: [call(null, { url, json: true })],
    parameter: 1,
  }),
  'request, its body': url => ({
    client: requestClient,
    from: 'default',
    live: request,
    calls: [call('get', { url, json: true })],
    parameter: 2,
  }),
  'needle, called back': url => ({
    client: needleClient,
    from: 'default',
    live: needle,
    calls: [call('get', url, {})],
    parameter: 1,
  }),
  needle: url => ({ client: needleClient, from: 'default', live: needle, calls: [call(null, 'get', url)] }),
  supertest: url => ({
    client: supertestClient,
    from: 'default',
    live: supertest,
    calls: [call(null, new URL(url).origin), call('get', new URL(url).pathname)],
  }),
  'openapi-fetch': url => ({
    client: openapiFetchClient,
    from: 'default',
    live: createClient,
    calls: [call(null, { baseUrl: new URL(url).origin }), call('GET', new URL(url).pathname)],
  }),
  wretch: url => ({
    client: wretchClient,
    from: 'default',
    live: wretch,
    calls: [call(null, url), call('get')],
    shortcut: 'json',
  }),
}

// They are run as whole programs: `round-trips.test.ts`, `pages.test.ts`, `generated.test.ts`.
const RUN_AS_PROGRAMS = [
  'node:http',
  'XMLHttpRequest',
  'jQuery',
  'Angular HttpClient',
  'RxJS',
  'hey-api',
  'Octokit',
  'openapi-typescript-codegen',
  'swagger-typescript-api',
  'RTK Query',
  'Redux Toolkit',
  'TanStack Query',
]
// Their data rests on their sources: the first needs Java, two need React, and two send nothing themselves.
const NOT_RUN = ['openapi-generator (fetch)', 'SWR', 'SWR mutation', 'axios-retry', 'p-retry']

it('leaves no client out but those that do not run here', () => {
  const run = new Set([
    ...Object.values(ROADS).map(roadTo => roadTo('http://localhost').client.name),
    ...RUN_AS_PROGRAMS,
  ])
  expect(CLIENTS.map(({ name }) => name).filter(name => !run.has(name))).toEqual(NOT_RUN)
})

let loopback: Loopback
let nobody: string

beforeAll(async () => {
  loopback = await startLoopback()
  nobody = await closedUrl()
})

afterAll(() => loopback.stop())

describe.each(Object.keys(ROADS))('the data of %s', name => {
  const roadTo = ROADS[name] ?? (() => expect.unreachable())
  const at = (answer: Answer) => readEverything(roadTo(loopback.urlOf(answer)))
  const { client } = roadTo('http://localhost')

  it('can tell each of its own texts from a wording', () => {
    for (const text of client.transport.filter(source => !source.includes('{'))) {
      expect(passesTransport(client.transport, { kind: 'equals', text }), text).toBe(true)
    }
    expect(passesTransport(client.transport, { kind: 'equals', text: WORDING })).toBe(false)
  })

  it('names the place where a JSON error of v1 has its wording', async () => {
    const found = await at('v1-json')
    expect(bodies(found).map(one => memberOf(one.live, 'message'))).toContain(WORDING)
    for (const one of bodies(found)) expect([undefined, WORDING], one.path).toContain(memberOf(one.live, 'message'))
  })

  it('names the place where a plain text of v1 is', async () => {
    const found = await at('v1-text')
    const texts = [...found.filter(one => one.ref === 'raw'), ...bodies(found)].map(one => one.live)
    // superagent keeps no body of a text, ky 1 has to be asked for it: it is at `raw` then.
    expect(texts).toContain(WORDING)
  })

  it('names the place where the code is once the server speaks problem+json, or says that there is none', async () => {
    const found = await at('v2-problem')
    const codesAt = (leaf: Leaf) =>
      bodies(found).flatMap(one => (leavesOf(one).includes(leaf) ? [memberOf(one.live, 'code')] : []))
    const kept = codesAt('body')
    const lost = codesAt('lost-body')
    expect(kept.length + lost.length).toBeGreaterThan(0)
    if (kept.length > 0) expect(kept).toContain(CODE)
    expect(lost).not.toContain(CODE)
  })

  it('reads the code by the source text that it would write', async () => {
    for (const one of await at('v2-problem')) {
      const { codeRead } = typeof one.ref === 'object' && 'place' in one.ref ? placeOf(client, one.ref.place) : {}
      if (codeRead !== undefined) expect(readSource(one.live, codeRead), `${one.path}${codeRead}`).toBe(CODE)
    }
  })

  it.each<Answer>(['v1-text', 'v1-json', 'v2-problem'])('lets no wording stand elsewhere: %s', async answer => {
    for (const one of await at(answer)) expectHonest(client, one)
  })

  it('says what is there when nobody answers', async () => {
    for (const one of await readEverything(roadTo(nobody))) {
      expectHonest(client, one)
      if (leavesOf(one).some(leaf => leaf === 'body' || leaf === 'raw')) {
        expect(one.live ?? '', one.path).not.toContain(WORDING)
      }
    }
  })
})

function bodies(found: readonly Found[]): readonly Found[] {
  return found.filter(one => leavesOf(one).some(leaf => leaf === 'body' || leaf === 'lost-body'))
}

function leavesOf({ ref }: Found): readonly Leaf[] {
  if (typeof ref === 'string') return [ref]
  return 'any' in ref ? ref.any : []
}

function expectHonest(client: ClientModel, found: Found): void {
  const { path, ref, live } = found
  const where = `${client.name}:${path}`
  if (typeof ref === 'object' && 'place' in ref) expectPlace(client, where, ref.place, live)
  else if (leavesOf(found).some(leaf => leaf === 'body' || leaf === 'lost-body')) return
  else if (ref === 'absent') expect(live, where).toBeUndefined()
  else if (ref === 'plain') expect(textOf(live), where).not.toContain(WORDING)
  else if (ref === 'transport') expectTransport(client, where, live)
  else if (ref === 'raw') expect(['string', 'undefined'], where).toContain(typeof live)
  // Every answer of the server is an error: nothing of it is where a success is.
  else expect(live, where).toBeUndefined()
}

function textOf(live: unknown): string {
  return typeof live === 'string' || Buffer.isBuffer(live) ? String(live) : ''
}

function expectTransport(client: ClientModel, where: string, live: unknown): void {
  // V8 quotes what it could not parse; clients/fetch.ts says why that is left out.
  if (live === undefined || live === '' || /is not valid JSON/.test(String(live))) return
  const known = client.transport.some(source => patternOf(source).test(String(live)))
  expect({ where, text: live, known }).toEqual({ where, text: live, known: true })
}

function expectPlace(client: ClientModel, where: string, name: string, live: unknown): void {
  const place = placeOf(client, name)
  if (live === undefined || live === null || typeof live === 'function') return
  if (place.error !== undefined || place.closed === true) {
    expect(live instanceof Error, `${where} is an Error`).toBe(place.error === true)
  }
  if (place.closed !== true) return
  // Of a closed place everything that could hold wording or a code is listed.
  for (const key of Object.keys(live)) {
    if (Object.hasOwn(place.members ?? {}, key)) continue
    const value = memberOf(live, key)
    const holds = value === CODE || (typeof value === 'string' && value.includes(WORDING)) || hasWording(value)
    expect({ where, key, holds }).toEqual({ where, key, holds: false })
  }
}

function hasWording(value: unknown): boolean {
  return [memberOf(value, 'message'), memberOf(value, 'code')].some(one => one === WORDING || one === CODE)
}

function patternOf(source: string): RegExp {
  const template = parseTemplate(source)
  if (!('parts' in template)) return expect.unreachable(source)
  return new RegExp(templatePattern(template))
}
