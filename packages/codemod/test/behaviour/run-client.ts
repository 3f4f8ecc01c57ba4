import { dirname, join } from 'node:path/posix'
import { ts } from '../../src/source/compiler.ts'
import type { Answer } from './exchanges.ts'
import { fetchOf, reactOf, stub } from './stub-clients.ts'

type Load = (name: string) => unknown
type Files = ReadonlyMap<string, string>
type Module = { exports: Record<string, unknown> }

const compiled = new Map<string, Compiled>()
type Compiled = (module: Module, exports: unknown, require: Load, fetch: unknown, React: unknown) => void

// A case is run against hundreds of answers: it is compiled once.
function compile(file: string, text: string): Compiled {
  const key = `${file}\n${text}`
  const known = compiled.get(key)
  if (known !== undefined) return known
  const { outputText } = ts.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      jsx: ts.JsxEmit.React,
      esModuleInterop: true,
    },
  })
  // A function that is made of text is typed as taking and giving anything.
  const made = new Function('module', 'exports', 'require', 'fetch', 'React', outputText) as Compiled
  compiled.set(key, made)
  return made
}

/** What a client did with an answer: a line for each exported function. */
export function outcomes(files: Files, answer: Answer | null): Promise<readonly string[]> {
  return outcomesWith(files, name => stub(name, answer), fetchOf(answer))
}

/** The same, with the packages and the `fetch` that are given to it. */
export async function outcomesWith(files: Files, packages: Load, fetch: unknown): Promise<readonly string[]> {
  const modules = new Map<string, Module>()
  const load = (file: string): Record<string, unknown> => {
    const known = modules.get(file)
    if (known !== undefined) return known.exports
    const module: Module = { exports: {} }
    modules.set(file, module)
    const requires: Load = name => (name.startsWith('.') ? load(resolve(files, file, name)) : packages(name))
    compile(file, files.get(file) ?? '')(module, module.exports, requires, fetch, reactOf())
    return module.exports
  }
  const found: string[] = []
  for (const file of files.keys()) {
    if (!/\.[cm]?[jt]sx?$/.test(file)) continue
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
  const done = Promise.resolve()
    .then(() => call(7, show))
    .then(
      value => ['gives', told(value)],
      error => [isOfLanguage(error) ? 'breaks' : 'throws'],
    )
  const result = await Promise.race([done, waiting()])
  return JSON.stringify([name, ...result, shown])
}

// Something that nobody stands in for is waited for.
function waiting(): Promise<readonly unknown[]> {
  return new Promise(resolve => setTimeout(() => resolve(['waits']), PATIENCE).unref())
}

const PATIENCE = 2000

// A member of nothing was read, or a text was parsed that is no JSON.
function isOfLanguage(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError
}

// A body or an error that is handed through is of another shape in v2; nothing and «no» are the same to whoever asks.
function told(value: unknown): unknown {
  if (value === undefined || value === null || value === false) return 'nothing'
  if (typeof value !== 'object') return value
  return 'type' in value && 'children' in value ? JSON.stringify(value) : 'something'
}

function resolve(files: Files, from: string, name: string): string {
  const path = join(dirname(from), name).replace(/\.[cm]?[jt]sx?$/, '')
  const named = [path, `${path}/index`]
  return [...files.keys()].find(file => named.includes(file.replace(/\.[cm]?[jt]sx?$/, ''))) ?? path
}
