import { expect, test } from 'vitest'
import { describeTest } from '../../src/candidates.ts'
import type { TextStep, TextTest } from '../../src/text-test.ts'

const gone: TextTest = { kind: 'equals', text: 'Gone' }
const late: TextTest = { kind: 'contains', text: 'late "now"' }

test.each<[TextTest, string]>([
  [gone, 'equals "Gone"'],
  [late, 'contains "late \\"now\\""'],
  [{ kind: 'one-of', texts: ['a', 'b'] }, 'is one of "a", "b"'],
  [{ kind: 'one-of', texts: [] }, 'is one of none'],
  [{ kind: 'starts', text: 'Loan' }, 'starts with "Loan"'],
  [{ kind: 'ends', text: 'found' }, 'ends with "found"'],
  [{ kind: 'regex', source: 'loan \\d+', flags: 'i' }, 'matches /loan \\d+/i'],
  [{ kind: 'not', test: gone }, 'not equals "Gone"'],
  [{ kind: 'and', tests: [gone, late] }, 'equals "Gone" and contains "late \\"now\\""'],
  [{ kind: 'or', tests: [gone, late] }, 'equals "Gone" or contains "late \\"now\\""'],
  [{ kind: 'and', tests: [] }, 'always'],
  [{ kind: 'or', tests: [] }, 'never'],
])('a test in words: %j', (asked, words) => {
  expect(describeTest(asked)).toBe(words)
})

test.each<[TextStep, string]>([
  [{ kind: 'trim' }, 'trimmed'],
  [{ kind: 'trim-start' }, 'trimmed at the start'],
  [{ kind: 'trim-end' }, 'trimmed at the end'],
  [{ kind: 'lower-case' }, 'lower-cased'],
  [{ kind: 'upper-case' }, 'upper-cased'],
  [{ kind: 'normalise-space' }, 'with single blanks'],
  [{ kind: 'prepend', text: 'Error: ' }, 'with "Error: " before it'],
  [{ kind: 'append', text: '!' }, 'with "!" behind it'],
])('a step in words: %j', (step, words) => {
  expect(describeTest({ kind: 'after', steps: [step], test: gone })).toBe(`${words}, equals "Gone"`)
})

test('several steps are told in their order', () => {
  const steps: TextStep[] = [{ kind: 'trim' }, { kind: 'lower-case' }]
  expect(describeTest({ kind: 'after', steps, test: gone })).toBe('trimmed, then lower-cased, equals "Gone"')
})

test('a joint of several inside another one stands in brackets, a single test does not', () => {
  const either: TextTest = { kind: 'or', tests: [gone, late] }
  const words = 'equals "Gone" or contains "late \\"now\\""'
  const trimmed: TextTest = { kind: 'after', steps: [{ kind: 'trim' }], test: gone }
  expect(describeTest({ kind: 'not', test: either })).toBe(`not (${words})`)
  expect(describeTest({ kind: 'not', test: { kind: 'and', tests: [gone, late] } })).toMatch(/^not \(.*\)$/)
  expect(describeTest({ kind: 'not', test: trimmed })).toBe('not (trimmed, equals "Gone")')
  expect(describeTest({ kind: 'after', steps: [{ kind: 'trim' }], test: either })).toBe(`trimmed, (${words})`)
  expect(describeTest({ kind: 'and', tests: [gone, either] })).toBe(`equals "Gone" and (${words})`)
  expect(describeTest({ kind: 'not', test: { kind: 'or', tests: [] } })).toBe('not never')
})
