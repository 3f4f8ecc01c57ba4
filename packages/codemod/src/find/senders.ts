import { type ImportIndex, stemOf } from './import-index.ts'
import { readerOf } from './reader.ts'

/** What sends requests, by name: packages that are imported, globals that are called. */
export interface SendingNames {
  readonly packages: readonly string[]
  readonly globals: readonly string[]
}

/** Whether any of these files may send a request. */
export function mayAnySend(root: string, files: readonly string[], { packages, globals }: SendingNames): boolean {
  const read = readerOf()
  const imports = new RegExp(`['"](?:${packages.map(escaped).join('|')})['"/]`)
  const uses = globals.map(useOf)
  return files.some(file => {
    const text = read(`${root}/${file}`)?.toString('latin1')
    return text !== undefined && (imports.test(text) || uses.some(use => use.test(text)))
  })
}

function escaped(name: string): string {
  return name.replace(/[$.*+?^()[\]{}|/\\-]/g, '\\$&')
}

/** The files that send requests. */
export function sendersAmong(
  root: string,
  holding: (text: string) => readonly string[],
  { byModule }: ImportIndex,
  { packages, globals }: SendingNames,
): ReadonlySet<string> {
  const importing = packages.flatMap(name =>
    (byModule.get(stemOf(name)) ?? []).filter(({ specifier }) => isOf(name, specifier)).map(({ file }) => file),
  )
  const read = readerOf()
  const calling = globals.flatMap(name => {
    const use = useOf(name)
    return holding(name).filter(file => use.test(read(`${root}/${file}`)?.toString('latin1') ?? ''))
  })
  return new Set([...importing, ...calling])
}

function isOf(name: string, specifier: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}

// A method of that name is somebody else's: `async fetch(request) {`, `env.SERVICE.fetch(request)`.
function useOf(name: string): RegExp {
  const word = escaped(name)
  const whole = `(?<![.\\w$'"\`#]|function |async )${word}\\s*(?:\\(|\\.[a-z])`
  return new RegExp(`${whole}|\\b(?:window|globalThis|self)\\.${word}\\b|new ${word}\\b`)
}
