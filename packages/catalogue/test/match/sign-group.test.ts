import { describe, expect, test } from 'vitest'
import { claimOf, SignGroup } from '../../src/match/sign-group.ts'
import { type SignSketch, signsOf } from './world.ts'

function groupOf(...sketches: readonly SignSketch[]) {
  const group = new SignGroup<string>()
  const claims = signsOf('late', sketches).map((sign, place) => claimOf(sign, 'late', place))
  for (const claim of claims) group.add(claim)
  return { group, claims }
}

describe('the only one of a group', () => {
  test('is the sign that asks for nothing', () => {
    const { group, claims } = groupOf({ message: 'Late' })
    expect(group.only).toBe(claims[0])
  })

  test.each<[string, SignSketch[]]>([
    ['there is no sign', []],
    ['there are two', [{ message: 'Late' }, { message: 'Late' }]],
    ['it asks for a status', [{ message: 'Late', status: 404 }]],
    ['it asks for a language', [{ message: 'Late', language: 'en' }]],
    ['another one asks for something', [{ message: 'Late', status: 404 }, { message: 'Late' }]],
  ])('is nobody where %s', (_, sketches) => {
    expect(groupOf(...sketches).group.only).toBeNull()
  })
})

test('signs that ask for nothing are all selected, whatever is found', () => {
  const { group, claims } = groupOf({ message: 'Late' }, { message: 'Late' })
  expect(group.select({ status: 404, language: 'en' })).toEqual(claims)
  expect(group.select({})).toEqual(claims)
})

// A few signs are compared one by one, more are looked up: the answer is the same.
test.each([0, 20])('with %i more of other statuses the same signs are selected', more => {
  const others = Array.from({ length: more }, (_, index): SignSketch => ({ message: 'Late', status: 500 + index }))
  const { group, claims } = groupOf(
    { message: 'Late', status: 404 },
    { message: 'Late', status: 404, language: 'pt' },
    { message: 'Late', legacyCode: 'LATE' },
    { message: 'Late' },
    ...others,
  )
  const places = (found: Parameters<typeof group.select>[0]) =>
    group
      .select(found)
      .map(claim => claims.indexOf(claim))
      .toSorted()
  expect(places({ status: 404, language: 'pt-BR' })).toEqual([0, 1, 3])
  expect(places({ status: 404, language: 'en' })).toEqual([0, 3])
  expect(places({ status: 404, code: 'LATE' })).toEqual([0, 1, 2, 3])
  expect(places({ status: 410 })).toEqual([3])
  expect(places({})).toEqual([3])
})
