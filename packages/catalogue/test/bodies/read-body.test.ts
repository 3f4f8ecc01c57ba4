import { type BodyKind, MAX_BODY_BYTES, readBody } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

function read(body: Uint8Array | string, contentType?: string) {
  return readBody({ status: 400, headers: contentType === undefined ? {} : { 'content-type': contentType }, body })
}

const latin1 = (text: string) => Uint8Array.from(text, char => char.charCodeAt(0))
const utf16le = (text: string) => Array.from(text).flatMap(char => [char.charCodeAt(0), 0])
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('the text of a body', () => {
  it.each([
    ['by its label', latin1('Empréstimo inválido'), 'text/plain; charset=ISO-8859-1'],
    ['as windows-1252 where the bytes are no UTF-8', latin1('Empréstimo inválido'), 'text/plain; charset=utf-8'],
    ['without a label', utf8('Empréstimo inválido'), undefined],
    ['as UTF-8 where a label of one byte lies', utf8('Empréstimo inválido'), 'text/plain; charset=iso-8859-1'],
    ['with a quoted label', utf8('Empréstimo inválido'), 'text/plain; charset="UTF-8"'],
    ['with a label that nobody knows', utf8('Empréstimo inválido'), 'text/plain; charset=x-none'],
    ['with a mark of UTF-16', Uint8Array.from([0xff, 0xfe, ...utf16le('Empréstimo inválido')]), 'text/plain'],
    ['with a mark in front', utf8('\uFEFFEmpréstimo inválido'), 'text/plain'],
    ['that came as a string with a mark', '\uFEFFEmpréstimo inválido', 'text/plain'],
  ])('is decoded %s', (_, bytes, label) => {
    expect(read(bytes, label).text).toBe('Empréstimo inválido')
  })

  it('is UTF-8 also where it was cut within a character', () => {
    const bytes = utf8('Empréstimo não é válido é')
    expect(read(bytes.subarray(0, -1), 'text/plain').text).toBe('Empréstimo não é válido \ufffd')
  })

  it('follows the encoding that a document declares', () => {
    const bytes = latin1('<?xml version="1.0" encoding="iso-8859-2"?><error>\xb3</error>')
    expect(read(bytes, 'text/xml').text).toContain('<error>ł</error>')
  })

  it('is read from UTF-16 without a mark', () => {
    expect(read(Uint8Array.from(utf16le('{"message":"Loan 7"}')), 'application/json').json).toEqual({
      message: 'Loan 7',
    })
  })
})

describe('the kind of a body', () => {
  it.each<[BodyKind, string, string | undefined]>([
    ['empty', '', 'application/json'],
    ['empty', ' \n\t', 'text/plain'],
    ['json', '{"message":"Loan 7"}', 'text/plain'],
    ['json', '{"message":"Loan 7"}', 'text/html'],
    ['json', '{"message":"Loan 7"}', 'application/octet-stream'],
    ['json', '{"message":"Loan 7"}', undefined],
    ['json', 'null', 'application/json'],
    ['text', 'null', 'text/plain'],
    ['html', '<html><body>Loan 7</body></html>', 'application/json'],
    ['html', '<!DOCTYPE html><p>Loan 7', undefined],
    ['html', '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', 'text/xml'],
    ['html', 'Loan <b>7</b> is closed', 'text/html'],
    ['html', 'Loan 7 can&#39;t be closed', 'text/html'],
    ['text', 'Loan 7 is closed', 'text/html'],
    ['text', 'Use <b> for bold', 'text/plain'],
    ['text', '<isbn> is missing', 'text/plain'],
    ['xml', '<error><code>E17</code></error>', 'text/plain'],
    ['xml', '<?xml version="1.0"?><error/>', undefined],
    ['text', '404 page not found', 'text/plain'],
    ['text', '[1] Loan not found', 'text/plain'],
    ['text', '["a"] is no copy', 'text/plain'],
    ['text', '[email]: This value is not valid.', 'text/plain'],
    ['text', '{member} is missing', 'text/plain'],
    ['text', '-1 is no number of a copy', 'application/json'],
    ['binary', '\u0000\u0001\u0002', 'image/png'],
  ])('is %s for %j as %s', (kind, body, label) => {
    expect(read(body, label).kind).toBe(kind)
  })
})

const HTML = { 'content-type': 'text/html' }

