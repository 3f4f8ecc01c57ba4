import { type Catalogue, candidates, readCatalogue, type TextTest } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { needlesOf } from '../../src/find/needles.ts'
import { whereWordingMayStand } from '../../src/find/prefilter.ts'

const WORDS = [
  'loan',
  'Copy',
  'is',
  'on',
  'not',
  'found',
  'until',
  "can't",
  'Straße',
  'membership',
  'a',
  '5',
  'has left',
  'ß',
  '用户不存在',
  'не найден',
]
const HOLES = ['{a}', '{b:int}', '{c:word}', '{d:/[a-z]+/}', '{e:email}']
const FILLED: Readonly<Record<string, readonly string[]>> = {
  '{a}': ['tomorrow', 'x', 'Ana of the library', 'a "b" c'],
  '{b:int}': ['5', '40'],
  '{c:word}': ['Ana', 'x-1'],
  '{d:/[a-z]+/}': ['abc', 'z'],
  '{e:email}': ['ana@library.example'],
}

// A word, a hole, a word: holes may not touch, and a name stands once.
const template = fc
  .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }), fc.subarray(HOLES, { maxLength: 2 }))
  .chain(([words, holes]) => fc.shuffledSubarray([...words, ...holes], { minLength: words.length + holes.length }))
  .filter(parts => parts.some(part => !part.startsWith('{')))
  .map(parts => parts.join(' '))

const made = new Map<string, Catalogue | null>()

/** The catalogue of some wordings; `null` when they overlap. */
function catalogueOf(messages: readonly string[]): Catalogue | null {
  const key = messages.join('\n')
  const known = made.get(key)
  if (known !== undefined) return known
  const problems = messages.map((message, index) => [
    `problem_${index}`,
    { status: 400, title: 'Problem', from: [{ message }] },
  ])
  const read = readCatalogue({
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    problems: Object.fromEntries(problems),
  })
  const catalogue = read.outcome === 'catalogue' ? read.catalogue : null
  made.set(key, catalogue)
  return catalogue
}

const wordings = fc
  .uniqueArray(template, { minLength: 1, maxLength: 3 })
  .filter(messages => catalogueOf(messages) !== null)

const FORMS = ['equals', 'contains', 'starts', 'ends'] as const

/** A catalogue and a test whose text is cut out of one of its wordings, or begins or ends somewhere in a hole. */
const asked = wordings.chain(messages =>
  fc.record({
    messages: fc.constant(messages),
    kind: fc.constantFrom(...FORMS),
    text: fc
      .constantFrom(...messages)
      .chain(message => fc.tuple(...message.split(' ').map(part => fc.constantFrom(...(FILLED[part] ?? [part])))))
      .map(parts => parts.join(' '))
      .chain(text => fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length), fc.boolean()))
      .map(([text, a, b, whole]) => (whole ? text : text.slice(Math.min(a, b), Math.max(a, b))))
      .filter(text => text.trim() !== ''),
    write: fc.constantFrom(...(['single', 'double', 'template', 'escaped', 'lines', 'json'] as const)),
    lower: fc.boolean(),
  }),
)

function isAbout(messages: readonly string[], test: TextTest): boolean {
  const catalogue = catalogueOf(messages)
  return catalogue !== null && candidates(catalogue, test).some(({ verdict }) => verdict !== 'never')
}

function written(text: string, how: 'single' | 'double' | 'template' | 'escaped' | 'lines' | 'json'): string {
  const inner = text.replace(/\\/g, '\\\\')
  switch (how) {
    case 'single':
      return `'${inner.replace(/'/g, "\\'")}'`
    case 'double':
      return `"${inner.replace(/"/g, '\\"')}"`
    case 'template':
      return `\`${inner.replace(/`/g, '\\`')}\``
    case 'escaped':
      return `'${[...text].map(letter => `\\u{${letter.codePointAt(0)?.toString(16)}}`).join('')}'`
    case 'lines': {
      const half = text.length >> 1
      return `${written(text.slice(0, half), 'single')} +\n    ${written(text.slice(half), 'double')}`
    }
    case 'json':
      return JSON.stringify(text)
  }
}

function condition(kind: (typeof FORMS)[number], literal: string, lower: boolean): string {
  const message = lower ? 'error.response?.data?.message.toLowerCase()' : 'error.message'
  switch (kind) {
    case 'equals':
      return `${message} === ${literal}`
    case 'contains':
      return `${message}.includes(${literal})`
    case 'starts':
      return `${message}\n    .startsWith(${literal})`
    case 'ends':
      return `!${message}.endsWith(\n      ${literal},\n    )`
  }
}

function survives(messages: readonly string[], source: string): boolean {
  const catalogue = catalogueOf(messages)
  return catalogue !== null && whereWordingMayStand(Buffer.from(source), needlesOf(catalogue)) !== -1
}

describe('no file is passed over in which a text of an error', () => {
  it('is tested for something that some wording may be', () => {
    fc.assert(
      fc.property(asked, ({ messages, kind, text, write, lower }) => {
        const plain: TextTest = { kind, text }
        const test: TextTest = lower ? { kind: 'after', steps: [{ kind: 'lower-case' }], test: plain } : plain
        fc.pre(isAbout(messages, test))
        expect(survives(messages, `if (${condition(kind, written(text, write), lower)}) return\n`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is tested with a regular expression that some wording may match', () => {
    fc.assert(
      fc.property(asked, fc.boolean(), ({ messages, text, lower }, turned) => {
        const source = text
          .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
          .replace(/\d+/g, '\\d+')
          .replace(/ /g, '\\s')
        fc.pre(isAbout(messages, { kind: 'regex', source, flags: lower ? 'i' : '' }))
        const regex = `/${source}/${lower ? 'i' : ''}`
        const tested = turned ? `error.message.match(${regex}) !== null` : `${regex}.test(error.message)`
        expect(survives(messages, `const known = ${tested}\n`)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('may be compared with a constant that holds a run of its own words', () => {
    fc.assert(
      fc.property(asked, ({ messages, kind, text, write }) => {
        fc.pre(isAbout(messages, { kind, text }) && sharesRun(messages, text) && write !== 'lines')
        expect(survives(messages, `export const TEXTS = {\n  held: ${written(text, write)},\n}\n`)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('may be compared with a constant whose run begins and ends with a blank', () => {
    const source = "export const TEXTS = {\n  held: ' left ß ',\n}\n"
    expect(survives(['ß', 'has left ß on'], source)).toBe(true)
  })

  it('may be compared with a constant of few letters that fill a run', () => {
    expect(survives(['用户不存在'], "export const TEXTS = {\n  held: '用户不存在',\n}\n")).toBe(true)
    expect(survives(['用户不存在'], "export const TEXTS = {\n  held: '订单已经取消',\n}\n")).toBe(false)
  })
})

// Eight bytes with a blank between words, all of them the wording's own.
function sharesRun(messages: readonly string[], text: string): boolean {
  return messages
    .flatMap(message => message.split(/\{[^}]*\}/))
    .some(part => {
      for (let at = 0; at + 8 <= part.length; at += 1) {
        const run = part.slice(at, at + 8)
        if (/\S \S/.test(run) && text.includes(run)) return true
      }
      return false
    })
}
