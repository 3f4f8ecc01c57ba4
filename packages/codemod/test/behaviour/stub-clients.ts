import type { Answer } from './exchanges.ts'

/** Stands in for the packages that a client imports: each sends nothing, and gives the one answer as the package would. */
export function stub(name: string, answer: Answer | null): unknown {
  const make = STUBS[name]
  if (make === undefined) throw new Unstubbed(name)
  return make(answer)
}

/** A package that nothing stands in for. */
class Unstubbed extends Error {}

const STUBS: Readonly<Record<string, (answer: Answer | null) => unknown>> = {
  axios: axiosOf,
  ky: kyOf,
  got: gotOf,
  ofetch: ofetchOf,
  superagent: superagentOf,
  'react-toastify': () => ({ toast: { success: () => undefined } }),
  react: () => ({ __esModule: true, default: reactOf(), ...reactOf() }),
}

// An element is its type and what it shows: neither nothing nor a boolean is.
export function reactOf() {
  return {
    createElement: (type: unknown, _: unknown, ...children: unknown[]) => ({
      type: String(type),
      children: children.filter(child => child !== undefined && child !== null && typeof child !== 'boolean'),
    }),
    Fragment: 'fragment',
  }
}

/** What the platform's own fetch does with the answer. */
export function fetchOf(answer: Answer | null) {
  return async () => {
    if (answer === null) throw new TypeError('fetch failed')
    return new Response(textOf(answer), { status: answer.status })
  }
}

function textOf({ body }: Answer): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}

type Handler = (value: unknown) => unknown

// A client that tries again for ever gets its way in the end.
const PATIENCE = 3

function axiosOf(answer: Answer | null): unknown {
  const make = () => {
    const hooks: [Handler | undefined, Handler | undefined][] = []
    let sent = 0
    const send = () => {
      sent += 1
      if (sent > PATIENCE) return Promise.resolve({ data: {} })
      const failed = answer === null || answer.status >= 400
      const first = failed ? Promise.reject(axiosError(answer)) : Promise.resolve({ data: answer.body })
      return hooks.reduce<Promise<unknown>>((passed, [ok, bad]) => passed.then(ok, bad), first)
    }
    const use = (ok?: Handler, bad?: Handler) => void hooks.push([ok, bad])
    const verbs = Object.fromEntries(['get', 'post', 'put', 'patch', 'delete', 'request'].map(verb => [verb, send]))
    return Object.assign(send, verbs, { interceptors: { response: { use } } })
  }
  const isAxiosError = (error: unknown) => typeof error === 'object' && error !== null && 'isAxiosError' in error
  const axios = Object.assign(make(), { create: make, isAxiosError, AxiosError })
  return { default: axios, isAxiosError, AxiosError, __esModule: true }
}

class AxiosError extends Error {
  readonly isAxiosError = true
  readonly code = 'ERR_BAD_REQUEST'
}

function axiosError(answer: Answer | null): Error {
  const text = answer === null ? 'Network Error' : `Request failed with status code ${answer.status}`
  const response = answer === null ? undefined : { status: answer.status, data: answer.body }
  return Object.assign(new AxiosError(text), { response })
}

class HTTPError extends Error {
  readonly response: unknown
  constructor(text: string, response: unknown) {
    super(text)
    this.response = response
  }
}

/** A promise that also has the shortcuts of a response. */
function withShortcuts(promise: Promise<unknown>): unknown {
  promise.catch(() => undefined)
  const shortcuts = { json: () => promise, text: () => promise }
  return Object.assign(promise, shortcuts)
}

function failing(make: () => Promise<unknown>): Record<string, unknown> {
  let sent = 0
  const send = () => {
    sent += 1
    return withShortcuts(sent > PATIENCE ? Promise.resolve({}) : make())
  }
  return Object.assign(send, Object.fromEntries(['get', 'post', 'put', 'patch', 'delete'].map(verb => [verb, send])))
}

function kyOf(answer: Answer | null): unknown {
  const ky = failing(async () => {
    if (answer === null) throw new TypeError('fetch failed')
    if (answer.status < 400) return answer.body
    const response = new Response(textOf(answer), { status: answer.status })
    throw new HTTPError(`Request failed with status code ${answer.status}`, response)
  })
  return { default: Object.assign(ky, { create: () => ky, extend: () => ky }), HTTPError, __esModule: true }
}

function gotOf(answer: Answer | null): unknown {
  const got = failing(async () => {
    if (answer === null) throw new TypeError('connect ECONNREFUSED')
    if (answer.status < 400) return answer.body
    const response = { statusCode: answer.status, body: answer.body }
    throw new HTTPError(`Response code ${answer.status}`, response)
  })
  return { default: Object.assign(got, { extend: () => got, HTTPError }), got, HTTPError, __esModule: true }
}

function ofetchOf(answer: Answer | null): unknown {
  const ofetch = failing(async () => {
    if (answer === null) throw new TypeError('<no response> fetch failed')
    if (answer.status < 400) return answer.body
    const error = new HTTPError(`${answer.status}`, { _data: answer.body, status: answer.status })
    throw Object.assign(error, { data: answer.body, status: answer.status, statusCode: answer.status })
  })
  return { ofetch: Object.assign(ofetch, { create: () => ofetch }), $fetch: ofetch, __esModule: true }
}

// superagent.post('/loans').send({ copy }): what is called in between gives the same promise again.
function chained(make: () => Promise<unknown>): Record<string, unknown> {
  const send = () => {
    const promise = make()
    promise.catch(() => undefined)
    const again = () => promise
    return Object.assign(promise, { send: again, set: again, query: again })
  }
  return Object.fromEntries(['get', 'post', 'put', 'patch', 'delete'].map(verb => [verb, send]))
}

function superagentOf(answer: Answer | null): unknown {
  const agent = chained(async () => {
    if (answer === null) throw new TypeError('connect ECONNREFUSED')
    if (answer.status < 400) return { body: answer.body }
    const response = { status: answer.status, body: answer.body, text: textOf(answer) }
    throw Object.assign(new HTTPError('Unsuccessful HTTP response', response), { status: answer.status })
  })
  return { default: agent, ...agent, __esModule: true }
}
