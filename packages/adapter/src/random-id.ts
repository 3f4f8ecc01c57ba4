import { randomFillSync } from 'node:crypto'

const BYTES = 16
const POOL = Buffer.alloc(BYTES * 256)
let at = POOL.length

/** 128 random bits in hex, the form of a W3C trace id. From a pool, since each call to the kernel costs more than all else here. */
export function randomId(): string {
  if (at === POOL.length) {
    randomFillSync(POOL)
    at = 0
  }
  at += BYTES
  return POOL.toString('hex', at - BYTES, at)
}
