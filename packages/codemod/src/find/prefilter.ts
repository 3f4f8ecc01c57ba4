import { type AskingFile, namesOfWordings, testedAgainstParameters } from './asked-names.ts'
import { askedAt, type AskedText } from './asked-texts.ts'
import { type FileLinks, linksReader, type SendingNames } from './file-links.ts'
import { IGNORE_WORD } from './ignore-marks.ts'
import { isInComment, type Literal, literalsAround, unescapeText } from './literals.ts'
import {
  foldLatin,
  GRAM,
  gramAt,
  hashOf,
  isMarked,
  mayShareRun,
  meetsAnywhere,
  type Needles,
  RUN,
  sharesRun,
} from './needles.ts'
import { isShutOff, readerOf } from './reader.ts'
import { type Signs, signsOf } from './signs.ts'
import type { Stopwatch } from '../stopwatch.ts'
import { mayBeListedStale, mayBeStale } from './stale-texts.ts'

/** What the bytes of the files told. */
export interface Prefiltered {
  /** Files that may hold a test of some wording, or a wording that is tested elsewhere. */
  readonly survivors: readonly string[]
  /** Files that test a message against a sentence of which the catalogue knows nothing, or against a parameter. */
  readonly stale: readonly string[]
  /** Files that speak of no error, and ask some text for a piece of a wording all the same. */
  readonly doubtful: readonly string[]
  /** Files that ask some text for what has a name. */
  readonly byName: readonly string[]
  /** Files that hold an ignore comment. */
  readonly ignoring: readonly string[]
  /** Files that are there and cannot be read. */
  readonly unreadable: readonly string[]
  /** What each file imports, and whether it sends requests, where that was asked. */
  readonly links: ReadonlyMap<string, FileLinks>
}

export interface PrefilterOptions {
  readonly root: string
  readonly files: readonly string[]
  readonly needles: Needles
  /** Every source file, so that imports can be followed; the files themselves when left out. */
  readonly all?: readonly string[]
  /** What sends requests, where somebody wants to know. */
  readonly sending?: SendingNames | null
  /** Told the bytes of each file as Latin-1, while they are at hand; nothing of one that cannot be read. */
  readonly tell?: ((file: string, text: string) => void) | null
  /** Told now and then which file it is. */
  readonly at?: Stopwatch['at']
}

const FILES_A_LOOK = 100
const IGNORE = Buffer.from(IGNORE_WORD)

/** Sorts the files by what their bytes hold. All reading is done into one buffer, without decoding. */
export async function prefilter(options: PrefilterOptions): Promise<Prefiltered> {
  const { root, files, needles, all = files } = options
  const read = readerOf()
  const sorted: Sorted = {
    survivors: [],
    stale: [],
    doubtful: [],
    byName: [],
    ignoring: [],
    unreadable: [],
    links: new Map(),
    asking: [],
  }
  const sort = sorterOf(options, read, sorted)
  for (const [index, file] of files.entries()) {
    if (index % FILES_A_LOOK === 0) await options.at?.('read files', index, files.length)
    sort(file)
  }
  const { doubtful, byName, asking } = sorted
  const again = (file: string) => read(`${root}/${file}`)
  const survivors = [...sorted.survivors, ...namesOfWordings(again, asking, all, needles)].sort()
  const stale = [...sorted.stale, ...testedAgainstParameters(again, asking)]
  const named = new Set(survivors)
  const besides = (others: readonly string[]) => [...new Set(others)].filter(file => !named.has(file))
  return { ...sorted, survivors, stale: besides(stale), doubtful: besides(doubtful), byName: besides(byName) }
}

/** The files by what the bytes of each tell; those in which no wording stands, by what else they tell. */
interface Sorted {
  readonly survivors: string[]
  readonly stale: string[]
  readonly doubtful: string[]
  readonly byName: string[]
  readonly ignoring: string[]
  readonly unreadable: string[]
  readonly links: Map<string, FileLinks>
  readonly asking: AskingFile[]
}

