import {
  type Catalogue,
  dialectsOf,
  matchError,
  problemReply,
  readBody,
  readCatalogue,
  readLegacyError,
} from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { runOver } from './cases.ts'
import { BODIES, LAWS } from './validation-laws.ts'

// What a client did with a v1 body, it does with the problem that the adapter makes of it once the rule has been there.
describe.each(LAWS)('$dialects: $client', ({ dialects, client, stays }) => {
  const catalogue = catalogueOf(dialects)
  const before = program(client)

  it(stays === undefined ? 'does in v2 what it did in v1' : `stays: ${stays}`, async () => {
    const ran = await runOver(new Map([['client.js', before]]), catalogue, false, ['validation'])
    const after = ran.after.get('client.js') ?? ''
    const reasons = ran.migration.report.sites.map(({ reason }) => reason)
    if (stays !== undefined) {
      expect(after).toBe(before)
      expect(reasons).toContain(stays)
      return
    }
    expect(reasons.filter(reason => reason !== null)).toEqual([])
    expect(after).not.toBe(before)
    const bodies = BODIES[dialects[0] ?? ''] ?? []
    let played = 0
    for (const { status, body } of bodies) {
      const old = await play(before, body)
      // Of what is not there the old client read a member: nobody relies on that.
      if (old.ended === 'TypeError') continue
      played += 1
      expect(await play(after, problemOf(catalogue, status, body)), `${JSON.stringify(body)}\n${after}`).toEqual(old)
    }
    expect(played, 'bodies that the old client could read').toBeGreaterThan(0)
    const again = await runOver(new Map([['client.js', after]]), catalogue, false, ['validation'])
    expect(again.after.get('client.js')).toBe(after)
    expect(again.migration.report.sites.filter(({ outcome }) => outcome === 'rewrite')).toEqual([])
  })
})

function catalogueOf(dialects: readonly string[]): Catalogue {
  const read = readCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    dialects: [...dialects],
    problems: {},
  })
  if (read.outcome === 'catalogue') return read.catalogue
  throw new Error(JSON.stringify(read.faults))
}

function program(client: string): string {
  return `import axios from 'axios'

export const send = (tell, name) =>
  axios.post('/loans').catch(failure => {
    const { data } = failure.response
    ${client.trim().replaceAll('\n', '\n    ')}
  })
`
}

/** What the client told, in order, and how it ended. */
async function play(text: string, data: unknown) {
  const told: unknown[] = []
  const made = new Function('axios', `${text.replace(/^import.*\n/, '').replace('export const send =', 'return')}`)
  const axios = { post: () => Promise.reject({ response: { data } }) }
  const send: (tell: (...what: unknown[]) => void, name: string) => Promise<unknown> = made(axios)
  try {
    await send((...what) => told.push(JSON.parse(JSON.stringify(what.map(one => one ?? 'nothing')))), 'email')
    return { told, ended: 'well' }
  } catch (error) {
    return { told, ended: error instanceof TypeError ? 'TypeError' : String(error) }
  }
}

function problemOf(catalogue: Catalogue, status: number, value: unknown): unknown {
  const headers = { 'content-type': 'application/json' }
  const error = readLegacyError(readBody({ status, headers, body: JSON.stringify(value) }), null, dialectsOf(catalogue))
  const found = matchError(catalogue, error, { status, method: null, route: null })
  const { problem } = problemReply(catalogue, error, found, {
    instance: null,
    traceId: null,
    languages: [],
    time: null,
  })
  return JSON.parse(JSON.stringify(problem))
}
