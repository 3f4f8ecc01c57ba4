import { loadZoo } from '@problemshift/fixtures'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_DIALECTS } from '../src/dialects/built-in.ts'
import { scoreSpecimen } from './score-zoo.ts'

const zoo = loadZoo()

describe('the zoo of recorded v1 bodies', () => {
  test.each(zoo.map(specimen => [specimen.id, specimen] as const))('every fact of %s is read', (_, specimen) => {
    expect(scoreSpecimen(specimen, BUILT_IN_DIALECTS)).toEqual([])
  })

  test('the generic reading alone reads nearly all of it', () => {
    const wrong = new Set(zoo.flatMap(specimen => scoreSpecimen(specimen, []).map(miss => miss.id)))
    expect(wrong.size).toBeLessThanOrEqual(zoo.length * 0.02)
  })
})
