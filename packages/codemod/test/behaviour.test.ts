import { dirname, join } from 'node:path/posix'
import { fillTemplate, holesOf } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { ts } from '../src/source/compiler.ts'
import { openCatalogue, readCases } from './cases.ts'

// The promise itself: the migrated client with the migrated server does what the old one did with the old one. Each case
// that is rewritten runs before and after, against every wording of the catalogue in every v1 shape, and without answer.
const catalogue = await openCatalogue()

interface Answer {
  readonly status: number
  readonly body: unknown
}

interface Exchange {
  readonly name: string
  readonly v1: Answer | null
  readonly v2: Answer | null
}

const exchanges: readonly Exchange[] = [
  ...catalogue.problems.flatMap(problem =>
    problem.signs.flatMap(sign => {
      if (sign.message === null) return []
      const message = fillTemplate(sign.message, Object.fromEntries(holesOf(sign.message).map(hole => [hole.name, 7])))
      const { status, code, type } = problem
      const body = { type, title: problem.title['*'], status, detail: message, code }
      return [{ name: message, v1: { status, body: { message } }, v2: { status, body } }]
    }),
  ),
  { name: 'no answer', v1: null, v2: null },
  {
    name: 'a page of the gateway',
    v1: { status: 502, body: '<h1>Bad Gateway</h1>' },
    v2: { status: 502, body: '<h1>Bad Gateway</h1>' },
  },
  { name: 'a success', v1: { status: 200, body: { id: 7 } }, v2: { status: 200, body: { id: 7 } } },
]

type Load = (name: string) => unknown

/** Runs each exported function of a client against a server that answers always the same. */
async function outcomes(files: ReadonlyMap<string, string>, answer: Answer | null): Promise<readonly string[]> {
  const modules = new Map<string, { exports: Record<string, unknown> }>()
  const load = (file: string): Record<string, unknown> => {
    const known = modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} }
    modules.set(file, module)
    const { outputText } = ts.transpileModule(files.get(file) ?? '', {
      fileName: file,
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        jsx: ts.JsxEmit.React,
        esModuleInterop: true,
      },
    })
    const requires: Load = name => (name.startsWith('.') ? load(resolve(files, file, name)) : stub(name, answer))
    new Function('module', 'exports', 'require', 'fetch', outputText)(module, module.exports, requires, fetchOf(answer))
    return module.exports
  }
  const found: string[] = []
  for (const file of files.keys()) {
    if (!/\.[jt]sx?$/.test(file)) continue
    for (const [name, value] of Object.entries(load(file))) {
      if (typeof value === 'function' && !/^class\b/.test(String(value)))
        // `typeof` says that it can be called, not with what.
        found.push(await callIt(`${file}:${name}`, value as (...given: unknown[]) => unknown))
    }
  }
  return found
}

async function callIt(name: string, call: (...given: unknown[]) => unknown): Promise<string> {
  const shown: unknown[] = []
  const show = (text: unknown) => void shown.push(text)
  const result = await Promise.resolve()
    .then(() => call(7, show))
    .then(
      value => ['gives', typeof value === 'object' ? 'something' : value],
      error => [error instanceof TypeError ? 'breaks' : 'throws', typeof error],
    )
  return JSON.stringify([name, ...result, shown])
}

function resolve(files: ReadonlyMap<string, string>, from: string, name: string): string {
  const path = join(dirname(from), name)
  return [...files.keys()].find(file => file.replace(/\.[jt]sx?$/, '') === path) ?? path
}

function stub(name: string, answer: Answer | null): unknown {
  if (name === 'axios') return axiosOf(answer)
  if (name === 'react-toastify') return { toast: { success: () => undefined } }
  throw new Unstubbed(name)
}

class Unstubbed extends Error {}

function fetchOf(answer: Answer | null) {
  return async () => {
    if (answer === null) throw new TypeError('fetch failed')
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body)
    return new Response(text, { status: answer.status })
  }
}

function axiosOf(answer: Answer | null): unknown {
  type Handler = (value: unknown) => unknown
  const make = () => {
    const hooks: [Handler | undefined, Handler | undefined][] = []
    let sent = 0
    const send = () => {
      sent += 1
      // A client that tries again for ever gets its way in the end.
      if (sent > 3) return Promise.resolve({ data: {} })
      const error = Object.assign(
        new Error(answer === null ? 'Network Error' : `Request failed with status code ${answer.status}`),
        {
          isAxiosError: true,
          code: 'ERR_BAD_REQUEST',
          response: answer === null ? undefined : { status: answer.status, data: answer.body },
        },
      )
      const first =
        answer !== null && answer.status < 400 ? Promise.resolve({ data: answer.body }) : Promise.reject(error)
      return hooks.reduce<Promise<unknown>>((passed, [ok, bad]) => passed.then(ok, bad), first)
    }
    const use = (ok?: Handler, bad?: Handler) => void hooks.push([ok, bad])
    return { get: send, post: send, delete: send, interceptors: { response: { use } } }
  }
  const isAxiosError = (error: unknown) => typeof error === 'object' && error !== null && 'isAxiosError' in error
  return { default: { ...make(), create: make, isAxiosError }, __esModule: true }
}

// One API sends one shape: here `{ message }`, so cases that read another are left out.
const OTHER_SHAPE = /\.error\b(?!\()|\{ error \}|\.text\(\)/
const rewritten = readCases().filter(
  one => one.after !== null && ![...one.before.values()].some(text => OTHER_SHAPE.test(text)),
)

describe('what a rewritten client does', () => {
  let compared = 0

  it.each(rewritten)('$name', async one => {
    for (const { name, v1, v2 } of exchanges) {
      let before: readonly string[]
      try {
        before = await outcomes(one.before, v1)
      } catch (error) {
        if (error instanceof Unstubbed) return
        throw error
      }
      const after = await outcomes(one.after ?? new Map(), v2)
      for (const [index, was] of before.entries()) {
        // A read of a shape that was not sent broke the old client; the new one takes the side of «no such error».
        if (was.includes('"breaks"')) continue
        compared += 1
        expect([name, after[index]]).toEqual([name, was])
      }
    }
  })

  it('was looked at often enough to mean something', () => {
    expect(compared).toBeGreaterThan(100)
  })
})
