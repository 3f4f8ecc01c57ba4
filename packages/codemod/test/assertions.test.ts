import nodeAssert from 'node:assert'
import { fillTemplate, holesOf } from '@problemshift/catalogue'
import { assert as chaiAssert, chai, describe, expect, it } from 'vitest'
import { ts } from '../src/source/compiler.ts'
import { type Case, openCatalogue, readCases } from './cases.ts'

// An assertion that was rewritten holds against v2 exactly where it held against v1: each site of each case is run by
// itself, before and after, with the real `expect`, `assert` and chai, against every wording of the catalogue.
const catalogue = await openCatalogue()

interface Answer {
  readonly status: number
  readonly body: unknown
}

// A server has one shape for its errors, and a test asks for that one.
const NESTED = [(message: string): unknown => ({ error: { message } })]
const FLAT = [
  (message: string): unknown => ({ message }),
  (message: string): unknown => ({ message, code: 'V1_CODE', traceId: 'a1' }),
]

interface Exchange {
  readonly v1: Answer | null
  readonly v2: Answer | null
}

function exchanges(shapes: readonly ((message: string) => unknown)[]): readonly Exchange[] {
  const errors = catalogue.problems.flatMap(({ signs, status, code, type, title }) =>
    signs.flatMap(({ message }) => {
      if (message === null) return []
      const detail = fillTemplate(message, Object.fromEntries(holesOf(message).map(hole => [hole.name, 7])))
      const v2 = { status, body: { type, title: title['*'], status, detail, code, traceId: 'a1' } }
      return shapes.map(shape => ({ v1: { status, body: shape(detail) }, v2 }))
    }),
  )
  const same = [null, { status: 502, body: '<h1>Bad Gateway</h1>' }, { status: 200, body: { id: 7 } }]
  return [...errors, ...same.map(answer => ({ v1: answer, v2: answer }))]
}

chai.should()

// chai-as-promised was run by hand: vitest's own chai cannot take plugins here.
const cases = readCases().filter(
  one => one.name.startsWith('assertion/') && one.after !== null && !one.name.endsWith('as-promised'),
)

describe.each(cases)('$name', one => {
  it('holds after exactly where it held before', async () => {
    let held = 0
    for (const site of sitesOf(one)) {
      for (const { v1, v2 } of exchanges(one.name.includes('nested') ? NESTED : FLAT)) {
        const before = await holds(alone(one.before, one, site), v1)
        const after = await holds(alone(one.after ?? new Map(), one, site), v2)
        expect(after, `${site.file}:${site.line} ${JSON.stringify(v1)}`).toBe(before)
        if (before) held += 1
      }
    }
    expect(held).toBeGreaterThan(0)
  })
})

interface Place {
  readonly file: string
  readonly line: number
}

function sitesOf(one: Case): readonly Place[] {
  return Array.isArray(one.report) ? one.report : []
}

/** The files with one assertion: the lines of the others are taken out. */
function alone(files: ReadonlyMap<string, string>, one: Case, { file, line }: Place): ReadonlyMap<string, string> {
  const others = sitesOf(one).flatMap(site => (site.file === file && site.line !== line ? [site.line] : []))
  const lines = (files.get(file) ?? '').split('\n')
  const kept = lines.map((text, index) => {
    const isOther = others.includes(index + 1) && !text.trim().startsWith('await expect(axios')
    return isOther || /\w\)?\??\.status(?:Code)?\)?[.,]|expect\.assertions/.test(text) ? '' : text
  })
  return new Map([...files, [file, kept.join('\n')]])
}

type Run = () => unknown

/** Whether every test of the files passes against a server that answers always the same. */
async function holds(files: ReadonlyMap<string, string>, answer: Answer | null): Promise<boolean> {
  const runs: Run[] = []
  const modules = new Map<string, { exports: Record<string, unknown> }>()
  const collect = (_: string, run: Run) => void runs.push(run)
  const globals = {
    expect,
    it: collect,
    test: collect,
    describe: (_: string, run: Run) => run(),
    fetch: fetchOf(answer),
  }
  const load = (file: string): unknown => {
    const known = modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const { outputText } = ts.transpileModule(files.get(file) ?? '', {
      fileName: file,
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
    })
    const requires = (name: string) => (name === './http.js' ? load('http.js') : stub(name, answer, collect))
    const names = ['module', 'exports', 'require', ...Object.keys(globals)]
    new Function(...names, outputText)(module, module.exports, requires, ...Object.values(globals))
    return module.exports
  }
  for (const file of files.keys()) if (/\.[jt]s$/.test(file)) load(file)
  for (const run of runs) {
    try {
      await (run.length > 0 ? called(run as (done: (error?: unknown) => void) => void) : run())
    } catch {
      return false
    }
  }
  return true
}

function called(run: (done: (error?: unknown) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    try {
      run(error => (error === undefined || error === null ? resolve() : reject(error)))
    } catch (error) {
      reject(error)
    }
  })
}

function stub(name: string, answer: Answer | null, collect: unknown): unknown {
  if (name === 'supertest') return supertest(answer)
  if (name === 'axios') return axiosOf(answer)
  if (name === 'vitest') return { expect, it: collect, assert: chaiAssert }
  if (name === 'chai') {
    return { expect, assert: chaiAssert }
  }
  if (name === 'node:test') return { test: collect, it: collect }
  if (/^(?:node:)?assert$/.test(name)) return nodeAssert
  return name.includes('assert/strict') ? nodeAssert.strict : { app: {}, build: () => ({}) }
}

// As superagent does it: the body of what is no JSON is an empty object.
function responseOf({ status, body }: Answer) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { status, statusCode: status, text, body: typeof body === 'string' ? {} : body }
}

function supertest(answer: Answer | null) {
  const request = () => {
    const checks: ((response: unknown) => void)[] = []
    const settle = async () => {
      if (answer === null) throw new Error('ECONNREFUSED: Connection refused')
      const response = responseOf(answer)
      for (const check of checks) check(response)
      return response
    }
    const pending = {
      send: () => pending,
      set: () => pending,
      expect: (first: unknown) => {
        if (typeof first === 'function') checks.push(first as (response: unknown) => void)
        return pending
      },
      end: (done: (error: unknown, response?: unknown) => void) => {
        settle().then(
          response => {
            try {
              done(null, response)
            } catch (error) {
              done(error)
            }
          },
          (error: unknown) => done(error),
        )
      },
      // biome-ignore lint/suspicious/noThenProperty: a request of supertest is a thenable.
      then: (...handlers: Parameters<Promise<unknown>['then']>) => settle().then(...handlers),
    }
    return pending
  }
  const client = () => ({ get: request, post: request })
  return Object.assign(client, { default: client, __esModule: true })
}

function axiosOf(answer: Answer | null) {
  const send = async () => {
    if (answer === null) throw Object.assign(new Error('Network Error'), { code: 'ERR_NETWORK' })
    if (answer.status < 400) return { status: answer.status, data: answer.body }
    const response = { status: 409, data: answer.body }
    throw Object.assign(new Error(`Request failed with status code ${answer.status}`), {
      code: 'ERR_BAD_REQUEST',
      response,
    })
  }
  return { __esModule: true, default: { get: send, post: send } }
}

function fetchOf(answer: Answer | null) {
  return async () => {
    if (answer === null) throw new TypeError('fetch failed')
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    return new Response(text, { status: answer.status })
  }
}
