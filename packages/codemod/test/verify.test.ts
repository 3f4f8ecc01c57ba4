import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { main } from '../src/cli/main.ts'
import type { Comparison, VerifySummary } from '../src/replay/verify-report.ts'

const MODULES = fileURLToPath(new URL('../node_modules', import.meta.url))

const CATALOGUE = `
api: Lending library
type: https://errors.library.example/{code}
problems:
  loan_not_found:
    status: 404
    title: Loan not found
    from:
      - message: Loan {id:int} not found
  copy_on_loan:
    status: 409
    title: Copy on loan
    from:
      - message: Copy {copy:int} is on loan until {date}
      - { message: Taken by somebody, route: 'POST /loans' }
  slow_down:
    status: 429
    title: Slow down
    from:
      - message: Slow down
`

const ON_LOAN = { status: 409, body: { message: 'Copy 17 is on loan until Monday' } }
const NOT_FOUND = { status: 404, body: { message: 'Loan 4 not found' } }

const BEFORE = `
export async function borrow(copy) {
  const response = await fetch('https://api.library.example/loans', { method: 'POST', body: JSON.stringify({ copy }) })
  const body = await response.json()
  if (response.ok) return body
  if (body.message.includes('is on loan until')) return 'Place a hold'
  console.error('not lent', body.message)
  throw new Error(body.message)
}
`
const AFTER = BEFORE.replace("body.message.includes('is on loan until')", "body.code === 'copy_on_loan'").replaceAll(
  'body.message',
  'body.detail',
)

interface Library {
  readonly before?: Readonly<Record<string, string>>
  readonly after?: Readonly<Record<string, string>>
  readonly answers?: readonly unknown[]
  readonly verification?: Readonly<Record<string, unknown>>
  readonly catalogue?: string
}

const CALL = { module: 'loans.js', function: 'borrow', with: [17] }

/** Lays out a client before and after, and lets `verify` loose on it. */
async function verify(library: Library, ...flags: readonly string[]) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'problemshift-verify-test-')))
  const { before = { 'loans.js': BEFORE }, after = before, answers = [ON_LOAN, NOT_FOUND], verification } = library
  const file = { before: 'old', answers, baseUrls: ['https://api.library.example'], calls: [CALL], ...verification }
  const shared = { 'package.json': '{ "type": "module" }' }
  write(root, {
    'errors.catalogue.yaml': library.catalogue ?? CATALOGUE,
    'problemshift.verify.json': JSON.stringify(file),
    ...shared,
    ...after,
  })
  write(join(root, 'old'), { ...shared, ...before })
  symlinkSync(MODULES, join(root, 'node_modules'))
  const ran = await run(root, 'verify', '--format', 'json', ...flags)
  rmSync(root, { recursive: true })
  const { summary, comparisons, unplayed } = JSON.parse(ran.out) as {
    summary: VerifySummary
    comparisons: readonly Comparison[]
    unplayed: readonly string[]
  }
  const brief = comparisons.map(({ outcome, reason, differences }) =>
    reason === null ? [outcome, ...differences.map(({ aspect }) => aspect)].join(' ') : `${outcome} ${reason}`,
  )
  return { code: ran.code, summary, comparisons, unplayed, brief }
}

function write(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
}

async function run(cwd: string, ...argv: readonly string[]) {
  let out = ''
  let error = ''
  const code = await main(argv, {
    cwd,
    isTerminal: false,
    noColor: false,
    out: text => {
      out += text
    },
    error: text => {
      error += text
    },
  })
  return { code, out, error }
}