describe('the JSON of a body', () => {
  it.each([
    ['a string in a string', JSON.stringify(JSON.stringify({ a: 1 })), { a: 1 }, undefined],
    ['a guard in front', ')]}\',\n{"a":1}', { a: 1 }, 'prefix'],
    ['a call around it', 'callback({"a":1});', { a: 1 }, 'prefix'],
    ['a warning in front', '<br />\n<b>Warning</b>: x in <b>y</b><br />\n{"a":1}', { a: 1 }, 'prefix'],
    ['text behind it', '{"a":1}\nWarning: x', { a: 1 }, 'trailing'],
    ['single quotes', "{'a': 'it\\'s', 'b': None, 'c': True}", { a: "it's", b: null, c: true }, 'loose'],
    ['bare names and commas too many', '{a: 1, b: [1,2,],}', { a: 1, b: [1, 2] }, 'loose'],
  ])('is read with %s', (_, text, value, repaired) => {
    const body = read(text, 'application/json')
    expect(body.json).toEqual(value)
    expect(body.repaired).toBe(repaired)
  })

  it('is read with a warning in front under the label that PHP gives', () => {
    expect(read('<br />\n<b>Warning</b>: x\n{"a":1}', 'text/html').json).toEqual({ a: 1 })
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain'])('is read from a form under %s', label => {
    const body = read('error=loan_closed&error_description=Loan+7+is+closed', label)
    expect(body.json).toEqual({ error: 'loan_closed', error_description: 'Loan 7 is closed' })
    expect(body).toMatchObject({ kind: 'json', repaired: 'form' })
  })

  it.each(['a=b', 'Set a=b & c=d', 'x=1&y=2', 'error = closed & more = text'])('is no form: %s', text => {
    expect(read(text, 'text/plain').kind).toBe('text')
  })

  it.each(['{"a":{"b":"half a sen', '{"a":', '[{"a":1},{"b"', "{'a': 'half"])(
    'is not guessed from the fragment %j',
    text => {
      expect(read(text, 'application/json')).toMatchObject({ unread: 'broken-json', json: undefined })
    },
  )

  const SHOWN = '<pre>{&quot;message&quot;: &quot;Loan 7 is closed&quot;}</pre>'

  it.each([
    ['as it is', SHOWN],
    ['below the headers', '<pre><b>HTTP 409</b>\n<b>Vary:</b> Accept\n\n{"message": "Loan 7 is closed"}</pre>'],
  ])('is read from the block of a page, %s', (_, block) => {
    const body = readBody({ status: 409, headers: HTML, body: `<html><body><h1>Loan</h1>${block}</body></html>` })
    expect(body).toMatchObject({ kind: 'json', repaired: 'page', json: { message: 'Loan 7 is closed' } })
  })

  it.each([
    ['two blocks, which are examples', 409, SHOWN + SHOWN],
    ['a block without a sentence', 409, '<pre>{"code":"E17"}</pre>'],
    ['a block that goes on', 409, '<pre>{"message": "a b"} and more</pre>'],
    ['a block that nobody closed', 409, '<pre>{"message": "a b"}'],
    ['a page that is no error', 200, SHOWN],
  ])('is not read from %s', (_, status, block) => {
    const body = readBody({ status, headers: HTML, body: `<html><body>${block}</body></html>` })
    expect(body).toMatchObject({ kind: 'html', json: undefined })
  })

  it('is read from YAML where the label says so', () => {
    const text = 'code: loan_closed\nmessage: Loan 7 is closed\n'
    expect(read(text, 'application/yaml')).toMatchObject({ kind: 'json', repaired: 'yaml' })
    expect(read(text, 'application/yaml').json).toEqual({ code: 'loan_closed', message: 'Loan 7 is closed' })
    expect(read(text, 'text/plain')).toMatchObject({ kind: 'text', json: undefined })
    expect(read('Loan 7 is closed', 'text/yaml').kind).toBe('text')
    expect(read('a: [b: }', 'text/yaml').kind).toBe('text')
  })

  it('is not looked for in a text that no brace starts', () => {
    expect(read('Loan {"id":7} is closed', 'text/plain')).toMatchObject({ kind: 'text', json: undefined })
  })

  it('leaves the prototype of all objects clean', () => {
    const text = '{"message":"Invalid","__proto__":{"polluted":true}'
    expect(read(`${text}}`).json).toHaveProperty('message', 'Invalid')
    expect(read(`${text},}`, 'application/json').json).toHaveProperty('message', 'Invalid')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('holds 10,000 levels and 100,000 fields', () => {
    const deep = read(`{"message":"Too deep","details":${'['.repeat(10_000)}${']'.repeat(10_000)}}`)
    expect(deep.json).toHaveProperty('message', 'Too deep')
    const wide = read(`{"errors":[${Array.from({ length: 100_000 }, (_, i) => `{"field":"rows[${i}]"}`).join()}]}`)
    expect(wide.json).toHaveProperty('errors.length', 100_000)
  })

  it('does not overflow on nearly JSON of many levels', () => {
    expect(read('{a:'.repeat(100_000), 'application/json').unread).toBeUndefined()
    expect(read(`{'a':${'['.repeat(100_000)}`, 'application/json').unread).toBe('broken-json')
  })

  it('reads five megabytes', () => {
    const body = read(utf8(`{"code":"BIG","message":"${'lorem ipsum '.repeat(437_000)}"}`), 'application/json')
    expect(body.json).toHaveProperty('code', 'BIG')
  })

  it('does not parse what is too large, and says so', () => {
    const body = read(utf8(`{"message":"${'x'.repeat(MAX_BODY_BYTES)}"}`), 'application/json')
    expect(body).toMatchObject({ unread: 'too-large', json: undefined })
    expect(body.text.length).toBeLessThan(100_000)
  })
})

describe('laws of readBody', () => {
  it('never throws, and its JSON is there exactly for the kind json', () => {
    const label = fc.constantFrom(
      undefined,
      'application/json',
      'text/html; charset=utf-16',
      'text/plain; charset=shift_jis',
      ';;charset=',
    )
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ unit: 'binary' })), label, (bytes, type) => {
        const body = read(bytes, type)
        return body.kind === 'json' || body.json === undefined
      }),
    )
  })

  it('gives every JSON object back as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
        const text = JSON.stringify(value)
        expect(read(utf8(text), 'text/plain').json).toEqual(JSON.parse(text))
      }),
    )
  })

  it('reads the same from bytes and from text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(read(utf8(text), 'text/html').kind).toBe(read(text, 'text/html').kind)
      }),
    )
  })
})
