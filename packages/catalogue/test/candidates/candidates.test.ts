import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LAST_CASED } from '../../src/candidates/case-machine.ts'
import { candidates, type SignVerdict } from '../../src/candidates.ts'
import { type MessageTemplate, templatePattern } from '../../src/message-template.ts'
import { parseTest } from '../../src/candidates/parse-test.ts'
import type { TextTest } from '../../src/text-test.ts'
import { arbTest } from './arbitraries.ts'
import { buildCatalogue, type SignDraft, template } from './build-catalogue.ts'
import { ask } from './oracle.ts'

function asked(expression: string): TextTest {
  const parsed = parseTest(expression)
  if (parsed.outcome === 'fault') throw new Error(`${parsed.fault.code} in ${expression}`)
  return parsed.test
}

function verdictOf(wording: SignDraft, about: TextTest | string): SignVerdict {
  const [only] = candidates(
    buildCatalogue({ loan_not_found: [wording] }),
    typeof about === 'string' ? asked(about) : about,
  )
  if (only === undefined) throw new Error('no verdict')
  return only
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  'hole:int': ['0', '1', '11', '007', '21'],
  'hole:word': ['a', 'A', '1', 'ab', 'Ab', 'ß', 'σ', 'Σ', 'a\u0307', 'İ', '😀', '_', '\ud83d'],
  'hole:/[abA1]{1,2}/': [
    'a',
    'b',
    'A',
    '1',
    'aa',
    'ab',
    'aA',
    'a1',
    'ba',
    'bb',
    'bA',
    'b1',
    'Aa',
    'Ab',
    'AA',
    'A1',
    '1a',
    '1b',
    '1A',
    '11',
  ],
  'hole:/ ?a*/': ['', ' ', 'a', ' a', 'aa', ' aa'],
  hole: [
    'a',
    'b',
    'A',
    ' ',
    '1',
    'aΣ',
    'Σ',
    'ab',
    'a b',
    ' a',
    'a ',
    'b1',
    '  ',
    'ſ',
    'K',
    '𐐀',
    '\u00a0',
    'ΑΣ',
    '_',
    'ŉ',
  ],
}

const arbTemplate = fc
  .tuple(
    fc.constantFrom('', 'a', 'b ', 'A', ' ', 'Σ', '𐐀', 'ab'),
    fc.constantFrom(...Object.keys(VALUES)),
    fc.constantFrom(' ', 'b', 'aa ', '1', 'Σ', '\ud83d', ' is '),
    fc.constantFrom(null, ...Object.keys(VALUES)),
    fc.constantFrom('', 'a', ' ', 'ς', '\ude00'),
  )
  .map(([before, first, between, second, after]) => {
    const holes = [first, second].filter(hole => hole !== null)
    const source = `${before}{${first}}${between}${second === null ? '' : `{${second.replace('hole', 'other')}}`}${after}`
    return { source, instances: instancesOf(before, between, after, holes) }
  })

function instancesOf(before: string, between: string, after: string, holes: readonly string[]): string[] {
  const [first, second] = holes.map(hole => VALUES[hole] ?? [])
  return (first ?? []).flatMap(value => (second ?? ['']).map(other => `${before}${value}${between}${other}${after}`))
}

function isInstance(of: MessageTemplate, message: string): boolean {
  return new RegExp(templatePattern(of)).test(message)
}

/** What is wrong with a verdict, by the messages that were enumerated and by its own witnesses. */
function complaintsAbout(
  found: SignVerdict,
  { source, instances }: { source: string; instances: readonly string[] },
  about: TextTest,
): string[] {
  const { verdict, holds, fails } = found
  const complaints: string[] = []
  const answers = new Set(instances.map(message => ask(about, message)))
  if (verdict === 'always' && answers.has(false)) complaints.push('an instance fails')
  if (verdict === 'never' && answers.has(true)) complaints.push('an instance holds')
  if ((holds !== null) !== (verdict === 'always' || verdict === 'sometimes')) complaints.push('the holding witness')
  if ((fails !== null) !== (verdict === 'never' || verdict === 'sometimes')) complaints.push('the failing witness')
  for (const [message, side] of [
    [holds, true],
    [fails, false],
  ] as const) {
    if (message === null) continue
    if (!isInstance(template(source), message)) complaints.push(`no instance: ${JSON.stringify(message)}`)
    if (ask(about, message) !== side) complaints.push(`the wrong side: ${JSON.stringify(message)}`)
  }
  return complaints
}

