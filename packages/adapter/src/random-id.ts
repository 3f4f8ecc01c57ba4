import { randomBytes } from 'node:crypto'

const LENGTH = 32
const POOLED = 256
let pool = ''
let at = 0

/** 128 random bits in hex, the form of a W3C trace id. From a pool, since each call to the kernel costs more than all else here. */
export function randomId(): string {
  if (at === pool.length) {
    pool = randomBytes((LENGTH / 2) * POOLED).toString('hex')
    at = 0
  }
  at += LENGTH
  return pool.slice(at - LENGTH, at)
}
