import { randomFillSync } from 'node:crypto'

const HALF = 16
const POOLED = 256
const bytes = Buffer.allocUnsafeSlow((HALF / 2) * (POOLED + 1))
let first = ''
let pool = ''
let at = 0

/**
 * A W3C trace id: its first 64 bits are new with each pool, its last 64 each time. From a pool, since each call to the
 * kernel costs more than all else here; in halves, since random bits are the dearest part of a short error.
 */
export function randomId(): string {
  if (at === pool.length) fillPool()
  at += HALF
  return first + pool.slice(at - HALF, at)
}

function fillPool(): void {
  randomFillSync(bytes)
  first = bytes.toString('hex', 0, HALF / 2)
  pool = bytes.toString('hex', HALF / 2)
  at = 0
}
