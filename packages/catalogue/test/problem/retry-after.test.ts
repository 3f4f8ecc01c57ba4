import { expect, test } from 'vitest'
import { retryAfter } from '../../src/problem/retry-after.ts'

test.each([
  [0, '0'],
  [0.1, '1'],
  [1e12, '1000000000'],
  [' 120 ', '120'],
  ['0123456789', '0123456789'],
  ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ['2026-10-21T07:28:00Z', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ['2026-10-21T07:28Z', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ['2026-10-21T07:28:00.5Z', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ['2026-10-21T09:28:00+02:00', 'Wed, 21 Oct 2026 07:28:00 GMT'],
])('%j is sent as %j', (asked, sent) => {
  expect(retryAfter({ retryAfter: asked })).toBe(sent)
})

test.each([
  null,
  -0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'soon',
  '12345678901',
  '-5',
  '1.5',
  '120 seconds',
  'in 120',
  'Wednesday, 21 Oct 2026 07:28:00 GMT',
  'Wed, 1 Oct 2026 07:28:00 GMT',
  'Wed, 21 Oct 2026 07:28:00 UTC',
  'Wed, 21 Oct 2026 07:28:00 GMT; and more',
  'on Wed, 21 Oct 2026 07:28:00 GMT',
  '2026-10-21',
  '2026-10-21T07:28:00',
  '2026-10-21T99:99:99Z',
  'on 2026-10-21T07:28:00Z',
  '2026-10-21T07:28:00Z or so',
])('%j is not sent: no client could read it', asked => {
  expect(retryAfter({ retryAfter: asked })).toBeNull()
})
