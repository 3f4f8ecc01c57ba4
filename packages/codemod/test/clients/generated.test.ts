import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@hey-api/openapi-ts'
import { createJiti } from 'jiti'
import { generate } from 'openapi-typescript-codegen'
import { generateApi } from 'swagger-typescript-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue, runOver } from '../cases.ts'
import { DESCRIPTION } from './generated/description.ts'
import { type Answer, type Loopback, startLoopback } from './loopback.ts'

const ROOM = fileURLToPath(new URL('../../node_modules/.problemshift-generated/', import.meta.url))
const catalogue = await openCatalogue()

interface Generator {
  readonly client: string
  readonly write: (folder: string, description: string) => Promise<unknown>
  /** A program over what it writes into `sdk`; `BASE` is the address of the server. */
  readonly desk: string
}

const GENERATORS: Readonly<Record<string, Generator>> = {
  'openapi-typescript-codegen': {
    client: 'openapi-typescript-codegen',
    write: (output, input) => generate({ input, output }),
    desk: `import { ApiError, LoansService, OpenAPI } from './sdk'

OpenAPI.BASE = 'BASE'

export async function isTaken(answer: string) {
  try {
    await LoansService.visit(answer)
    return false
  } catch (error) {
    return error instanceof ApiError && error.body.message === 'This copy is already on loan'
  }
}
`,
  },
  'hey-api': {
    client: 'hey-api',
    write: (output, input) => createClient({ input, output, logs: { level: 'silent' } }),
    desk: `import { client } from './sdk/client.gen'
import { visit } from './sdk'

client.setConfig({ baseUrl: 'BASE' })

export async function isTaken(answer: string) {
  const { error } = await visit({ path: { answer } })
  return (error as any)?.message === 'This copy is already on loan'
}
`,
  },
  'hey-api that throws': {
    client: 'hey-api',
    write: (output, input) => createClient({ input, output, logs: { level: 'silent' } }),
    desk: `import { client } from './sdk/client.gen'
import { visit } from './sdk'

client.setConfig({ baseUrl: 'BASE' })

export async function isTaken(answer: string) {
  try {
    await visit({ path: { answer }, throwOnError: true })
    return false
  } catch (error: any) {
    return error.message === 'This copy is already on loan'
  }
}
`,
  },
  'swagger-typescript-api': {
    client: 'swagger-typescript-api',
    write: (output, input) =>
      generateApi({ input, output, fileName: 'api.ts', moduleNameFirstTag: true, silent: true }),
    desk: `import { Api } from './sdk/api'

const api = new Api({ baseUrl: 'BASE' })

export const isTaken = (answer: string) =>
  api.loans.visit(answer).then(
    () => false,
    (response: any) => response.error.message === 'This copy is already on loan',
  )
`,
  },
}

let loopback: Loopback

beforeAll(async () => {
  mkdirSync(ROOM, { recursive: true })
  writeFileSync(join(ROOM, 'description.json'), JSON.stringify(DESCRIPTION))
  loopback = await startLoopback()
})

afterAll(async () => {
  rmSync(ROOM, { recursive: true, force: true })
  await loopback.stop()
})

describe.each(Object.keys(GENERATORS))('what %s writes', name => {
  it('is known for what it is, and sees in v2 what it saw in v1', { timeout: 60_000 }, async () => {
    const { client, write, desk } = GENERATORS[name] ?? expect.unreachable()
    const room = join(ROOM, name.replaceAll(' ', '-'))
    await write(join(room, 'written/sdk'), join(ROOM, 'description.json'))
    const files = new Map([...filesIn(join(room, 'written')), ['desk.ts', desk]])

    const ran = await runOver(files, catalogue)
    const sites = ran.migration.report.sites.map(site => [site.file, site.client, site.outcome, site.reason])
    expect(sites).toEqual([['desk.ts', client, 'rewrite', null]])
    expect([...ran.after].filter(([file, text]) => files.get(file) !== text).map(([file]) => file)).toEqual(['desk.ts'])

    expect(await answers(join(room, 'before'), files, ['v1-json', 'v1-other'])).toEqual([true, false])
    expect(await answers(join(room, 'after'), ran.after, ['v2-problem', 'v2-other'])).toEqual([true, false])
  })
})

function filesIn(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.map(name => join(folder, name)).filter(file => statSync(file).isFile())
  return new Map(files.map(file => [relative(folder, file), readFileSync(file, 'utf8')]))
}

async function answers(
  folder: string,
  files: ReadonlyMap<string, string>,
  asked: readonly Answer[],
): Promise<readonly boolean[]> {
  const base = new URL(loopback.urlOf('v1-json')).origin
  for (const [file, text] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text.replace("'BASE'", `'${base}'`))
  }
  const desk = await createJiti(import.meta.url).import<Desk>(join(folder, 'desk.ts'))
  const given: boolean[] = []
  for (const answer of asked) given.push(await desk.isTaken(answer))
  return given
}

interface Desk {
  readonly isTaken: (answer: Answer) => Promise<boolean>
}
