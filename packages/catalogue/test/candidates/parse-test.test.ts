import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate, parseTest } from '../../src/candidates.ts'
import type { TextTest } from '../../src/text-test.ts'
import { arbText } from './arbitraries.ts'

function parsed(source: string): TextTest {
  const found = parseTest(source)
  if (found.outcome === 'fault') throw new Error(`${found.fault.code} at ${found.fault.at} in ${source}`)
  return found.test
}

const MESSAGES = [
  '',
  'a',
  'b',
  'ab',
  'A',
  ' a ',
  'not found',
  'Loan not found',
  'LOAN 17',
  'loan 17',
  'x',
  'a  b',
  'Error: a',
]

test.each([
  'message.includes("not found")',
  'message === "Loan not found"',
  '"a" == message',
  'message !== `a`',
  '/loan \\d+/i.test(message)',
  '/[/]|a/.exec(message) !== null',
  'message.toLowerCase().trim() === "a"',
  '!message.startsWith("a") && message.endsWith("b")',
  'message.includes("a") || message.includes("b") && !message.includes("x")',
  '(message.includes("a") || message.includes("b")) && !message.includes("x")',
  '["a", "b"].includes(message)',
  '["a", \'x\',].indexOf(message) !== -1',
  '["Loan", "a"].some(each => message.includes(each))',
  '["o", "n"].every((each) => message.toLowerCase().includes(each.toLowerCase()))',
  'new Set(["a", "b"]).has(message)',
  'message.indexOf("a") >= 0',
  'message.indexOf("a") > -1',
  'message.indexOf("a") === 0',
  'message.indexOf("a") !== -1',
  'message.indexOf("b") > 0',
  'message.indexOf("b") >= 1',
  '-1 < message.indexOf("b")',
  'message.indexOf("b") < 0',
  'message.indexOf("b") <= 0',
  '!message.indexOf("a")',
  'message.search(/b/) === -1',
  'message.search(/b|x/) == 0',
  '!!message.match(/not (found)/)',
  'message.match("a.b") === null',
  'message && message.includes("a")',
  'message != null && message !== undefined && message.includes("a")',
  'typeof message === "string" && message.includes("a")',
  '(message || "").includes("a")',
  '(message ?? "").includes("a") === true',
  'String(message).includes("a")',
  'Boolean(message)',
  '"Error: " + message === "Error: a"',
  `\`Error: \${message}\` === "Error: a"`,
  `\`\${message.trim()}!\` === "a!"`,
  'message.concat("!") === "a!"',
  'message.replace(/\\s+/g, " ") === "a b"',
  'new RegExp("loan \\\\d", "i").test(message)',
  'message === "\\u0061" || message === "\\x62"',
])('%s is read as JS reads it', source => {
  const about = parsed(source)
  // The sources are the constants above.
  const real = new Function('message', `return Boolean(${source})`)
  for (const message of MESSAGES) expect([message, evaluate(about, message)]).toEqual([message, real(message)])
})

test.each([
  ['=== "Loan not found"', { kind: 'equals', text: 'Loan not found' }],
  ['.includes("x")', { kind: 'contains', text: 'x' }],
  ['/loan \\d+/i', { kind: 'regex', source: 'loan \\d+', flags: 'i' }],
  ['err.response?.data.errors[0].message === "x"', { kind: 'equals', text: 'x' }],
  ['body["message"] !== "x"', { kind: 'not', test: { kind: 'equals', text: 'x' } }],
  [
    'a.b === "x" || a?.b === "y"',
    {
      kind: 'or',
      tests: [
        { kind: 'equals', text: 'x' },
        { kind: 'equals', text: 'y' },
      ],
    },
  ],
])('%s is a test', (source, about) => {
  expect(parsed(source)).toEqual(about)
})

test.each([
  ['', 'token-unexpected', 0],
  ['message.includes("x"', 'token-unexpected', 20],
  ['message.includes("x', 'text-unclosed', 17],
  ['/x', 'regex-unclosed', 0],
  ['message # 1', 'character-unknown', 8],
  ['message.includes(other)', 'two-messages', 17],
  ['a.message === "x" && b.message === "y"', 'two-messages', 21],
  ['message.includes("x", 3)', 'argument-wrong', 8],
  ['message.localeCompare("x")', 'call-unknown', 8],
  ['message.length > 3', 'call-unknown', 8],
  ['message.replace("a", "b") === "x"', 'argument-wrong', 8],
  ['message.indexOf("x") === 3', 'operands-wrong', 21],
  ['message === 3', 'operands-wrong', 8],
  ['"Loan not found"', 'no-test', 0],
  ['message === "x" message', 'token-unexpected', 16],
  ['fetch("x")', 'call-unknown', 0],
  ['"Loan not found".includes(message)', 'call-unknown', 17],
])('%j is refused as %s at %i', (source, code, at) => {
  expect(parseTest(source)).toMatchObject({ outcome: 'fault', fault: { code, at } })
})

test('no text at all makes the reader throw', () => {
  const pieces = [
    'message',
    '.includes',
    '("',
    '")',
    '===',
    '"x"',
    '&&',
    '!',
    '(',
    ')',
    '[',
    ']',
    '`',
    '${',
    '}',
    '/a/',
    '=>',
    'some',
    ' ',
    '\\',
    '1',
    '-',
    '?.',
    '\ud800',
  ]
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.constantFrom(...pieces)).map(all => all.join('')),
        arbText,
        fc.string(),
      ),
      source => {
        expect(['test', 'fault']).toContain(parseTest(source).outcome)
      },
    ),
    { numRuns: 3_000 },
  )
})

test.each([
  ['brackets', '('.repeat(5_000)],
  ['negations', '!'.repeat(5_000)],
  ['templates', '`${'.repeat(20_000)],
  ['lists', '['.repeat(5_000)],
])('thousands of %s in each other are refused, not overflowed', (_, nested) => {
  expect(parseTest(`${nested}message`)).toMatchObject({ outcome: 'fault', fault: { code: 'too-deep' } })
})