describe('a migrated client is verified', () => {
  it('and behaves as before: value, log and requests', async () => {
    const { code, brief, summary, unplayed, comparisons } = await verify({ after: { 'loans.js': AFTER } })
    expect(brief).toEqual(['equal', 'equal'])
    expect(code).toBe(0)
    expect(summary).toMatchObject({ compared: 2, equal: 2, different: 0, failed: 0, leftOut: 0 })
    expect(unplayed).toEqual(['slow_down'])
    expect(comparisons[1]).toMatchObject({
      answer: 'Loan 4 not found',
      code: 'loan_not_found',
      after: {
        outcome: { kind: 'threw', name: 'Error', message: 'Loan 4 not found' },
        logged: [{ level: 'error', values: ['not lent', 'Loan 4 not found'] }],
        requests: [{ method: 'POST', path: '/loans', body: '{"copy":17}' }],
      },
    })
  })

  it('and was not migrated at all', async () => {
    const { code, brief } = await verify({})
    expect(brief).toEqual(['different outcome', 'different outcome logged'])
    expect(code).toBe(1)
  })

  it('with a wrong rewrite', async () => {
    const wrong = AFTER.replace('copy_on_loan', 'loan_not_found')
    const { code, brief } = await verify({ after: { 'loans.js': wrong } })
    expect(brief).toEqual(['different outcome logged', 'different outcome logged'])
    expect(code).toBe(1)
  })

  it('with a wrong catalogue entry', async () => {
    const catalogue = CATALOGUE.replace('Loan {id:int} not found', 'Loan {id:int} is gone').replace(
      '      - message: Copy',
      '      - message: Loan {id:int} not found\n      - message: Copy',
    )
    const { code, brief } = await verify({ after: { 'loans.js': AFTER }, catalogue })
    expect(brief).toEqual(['equal', 'different outcome logged'])
    expect(code).toBe(1)
  })

  it('with one log line less, one request more, or another text that is no wording', async () => {
    const quiet = AFTER.replace(/console\.error.*\n/, '')
    const chatty = AFTER.replace(
      'if (response.ok)',
      "await fetch('https://api.library.example/beacon')\n  if (response.ok)",
    )
    const other = AFTER.replace("'Place a hold'", "'Place a hold!'")
    const differing = async (text: string) => (await verify({ after: { 'loans.js': text } })).brief
    expect(await differing(quiet)).toEqual(['equal', 'different logged'])
    expect(await differing(chatty)).toEqual(['different requests', 'different requests'])
    expect(await differing(other)).toEqual(['different outcome', 'equal'])
  })

  it('through libraries that have the address written out', async () => {
    const through = (send: string, module: string) => `
      ${module}
      export const borrow = async () => {
        const { status, text } = await (${send})('https://api.library.example/loans')
        return [status, text.includes('on loan')]
      }`
    const before = {
      'axios.js': through(
        'url => axios.get(url, { validateStatus: null }).then(({ status, data }) => ({ status, text: data.message ?? data.detail }))',
        "import axios from 'axios'",
      ),
      'got.js': through(
        'url => got(url, { throwHttpErrors: false }).then(({ statusCode, body }) => ({ status: statusCode, text: body }))',
        "import got from 'got'",
      ),
      'ky.js': through(
        'url => ky(url, { throwHttpErrors: false }).then(async answer => ({ status: answer.status, text: await answer.text() }))',
        "import ky from 'ky'",
      ),
      'https.cjs': `const { get } = require('node:https')
        exports.borrow = () => new Promise(done => get('https://api.library.example/loans', answer => {
          let text = ''
          answer.on('data', chunk => { text += chunk })
          answer.on('end', () => done([answer.statusCode, text.includes('on loan')]))
        }))`,
      'node-fetch.js': through(
        'url => fetch(url).then(async answer => ({ status: answer.status, text: await answer.text() }))',
        "import fetch from 'node-fetch'",
      ),
    }
    const calls = Object.keys(before).map(module => ({ module, function: 'borrow', name: module }))
    const { brief, comparisons } = await verify({ before, answers: [ON_LOAN], verification: { calls } })
    expect(comparisons.map(({ after }) => after?.outcome)).toEqual(
      calls.map(() => ({ kind: 'returned', value: [409, true] })),
    )
    expect(brief).toEqual(calls.map(() => 'equal'))
  })

  it('in TypeScript, by a method, with the address of the server in its arguments or its environment', async () => {
    const before = {
      'api.ts': `import type { Loan } from './loan.ts'
        export class Api {
          constructor(private readonly base: string) {}
          async ask(path: string): Promise<number> { return (await fetch(this.base + path)).status }
        }
        export const api = new Api(process.env.LIBRARY_URL ?? 'http://127.0.0.1:1')
        export const ask = (base: string): Promise<number> => new Api(base).ask('/loans')`,
      'loan.ts': 'export interface Loan { id: number }',
    }
    const { brief, comparisons } = await verify({
      before,
      verification: {
        env: { LIBRARY_URL: '{server}/v1' },
        calls: [
          { module: 'api.ts', function: 'api.ask', with: ['/loans'] },
          { module: 'api.ts', function: 'ask', with: ['{server}'] },
        ],
      },
      answers: [ON_LOAN],
    })
    expect(brief).toEqual(['equal', 'equal'])
    expect(comparisons.map(({ after }) => [after?.outcome, after?.requests[0]?.path])).toEqual([
      [{ kind: 'returned', value: 409 }, '/v1/loans'],
      [{ kind: 'returned', value: 409 }, '/loans'],
    ])
  })

  it('by a call of its own, which says what a user saw', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'problemshift-verify-test-')))
    write(root, {
      'errors.catalogue.yaml': CATALOGUE,
      'package.json': '{ "type": "module" }',
      'loans.js': BEFORE,
      'setup.mjs': 'globalThis.desk = "North"',
      'problemshift.verify.mjs': `export default {
        before: 'old',
        answers: [${JSON.stringify(ON_LOAN)}, { status: 409, route: 'POST /loans', body: 'Taken by somebody' }],
        baseUrls: ['https://api.library.example'],
        setup: './setup.mjs',
        calls: [{
          name: 'the button',
          async run({ load, see }) {
            const { borrow } = await load('loans.js')
            see('shown', [globalThis.desk, await borrow(3).catch(error => error.message)])
          },
        }],
      }`,
    })
    write(join(root, 'old'), { 'loans.js': BEFORE, 'package.json': '{ "type": "module" }' })
    const { out, code } = await run(root, 'verify')
    expect(out).toContain('the button')
    expect(out).toContain('- [{"name":"shown","value":["North","Place a hold"]}]')
    expect(code).toBe(1)
  })

  it('against a revision of git, in a folder of the repository, with a package of the workspace as old as itself', async () => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'problemshift-verify-test-')))
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...words], { cwd: root })
    const sdk = (place: string) =>
      `export const isOnLoan = body => String(body.${place}).includes(${place === 'code' ? "'copy_on_loan'" : "'is on loan'"})`
    const client = `import { isOnLoan } from '@library/sdk'
      export const borrow = async () => isOnLoan(await (await fetch('https://api.library.example/loans')).json())`
    write(root, {
      '.gitignore': 'node_modules',
      'packages/sdk/package.json': '{ "name": "@library/sdk", "type": "module", "exports": "./index.js" }',
      'packages/sdk/index.js': sdk('message'),
      'web/package.json': '{ "type": "module" }',
      'web/loans.js': client,
      'web/errors.catalogue.yaml': CATALOGUE,
    })
    git('init', '-q')
    git('add', '-A')
    git('commit', '-qm', 'v1')
    mkdirSync(join(root, 'web/node_modules/@library'), { recursive: true })
    symlinkSync('../../../packages/sdk', join(root, 'web/node_modules/@library/sdk'))
    write(root, {
      'packages/sdk/index.js': sdk('code'),
      'web/problemshift.verify.json': JSON.stringify({
        answers: [ON_LOAN, NOT_FOUND],
        baseUrls: ['https://api.library.example'],
        calls: [CALL],
      }),
    })
    const { code, out } = await run(join(root, 'web'), 'verify', '--quiet', '--format', 'json')
    expect(JSON.parse(out).summary).toMatchObject({ equal: 2, different: 0, failed: 0 })
    expect(code).toBe(0)
    expect(git('status', '--porcelain').toString()).toBe(' M packages/sdk/index.js\n?? web/problemshift.verify.json\n')
    const other = await run(join(root, 'web'), 'verify', '--before', 'nowhere')
    expect(other).toMatchObject({ code: 2, out: '' })
    expect(other.error).toContain('"nowhere" is no folder and no revision of git here')
  })
})

