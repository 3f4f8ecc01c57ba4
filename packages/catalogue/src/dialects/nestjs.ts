import type { Dialect } from './dialect.ts'

/** NestJS: `{ statusCode, message, error }`; class-validator puts its sentences or its errors into `message`. */
export const NESTJS: Dialect = {
  name: 'nestjs',
  about: 'NestJS: `{ statusCode, message, error }`; class-validator puts its sentences or its errors into `message`.',
  kinds: ['json'],
  signatures: [
    [
      { at: 'statusCode', is: 'status' },
      { at: 'message', is: ['text', 'list'] },
    ],
  ],
  places: {
    message: ['message'],
    code: ['errorCode', 'code', 'error'],
    status: ['statusCode'],
    phrase: ['error'],
    fields: [
      { at: 'message[]', path: ['property'], message: ['constraints'] },
      { at: 'message[]' },
      { at: 'errors[]', path: ['path'], message: ['message'], code: ['code'] },
    ],
  },
}
