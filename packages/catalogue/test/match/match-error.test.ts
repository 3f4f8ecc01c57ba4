import { expect, test } from 'vitest'
import type { LegacyError } from '../../src/legacy-error.ts'
import { matchError } from '../../src/match-error.ts'
import { legacyError } from '../problem/library.ts'
import { library } from './world.ts'

const catalogue = library({
  loan_not_found: [{ message: 'Loan {id:int} not found', status: 404 }],
  late: [{ message: 'Returned late', status: 200 }],
  closed: [{ message: 'The branch is closed' }],
  by_code: [{ legacyCode: 'LOAN_9' }],
  on_route: [{ message: 'Not found', route: { method: 'GET', path: '/loans/:id' } }],
  in_portuguese: [{ message: 'Empréstimo inexistente', language: 'pt' }],
  of_joi: [{ message: 'Check your input', dialect: 'joi' }],
})

function errorThat(says: Partial<LegacyError>): LegacyError {
  return legacyError({ dialect: 'message-only', wording: null, message: null, ...says })
}

function find(says: Partial<LegacyError>, status: number, method = 'POST', route = '/copies'): string {
  const found = matchError(catalogue, errorThat({ status, ...says }), { status, method, route })
  return found.outcome === 'match' ? found.entry.code : found.outcome
}

test('an error is found by the status that was sent', () => {
  expect(find({ wording: 'Loan 7 not found' }, 404)).toBe('loan_not_found')
})

test('the status in the body is asked where the one that was sent finds nothing', () => {
  expect(find({ wording: 'Loan 7 not found', status: 404 }, 500)).toBe('loan_not_found')
  expect(find({ wording: 'Loan 7 not found', status: 409 }, 500)).toBe('unmatched')
  expect(find({ wording: 'Loan 7 not found', status: 500 }, 404)).toBe('loan_not_found')
})

test('a success is an error only where a sign names its status', () => {
  expect(find({ wording: 'Returned late' }, 200)).toBe('late')
  expect(find({ wording: 'The branch is closed' }, 200)).toBe('unmatched')
  expect(find({ wording: 'Loan 7 not found', status: 404 }, 200)).toBe('unmatched')
  expect(find({ wording: 'Returned late' }, 201)).toBe('unmatched')
  expect(find({ wording: 'The branch is closed' }, 399)).toBe('unmatched')
  expect(find({ wording: 'The branch is closed' }, 400)).toBe('closed')
})

test('whatever the error and the response say is asked', () => {
  expect(find({ code: 'LOAN_9' }, 404)).toBe('by_code')
  expect(find({ wording: 'Not found' }, 404, 'GET', '/loans/:id')).toBe('on_route')
  expect(find({ wording: 'Not found' }, 404, 'GET', '/copies/:id')).toBe('unmatched')
  expect(find({ wording: 'Not found' }, 404, 'PUT', '/loans/:id')).toBe('unmatched')
  expect(find({ wording: 'Empréstimo inexistente', language: 'pt-BR' }, 404)).toBe('in_portuguese')
  expect(find({ wording: 'Empréstimo inexistente', language: 'en' }, 404)).toBe('unmatched')
  expect(find({ wording: 'Check your input', dialect: 'joi' }, 404)).toBe('of_joi')
  expect(find({ wording: 'Check your input', dialect: 'rails' }, 404)).toBe('unmatched')
})

test('a word that stands for a sentence is asked as a wording, then as a code where the body has none', () => {
  const words = library({
    taken: [{ message: 'Taken' }],
    locked: [{ legacyCode: 'Locked' }],
    barred: [{ legacyCode: 'BARRED' }],
    numbered: [{ legacyCode: 404 }],
    any: [{ message: '{what:word} elsewhere' }],
  })
  const asked = (says: Partial<LegacyError>, sent = 409) => {
    const found = matchError(words, errorThat({ status: 409, ...says }), { status: sent, method: null, route: null })
    return found.outcome === 'match' ? found.entry.code : found.outcome
  }
  expect(asked({ word: 'Taken' })).toBe('taken')
  expect(asked({ word: 'Taken', code: 'BARRED' })).toBe('taken')
  expect(asked({ word: 'Locked' })).toBe('locked')
  expect(asked({ word: 'Locked', code: 'BARRED' })).toBe('barred')
  expect(asked({ word: 'Gone' })).toBe('unmatched')
  expect(asked({ word: 'Gone', code: 'BARRED' })).toBe('barred')
  expect(asked({ word: 'Taken', wording: 'Somebody else has it' })).toBe('taken')
})

test('a word is asked with the status in the body, too', () => {
  const words = library({ taken: [{ message: 'Taken', status: 409 }] })
  const found = matchError(words, errorThat({ status: 409, word: 'Taken' }), { status: 400, method: null, route: null })
  expect(found).toMatchObject({ entry: { code: 'taken' } })
})
