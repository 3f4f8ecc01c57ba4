import { isQuote, literalAt } from './literals.ts'
import { meetsAnywhere, type Needles } from './needles.ts'
import { readerOf } from './reader.ts'

const ASKS =
  /\.(?:includes|startsWith|endsWith|indexOf|lastIndexOf|search|match|matchAll|test|exec)\(\s*([A-Za-z_$][\w$]*)/g
const PATTERN = /([\w$]+)[?!]*$/
const LEAST_WORD = 4
const SLASH = 47
const LONGEST_LIST = 2_000
const NEAR = 400
const LONGEST_NAME = 60

/** The files in which a text is asked for what has a name, and that name is one for a piece of a wording. */
export function askingForNamed(root: string, files: readonly string[], needles: Needles): readonly string[] {
  const read = readerOf()
  return files.filter(file => {
    const bytes = read(`${root}/${file}`)
    return bytes !== null && asksForNamed(bytes, needles)
  })
}

function asksForNamed(bytes: Buffer, needles: Needles): boolean {
  const text = bytes.toString('latin1')
  let declared: ReadonlyMap<string, readonly number[]> | null = null
  for (const { index, 1: given = '' } of text.matchAll(ASKS)) {
    const [, before = ''] = PATTERN.exec(text.slice(Math.max(0, index - LONGEST_NAME), index)) ?? []
    declared ??= declaredIn(text)
    const names = [before, given].filter(name => name !== '')
    const lists = names.flatMap(name => listsWalkedBy(name, text, index))
    const places = [...names, ...lists].flatMap(one => (typeof one === 'number' ? [one] : (declared?.get(one) ?? [])))
    if (places.some(at => holdsPiece(bytes, at, needles))) return true
  }
  return false
}

const DECLARED =
  /\b(?:const|let|var)\s+([\w$]+)[^=;\n]{0,80}=\s*(?=['"`/[]|new (?:Set|RegExp)\b|Object\.freeze\b|RegExp\b)/g

// const PARTS = ['…'], by the name: where what it holds begins
function declaredIn(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  for (const { index, 0: whole, 1: name = '' } of text.matchAll(DECLARED)) {
    found.set(name, [...(found.get(name) ?? []), index + whole.length])
  }
  return found
}

// for (const part of ['…']), ['…'].some(part => …): the place of the list; PARTS.some(part => …): its name
function listsWalkedBy(name: string, text: string, index: number): readonly (string | number)[] {
  const first = Math.max(0, index - NEAR)
  const near = text.slice(first, index)
  const word = name.replaceAll('$', '\\$')
  const walked = new RegExp(
    `([\\])]|[\\w$]+)[?!]*\\s*\\.\\s*\\w+\\(\\s*(?:function\\s*\\w*)?\\s*\\(?\\s*${word}\\b`,
    'g',
  )
  const looped = new RegExp(`\\b${word}\\s+of\\s+(\\[|[\\w$]+)`, 'g')
  return [...near.matchAll(walked), ...near.matchAll(looped)].map(({ 0: whole, 1: list = '', index: at }) => {
    if (list === '[') return first + at + whole.length - 1
    return /^[\])]$/.test(list) ? Math.max(0, text.lastIndexOf('[', first + at)) : list
  })
}

// As far as the statement goes: what stands behind it has another name.
function holdsPiece(bytes: Buffer, from: number, needles: Needles): boolean {
  const end = Math.min(bytes.length, from + LONGEST_LIST)
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at]
    if (byte === SEMICOLON || (byte === BRACKET && bytes[from] === OPENING)) return false
    if (!isQuote(byte) && byte !== SLASH) {
      if (byte === NEWLINE && begins(bytes, at + 1)) return false
      continue
    }
    const literal = literalAt(bytes, at)
    if (literal === null) continue
    if (literal.pieces.some(piece => meetsAnywhere(piece, needles, LEAST_WORD))) return true
    at = literal.end - 1
  }
  return false
}

const SEMICOLON = 59
const OPENING = 91
const BRACKET = 93
const NEWLINE = 10

function begins(bytes: Buffer, at: number): boolean {
  return /^\s*(?:\n|(?:export|const|let|var|function|async|class|return|if|for|try|import|await)\b)/.test(
    bytes.toString('latin1', at, at + 40),
  )
}