describe('running servers', () => {
  it('answer instead of the recorded answers', async () => {
    const answering = async (type: string, body: unknown) => {
      const server = createServer((_, response) => {
        response.writeHead(409, { 'content-type': type }).end(JSON.stringify(body))
      })
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
      const { port } = server.address() as { port: number }
      return { url: `http://127.0.0.1:${port}/`, server }
    }
    const v1 = await answering('application/json', ON_LOAN.body)
    const v2 = await answering('application/problem+json', { code: 'copy_on_loan', detail: 'Back on Monday' })
    const flags = ['--server', v1.url, '--against', v2.url]
    const right = await verify({ after: { 'loans.js': AFTER } }, ...flags)
    const wrong = await verify({ after: { 'loans.js': AFTER.replace('copy_on_loan', 'loan_not_found') } }, ...flags)
    for (const { server } of [v1, v2]) server.close()
    expect(right.comparisons).toMatchObject([
      { answer: 'what the servers say', code: 'copy_on_loan', outcome: 'equal' },
    ])
    expect(wrong.brief).toEqual(['different outcome logged'])
  })
})

describe('what cannot be compared is told, and never counts as equal', () => {
  it.each<[string, string, Library]>([
    [
      'a module that is not there',
      'failed no-such-module',
      { verification: { calls: [{ ...CALL, module: 'gone.js' }] } },
    ],
    ['a module that does not load', 'failed module-fails', { before: { 'loans.js': "import 'nowhere-at-all'" } }],
    [
      'a function that is not there',
      'failed no-such-function',
      { verification: { calls: [{ ...CALL, function: 'lend' }] } },
    ],
    [
      'a function that never ends',
      'failed never-ended',
      {
        before: { 'loans.js': 'export const borrow = () => new Promise(() => setInterval(() => {}, 50))' },
        verification: { timeout: 2 },
      },
    ],
    [
      'a promise that nobody settles',
      'failed never-ended',
      { before: { 'loans.js': 'export const borrow = () => new Promise(() => {})' } },
    ],
    [
      'a client that goes elsewhere',
      'failed no-request',
      { before: { 'loans.js': BEFORE.replace('api.library.example', 'elsewhere.example') } },
    ],
    ['an answer that no entry knows', 'failed no-entry', { answers: [{ status: 418, body: 'Something new' }] }],
    [
      'a sign of a route, without the route',
      'failed no-entry',
      { answers: [{ status: 409, body: 'Taken by somebody' }] },
    ],
    [
      'what is another each time',
      'failed not-repeatable',
      {
        before: { 'loans.js': BEFORE.replace("'Place a hold'", 'Math.random()') },
        after: { 'loans.js': AFTER.replace("'Place a hold'", 'Math.random()') },
      },
    ],
    [
      'a route that the function does not ask',
      'left-out not-asked',
      { answers: [{ ...ON_LOAN, route: 'GET /loans/:id' }] },
    ],
    [
      'a crash that was there before',
      'left-out crashed-before',
      {
        before: { 'loans.js': BEFORE },
        after: { 'loans.js': AFTER },
        answers: [{ status: 409, route: 'POST /loans', body: { error: 'Taken by somebody' } }],
      },
    ],
  ])('%s', async (_, brief, library) => {
    const { answers = [ON_LOAN] } = library
    const ran = await verify({ ...library, answers })
    expect(ran.brief).toEqual([brief])
    expect(ran.code).toBe(3)
  })

  it('a new client that never ends, or ends the process, where the old one answered', async () => {
    const hangs = AFTER.replace("return 'Place a hold'", 'await new Promise(() => {})')
    expect((await verify({ after: { 'loans.js': hangs }, answers: [ON_LOAN] })).brief).toEqual(['different outcome'])
    const exits = AFTER.replace("return 'Place a hold'", 'process.exit(4)')
    const { comparisons } = await verify({ after: { 'loans.js': exits }, answers: [ON_LOAN] })
    expect(comparisons[0]?.differences).toEqual([
      {
        aspect: 'outcome',
        before: { kind: 'returned', value: 'Place a hold' },
        after: { kind: 'threw', name: 'process.exit', message: '4', own: {} },
      },
    ])
  })

  it('and nothing is sent to any other host', async () => {
    let reached = 0
    const bystander = createServer((_, response) => {
      reached += 1
      response.end()
    })
    await new Promise<void>(done => bystander.listen(0, '127.0.0.1', done))
    const { port } = bystander.address() as { port: number }
    const before = {
      'loans.js': `import { request } from 'undici'
        export const borrow = () => Promise.allSettled([
          fetch('http://127.0.0.1:${port}'), request('http://localhost:${port}'), request('https://api.other.example/loans'),
        ]).then(all => all.map(({ status }) => status))`,
    }
    const { brief, comparisons } = await verify({ before, answers: [ON_LOAN] })
    bystander.close()
    expect(reached).toBe(0)
    expect(brief).toEqual(['failed no-request'])
    expect(comparisons[0]?.detail).toContain('api.other.example:443')
  })
})

