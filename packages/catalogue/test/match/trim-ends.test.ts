import { expect, test } from 'vitest'
import { trimEnds } from '../../src/match/trim-ends.ts'
import { template } from './world.ts'

test.each(['Loan not found', 'Loan {id} not found', '{a} of {b}', 'Loan  {id}  x'])(
  '%j has no white space at its ends, and stays the same one',
  source => {
    const message = template(source)
    expect(trimEnds(message)).toBe(message)
  },
)

test.each([
  ['  Loan not found\n', 'Loan not found'],
  [' Loan {id} not found', 'Loan {id} not found'],
  ['Loan {id} not found\r\n', 'Loan {id} not found'],
  [' {a} of {b}\t', '{a} of {b}'],
])('%j without it is %j', (source, trimmed) => {
  const message = template(source)
  expect(trimEnds(message)).toEqual({ source, parts: template(trimmed).parts })
  expect(message).toEqual(template(source))
})
