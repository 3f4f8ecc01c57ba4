import { readRetryTime, retryAfterOf, retryTimeIn } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const DATE = 'Mon, 03 Feb 2031 04:05:06 GMT'

describe('retryAfterOf', () => {
  it.each<[Record<string, string | string[]>, number | string | null]>([
    [{ 'retry-after': '30' }, 30],
    [{ 'retry-after': ' 30 ' }, 30],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': DATE }, DATE],
    [{ 'retry-after': 'Monday, 03-Feb-31 04:05:06 GMT' }, 'Monday, 03-Feb-31 04:05:06 GMT'],
    [{ 'retry-after': ['30', '60'] }, 30],
    [{ 'retry-after-ms': '1200' }, 1.2],
    [{ 'retry-after': 'soon', 'retry-after-ms': '1200' }, 1.2],
    [{}, null],
    [{ 'retry-after': 'soon' }, null],
    [{ 'retry-after': '-1' }, null],
    [{ 'retry-after': '' }, null],
    [{ 'retry-after': '30\r\nset-cookie: a=b' }, null],
    [{ 'retry-after': 'Mon, 33 Feb 2031 04:05:06 GMT' }, null],
    [{ 'retry-after': '99999999999' }, null],
  ])('reads %j as %j', (headers, value) => {
    expect(retryAfterOf(headers)).toBe(value)
  })
})

describe('retryTimeIn', () => {
  it.each<[string, unknown, number | string | null]>([
    ['retry_after', 14, 14],
    ['retry_after', '14', 14],
    ['retryAfterMs', 1500, 1.5],
    ['retry_after_milliseconds', '250', 0.25],
    ['retryDelay', '30.5s', 30.5],
    ['retryAfter', '2 minutes', 120],
    ['retryAfter', 'PT1M30S', 90],
    ['retryAfter', 'P1D', 86_400],
    ['retryAfter', '2031-03-04T05:06:07.000Z', '2031-03-04T05:06:07.000Z'],
    ['retryAfter', true, null],
    ['retryAfter', null, null],
    ['retryAfter', [14], null],
    ['retryAfter', 'P', null],
    ['retryAfter', 'PT', null],
    ['retryAfter', Number.NaN, null],
    ['retryAfter', -0, null],
    ['retryAfter', Number.POSITIVE_INFINITY, null],
  ])('reads %s: %j as %j', (name, value, time) => {
    expect(retryTimeIn(name, value)).toBe(time)
  })
})

it('a time is seconds that can be waited, or a date that can be read', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.anything(), fc.string(), fc.double()),
      fc.constantFrom('seconds', 'milliseconds'),
      (value, unit) => {
        const time = readRetryTime(value, unit)
        if (typeof time === 'number') return time >= 0 && time <= 366 * 86_400
        return time === null || !Number.isNaN(Date.parse(time))
      },
    ),
  )
})
