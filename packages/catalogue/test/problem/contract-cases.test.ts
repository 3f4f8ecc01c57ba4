import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { BUILT_IN_DIALECTS, CONTRACTS, problemReply, readError, serializeProblem } from '@problemshift/catalogue'
import { expect, test } from 'vitest'
import { library, occurrence } from './library.ts'

const FOLDER = new URL('../../../fixtures/contracts/', import.meta.url)

const APIS = readdirSync(FOLDER, { withFileTypes: true }).filter(entry => entry.isDirectory())

const CASES = APIS.flatMap(({ name: contract }) => {
  const entries = readdirSync(new URL(`${contract}/`, FOLDER), { withFileTypes: true })
  const folders = entries.filter(({ name }) => existsSync(new URL(`${contract}/${name}/v1.json`, FOLDER)))
  return folders.map(({ name }) => `${contract}/${name}`)
})

test.each(CASES)('%s has the v2 body of both contracts', name => {
  const folder = new URL(`${name}/`, FOLDER)
  const { status, body } = JSON.parse(readFileSync(new URL('v1.json', folder), 'utf8'))
  const headers = { 'content-type': 'application/json' }
  const reading = readError({ status, headers, body: JSON.stringify(body) }, null, BUILT_IN_DIALECTS)
  if (reading.outcome === 'left') throw new Error(`${name} was left alone: ${reading.reason}`)
  for (const contract of [CONTRACTS.kordiam, CONTRACTS.contraforce]) {
    const when = occurrence({ instance: '/loans' })
    const reply = problemReply(library({}, contract), reading.error, { outcome: 'unmatched' }, when)
    const written = { headers: reply.headers, body: JSON.parse(serializeProblem(reply.problem)) }
    const expected = JSON.parse(readFileSync(new URL(`${contract.name}.json`, folder), 'utf8'))
    // As texts: the order of the members belongs to the contract.
    expect(JSON.stringify(written, null, 2)).toBe(JSON.stringify(expected, null, 2))
  }
})
