import type { Dialect } from './dialect.ts'

/** FastAPI and Pydantic: `{ detail: [{ loc, msg, type }] }`. */
export const FASTAPI: Dialect = {
  name: 'fastapi',
  about: 'FastAPI and Pydantic: `{ detail: [{ loc, msg, type }] }`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'detail[].loc', is: 'list' },
      { at: 'detail[].msg', is: 'text' },
    ],
  ],
  places: { message: [], fields: [{ at: 'detail[]', path: ['loc'], message: ['msg'], code: ['type'] }] },
}
