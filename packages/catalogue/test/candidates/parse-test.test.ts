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
  'message === "\\u{61}" || message === "\\q" || message === "a\\\nb"',
  '["\\n", "\\r", "\\t", "\\b", "\\v", "\\f", "\\0", "\\\\", "\\""].includes(message)',
  "message === '' || message === 'x'",
  '/[\\]/a]|^ /.test(message)',
  '/\\/|b$/i.test(message)',
  'message.trimStart() === "a " || message.trimLeft() === "x"',
  'message.trimEnd() === " a" || message.trimRight() === "x"',
  'message.toUpperCase() === "A"',
  'message.toString().valueOf() === "a"',
  'message.concat("!", "?") === "a!?"',
  '"a".concat("b") === message',
  '"A".toLowerCase() + "b" === message',
  'message.replaceAll(/\\s+/g, " ") === "a b"',
  'message + "!" + "?" === "a!?"',
  'message.search("b") > -1',
  'message.search(/^b/y) === 0',
  'message.search(/a/) !== 0',
  'message.search(/a/) < 1',
  'message.indexOf("a") == 0',
  'message.indexOf("a") != 0',
  'message.indexOf("a") <= -1',
  'message.indexOf("a") >= -1',
  'message.indexOf("a") < -1',
  'message.indexOf("a") < 1',
  'message.indexOf("a") > 0',
  '0 <= message.indexOf("a")',
  '0 >= message.indexOf("a")',
  '1 > message.indexOf("a")',
  '0 === message.indexOf("a")',
  '["a", "b"].indexOf(message) >= 0',
  '["a", "b"].indexOf(message) < 0',
  'message.match(/a/) === null',
  'message.match(/a/) !== null && !message.match(/b/)',
  'null === /a/.exec(message)',
  '/a/.exec(message)',
  'message === null || message === undefined || message === "a"',
  'undefined !== message && message === "a"',
  'null == undefined || message === "a"',
  '(message.includes("a")) === false',
  'true === message.includes("a")',
  '("x" === "x") && message.includes("a")',
  '("x" === "y") || message.includes("a")',
  '"x" && message.includes("a")',
  '("" || message.includes("a"))',
  'null || message.includes("a")',
  '(null ?? message) === "a"',
  'true && message.includes("a")',
  'false || message.includes("a")',
  '!(message.includes("a") && message.includes("b"))',
  '!message',
  'String("a") === message',
  'Boolean(message.match(/a/))',
  'RegExp("a").test(message)',
  'new RegExp(/A/i).test(message)',
  '[].includes(message) || message === "a"',
  '[].some(each => message.includes(each)) || message === "a"',
  '[].every(each => message.includes(each)) && message === "a"',
  '["a", "b"].some(each => message.startsWith(each),) && message !== "a"',
  '["a", "b"].every(each => message.includes(each) || message === "x")',
  `["a"].some(each => message.includes(\`\${each}b\`))`,
  `\`a\${""}b\` === message`,
  `\`\${"a"}\${message}\` === "aa"`,
  'typeof message !== "string" || message === "a"',
  'message === "a" || message === "b" && message !== "b"',
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
  ['"x', 'text-unclosed', 0],
  ['"x\n" === message', 'text-unclosed', 0],
  ['message === `x', 'text-unclosed', 12],
  ['/x\n/.test(message)', 'regex-unclosed', 0],
  ['/[/', 'regex-unclosed', 0],
  ['message === "\\u{110000}"', 'character-unknown', 13],
  ['message === "a" )', 'token-unexpected', 16],
  ['message ===', 'token-unexpected', 11],
  ['message === ]', 'token-unexpected', 12],
  ['(message === "a"', 'token-unexpected', 16],
  ['["a" "b"].includes(message)', 'token-unexpected', 5],
  ['[1].includes(message)', 'argument-wrong', 1],
  ['["a"].includes(message, 1)', 'argument-wrong', 6],
  ['["a"].includes("a") && message === "a"', 'argument-wrong', 6],
  ['["a"].find(message)', 'call-unknown', 6],
  ['["a"].some(message.includes("a"))', 'token-unexpected', 18],
  ['["a"].some("a" => message === "a")', 'token-unexpected', 11],
  ['["a"].some((each => message === each)', 'token-unexpected', 17],
  ['message.1', 'token-unexpected', 8],
  ['message.trim().1', 'token-unexpected', 15],
  ['message.trim().length === 3', 'call-unknown', 15],
  ['message.trim(1) === "a"', 'argument-wrong', 8],
  ['message.concat(message) === "aa"', 'argument-wrong', 8],
  ['message.concat(1) === "a1"', 'argument-wrong', 8],
  ['message.match(1)', 'argument-wrong', 8],
  ['message.search(message) === 0', 'argument-wrong', 8],
  ['message.includes(1)', 'argument-wrong', 8],
  ['message.replace(/\\s+/, " ") === "a"', 'argument-wrong', 8],
  ['message.replace(/\\s+/gy, " ") === "a"', 'argument-wrong', 8],
  ['message.replace(/\\s/g, " ") === "a"', 'argument-wrong', 8],
  ['message.replace(/\\s+/g, "") === "a"', 'argument-wrong', 8],
  ['message.replace(/\\s+/g, 1) === "a"', 'argument-wrong', 8],
  ['/a/.source(message)', 'call-unknown', 4],
  ['/a/.test("a") && message === "a"', 'argument-wrong', 4],
  ['message[other] === "a"', 'token-unexpected', 8],
  ['message["a" === "b"]', 'token-unexpected', 12],
  ['message.includes("a").trim()', 'call-unknown', 22],
  ['message > "a"', 'operands-wrong', 8],
  ['message === /a/', 'operands-wrong', 8],
  ['message === message', 'operands-wrong', 8],
  ['message + 1 === "a1"', 'operands-wrong', 8],
  ['message + message === "aa"', 'operands-wrong', 8],
  [`\`\${message}\${message}\` === "aa"`, 'operands-wrong', 0],
  ['message.indexOf("a") === 1', 'operands-wrong', 21],
  ['message.indexOf("a") > 1', 'operands-wrong', 21],
  ['message.indexOf("a") >= 0.5', 'operands-wrong', 21],
  ['message.indexOf("a") === "a"', 'operands-wrong', 21],
  ['message.indexOf("a") === message.indexOf("b")', 'operands-wrong', 21],
  ['["a"].indexOf(message) === 0', 'operands-wrong', 23],
  ['["a"].indexOf(message)', 'no-test', 0],
  ['-message === 1', 'operands-wrong', 0],
  ['typeof 1 === "number"', 'operands-wrong', 0],
  ['message && 1', 'no-test', 8],
  ['!["a"]', 'no-test', 0],
  ['["a"]', 'no-test', 0],
  ['new Date(message)', 'call-unknown', 4],
  ['String(1) === message', 'call-unknown', 0],
  ['Set("a").has(message)', 'call-unknown', 0],
  ['RegExp(message).test(message)', 'call-unknown', 0],
  ['Boolean()', 'call-unknown', 0],
  ['message.includes("a") === message.includes("b")', 'operands-wrong', 22],
  ['message.match(/a/) === "a"', 'operands-wrong', 19],
  ['"Loan not found".includes(message)', 'call-unknown', 17],
])('%j is refused as %s at %i', (source, code, at) => {
  expect(parseTest(source)).toMatchObject({ outcome: 'fault', fault: { code, at } })
})

test.each([
  ['message # 1', '#'],
  ['message === 😀', '😀'],
  ['message === "a', '"a'],
  ['message === `a', '`a'],
  ['message.test(/a', '/a'],
  ['message === "\\u{110000}"', '\\u{110000}'],
  ['message === ]', ']'],
  ['message === "x" other', 'other'],
  ['message.localeCompare("x")', 'localeCompare'],
  ['a.message === "x" && b.c[0].message === "y"', 'b.c[0].message'],
])('what is refused in %j is shown: %s', (source, came) => {
  expect(parseTest(source)).toMatchObject({ outcome: 'fault', fault: { came } })
})

test('one message is one path, however it is spelled', () => {
  expect(parsed('a.b === "x" || a["b"] === "y" || a?.["b"] === "z"')).toMatchObject({ kind: 'or' })
  expect(parsed('a[0].b === "x" || a?.[0].b === "y"')).toMatchObject({ kind: 'or' })
  expect(parseTest('a[0].b === "x" || a[1].b === "y"')).toMatchObject({ fault: { code: 'two-messages' } })
  expect(parseTest('=== "x" || a.b === "y"')).toMatchObject({ fault: { code: 'two-messages' } })
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
