import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { exchangesOfSigns, UNCHANGED } from './behaviour/exchanges.ts'
import { startStatusServer } from './behaviour/status-server.ts'
import { openCatalogue, RULE_CASES, readCases } from './cases.ts'

// A test of a status is about what is really sent: the real libraries ask a real server, the old client the v1 one, the
// new client the v2 one, about every sign of the catalogue.
const server = await startStatusServer()
afterAll(() => server.stop())

// Exports of these are no functions to call: a slice of a store, a file of tests.
const NOT_CALLED = ['status/redux-status-in-the-state', 'status/asserted', 'status/own-server-of-the-api']

const cases = readCases(RULE_CASES).filter(
  ({ name, after }) => name.startsWith('status/') && after !== null && !NOT_CALLED.includes(name),
)

/** How v1 writes an error, by the dialect that the catalogue names first. */
const BODIES: Readonly<Record<string, (message: string, status: number) => unknown>> = {
  'message-only': message => ({ message }),
  nestjs: (message, statusCode) => ({ statusCode, message, error: 'Refused' }),
  'error-string': error => ({ error }),
  'success-flag': message => ({ success: false, message }),
}

describe.each(cases)('$name', one => {
  it('does with v2 what it did with v1', async () => {
    const own = existsSync(join(one.folder, 'errors.catalogue.yaml')) ? one.folder : dirname(one.folder)
    const catalogue = await openCatalogue(own)
    const write = BODIES[catalogue.dialects[0] ?? '']
    if (write === undefined) throw new Error(`nobody said how ${catalogue.dialects[0]} is written`)
    const exchanges = exchangesOfSigns(catalogue, write)
    let needed = 0
    for (const { name, v1, v2 } of [...exchanges, ...UNCHANGED]) {
      if (v1 === null || v2 === null) continue
      const old = await server.outcomesFor(one.before, v1)
      expect([name, await server.outcomesFor(one.after ?? one.before, v2)]).toEqual([name, old])
      const left = await server.outcomesFor(one.before, v2)
      if (left.join() !== old.join()) needed += 1
    }
    expect(needed).toBeGreaterThan(0)
  })
})

const asking = readCases(RULE_CASES).filter(({ name, after }) => name.startsWith('content-type/') && after !== null)

describe.each(asking)('$name', one => {
  it('asks for problems, and for all that it asked for before', async () => {
    const acceptsOf = async (files: ReadonlyMap<string, string>) => {
      const start = server.accepts().length
      await server.outcomesFor(files, { status: 200, body: { id: 7 } })
      return server.accepts().slice(start)
    }
    const before = await acceptsOf(one.before)
    const after = await acceptsOf(one.after ?? one.before)
    expect(before.length).toBeGreaterThan(0)
    expect(after).toEqual(before.map(own => (own.includes('problem') ? own : `application/problem+json, ${own}`)))
  })
})