/** Puts one file after another where it belongs: each is read once, and whoever wants to know of it is told then. */
function sorterOf(
  { root, needles, sending = null, tell = null }: PrefilterOptions,
  read: (path: string) => Buffer | null,
  sorted: Sorted,
): (file: string) => void {
  const linksOf = sending === null ? null : linksReader(sending)
  return file => {
    const bytes = read(`${root}/${file}`)
    tell?.(file, bytes?.toString('latin1') ?? '')
    if (bytes === null) {
      if (isShutOff(`${root}/${file}`)) sorted.unreadable.push(file)
      return
    }
    const hints = noHints()
    const plain = unescaped(asUtf8(bytes))
    const signs = signsOf(plain)
    if (whereItMayStand(plain, signs, needles, hints) !== -1) sorted.survivors.push(file)
    else sortByHints(file, hints, sorted)
    if (bytes.includes(IGNORE)) sorted.ignoring.push(file)
    if (linksOf !== null) sorted.links.set(file, linksOf(plain, signs))
  }
}

function sortByHints(file: string, hints: Hints, { stale, doubtful, byName, asking }: Sorted): void {
  if (hints.stale) stale.push(file)
  if (hints.doubtful) doubtful.push(file)
  else if (hints.byName) byName.push(file)
  if (hints.roots !== null) asking.push({ file, roots: hints.roots })
}

/** What else the bytes of a file tell than the place of a wording. */
interface Hints {
  /** What messages are tested against by name; none in most files. */
  roots: Set<string> | null
  /** Whether a message is tested against a sentence that is in no wording. */
  stale: boolean
  /** Whether a text of which nothing tells what it is is asked for a piece of a wording. */
  doubtful: boolean
  /** Whether some text is asked for what has a name. */
  byName: boolean
}

function noHints(): Hints {
  return { roots: null, stale: false, doubtful: false, byName: false }
}

/**
 * The place of the first literal that may be about a wording; -1 where there is none. A literal counts wherever it stands
 * when it holds a run of a wording's own text, and however short it is where a text is tested against it.
 */
export function whereWordingMayStand(bytes: Buffer, needles: Needles): number {
  const plain = unescaped(asUtf8(bytes))
  return whereItMayStand(plain, signsOf(plain), needles, noHints())
}

function whereItMayStand(plain: Buffer, signs: Signs, needles: Needles, hints: Hints): number {
  const run = whereRunStands(plain, needles)
  return run === -1 ? whereTextIsAsked(plain, signs, needles, hints) : run
}

// A text of two bytes a letter cannot be rewritten, but what it holds is told.
function asUtf8(bytes: Buffer): Buffer {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return Buffer.from(bytes.toString('utf16le', 2))
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes
  const even = bytes.length - (bytes.length % 2)
  return Buffer.from(Buffer.from(bytes.subarray(2, even)).swap16().toString('utf16le'))
}

const BACKSLASH = 92
const ESCAPES = ['\\u', '\\x'].map(sign => Buffer.from(sign))

// Few files write letters as escapes: they are looked at as they are meant.
function unescaped(bytes: Buffer): Buffer {
  const first = bytes.indexOf(BACKSLASH)
  if (first === -1 || !ESCAPES.some(sign => bytes.includes(sign, first))) return bytes
  return Buffer.from(bytes.toString('utf8').replace(/\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2})/gi, plainLetter))
}

// What would end the literal is escaped as people do it.
function plainLetter(written: string): string {
  const letter = unescapeText(written)
  if (/[\n\r]/.test(letter)) return written
  return /[\\'"`/]/.test(letter) ? `\\${letter}` : letter
}

// Any run of eight bytes holds a run of four that begins at a multiple of five.
const STRIDE = RUN - GRAM + 1

function whereRunStands(bytes: Buffer, needles: Needles): number {
  const { grams } = needles
  const last = bytes.length - GRAM
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at <= last; at += STRIDE) {
    if (!isMarked(grams, hashOf(view.getInt32(at, true)))) continue
    let from = at
    while (from > 0 && isMarked(grams, gramAt(bytes, from - 1))) from -= 1
    let to = at + 1
    while (to <= last && isMarked(grams, gramAt(bytes, to))) to += 1
    if (to - from >= STRIDE && isTold(bytes, from, to + GRAM - 1, needles)) return from
    at = Math.max(at, to - 1 - ((to - 1) % STRIDE))
  }
  return -1
}

