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
  const needles = [...packages, ...globals].map(word => Buffer.from(word))
  return files.some(file => {
    const bytes = read(`${root}/${file}`)
    return bytes !== null && needles.some(needle => bytes.includes(needle))
  })
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
  const escaped = name.replaceAll('$', '\\$')
  const whole = `(?<![.\\w$'"\`#]|function |async )${escaped}\\s*(?:\\(|\\.[a-z])`
  return new RegExp(`${whole}|\\b(?:window|globalThis|self)\\.${escaped}\\b|new ${escaped}\\b`)
}
