import { expect, test } from 'vitest'
import { checkPattern } from '../src/check-pattern.ts'
import { HOLE_PATTERNS } from '../src/message-template.ts'

test.each([
  ['\\d{3}'],
  ['[A-Z]{2}-[0-9]+'],
  ['red|green|blue'],
  ['(?:ab)+c'],
  ['(?:ab|a)+c'],
  ['(?:ab|ac|d)*e'],
  ['\\d+(?:,\\d+)*'],
  ['[a-z]{1,255}'],
  ['(?:[a-z]{1,3}-)+'],
  ['(?:\\d{1,3}\\.){3}\\d{1,3}'],
  ['\\d{1,4}-?\\d{1,4}'],
  ['[a-z]{2,3}?x?'],
  ['(a|b)?c'],
  ['[^"\\n\\r\\u2028\\u2029]+'],
  ['.+'],
  ...Object.values(HOLE_PATTERNS).map(pattern => [pattern]),
])('%s may stand in a hole', source => {
  expect(checkPattern(source)).toBeNull()
})

test.each([
  ['(', 'pattern-syntax'],
  ['a'.repeat(501), 'pattern-too-large'],
  ['[ab]{2000}', 'pattern-too-large'],
  ['(?:[a-z]{90}){90}', 'pattern-too-large'],
  ['a(?=b)', 'pattern-look-around'],
  ['(?<!a)b', 'pattern-look-around'],
  ['^a', 'pattern-anchor'],
  ['a$', 'pattern-anchor'],
  ['\\bword', 'pattern-anchor'],
  ['(a)\\1', 'pattern-back-reference'],
  ['(?<n>a)\\k<n>', 'pattern-named-group'],
  ['a*', 'pattern-empty'],
  ['|a', 'pattern-empty'],
  ['[]', 'pattern-nothing'],
  ['[^"]+', 'pattern-line-break'],
  ['a\\s+b', 'pattern-line-break'],
  ['(?:a+)+', 'pattern-super-linear'],
  ['a+a+', 'pattern-super-linear'],
  ['\\w+\\d*', 'pattern-super-linear'],
  ['(?:\\w{1,30}){1,15}', 'pattern-super-linear'],
  ['(?:\\w{1,9}){1,9}', 'pattern-super-linear'],
  ['(?:[a-z]{1,255})+', 'pattern-super-linear'],
  ['(?:a|a)+', 'pattern-super-linear'],
  ['(?:a|ab|b)+c', 'pattern-super-linear'],
  ['(?:[a-z]|x)*y', 'pattern-super-linear'],
  ['(?:\\d+,?)+', 'pattern-super-linear'],
])('%s is refused as %s', (source, code) => {
  expect(checkPattern(source)).toMatchObject({ code })
})

test('a fault names the part that is to be changed', () => {
  expect(checkPattern('[a-z]+(?=x)')).toEqual({ code: 'pattern-look-around', came: '(?=x)' })
})
