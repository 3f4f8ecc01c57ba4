import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPlainPath, isShortInt } from '../src/known/plain-values.ts'
import { randomId } from '../src/random-id.ts'

describe('values that are written as they are', () => {
  it('a short number has one to eight digits and no zero before them', () => {
    for (const value of ['0', '7', '17', '99999999']) expect(isShortInt(value)).toBe(true)
    for (const value of ['', '01', '00', '-1', '1.5', '1e3', '123456789', ' 7', '٣'])
      expect(isShortInt(value)).toBe(false)
    fc.assert(fc.property(fc.string(), value => isShortInt(value) === /^(?:0|[1-9]\d{0,7})$/.test(value)))
  })

  it('a plain path has only signs that neither a URL nor JSON escapes', () => {
    for (const path of ['', '/', '/loans/17', '/a.b_c~d-e']) expect(isPlainPath(path)).toBe(true)
    for (const path of ['/a"b', '/a\\b', '/a%20b', '/ü', '/a b', '/a\nb', '/😀']) expect(isPlainPath(path)).toBe(false)
    const paths = fc.string({ unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom(...'/aZ9')) })
    fc.assert(fc.property(paths, path => isPlainPath(path) === /^[A-Za-z0-9/._~-]*$/.test(path)))
  })
})

describe('ids', () => {
  it('are W3C trace ids, none comes twice, and pools share nothing', () => {
    const ids = Array.from({ length: 2_000 }, randomId)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(ids.map(id => id.slice(16))).size).toBe(ids.length)
    expect(new Set(ids.map(id => id.slice(0, 16))).size).toBeGreaterThan(5)
  })
})
