import { RegExpParser } from '@eslint-community/regexpp'
import { expect, test } from 'vitest'
import { compilePrefix } from '../../src/candidates/regex-program.ts'
import { charsOf } from '../../src/candidates/regex-charset.ts'

const UNITS = ['a', 'k', 'ß', '\\u0130', '[a-z]', '[^a-z]', '[^k]', '\\w', '\\W', '[^\\w]', '\\S', '.', '[^]', '[]']
const SETS = ['[^\\P{Lu}]', '[^\\p{Ll}a]', '[^\\p{L}--[a-z]]', '[\\p{L}&&[a-zß]]', '[^[^a-z]]']

const CASES = [
  ...UNITS.flatMap(source => [[source, ''] as const, [source, 'i'] as const]),
  ...['k', '\\w', '\\ufb05', '[^k]'].map(source => [source, 'iu'] as const),
  ...SETS.flatMap(source => [[source, 'v'] as const, [source, 'iv'] as const]),
]

test.each(CASES)('%s under the flags %j stands for the characters that the engine matches', (source, flags) => {
  const unicode = flags.includes('v') ? 'v' : flags.includes('u') ? 'u' : ''
  const parser = new RegExpParser()
  const pattern = parser.parsePattern(source, 0, source.length, {
    unicode: unicode === 'u',
    unicodeSets: unicode === 'v',
  })
  const element = pattern.alternatives[0]?.elements[0]
  if (element === undefined || !('raw' in element) || element.type === 'Assertion') throw new Error(source)
  // Each source above is one character or one class.
  const chars = charsOf(element as Parameters<typeof charsOf>[0], {
    ignoreCase: flags.includes('i'),
    dotAll: false,
    multiline: false,
    unicode,
  })
  const engine = new RegExp(`^${source}$`, flags)
  const wrong: string[] = []
  for (let point = 0; point <= (unicode === '' ? 0xffff : 0x1ffff); point++) {
    if (engine.test(String.fromCodePoint(point)) !== chars.has(point)) wrong.push(point.toString(16))
  }
  expect(wrong).toEqual([])
})

test.each([
  ['(a)\\1', '', 'back-reference'],
  ['(?<x>a)\\k<x>', 'u', 'back-reference'],
  ['(', '', 'regex-invalid'],
  ['a', 'gg', 'regex-invalid'],
  ['[\\q{ab|c}]', 'v', 'regex-unsupported'],
  ['\\p{RGI_Emoji}', 'v', 'regex-unsupported'],
])('/%s/%s is left undecided: %s', (source, flags, code) => {
  expect(() => compilePrefix(source, flags)).toThrow(
    expect.objectContaining({ why: expect.objectContaining({ code }) }),
  )
})
