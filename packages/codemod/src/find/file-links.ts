import { type Signs, signsOf } from './signs.ts'

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
const DOT = 46
const DOLLAR = 36

/** Tells the links of one file after another, by a look at the signs in it, without decoding the rest. */
export function linksReader({ packages, globals }: SendingNames): (bytes: Buffer, signs?: Signs) => FileLinks {
  const senders = new Set(packages)
  const known = new Map<string, boolean>()
  const isSender = (specifier: string): boolean => {
    const answer = known.get(specifier) ?? isOfAny(senders, specifier)
    known.set(specifier, answer)
    return answer
  }
  const isUsedAt = useReader(globals)
  const made = globals.filter(name => name.length > LEAST_CLASS).map(name => Buffer.from(`new ${name}`))
  const taken = globals.filter(isFunctionName).map(takenReader)
  return (bytes, signs = signsOf(bytes)) => {
    const modules = modulesIn(bytes, signs)
    const sends =
      modules.some(isSender) ||
      made.some(mark => bytes.includes(mark)) ||
      isAnyUsed(bytes, signs, isUsedAt) ||
      taken.some(isTaken => isTaken(bytes))
    return { modules, sends }
  }
}

type IsUsedAt = (bytes: Buffer, at: number) => boolean

function modulesIn(bytes: Buffer, { places, count }: Signs): readonly string[] {
  const found: string[] = []
  for (let index = 0; index < count; index += 1) {
    const at = places[index] ?? 0
    if ((bytes[at] !== SINGLE && bytes[at] !== DOUBLE) || !isSpecifier(bytes, at)) continue
    const specifier = textFrom(bytes, at)
    if (specifier !== null) found.push(specifier)
  }
  return found
}

function isAnyUsed(bytes: Buffer, { places, count }: Signs, isUsedAt: IsUsedAt): boolean {
  for (let index = 0; index < count; index += 1) {
    const at = places[index] ?? 0
    if ((bytes[at] === PAREN || bytes[at] === DOT) && isUsedAt(bytes, at)) return true
  }
  return false
}

// `new XMLHttpRequest` without brackets; nobody makes a new `$`.
const LEAST_CLASS = 6

// A `$` stands in many a text, and a class behind a colon is a type.
function isFunctionName(name: string): boolean {
  return name.length >= LEAST_FUNCTION && name.toLowerCase() === name
}

const LEAST_FUNCTION = 5
// Behind these a name is a value that somebody will call by another name.
const HANDS_ON = new Set(bytesOf('=?|:'))

/** Whether a global is given another name, to be called by: `options.fetch ?? fetch`, `send = fetch`. */
function takenReader(name: string): (bytes: Buffer) => boolean {
  const mark = Buffer.from(name)
  return bytes => {
    for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1)) {
      if (goesOn(bytes[at + mark.length] ?? 0)) continue
      if (HANDS_ON.has(bytes[skipSpaceBack(bytes, at - 1)] ?? 0)) return true
    }
    return false
  }
}

const FROM = bytesOf('from')
const CALLED = ['require', 'import'].map(bytesOf)

function bytesOf(text: string): readonly number[] {
  return [...Buffer.from(text)]
}

// from 'axios', require('axios'), import('axios')
function isSpecifier(bytes: Buffer, quote: number): boolean {
  const at = skipSpaceBack(bytes, quote - 1)
  if (bytes[at] !== PAREN) return endsAt(bytes, at, FROM)
  const end = skipSpaceBack(bytes, at - 1)
  return isAnyBefore(bytes, end, CALLED)
}

function textFrom(bytes: Buffer, quote: number): string | null {
  let end = quote + 1
  while (bytes[end] !== bytes[quote]) {
    if (end >= bytes.length || bytes[end] === NEWLINE) return null
    end += 1
  }
  return end === quote + 1 ? null : bytes.toString('latin1', quote + 1, end)
}

function isAnyBefore(bytes: Buffer, last: number, words: Names): boolean {
  for (const word of words) if (endsAt(bytes, last, word)) return true
  return false
}

function endsAt(bytes: Buffer, last: number, word: readonly number[]): boolean {
  for (let back = 0; back < word.length; back += 1) {
    if (bytes[last - back] !== word[word.length - 1 - back]) return false
  }
  return true
}

function startsAt(bytes: Buffer, first: number, word: readonly number[]): boolean {
  return word.every((byte, index) => bytes[first + index] === byte)
}

function skipSpaceBack(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 32 || bytes[at] === NEWLINE || bytes[at] === 9 || bytes[at] === 13) at -= 1
  return at
}

function isOfAny(packages: ReadonlySet<string>, specifier: string): boolean {
  for (let end = specifier.length; end > 0; end = specifier.lastIndexOf('/', end - 1)) {
    if (packages.has(specifier.slice(0, end))) return true
  }
  return false
}

const HOLDERS = ['window', 'globalThis', 'self'].map(bytesOf)
// A method of that name is somebody else's: `async fetch(request) {`, `env.SERVICE.fetch(request)`.
const NOT_BEFORE = new Set(bytesOf(`.$'"\`#`))
const DECLARES = ['function ', 'async '].map(bytesOf)

/** Whether a global is called, asked for a member, or taken off the window, at a bracket or at a dot. */
function useReader(globals: readonly string[]): IsUsedAt {
  const names = globals.map(bytesOf)
  const mayEnd = tableOf(names.map(name => name.at(-1)))
  const mayBegin = tableOf(names.map(([first]) => first))
  return (bytes, at) => {
    const isDot = bytes[at] === DOT
    const next = bytes[at + 1] ?? 0
    const last = skipSpaceBack(bytes, at - 1)
    if (mayEnd[bytes[last] ?? 0] === 1 && (!isDot || isLower(next)) && isAnyNamed(bytes, last, names)) return true
    return isDot && mayBegin[next] === 1 && isAnyTaken(bytes, at, names)
  }
}

function tableOf(letters: readonly (number | undefined)[]): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (letters.includes(byte) ? 1 : 0))
}

type Names = readonly (readonly number[])[]

// Loops, because a function that is made at each sign was nearly all the garbage of a run.
function isAnyNamed(bytes: Buffer, last: number, names: Names): boolean {
  for (const name of names) if (isNamed(bytes, last, name)) return true
  return false
}

function isAnyTaken(bytes: Buffer, dot: number, names: Names): boolean {
  for (const name of names) if (isTaken(bytes, dot, name)) return true
  return false
}

function isNamed(bytes: Buffer, last: number, name: readonly number[]): boolean {
  if (!endsAt(bytes, last, name)) return false
  const before = last - name.length
  const byte = bytes[before] ?? 0
  return !isWord(byte) && !NOT_BEFORE.has(byte) && !isAnyBefore(bytes, before, DECLARES)
}

function isTaken(bytes: Buffer, dot: number, name: readonly number[]): boolean {
  if (!startsAt(bytes, dot + 1, name) || goesOn(bytes[dot + 1 + name.length] ?? 0)) return false
  for (const holder of HOLDERS) {
    if (endsAt(bytes, dot - 1, holder) && !isWord(bytes[dot - 1 - holder.length] ?? 0)) return true
  }
  return false
}

// `window.$app` is no `$`.
function goesOn(byte: number): boolean {
  return isWord(byte) || byte === DOLLAR
}

function isLower(byte: number): boolean {
  return byte >= 97 && byte <= 122
}

function isWord(byte: number): boolean {
  return isLower(byte) || (byte >= 65 && byte <= 90) || (byte >= 48 && byte <= 57) || byte === 95
}
