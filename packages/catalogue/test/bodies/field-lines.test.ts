import { describe, expect, it } from 'vitest'
import { fieldLines, prettyLines, pydanticLines } from '../../src/dialects/generic/field-lines.ts'
import { ajvTextSentence, mongooseSentence, placedSentence } from '../../src/dialects/generic/joined-sentence.ts'

const NOTATIONS = [fieldLines, prettyLines, pydanticLines, ajvTextSentence, mongooseSentence, placedSentence]

function read(text: string): readonly string[] {
  return NOTATIONS.flatMap(notation => notation(text)).map(
    ({ path, code, message }) => `${path.join('.')}|${code ?? ''}|${message}`,
  )
}

describe('texts that hold field errors', () => {
  it.each([
    ['isbn: is needed\n copies[0].shelf: is full', ['isbn||is needed', 'copies.0.shelf||is full']],
    ['Invalid loan:\n - isbn: is needed [required]', ['isbn|required|is needed']],
    ['[isbn]: Is not valid.\n[copies][0]: Is not valid.', ['isbn||Is not valid.', 'copies.0||Is not valid.']],
    ['✖ Too long\n  → at copies[0].shelf\n✖ Not an object', ['copies.0.shelf||Too long', '||Not an object']],
    [
      "1 validation error for Loan\ncopies -> 0\n  Field required [type=missing, input_value={'pin': 4711}]",
      ['copies.0|missing|Field required'],
    ],
    [
      '1 validation error for Loan\nisbn\n  field required (type=value_error.missing)',
      ['isbn|value_error.missing|field required'],
    ],
    [
      'data/copies/0 must be object, data must NOT have additional properties',
      ['copies.0||must be object', '||must NOT have additional properties'],
    ],
    [
      'Loan validation failed: isbn: Path `isbn` is required., a.b: Too long',
      ['isbn||Path `isbn` is required.', 'a.b||Too long'],
    ],
    ['Validation error: Required at "isbn"; Due lies in the past', ['isbn||Required', '||Due lies in the past']],
  ])('%j', (text, fields) => {
    expect(read(text)).toEqual(fields)
  })

  it.each([
    'message: The book is out\ncode: BOOK_OUT',
    'Loan 4 is late\nfine: two crowns a day',
    'isbn: is needed\nAsk at the desk.',
    'isbn: is needed',
    'error: ledger torn\nat: shelf 4 of the archive',
    'data must be sent before noon, data centre closed',
    'Validation error: nobody is "at home"',
    '4 validation errors for the clerk',
    'The check failed:\nhttp://library.example/help',
  ])('there are none in %j', text => {
    expect(read(text)).toEqual([])
  })
})
