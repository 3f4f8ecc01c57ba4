import type { TextTest } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { passesMade, passesTransport } from '../../src/decide/client-texts.ts'
import type { MadePart } from '../../src/detect/values.ts'

const AT = { cause: 'syntax', at: { isNode: true } as never } as const

function made(parts: readonly MadePart[], test: TextTest, isLost = false) {
  return passesMade({ kind: 'made', parts, lost: isLost ? AT : null }, test)
}

const contains = (text: string): TextTest => ({ kind: 'contains', text })
const equals = (text: string): TextTest => ({ kind: 'equals', text })
const regex = (source: string): TextTest => ({ kind: 'regex', source, flags: '' })

describe('a text of a library', () => {
  it('passes a test when any of its texts can', () => {
    expect(passesTransport(['Network Error', 'Loan {id:int} not found'], contains('not found'))).toBe(true)
    expect(passesTransport(['Network Error', 'Loan {id:int} not found'], equals('Loan 4 not found'))).toBe(true)
    expect(passesTransport(['Network Error', 'Loan {id:int} not found'], contains('suspended'))).toBe(false)
    expect(passesTransport([], contains('suspended'))).toBe(false)
  })

  it('that is no template counts as passing', () => {
    expect(passesTransport(['Loan {id'], contains('suspended'))).toBe(true)
  })
})

describe('a text that the client put together', () => {
  it('passes always by what the client wrote itself', () => {
    expect(made([{ text: 'not found: ' }, 'any'], contains('not found'))).toBe('always')
    expect(made([{ text: 'not found: ' }, 'number'], contains('not found'))).toBe('always')
    expect(made([{ text: 'Loan {4}' }], equals('Loan {4}'))).toBe('always')
  })

  it('never passes what it can never be', () => {
    expect(made([{ text: 'Loan ' }, 'number'], contains('not found'))).toBe('never')
    expect(made([{ text: 'Loan ' }, 'any'], { kind: 'starts', text: 'Copy' })).toBe('never')
    expect(made([{ text: 'Loan {4}' }], equals('Loan 4'))).toBe('never')
  })

  it('sometimes passes by what stands in a hole', () => {
    expect(made([{ text: 'Loan ' }, 'any'], contains('not found'))).toBe('sometimes')
    expect(made([{ text: 'Loan ' }, 'number'], equals('Loan 4'))).toBe('sometimes')
  })

  it.each(['4', '-4', '4.5', '1e21', '1e-7', 'NaN', 'Infinity', '-Infinity'])('may hold the number %s', text => {
    expect(made([{ text: 'Loan ' }, 'number'], equals(`Loan ${text}`))).toBe('sometimes')
  })

  it('has nothing in a hole for any text, but never in one for a number', () => {
    expect(made([{ text: 'Loan' }, 'any'], equals('Loan'))).toBe('sometimes')
    expect(made([{ text: 'Loan' }, 'number'], equals('Loan'))).toBe('never')
    expect(made(['any'], equals(''))).toBe('sometimes')
    expect(made(['any'], { kind: 'not', test: equals('') })).toBe('sometimes')
  })

  it('is nobody’s guess when it has too many holes', () => {
    const holes = (count: number): readonly MadePart[] => Array.from({ length: count }, () => 'number' as const)
    const parted = (count: number) => holes(count).flatMap(hole => [{ text: 'Loan ' }, hole])
    expect(made(parted(4), contains('not found'))).toBe('never')
    expect(made(parted(5), contains('not found'))).toBe('sometimes')
  })

  it('with something lost in it is nobody’s guess for a regular expression, which may ask for a line break', () => {
    const lost = (test: TextTest) => made([{ text: 'Loan ' }, 'any'], test, true)
    expect(lost(regex('^Copy'))).toBe('sometimes')
    expect(lost({ kind: 'not', test: regex('^Copy') })).toBe('sometimes')
    expect(lost({ kind: 'after', steps: [{ kind: 'trim' }], test: regex('^Copy') })).toBe('sometimes')
    expect(lost({ kind: 'and', tests: [equals('a'), regex('^Copy')] })).toBe('sometimes')
    expect(lost({ kind: 'or', tests: [equals('a'), regex('^Copy')] })).toBe('sometimes')
    expect(lost({ kind: 'starts', text: 'Copy' })).toBe('never')
    expect(lost({ kind: 'or', tests: [equals('a'), equals('b')] })).toBe('never')
    expect(made([{ text: 'Loan ' }, 'any'], regex('^Copy'))).toBe('never')
  })
})
