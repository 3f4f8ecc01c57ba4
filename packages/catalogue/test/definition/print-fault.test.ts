import { CatalogueError, defineCatalogue, faultText, printFault, readDefinition } from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/definition/nearest.ts'

function faultsOf(text: string) {
  const result = readDefinition(text, 'yaml', 'errors.catalogue.yaml')
  return result.outcome === 'faults' ? result.faults : []
}

describe('the nearest name', () => {
  const known = ['status', 'title', 'detail', 'retry', 'from']

  test.each([
    ['stauts', 'status'],
    ['Title', 'title'],
    ['details', 'detail'],
    ['form', 'from'],
  ])('%s is meant as %s', (name, meant) => {
    expect(nearest(name, known)).toBe(meant)
  })

  test('is none where nothing is near', () => {
    expect(nearest('severity', known)).toBeNull()
    expect(nearest('s'.repeat(10_000), known)).toBeNull()
  })
})

describe('a fault is printed', () => {
  test('with its place, what came, what was expected and what to do', () => {
    const [fault] = faultsOf(
      'type: urn:library:{code}\nproblems:\n  loan_lost: { stauts: 404, status: 404, title: Lost }\n',
    )
    expect(fault === undefined ? '' : printFault(fault)).toBe(
      [
        'errors.catalogue.yaml:3:16 problems.loan_lost.stauts  unknown-key',
        '  came      the key "stauts"',
        '  expected  one of status, title, detail, retry, type, extensions, description, from',
        '  do        Write "status".',
      ].join('\n'),
    )
  })

  test('with the other place where two things disagree', () => {
    const text =
      'type: urn:library:{code}\nproblems:\n  lost: { status: 404, title: Lost }\n  LOST: { status: 410, title: Lost }\n'
    const [fault] = faultsOf(text)
    expect(fault?.also).toEqual({ file: 'errors.catalogue.yaml', line: 3, column: 3, path: 'problems.lost' })
    expect(fault === undefined ? '' : printFault(fault).split('\n').at(-1)).toContain('errors.catalogue.yaml:3:3')
  })

  test('with the tag as it was written', () => {
    const [fault] = faultsOf('type: urn:library:{code}\nproblems: !!js/function "x"\n')
    expect(fault).toMatchObject({ code: 'yaml-tag', tag: '!!js/function', line: 2, column: 11 })
  })

  test('with what to do about quotes that are too many or too few', () => {
    const texts = faultsOf(
      'type: urn:library:{code}\nproblems:\n  lost: { status: "404", title: 404, from: [true] }\n  gone: []\n',
    ).map(fault => [fault.path, faultText(fault).next])
    expect(texts).toEqual([
      ['problems.lost.status', 'Remove the quotes.'],
      ['problems.lost.title', 'Put it in quotes.'],
      ['problems.lost.from[0]', 'Put it in quotes.'],
      ['problems.gone', 'Write a value of the expected kind.'],
    ])
  })

  test('without a place where there is none', () => {
    expect(printFault({ code: 'file-empty', file: null, line: null, column: null, path: '', also: null })).toContain(
      'the definition  file-empty',
    )
  })

  test('a text of any length is cut', () => {
    const words = faultText({ code: 'bad-name', came: 'x'.repeat(100_000), expected: 'a name' })
    expect(words.came.length).toBeLessThan(200)
  })
})

test('defineCatalogue throws every fault at once, with the sentences as its message', () => {
  const define = () => defineCatalogue({ type: '/errors', problems: { 'not a code': { status: 404, title: 'A' } } })
  expect(define).toThrow(CatalogueError)
  try {
    define()
  } catch (error) {
    const faults = error instanceof CatalogueError ? error.faults : []
    expect(faults.map(fault => fault.code).sort()).toEqual(['bad-name', 'type-relative'])
    for (const fault of faults) expect(String(error)).toContain(fault.code)
  }
})
