import { expect, test } from 'vitest'
import type { Leak } from '../../src/legacy-error.ts'
import { isSafe, safeChoice, safeText } from '../../src/problem/safe-text.ts'

const leaks: readonly Leak[] = [
  { kind: 'path', text: '/srv/app' },
  { kind: 'input', text: 'quiet' },
  { kind: 'host', text: 'db' },
]

test('a text that holds what leaked is not safe, wherever it stands', () => {
  expect(isSafe('at /srv/app/x.js', leaks)).toBe(false)
  expect(isSafe('Loan 7 not found', leaks)).toBe(true)
  expect(isSafe('/srv/ap', leaks)).toBe(true)
})

test('what the caller sent itself, and what is too short to tell anything, may stay', () => {
  expect(isSafe('quiet, please', leaks)).toBe(true)
  expect(isSafe('a db of books', leaks)).toBe(true)
  expect(isSafe('a db1 of books', [{ kind: 'host', text: 'db1' }])).toBe(false)
})

test('an unsafe text is none', () => {
  expect(safeText('at /srv/app', leaks)).toBeNull()
  expect(safeText(null, leaks)).toBeNull()
  expect(safeText('fine', leaks)).toBe('fine')
  expect(safeChoice({ text: 'at /srv/app', language: 'en' }, leaks)).toBeNull()
  expect(safeChoice(null, leaks)).toBeNull()
  expect(safeChoice({ text: 'fine', language: 'en' }, leaks)).toEqual({ text: 'fine', language: 'en' })
})
