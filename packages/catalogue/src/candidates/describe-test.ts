import type { TextStep, TextTest } from '../text-test.ts'

/** A test in words: `lower-cased and trimmed, it contains "not found"`. */
export function describeTest(test: TextTest): string {
  switch (test.kind) {
    case 'equals':
      return `equals ${quote(test.text)}`
    case 'one-of':
      return test.texts.length === 0 ? 'is one of none' : `is one of ${test.texts.map(quote).join(', ')}`
    case 'contains':
      return `contains ${quote(test.text)}`
    case 'starts':
      return `starts with ${quote(test.text)}`
    case 'ends':
      return `ends with ${quote(test.text)}`
    case 'regex':
      return `matches /${test.source}/${test.flags}`
    case 'after':
      return `${test.steps.map(describeStep).join(', then ')}, ${grouped(test.test)}`
    case 'not':
      return `not ${grouped(test.test)}`
    case 'and':
      return test.tests.length === 0 ? 'always' : test.tests.map(grouped).join(' and ')
    case 'or':
      return test.tests.length === 0 ? 'never' : test.tests.map(grouped).join(' or ')
    default:
      return test satisfies never
  }
}

function describeStep(step: TextStep): string {
  switch (step.kind) {
    case 'trim':
      return 'trimmed'
    case 'trim-start':
      return 'trimmed at the start'
    case 'trim-end':
      return 'trimmed at the end'
    case 'lower-case':
      return 'lower-cased'
    case 'upper-case':
      return 'upper-cased'
    case 'normalise-space':
      return 'with single blanks'
    case 'prepend':
      return `with ${quote(step.text)} before it`
    case 'append':
      return `with ${quote(step.text)} behind it`
    default:
      return step satisfies never
  }
}

// A joint of several inside another one needs brackets; a single test does not.
function grouped(test: TextTest): string {
  const words = describeTest(test)
  return (test.kind === 'and' || test.kind === 'or' || test.kind === 'after') && words.includes(' ')
    ? `(${words})`
    : words
}

function quote(text: string): string {
  return JSON.stringify(text)
}
