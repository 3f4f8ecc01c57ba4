import { describe, expect, it } from 'vitest'
import { openCatalogue, runOver } from '../cases.ts'

const send = `export async function send(path) {
  const response = await fetch(path)
  const body = await response.json()
  if (!response.ok) throw new Error(body.message)
  return body
}
`
const asks = (said: string) => `import { send } from '../send.js'
it('says it', async () => {
  const refusal = await send('/loans').catch(error => error)
  expect(refusal.message).toBe('${said}')
})
`
const spoken = `import { send } from './send.js'
export const lend = () => send('/loans').catch(error => error.message === 'No such loan')
`
const own = `it('throws', () => {
  expect(() => { throw new Error('The shelf is empty') }).toThrow('The shelf is empty')
})
`

async function asserted(files: Readonly<Record<string, string>>) {
  const { migration } = await runOver(new Map(Object.entries(files)), await openCatalogue(), false, [])
  return migration.report.sites
    .filter(({ form }) => form === 'assertion')
    .map(({ file, reason }) => `${file} ${reason}`)
}

describe('an assertion on a text that no wording is like', () => {
  it('is told where the text is that of an answer', async () => {
    const files = { 'send.js': send, 'lend.js': spoken, 'test/send.test.js': asks('The shelf is empty') }
    expect(await asserted(files)).toEqual(['test/send.test.js no-entry'])
  })

  it('is not told where the text is one of the test', async () => {
    expect(await asserted({ 'send.js': send, 'lend.js': spoken, 'test/own.test.js': own })).toEqual([])
  })

  it('is not told where nobody speaks with the API', async () => {
    expect(await asserted({ 'send.js': send, 'test/send.test.js': asks('The shelf is empty') })).toEqual([])
  })
})
