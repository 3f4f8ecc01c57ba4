import { fillTemplate, holesOf, match, readCatalogue, type Sign } from '@problemshift/catalogue'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const MESSAGES = [
  'Not found',
  'Loan {id:int} not found',
  'Loan {id} not found',
  'Copy {id:int} lost',
  'No {thing:word}',
]
const ROUTES = ['GET /loans/:id', '/loans/:id', 'POST /loans']
const DIALECTS = ['plain-text', 'detail']

const sign = fc
  .record({
    message: fc.option(fc.constantFrom(...MESSAGES), { nil: undefined }),
    code: fc.option(fc.constantFrom('L1', 'L2'), { nil: undefined, freq: 2 }),
    status: fc.option(fc.constantFrom(404, 410), { nil: undefined, freq: 2 }),
    route: fc.option(fc.constantFrom(...ROUTES), { nil: undefined, freq: 2 }),
    dialect: fc.option(fc.constantFrom(...DIALECTS), { nil: undefined, freq: 2 }),
  })
  .filter(given => Object.values(given).some(value => value !== undefined))

const definition = fc
  .array(fc.array(sign, { minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 3 })
  .map(entries => ({
    type: 'urn:library:{code}',
    problems: Object.fromEntries(
      entries.map((from, at) => [`problem_${at}`, { status: 404, title: `Problem ${at}`, from }]),
    ),
  }))

/** An error that meets the sign, and as little more as can be. */
function errorFor({ message, legacyCode, status, route, dialect }: Sign) {
  const values = Object.fromEntries((message === null ? [] : holesOf(message)).map(hole => [hole.name, '7']))
  return {
    wording: message === null ? null : fillTemplate(message, values),
    code: legacyCode,
    status: status ?? 404,
    dialect,
    language: null,
    method: route?.method ?? (route === null ? null : 'PUT'),
    route: route?.path ?? null,
  }
}

test('a catalogue without faults leaves no error between two entries', () => {
  const seen = { sound: 0, faulty: 0 }
  const property = fc.property(definition, given => {
    const result = readCatalogue(given)
    seen[result.outcome === 'catalogue' ? 'sound' : 'faulty'] += 1
    if (result.outcome === 'faults') return
    const errors = result.catalogue.problems.flatMap(problem => problem.signs.map(errorFor))
    // Two errors laid over each other meet the signs of both.
    const both = errors.flatMap(a =>
      errors.map(b => ({ ...a, code: a.code ?? b.code, dialect: a.dialect ?? b.dialect })),
    )
    for (const error of [...errors, ...both]) expect(match(result.catalogue, error).outcome).toBe('match')
  })
  fc.assert(property, { numRuns: 600 })
  expect(Math.min(seen.sound, seen.faulty)).toBeGreaterThan(100)
})

test('every overlap that is told has an error that proves it', () => {
  let told = 0
  const property = fc.property(definition, given => {
    const result = readCatalogue(given)
    const faults = result.outcome === 'faults' ? result.faults : []
    for (const fault of faults) {
      if (fault.code !== 'signs-overlap' || fault.witness === null) continue
      told += 1
      for (const code of fault.codes) {
        const own = given.problems[code]?.from.filter(one => one.message !== undefined) ?? []
        const alone = readCatalogue({
          type: given.type,
          problems: {
            [code]: {
              status: 404,
              title: 'A',
              from: own.map(({ message }) => message).filter((message, at, all) => all.indexOf(message) === at),
            },
          },
        })
        if (alone.outcome === 'faults') continue
        const query = {
          wording: fault.witness,
          code: null,
          status: 404,
          dialect: null,
          language: null,
          method: null,
          route: null,
        }
        expect(match(alone.catalogue, query).outcome).toBe('match')
      }
    }
  })
  fc.assert(property, { numRuns: 300 })
  expect(told).toBeGreaterThan(50)
})