describe('a wrong call is refused with a code', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly string[], string]>([
    ['no calls', { calls: [] }, [], 'calls: at least one call'],
    ['no answers', { answers: [] }, [], 'answers: at least one recorded answer'],
    ['an unknown member', { answer: [] }, [], 'unknown member "answer"'],
    ['a file of answers that is not there', { answers: 'gone.json' }, [], 'there is no gone.json'],
    ['a status that is none', { answers: [{ status: '404' }] }, [], 'answers[0].status'],
    ['a route that is none', { answers: [{ status: 404, route: '/loans' }] }, [], 'a route like "GET /loans/:id"'],
    ['a timeout that is none', { timeout: 'long' }, [], 'timeout: a number of seconds'],
    ['a format that verify has not', {}, ['--format', 'sarif'], 'verify has text and json'],
    ['one server of two', {}, ['--server', 'http://localhost:1'], 'give both, or neither'],
    ['a server that is none', {}, ['--server', 'v1', '--against', 'http://localhost:1'], '--server "v1": an address'],
    ['two files', {}, ['a.json', 'b.json'], 'verify takes one file'],
    ['a file that is not there', {}, ['a.json'], 'a.json: no such file'],
  ])('%s', async (_, verification, flags, sentence) => {
    const root = realpathSync(mkdtempSync(join(tmpdir(), 'problemshift-verify-test-')))
    const file = { before: '.', answers: [ON_LOAN], calls: [CALL], ...verification }
    write(root, { 'errors.catalogue.yaml': CATALOGUE, 'problemshift.verify.json': JSON.stringify(file) })
    const { code, out, error } = await run(root, 'verify', ...flags)
    expect(error).toContain(sentence)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})
