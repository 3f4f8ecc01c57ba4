import { describe, expect, test } from 'vitest'
import { defineCatalogue } from '../src/define-catalogue.ts'
import type { Catalogue } from '../src/entry.ts'
import { BUILT_IN_DIALECTS } from '../src/dialects/built-in.ts'
import { matchError } from '../src/match-error.ts'
import { readBody } from '../src/read-body.ts'
import { readLegacyError } from '../src/read-error.ts'

const catalogue = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: {
    isbn_taken: { status: 409, title: 'ISBN taken', from: [{ message: 'Taken' }] },
    shelf_locked: { status: 409, title: 'Shelf locked', from: [{ code: 'Locked' }] },
    card_barred: { status: 409, title: 'Card barred', from: [{ code: 'BARRED' }] },
    anything_else: { status: 409, title: 'Anything else', from: [{ message: '{what:word} is wrong' }] },
  },
})

function entryOf(body: unknown, of: Catalogue = catalogue): string | null {
  const sent = readBody({
    status: 409,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const error = readLegacyError(sent, null, BUILT_IN_DIALECTS)
  const found = matchError(of, error, { status: 409, method: 'POST', route: '/loans' })
  return found.outcome === 'match' ? found.entry.code : null
}

describe('a single word in place of a sentence', () => {
  test.each([
    ['is the wording that the catalogue has', { error: 'Taken' }, 'isbn_taken'],
    ['is it beside a sentence, too', { error: 'Taken', message: 'Somebody else has it.' }, 'isbn_taken'],
    ['is the code that the catalogue has, though HTTP has a phrase for it', { error: 'Locked' }, 'shelf_locked'],
    ['is the code that it was read as', { error: 'BARRED' }, 'card_barred'],
    ['is nothing that the catalogue does not have', { error: 'Gone' }, null],
    ['is no wording under the name of a code', { code: 'Taken' }, null],
    ['is no wording under the name of a kind', { error: { type: 'Taken' } }, null],
  ])('%s', (_, body, code) => {
    expect(entryOf(body)).toBe(code)
  })

  test('that an error does not have makes no code stronger than its wording', () => {
    expect(entryOf({ code: 'BARRED', message: 'It is wrong' })).toBe('anything_else')
  })

  test('is its code before it is what only a template says', () => {
    const open = defineCatalogue({
      api: 'Lending library',
      type: 'https://errors.library.example/{code}',
      problems: {
        shelf_locked: { status: 409, title: 'Shelf locked', from: [{ code: 'Locked' }] },
        shelf_state: { status: 409, title: 'Shelf state', from: [{ message: 'L{state:word}' }] },
      },
    })
    expect(entryOf({ error: 'Locked' }, open)).toBe('shelf_locked')
    expect(entryOf({ message: 'Leaning' }, open)).toBe('shelf_state')
  })
})
