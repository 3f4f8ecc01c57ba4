import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { afterEach } from 'vitest'
import type { ProblemshiftOptions } from '../../src/options.ts'
import { problemshift } from '../../src/plugin.ts'
import { LIBRARY } from './library.ts'
import type { VERSIONS } from './versions.ts'
import { ask, listen, type WireReply, type WireRequest } from './wire.ts'

const running: FastifyInstance[] = []
afterEach(async () => {
  for (const app of running.splice(0)) await app.close()
})

export type Make = (typeof VERSIONS)[number]['make']

export interface Started {
  readonly app: FastifyInstance
  readonly port: number
  ask(path: string, request?: WireRequest): Promise<WireReply>
}

export interface StartOptions {
  readonly plugin?: Partial<ProblemshiftOptions> | null
  readonly server?: FastifyServerOptions
  /** Registers the adapter after the set-up instead of before it. */
  readonly last?: boolean
}

/** A server with the adapter and what a test puts on it, on a real port; it is closed after the test. */
export async function start(
  make: Make,
  setUp: (app: FastifyInstance) => unknown,
  { plugin = {}, server = {}, last = false }: StartOptions = {},
): Promise<Started> {
  const app = make(server)
  running.push(app)
  const register = async () => {
    if (plugin !== null) await app.register(problemshift, { catalogue: LIBRARY, mode: 'enforce', ...plugin })
  }
  if (!last) await register()
  await setUp(app)
  if (last) await register()
  const port = await listen(app)
  return { app, port, ask: (path, request) => ask(port, path, request) }
}

/** The problem in a reply; fails the test where it is none. */
export function problemIn(reply: WireReply): Record<string, unknown> {
  if (reply.headers['content-type'] !== 'application/problem+json') {
    throw new Error(`no problem, but ${reply.status} ${reply.headers['content-type']}: ${reply.text.slice(0, 300)}`)
  }
  const problem = JSON.parse(reply.text)
  if (problem.status !== reply.status) throw new Error(`status ${problem.status} in a reply of ${reply.status}`)
  if (Number(reply.headers['content-length']) !== reply.body.length) throw new Error('wrong content-length')
  return problem
}
