/** What sends requests, by name: packages that are imported, globals that are called. */
export interface SendingNames {
  readonly packages: readonly string[]
  readonly globals: readonly string[]
}

/** What the bytes of a file tell of its place in the repository. */
export interface FileLinks {
  /** Whether it may send a request itself. */
  readonly sends: boolean
  /** The modules that it takes names from, or hands on. */
  readonly modules: readonly string[]
}

const NEWLINE = 10
const DOUBLE = 34
const SINGLE = 39
const PAREN = 40

/** Tells the links of one file after another: one look for each of a few words, without decoding the rest. */
export function linksReader({ packages, globals }: SendingNames): (bytes: Buffer) => FileLinks {
  const senders = new Set(packages)
  const known = new Map<string, boolean>()
  const isSender = (specifier: string): boolean => {
    const answer = known.get(specifier) ?? isOfAny(senders, specifier)
    known.set(specifier, answer)
    return answer
  }
  const uses = globals.map(name => ({ marks: marksOf(name), use: useOf(name) }))
  const isUsed = (bytes: Buffer) =>
    uses.some(({ marks, use }) => marks.some(mark => bytes.includes(mark)) && use.test(bytes.toString('latin1')))
  return bytes => {
    const modules = modulesIn(bytes)
    return { modules, sends: modules.some(isSender) || isUsed(bytes) }
  }
}

const FROM = { word: Buffer.from('from'), called: false }
const CALLED = ['require', 'import'].map(word => ({ word: Buffer.from(word), called: true }))

function modulesIn(bytes: Buffer): readonly string[] {
  const found: string[] = []
  for (const { word, called } of [FROM, ...CALLED]) {
    for (let at = bytes.indexOf(word); at !== -1; at = bytes.indexOf(word, at + word.length)) {
      const specifier = specifierAt(bytes, at + word.length, called)
      if (specifier !== null) found.push(specifier)
    }
  }
  return found
}

function specifierAt(bytes: Buffer, from: number, called: boolean): string | null {
  let at = skipSpace(bytes, from)
  if (called) {
    if (bytes[at] !== PAREN) return null
    at = skipSpace(bytes, at + 1)
  }
  const quote = bytes[at]
  if (quote !== SINGLE && quote !== DOUBLE) return null
  let end = at + 1
  while (bytes[end] !== quote) {
    if (end >= bytes.length || bytes[end] === NEWLINE) return null
    end += 1
  }
  return end === at + 1 ? null : bytes.toString('latin1', at + 1, end)
}

function skipSpace(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 32 || bytes[at] === NEWLINE || bytes[at] === 9 || bytes[at] === 13) at += 1
  return at
}

function isOfAny(packages: ReadonlySet<string>, specifier: string): boolean {
  for (let end = specifier.length; end > 0; end = specifier.lastIndexOf('/', end - 1)) {
    if (packages.has(specifier.slice(0, end))) return true
  }
  return false
}

// `$` stands in every template: only what is done with it counts.
function marksOf(name: string): readonly Buffer[] {
  const marks = name.length > 2 ? [name] : [`${name}(`, `${name} (`, `${name}.`, `new ${name}`]
  return marks.map(mark => Buffer.from(mark))
}

// A method of that name is somebody else's: `async fetch(request) {`, `env.SERVICE.fetch(request)`.
function useOf(name: string): RegExp {
  const word = name.replace(/[$.*+?^()[\]{}|/\\-]/g, '\\$&')
  const whole = `(?<![.\\w$'"\`#]|function |async )${word}\\s*(?:\\(|\\.[a-z])`
  return new RegExp(`${whole}|\\b(?:window|globalThis|self)\\.${word}\\b|new ${word}\\b`)
}
