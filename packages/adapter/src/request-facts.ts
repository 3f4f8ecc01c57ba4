import type { RequestFacts } from '@problemshift/catalogue'
import type { FastifyRequest } from 'fastify'
import { pathOf } from './occurrence.ts'

/** The names that a request can offer, looked up only when a field error needs them. */
export class FastifyFacts implements RequestFacts {
  readonly #request: FastifyRequest
  readonly route: string | null

  constructor(request: FastifyRequest, route: string | null) {
    this.#request = request
    this.route = route
  }

  get method(): string {
    // A HEAD is answered with the headers of the GET (RFC 9110 section 9.3.2), so it is read as one.
    return this.#request.method === 'HEAD' ? 'GET' : this.#request.method
  }

  get path(): string {
    return pathOf(this.#request.url)
  }

  get params(): readonly string[] {
    return namesOf(this.#request.params) ?? []
  }

  get query(): readonly string[] {
    return namesOf(this.#request.query) ?? []
  }

  get headers(): readonly string[] {
    return Object.keys(this.#request.headers)
  }

  get cookies(): readonly string[] {
    const { cookie } = this.#request.headers
    if (cookie === undefined) return []
    return cookie
      .split(';')
      .map(pair => pair.slice(0, pair.indexOf('=')).trim())
      .filter(name => name !== '')
  }

  get body(): readonly string[] | null {
    return namesOf(this.#request.body)
  }
}

function namesOf(value: unknown): readonly string[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return null
  return Object.keys(value)
}
