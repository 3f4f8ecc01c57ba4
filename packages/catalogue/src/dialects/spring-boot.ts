import type { Dialect } from './dialect.ts'

/** Spring Boot's default: `{ timestamp, status, error, path }`, with `message`, `errors` and `trace` where they were turned on. */
export const SPRING_BOOT: Dialect = {
  name: 'spring-boot',
  about:
    "Spring Boot's default: `{ timestamp, status, error, path }`, with `message`, `errors` and `trace` where they were turned on.",
  kinds: ['json'],
  signatures: [
    [
      { at: 'timestamp', is: ['text', 'number'] },
      { at: 'status', is: 'number' },
      { at: 'error', is: 'phrase' },
    ],
  ],
  places: {
    message: ['message'],
    code: ['code'],
    status: ['status'],
    phrase: ['error'],
    trace: ['requestId', 'traceId'],
    fields: [{ at: 'errors[]', path: ['field'], message: ['defaultMessage'], code: ['code'] }],
  },
}
