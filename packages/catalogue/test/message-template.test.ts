import { expect, test } from 'vitest'
import { fillTemplate, parseTemplate, templatePattern } from '../src/message-template.ts'

function parsed(source: string) {
  const template = parseTemplate(source)
  if ('code' in template) throw new Error(template.code)
  return template
}

test('a hole takes its type from the word behind the colon', () => {
  expect(parsed('Loan {id:int} not found').parts).toEqual([
    { kind: 'text', text: 'Loan ' },
    { kind: 'hole', name: 'id', type: 'int', pattern: '[0-9]+' },
    { kind: 'text', text: ' not found' },
  ])
})

test('two braces are one brace of the text', () => {
  expect(new RegExp(templatePattern(parsed('{{"error":"{name}"}'))).test('{"error":"x"}')).toBe(true)
})

test('a pattern may hold braces of its own', () => {
  const template = parsed('Ticket {n:/[A-Z]{3}/} closed')
  expect(new RegExp(templatePattern(template)).test('Ticket ABC closed')).toBe(true)
  expect(new RegExp(templatePattern(template)).test('Ticket ABCD closed')).toBe(false)
})

test('a text hole ends at a line break and is never empty', () => {
  const pattern = new RegExp(templatePattern(parsed('No {thing}')))
  expect(pattern.test('No loan')).toBe(true)
  expect(pattern.test('No ')).toBe(false)
  expect(pattern.test('No loan\nfound')).toBe(false)
})

test.each([
  ['', 'template-empty'],
  ['Loan {id', 'hole-unclosed'],
  ['Loan {1d}', 'hole-name'],
  ['Loan {__proto__}', 'hole-name'],
  ['Loan {id:number}', 'hole-type'],
  ['{a} and {a}', 'hole-repeated'],
  ['{a}{b}', 'holes-adjacent'],
  ['{a:/(/}', 'hole-pattern'],
])('%j is refused as %s', (source, code) => {
  expect(parseTemplate(source)).toMatchObject({ code })
})

test('filling leaves a hole without a value as it was written', () => {
  expect(fillTemplate(parsed('Loan {id:int} of {name}'), { id: 17 })).toBe('Loan 17 of {name}')
})
