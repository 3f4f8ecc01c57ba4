// All mutants of some sources, without running anything.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Instrumenter } from '@stryker-mutator/instrumenter'

const nothing = () => undefined
const no = () => false
const SILENT = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
}

/** @param {readonly string[]} sources files, or all files of a folder as `folder/*.ts`; with `!` those that are left out */
export async function listMutants(sources) {
  const out = sources.filter(one => one.startsWith('!')).map(one => one.slice(1))
  const names = sources.filter(one => !one.startsWith('!')).flatMap(filesOf)
  const files = names
    .filter(name => !out.includes(name))
    .map(name => ({ name, content: readFileSync(name, 'utf8'), mutate: true }))
  const { mutants } = await new Instrumenter(SILENT).instrument(files, {
    ignorers: [],
    excludedMutations: [],
    plugins: null,
  })
  return mutants
}

/** @param {string} source a file, or `folder/*.ts`, or `folder/*.test.ts` */
export function filesOf(source) {
  const [, ending] = /^\*(\..+)$/.exec(basename(source)) ?? []
  if (ending === undefined) return [source]
  const folder = dirname(source)
  return readdirSync(folder).flatMap(name => (name.endsWith(ending) ? [join(folder, name)] : []))
}
