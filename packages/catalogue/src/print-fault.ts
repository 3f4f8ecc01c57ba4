import type { Fault, FaultFacts, Place } from './fault.ts'
import { FAULTS } from './fault-table.ts'

/** What came, what was expected and what to do next, each as one sentence. */
export interface FaultText {
  readonly came: string
  readonly expected: string | null
  readonly next: string
}

/** A fault as text: its place and code, then what came, what was expected and what to do next. */
export function printFault(fault: Fault): string {
  const { came, expected, next } = faultText(fault)
  const lines = [`${printPlace(fault)}  ${fault.code}`, `  came      ${came}`]
  if (expected !== null) lines.push(`  expected  ${expected}`)
  lines.push(`  do        ${next}`)
  if (fault.also !== null) lines.push(`  see       ${printPlace(fault.also)}`)
  return lines.join('\n')
}

/** The sentences of a fault. */
export function faultText(facts: FaultFacts): FaultText {
  const { means, next } = FAULTS[facts.code]
  const { came, expected, hint } = wordsOf(facts)
  return { came: came ?? means, expected: expected ?? null, next: hint ?? next }
}

function printPlace({ file, line, column, path }: Place): string {
  const spot = line === null ? '' : `:${line}:${column ?? 1}`
  const name = file === null ? '' : `${file}${spot}`
  if (path === '') return name === '' ? 'the definition' : name
  return name === '' ? path : `${name} ${path}`
}

interface Words {
  readonly came?: string
  readonly expected?: string
  /** What to do, where it can be said more exactly than in the table. */
  readonly hint?: string | undefined
}

function wordsOf(facts: FaultFacts): Words {
  switch (facts.code) {
    case 'file-missing':
    case 'file-is-directory':
    case 'file-empty':
    case 'yaml-tab':
    case 'yaml-documents':
    case 'yaml-merge-key':
    case 'value-cycle':
      return {}
    case 'text-empty':
      return { came: 'an empty text', expected: 'a text' }
    case 'file-unreadable':
    case 'module-throws':
    case 'yaml-syntax':
      return { came: facts.cause }
    case 'file-kind':
      return { came: facts.extension === '' ? 'no extension' : facts.extension, expected: oneOf(facts.known) }
    case 'file-too-large':
      return { came: `${facts.bytes} bytes`, expected: `at most ${facts.limit} bytes` }
    case 'file-encoding':
      return { came: `a byte that is no UTF-8 at offset ${facts.byte}`, expected: 'UTF-8' }
    case 'module-export':
      return {
        came: facts.exports.length === 0 ? 'no exports' : `the exports ${facts.exports.join(', ')}`,
        expected: 'a default export or one named catalogue',
      }
    case 'yaml-tag':
      return { came: `the tag ${facts.tag}`, expected: 'plain values' }
    case 'alias-cycle':
    case 'alias-unknown':
      return { came: `*${facts.anchor}` }
    case 'alias-expansion':
    case 'too-deep':
      return { expected: `at most ${facts.limit}` }
    case 'json-syntax':
      return { came: facts.came, expected: facts.expected }
    case 'duplicate-key':
      return { came: `the key ${quote(facts.key)} for the second time` }
    case 'key-not-text':
    case 'not-data':
      return { came: facts.came }
    default:
      return wordsOfContent(facts)
  }
}

type ContentFacts = Extract<FaultFacts, { code: ContentCode }>
type ContentCode = Exclude<FaultFacts['code'], TextCode>
type TextCode =
  | 'file-missing'
  | 'file-is-directory'
  | 'file-empty'
  | 'file-unreadable'
  | 'file-kind'
  | 'file-too-large'
  | 'file-encoding'
  | 'module-throws'
  | 'module-export'
  | 'yaml-syntax'
  | 'yaml-tab'
  | 'yaml-tag'
  | 'yaml-documents'
  | 'yaml-merge-key'
  | 'alias-cycle'
  | 'alias-unknown'
  | 'alias-expansion'
  | 'json-syntax'
  | 'duplicate-key'
  | 'key-not-text'
  | 'too-deep'
  | 'value-cycle'
  | 'text-empty'
  | 'not-data'

