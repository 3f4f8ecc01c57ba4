import { describe, expect, it } from 'vitest'
import { findRetry } from '../../src/dialects/generic/find-retry.ts'

describe('the wait that only a sentence tells', () => {
  it.each([
    ['Request was throttled. Expected available in 41 seconds.', 41],
    ['Rate limit exceeded, retry in 45 seconds', 45],
    ['Please try again in 6m0s.', 360],
    ['Limit 10000, used 9000. Please try again in 1.2s.', 1.2],
    ['Too Many Requests: retry after 14', 14],
    ['Please wait 5 minutes before you try again', 300],
  ])('%s', (sentence, seconds) => {
    expect(findRetry([], { status: 429, headers: {} }, sentence)).toBe(seconds)
    expect(findRetry([], { status: 404, headers: {} }, sentence)).toBeNull()
  })

  it.each([
    'Too many requests, retry after 1565d.',
    'Retry after 30 requests',
    'You may retry loan 4 tomorrow',
    'Wait 3 days',
    'Available from 2031-05-06',
    'You can try again after 12:30',
    'Five loans in 30 seconds are too many',
  ])('is not told in: %s', sentence => {
    expect(findRetry([], { status: 429, headers: {} }, sentence)).toBeNull()
  })
})

describe('the wait that other headers tell', () => {
  it.each([
    [{ ratelimit: '"default";r=0;t=27' }, 27],
    [{ ratelimit: 'limit=5, remaining=0, reset=12' }, 12],
    [{ 'x-rate-limit-retry-after-seconds': '33' }, 33],
    [{ 'x-ms-retry-after-ms': '1500' }, 1.5],
    [{ ratelimit: '"default";r=4;t=27' }, null],
    [{ 'x-retry-after-policy': '33' }, null],
  ])('%j', (headers, seconds) => {
    expect(findRetry([], { status: 429, headers }, null)).toBe(seconds)
  })
})
