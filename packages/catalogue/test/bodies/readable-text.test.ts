import { type LegacyBody, readableText, readBody } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DOCUMENTS, PAGES } from './pages.ts'

function bodyOf(status: number, text: string, contentType = 'text/html; charset=utf-8'): LegacyBody {
  return readBody({ status, headers: { 'content-type': contentType }, body: text })
}

describe('readableText of HTML', () => {
  it.each(PAGES)('takes the sentence from $name', ({ status, html, sentence }) => {
    expect(readableText(bodyOf(status, html))).toBe(sentence)
  })

  it('says the same with the label of another type', () => {
    for (const { status, html, sentence } of PAGES.filter(page => page.html.startsWith('<!'))) {
      expect(readableText(bodyOf(status, html, 'application/json'))).toBe(sentence)
    }
  })
})

describe('readableText of XML', () => {
  it.each(DOCUMENTS)('takes the sentence from $name', ({ status, html, sentence }) => {
    expect(readableText(bodyOf(status, html, 'application/xml'))).toBe(sentence)
  })
})

describe('readableText of text', () => {
  it.each([
    ['Loan 7 is closed\n', 409, 'Loan 7 is closed'],
    ['request entity too large', 413, 'request entity too large'],
    ['request entity is over 1 MB', 413, 'request entity is over 1 MB'],
    ['Not Found', 409, 'Not Found'],
    ['404 Not Found\n\nThe resource could not be found.\n\n\n/nope\n', 404, 'The resource could not be found.'],
    [
      'The page could not be found\n\nNOT_FOUND\n\nfra1::abcd-1700000000000-0123456789ab\n',
      404,
      'The page could not be found',
    ],
    ['Name is required\nEmail is not valid', 422, 'Name is required\nEmail is not valid'],
    ['404 loans are overdue', 400, '404 loans are overdue'],
    ['a < b and b > c', 400, 'a < b and b > c'],
    ['Use <isbn> here', 400, 'Use <isbn> here'],
  ])('reads %j at %i', (text, status, sentence) => {
    expect(readableText(bodyOf(status, text, 'text/plain'))).toBe(sentence)
  })

  it.each([
    ['', 500],
    [' \n\t', 502],
    ['Internal Server Error', 500],
    ['Not Found', 404],
    ['404 page not found\n', 404],
    ['404: Not Found', 404],
    ['HTTP 502: Bad Gateway', 502],
    ['502 bad gateway', 502],
    ['Error: 409 Conflict', 409],
    ['local_rate_limited', 429],
    ['LOAN_CLOSED', 409],
    ['500', 500],
    ['{"error":{"code":"TIMEOUT","message":"Inventory did not answer in ti', 502],
    ['\u0000\u0001\u0002\u0003binary', 500],
  ])('finds no sentence in %j at %i', (text, status) => {
    expect(readableText(bodyOf(status, text, 'text/plain'))).toBeNull()
  })

  it('reads a sentence that came as a JSON string', () => {
    expect(readableText(bodyOf(409, '"Loan 7 is closed"', 'application/json'))).toBe('Loan 7 is closed')
  })

  it('leaves objects to those who know their members', () => {
    expect(readableText(bodyOf(409, '{"message":"Loan 7 is closed"}', 'application/json'))).toBeNull()
  })
})

describe('laws of readableText', () => {
  const markup = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '<p>',
          '</p>',
          '<b>',
          '</b>',
          '<br>',
          '<pre>',
          '<!--',
          '-->',
          '<script>',
          '&amp;',
          '&#0;',
          '<![CDATA[',
          ']]>',
          '<?xml?>',
          '"',
          "'",
          '=',
          '<a b="',
        ),
        fc.string({ unit: 'binary', maxLength: 10 }),
      ),
      { maxLength: 60 },
    )
    .map(parts => parts.join(''))

  it('never throws, and never gives markup of a page or blank text', () => {
    fc.assert(
      fc.property(markup, fc.constantFrom('text/html', 'application/xml', 'text/plain'), (text, type) => {
        const found = readableText(bodyOf(400, `<html>${text}`, type))
        return found === null || (found.trim() === found && found !== '')
      }),
    )
  })

  it.each([
    '<',
    '<b>',
    '<b> ',
    '&',
    '<!--',
    '<p>a',
    '<span>a</span>',
    '<a b="',
    '<script>',
    '<br>',
    ' ',
    "<x a='",
    '<td>a1',
    '\n',
  ])('a page of a hundred thousand %j is read in one pass', unit => {
    expect(() => readableText(bodyOf(500, `<html>${unit.repeat(100_000)}`))).not.toThrow()
    expect(() => readableText(bodyOf(500, `<x>${unit.repeat(100_000)}`, 'application/xml'))).not.toThrow()
  })
})
