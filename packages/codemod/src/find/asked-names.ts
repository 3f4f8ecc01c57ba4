import { stemOf } from './import-index.ts'
import { isQuote, literalAt } from './literals.ts'
import { meetsAnywhere, type Needles } from './needles.ts'

/** A file in which a message is tested against names, with the first parts of them. */
export interface AskingFile {
  readonly file: string
  readonly roots: ReadonlySet<string>
}

type Read = (file: string) => Buffer | null

const FARTHEST = 4
const LEAST_SHARED = 4

/**
 * The asking files one of whose names may hold a text about a wording: the literal stands in the file itself, or in one
 * that the name is imported from. Files are found by the last part of their path, which is quick and never too few.
 */
export function namesOfWordings(
  read: Read,
  asking: readonly AskingFile[],
  files: readonly string[],
  needles: Needles,
): readonly string[] {
  if (asking.length === 0) return []
  const byStem = new Map<string, string[]>()
  for (const file of files) byStem.set(stemOf(file), [...(byStem.get(stemOf(file)) ?? []), file])
  const known = new Map<string, boolean>()
  const holds = (file: string, steps: number): boolean => {
    const answer = known.get(file)
    if (answer !== undefined) return answer
    known.set(file, false)
    const bytes = read(file)
    const found = bytes !== null && (holdsLiteral(bytes, needles) || handedOn(bytes).some(one => leads(one, steps + 1)))
    known.set(file, found)
    return found
  }
  const leads = (specifier: string, steps: number): boolean => {
    // Nothing of what a JSON file holds is looked into.
    if (specifier.endsWith('.json')) return true
    return steps <= FARTHEST && (byStem.get(stemOf(specifier)) ?? []).some(file => holds(file, steps))
  }
  return asking
    .filter(({ file, roots }) => {
      const bytes = read(file)
      if (bytes === null) return false
      const text = bytes.toString('latin1')
      return importsOf(text, roots).some(one => leads(one, 1)) || holdsLiteral(Buffer.from(text, 'latin1'), needles)
    })
    .map(({ file }) => file)
}

/** The asking files in which a message is tested against a parameter: `hasMessage(error, text)`. */
export function testedAgainstParameters(read: Read, asking: readonly AskingFile[]): readonly string[] {
  return asking
    .filter(({ file, roots }) => {
      const text = read(file)?.toString('latin1') ?? ''
      return [...roots].some(root => isParameter(text, root))
    })
    .map(({ file }) => file)
}

// In the brackets of a function, or before its arrow.
function isParameter(text: string, root: string): boolean {
  if (root === '') return false
  const name = root.replaceAll('$', '\\$')
  return new RegExp(`[(,]\\s*${name}\\s*(?:[?:=][^()]*)?(?:,[^()]*)?\\)\\s*(?::[^={]*)?(?:=>|\\{)`).test(text)
}

const FROM = /\bimport\b([^'"`;()]{0,4000}?)\bfrom\s*['"]([^'"\n]+)['"]/g
const REQUIRED =
  /\b(?:const|let|var)\s*(\{[^}=]{0,2000}\}|[\w$]+)\s*=\s*(?:await\s+)?\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]/g

function importsOf(text: string, roots: ReadonlySet<string>): readonly string[] {
  return [...text.matchAll(FROM), ...text.matchAll(REQUIRED)].flatMap(([, clause = '', specifier = '']) =>
    (clause.match(/[\w$]+/g) ?? []).some(name => roots.has(name)) ? [specifier] : [],
  )
}

const HANDED_ON = /\bexport\b[^'"`;()=]{0,4000}?\bfrom\s*['"]([^'"\n]+)['"]|\brequire\s*\(\s*['"]([^'"\n]+)['"]/g

function handedOn(bytes: Buffer): readonly string[] {
  const text = bytes.toString('latin1')
  return [...text.matchAll(HANDED_ON)].map(([, from, required]) => from ?? required ?? '')
}

function holdsLiteral(bytes: Buffer, needles: Needles): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    if (!isQuote(bytes[at])) continue
    const literal = literalAt(bytes, at)
    if (literal?.pieces.some(piece => meetsAnywhere(piece, needles, LEAST_SHARED)) === true) return true
  }
  return false
}