function wordsOfContent(facts: ContentFacts): Words {
  switch (facts.code) {
    case 'unknown-key':
      return { came: `the key ${quote(facts.key)}`, expected: oneOf(facts.known), hint: write(facts.nearest) }
    case 'missing-key':
      return { came: `no ${quote(facts.key)}`, expected: facts.expected }
    case 'wrong-type':
      return { came: facts.came, expected: facts.expected.join(', or ') }
    case 'not-one-of':
      return { came: quote(facts.came), expected: oneOf(facts.known), hint: write(facts.nearest) }
    case 'out-of-range':
      return { came: String(facts.came), expected: `a number from ${facts.least} to ${facts.most}` }
    case 'bad-name':
      return { came: quote(facts.came), expected: `a name that matches ${facts.pattern}` }
    case 'reserved-name':
      return { came: quote(facts.came) }
    case 'value-empty':
      return { came: 'nothing in it', expected: facts.expected }
    case 'item-repeated':
      return { came: `${quote(facts.came)} for the second time` }
    default:
      return wordsOfLaw(facts)
  }
}

type LawFactsOnly = Exclude<ContentFacts, { code: ShapeCode }>
type ShapeCode =
  | 'unknown-key'
  | 'missing-key'
  | 'wrong-type'
  | 'not-one-of'
  | 'out-of-range'
  | 'bad-name'
  | 'reserved-name'
  | 'value-empty'
  | 'item-repeated'

function wordsOfLaw(facts: LawFactsOnly): Words {
  switch (facts.code) {
    case 'bad-template':
      return { came: `${quote(facts.came)} at character ${facts.at + 1}`, expected: TEMPLATE_RULES[facts.reason] }
    case 'hole-unknown':
      return {
        came: `the hole ${quote(facts.hole)}`,
        expected: facts.known.length === 0 ? 'no hole: the wordings have none' : oneOf(facts.known),
        hint: write(facts.nearest),
      }
    case 'extension-reserved':
    case 'member-taken':
      return { came: quote(facts.member), expected: 'a member that the contract does not use yet' }
    case 'code-taken':
      return { came: `a code that is ${quote(facts.name)} but for the letter case` }
    case 'type-template':
      return { came: `${quote(facts.came)} at character ${facts.at + 1}`, expected: facts.expected }
    case 'type-relative':
      return { came: quote(facts.came), expected: 'an absolute URI' }
    case 'type-without-code':
      return { came: quote(facts.came), expected: 'a template with {code} in it' }
    case 'type-taken':
      return { came: quote(facts.type), expected: 'a type of its own' }
    case 'type-two-statuses':
      return { came: `${quote(facts.type)} with ${facts.statuses.join(' and ')}`, expected: 'one status for one type' }
    case 'sign-claimed-twice':
      return {
        came:
          facts.codes[0] === facts.codes[1]
            ? `the same sign twice in ${facts.codes[0]}`
            : `one sign for ${facts.codes[0]} and ${facts.codes[1]}`,
      }
    case 'sign-shadowed':
      return { came: `a sign that adds nothing to ${facts.by}` }
    case 'signs-overlap':
      return { came: `${quote(facts.witness)} is both ${facts.codes[0]} and ${facts.codes[1]}` }
    case 'pattern-slow':
      return { came: facts.attack === null ? facts.pattern : `${facts.pattern}, slow for ${facts.attack}` }
    case 'language-missing':
      return { came: `nothing for ${facts.languages.join(', ')}` }
    case 'language-unlisted':
      return { came: facts.language, expected: oneOf(facts.known) }
    case 'language-unknown':
      return { came: quote(facts.language), expected: 'a BCP 47 tag' }
    case 'generic-code-reused':
      return { came: `${facts.name} with ${facts.status}`, expected: `${facts.own}, the status that it stands for` }
    case 'dialect-unknown':
      return { came: quote(facts.dialect), expected: oneOf(facts.known), hint: write(facts.nearest) }
    case 'dialect-unlisted':
      return { came: quote(facts.dialect), expected: oneOf(facts.known) }
    case 'dialect-taken':
      return { came: quote(facts.dialect), expected: 'a name that no other dialect has' }
    default:
      return facts satisfies never
  }
}

const TEMPLATE_RULES = {
  'template-empty': 'a text with something in it',
  'hole-unclosed': 'a closing brace',
  'hole-name': 'a name of letters, digits and underscores, as in {id}',
  'hole-type': 'int, uuid, word, email or /a pattern/ after the colon',
  'hole-repeated': 'each hole once',
  'holes-adjacent': 'a text between two holes',
  'hole-pattern': 'a JavaScript regular expression',
} as const

function quote(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text)
}

function oneOf(names: readonly string[]): string {
  return names.length === 1 ? (names[0] ?? '') : `one of ${names.join(', ')}`
}

function write(nearest: string | null): string | undefined {
  return nearest === null ? undefined : `Write ${quote(nearest)}.`
}
