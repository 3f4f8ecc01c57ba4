// Stands in for fast-check in the tests. The gate has to say the same of the same commit, so a law draws the same examples
// each time; `pnpm laws` is the search for others, and what it finds becomes an example of its own.
import { createRequire } from 'node:module'
import process from 'node:process'

/** @type {typeof import('fast-check')} */
const fc = createRequire(import.meta.url)('fast-check')

export const SEED = Number(process.env.LAWS_SEED ?? 20_261_120)

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })

export default fc
