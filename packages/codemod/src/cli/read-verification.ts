import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { BUILT_IN_DIALECTS, readBody, readLegacyError } from '@problemshift/catalogue'
import type { Call, RecordedAnswer, Route, Verification } from '../replay/verification.ts'
import { fault, isRecord, list, loadValue, members, texts } from './config-value.ts'
import { UsageError } from './usage.ts'

const NAMES = ['yaml', 'yml', 'json', 'ts', 'mts', 'mjs', 'js'].map(extension => `problemshift.verify.${extension}`)
const MEMBERS = ['catalogue', 'before', 'answers', 'baseUrls', 'env', 'setup', 'timeout', 'calls', '$schema']
const LONGEST_NAME = 60

/** The verification that is in a folder. */
export function findVerification(root: string): string | undefined {
  return NAMES.map(name => resolve(root, name)).find(existsSync)
}

/** Reads and checks it; an unknown member is a fault, because it would be without effect. */
export async function readVerification(
  file: string,
  baseUrls: readonly string[],
  needsAnswers: boolean,
): Promise<{ readonly catalogue: string | null; readonly verification: Verification }> {
  const value = members(file, '', await loadValue(file), MEMBERS)
  const setup = text(file, 'setup', value.setup)
  const calls = list(file, 'calls', value.calls).map((call, index) => readCall(file, `calls[${index}]`, call))
  if (calls.length === 0) throw fault(file, 'calls', 'at least one call')
  const verification: Verification = {
    file,
    before: text(file, 'before', value.before) ?? 'HEAD',
    answers: needsAnswers || value.answers !== undefined ? await readAnswers(file, value.answers) : [],
    baseUrls: value.baseUrls === undefined ? baseUrls : texts(file, 'baseUrls', value.baseUrls),
    env: readTexts(file, 'env', value.env),
    setup: setup === null ? null : thereOf(file, 'setup', setup),
    timeoutMs: readTimeout(file, value.timeout) * 1000,
    calls: named(calls),
  }
  const catalogue = text(file, 'catalogue', value.catalogue)
  return { catalogue: catalogue === null ? null : resolve(dirname(file), catalogue), verification }
}

function readCall(file: string, at: string, value: unknown): Call {
  const call = members(file, at, value, ['name', 'module', 'function', 'with', 'run'])
  const name = text(file, `${at}.name`, call.name)
  if (call.run !== undefined) {
    if (typeof call.run !== 'function') throw fault(file, `${at}.run`, 'a function (in a .mjs or .ts file)')
    if (call.module !== undefined) throw fault(file, at, 'one of run and module')
    return { name: name ?? (call.run.name === 'run' ? at : call.run.name), target: null, given: [] }
  }
  const module = text(file, `${at}.module`, call.module)
  const symbol = text(file, `${at}.function`, call.function)
  if (module === null || symbol === null) throw fault(file, at, 'a module and a function')
  const given = list(file, `${at}.with`, call.with)
  return { name: name ?? symbol, target: { module, function: symbol }, given }
}

// Two of one name could not be told apart in the table.
function named<Named extends { readonly name: string }>(ones: readonly Named[]): readonly Named[] {
  return ones.map((one, index) => {
    const before = ones.slice(0, index).filter(({ name }) => name === one.name).length
    return before === 0 ? one : { ...one, name: `${one.name} #${before + 1}` }
  })
}

async function readAnswers(file: string, value: unknown): Promise<readonly RecordedAnswer[]> {
  const from = typeof value === 'string' ? thereOf(file, 'answers', value) : file
  const values =
    typeof value === 'string' ? list(from, 'the file', await loadValue(from)) : list(file, 'answers', value)
  if (values.length === 0) throw fault(from, 'answers', 'at least one recorded answer, or a file of them,')
  return named(values.map((answer, index) => readAnswer(from, `${from === file ? 'answers' : ''}[${index}]`, answer)))
}

function readAnswer(file: string, at: string, value: unknown): RecordedAnswer {
  const answer = members(file, at, value, ['name', 'route', 'status', 'headers', 'body'])
  const { status, body } = answer
  if (typeof status !== 'number' || !Number.isInteger(status) || status < 200 || status > 599) {
    throw fault(file, `${at}.status`, 'a status from 200 to 599')
  }
  const isText = typeof body === 'string' || body === undefined
  const written = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const type = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8'
  const recorded = Object.entries(readTexts(file, `${at}.headers`, answer.headers))
  // What belongs to one transport of the bytes, and not to the answer.
  const own = recorded
    .map(([name, text]) => [name.toLowerCase(), text] as const)
    .filter(
      ([name]) => !['content-length', 'content-encoding', 'transfer-encoding', 'connection', 'date'].includes(name),
    )
  return {
    name:
      text(file, `${at}.name`, answer.name) ??
      (wordingIn(status, written) ?? `${status} ${written}`.trim()).slice(0, LONGEST_NAME),
    status,
    headers: { ...(written === '' ? {} : { 'content-type': type }), ...Object.fromEntries(own) },
    body: written,
    route: readRoute(file, `${at}.route`, text(file, `${at}.route`, answer.route)),
  }
}

// A person knows an answer by its sentence.
function wordingIn(status: number, body: string): string | null {
  return readLegacyError(readBody({ status, headers: {}, body }), null, BUILT_IN_DIALECTS).wording
}

function readRoute(file: string, at: string, route: string | null): Route | null {
  if (route === null) return null
  const [, method, path] = /^([A-Z]+) (\/\S*)$/.exec(route) ?? []
  if (method === undefined || path === undefined) throw fault(file, at, 'a route like "GET /loans/:id"')
  return { method, path }
}

function readTimeout(file: string, value: unknown): number {
  if (value === undefined) return 10
  if (typeof value === 'number' && value > 0) return value
  throw fault(file, 'timeout', 'a number of seconds')
}

function readTexts(file: string, at: string, value: unknown): Readonly<Record<string, string>> {
  if (value === undefined) return {}
  if (!isRecord(value)) throw fault(file, at, 'an object')
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, text(file, `${at}.${name}`, one) ?? '']))
}

function text(file: string, at: string, value: unknown): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string') throw fault(file, at, 'a text')
  return value
}

function thereOf(file: string, at: string, path: string): string {
  const there = resolve(dirname(file), path)
  if (!existsSync(there)) throw new UsageError('bad-config', `${file}: ${at}: there is no ${path}`)
  return there
}