// Of a run of eight bytes six letters are left when the blanks at its ends are cut off; of other scripts than ours two letters
// fill it.
const LEAST_SHARED = 6
const LEAST_SHARED_BEYOND_ASCII = 2

function isTold(bytes: Buffer, from: number, to: number, needles: Needles): boolean {
  const place = (from + to) >> 1
  if (!mayShareRun(bytes, from, to, needles) || isInComment(bytes, place)) return false
  if (!holdsRun(foldLatin(bytes.toString('latin1', from, to)), needles)) return false
  for (const literal of literalsAround(bytes, place)) {
    if (isOnlySaid(bytes, literal)) continue
    const pieces = literal.pieces.filter(piece => piece.length <= needles.longest)
    if (pieces.some(piece => meetsAnywhere(piece, needles, leastShared(piece)))) return true
  }
  return false
}

function leastShared(piece: string): number {
  return /[^\x20-\x7e]/.test(piece) ? LEAST_SHARED_BEYOND_ASCII : LEAST_SHARED
}

// A run of one word stands in names and paths, too: it counts as a whole wording. Beyond ASCII a sentence need not have
// blanks.
function holdsRun(text: string, needles: Needles): boolean {
  return needles.words.has(text) || (/\S[ ]\S|[\x80-\xff]/.test(text) && sharesRun(text, needles))
}

// Nobody compares a text that is thrown, logged or sent on the spot: who tests it has it written out, too.
const SAYS =
  /(?:\bthrow\s+new\s+[\w.]+|\bnew Response|\bconsole\.\w+|\blog(?:ger)?\.\w+|\b(?:it|test|describe)(?:\.\w+)*)\(\s*$/

function isOnlySaid(bytes: Buffer, { start }: Literal): boolean {
  return SAYS.test(bytes.toString('latin1', Math.max(0, start - 60), start))
}

function whereTextIsAsked(bytes: Buffer, { places, count }: Signs, needles: Needles, hints: Hints): number {
  for (let index = 0; index < count; index += 1) {
    const at = places[index] ?? 0
    const asked = at < 2 ? null : askedAt(bytes, at, needles)
    if (asked === null) continue
    if (asked === 'by-name') hints.byName = true
    else if ('root' in asked) {
      hints.roots ??= new Set()
      hints.roots.add(asked.root)
      hints.stale ||= mayBeListedStale(bytes, at)
    } else {
      const about = mayBeAbout(bytes, asked, needles)
      if (about === 'surely') return at
      hints.doubtful ||= about === 'perhaps'
      hints.stale ||= mayBeStale(asked, needles)
    }
  }
  return -1
}

const SPEAKS = /mess|msg|err|detail|reason|text|title|body|data|resp|desc|fault|cause/i
// What is asked of a text that is not called one counts only in a file that speaks of errors at all.
const TOKENS = ['essage', 'rror', 'etail', 'eason'].map(token => Buffer.from(token))
const LEAST_WORD = 4

function mayBeAbout(
  bytes: Buffer,
  { literal, ends, tested, asserts }: AskedText,
  needles: Needles,
): 'surely' | 'perhaps' | 'never' {
  if (literal === null) return 'never'
  const speaks = SPEAKS.test(tested)
  if (!literalMeets(literal, ends, speaks && !asserts ? 0 : LEAST_WORD, needles)) return 'never'
  return speaks || TOKENS.some(token => bytes.includes(token)) ? 'surely' : 'perhaps'
}

function literalMeets(literal: Literal, ends: AskedText['ends'], least: number, needles: Needles): boolean {
  const pieces = literal.pieces.filter(piece => piece.trim() !== '')
  // A blank, or a regular expression without letters, says nothing about what it is not.
  if (pieces.length === 0)
    return least === 0 && ends !== 'equals' && !literal.pieces.some(piece => /[\n\r]/.test(piece))
  return pieces.some(piece => needles.meets(piece, literal.kind === 'string' ? ends : 'contains', least))
}

/** The files that hold a name, by their bytes. */
export function filesHolding(root: string, files: readonly string[], name: string): readonly string[] {
  const read = readerOf()
  const needle = Buffer.from(name)
  return files.filter(file => read(`${root}/${file}`)?.includes(needle) === true)
}