test('every enumerated message of a template agrees with its verdict, and every witness is one', () => {
  const seen = { always: 0, never: 0, sometimes: 0, undecided: 0 }
  fc.assert(
    fc.property(arbTemplate, arbTest, (wording, about) => {
      const found = verdictOf(wording.source, about)
      seen[found.verdict] += 1
      if (found.verdict === 'undecided') expect(['engines-differ', 'budget']).toContain(found.cause?.code)
      else expect(complaintsAbout(found, wording, about)).toEqual([])
    }),
    { numRuns: 3_000 },
  )
  // A generator that only ever met one verdict would prove nothing.
  const share = (verdict: keyof typeof seen) => seen[verdict] / Object.values(seen).reduce((sum, one) => sum + one, 0)
  for (const verdict of ['always', 'never', 'sometimes'] as const) expect(share(verdict)).toBeGreaterThan(0.05)
  // Empty matches between the halves of a pair, and sigmas after several changes of case.
  expect(share('undecided')).toBeLessThan(0.1)
})

test.each<[string, string, SignVerdict['verdict']]>([
  ['Loan {id:int} not found', 'message.includes("not found")', 'always'],
  ['Loan {id:int} not found', 'message.includes("Not found")', 'never'],
  ['Loan {id:int} not found', '/not found/i', 'always'],
  ['Loan {id:int} not found', '/^loan \\d+ not found$/i', 'always'],
  ['Loan {id:int} not found', '/^loan \\d{1,3} not found$/i', 'sometimes'],
  ['Loan {id:int} not found', 'message === "Loan 1 not found"', 'sometimes'],
  ['Loan {id:int} not found', 'message === "Loan one not found"', 'never'],
  ['Loan {id:int} not found', 'message.endsWith("found")', 'always'],
  ['Loan {id:int} not found', 'message.startsWith("Loan 1")', 'sometimes'],
  ['Loan {id:int} not found', '/\\bnot\\b/', 'always'],
  ['Loan {id:int} not found', '/\\bno\\b/', 'never'],
  ['Loan {id:int} not found', '/(?<!\\w)found$/', 'always'],
  ['Loan {id:int} not found', '/^(?!.*overdue)/', 'always'],
  ['Loan {id} not found', '/^(?!.*overdue)/', 'sometimes'],
  ['Loan {id} not found', '/(?=.*Loan)(?=.*found)/', 'always'],
  ['LOAN NOT FOUND', 'message.toLowerCase().includes("not found")', 'always'],
  ['LOAN NOT FOUND', 'message.toLowerCase().includes("Not found")', 'never'],
  ['  Loan not found ', 'message.trim() === "Loan not found"', 'always'],
  ['Loan {id} not found', 'message.trim().startsWith("Loan")', 'always'],
  ['Loan  not\tfound', 'message.replace(/\\s+/g, " ") === "Loan not found"', 'always'],
  ['Loan not found', '"Request error: " + message === "Request error: Loan not found"', 'always'],
  ['Loan {id} not found', '/^Loan .* not found$/s', 'always'],
  ['Copy {id:uuid} is gone', '/[0-9a-f]{8}-/i', 'always'],
  ['Copy {id:uuid} is gone', '/[0-9a-f]{8}-/', 'sometimes'],
  ['Straße', 'message.toUpperCase() === "STRASSE"', 'always'],
  ['ΟΔΟΣ', 'message.toLowerCase() === "οδος"', 'always'],
  ['ΟΔΟΣ', 'message.toLowerCase() === "οδοσ"', 'never'],
  ['{name}Σ', 'message.toLowerCase().endsWith("ς")', 'sometimes'],
  ['İ', 'message.toLowerCase() === "i\\u0307"', 'always'],
  ['{a:/[^]/}', '/^.$/', 'sometimes'],
  ['{a:/[^]{2}/}', '/^.$/u', 'sometimes'],
])('%j asked %s: %s', (wording, expression, verdict) => {
  expect(verdictOf(wording, expression)).toMatchObject({ verdict })
})

test.each<[string, Partial<SignVerdict>]>([
  ['always for sometimes', { verdict: 'always', fails: null }],
  ['never for sometimes', { verdict: 'never', holds: null }],
  ['sometimes without its second witness', { fails: null }],
  ['witnesses that have changed sides', { holds: 'Loan 2', fails: 'Loan 1' }],
  ['a witness that is no message of the sign', { fails: 'Loan two' }],
])('a verdict that is wrong is found out: %s', (_, mutant) => {
  const wording = { source: 'Loan {id:int}', instances: ['Loan 1', 'Loan 2'] }
  const about = asked('message === "Loan 1"')
  const right = verdictOf(wording.source, about)
  expect(complaintsAbout(right, wording, about)).toEqual([])
  expect(complaintsAbout({ ...right, ...mutant }, wording, about)).not.toEqual([])
})

test('planes above the first two hold no letter with a case', () => {
  const cased: number[] = []
  for (let point = LAST_CASED + 1; point <= 0x10ffff; point++) {
    const text = String.fromCodePoint(point)
    if (text.toLowerCase() !== text || text.toUpperCase() !== text || /\p{Cased}/u.test(text)) cased.push(point)
  }
  expect(cased).toEqual([])
})
