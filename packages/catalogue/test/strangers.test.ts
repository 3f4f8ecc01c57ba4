import { describe, expect, test } from 'vitest'
import { BUILT_IN_DIALECTS } from '../src/dialects/built-in.ts'
import type { LegacyError } from '../src/legacy-error.ts'
import { readError } from '../src/read-error.ts'
import { EXAMINED_STRANGERS } from './examined-strangers.ts'
import { MORE_STRANGERS } from './more-strangers.ts'
import { NEAR_STRANGERS } from './near-strangers.ts'
import { OTHER_STRANGERS } from './other-strangers.ts'
import { STRANGERS, type Stranger } from './strangers.ts'
import { UNSEEN_STRANGERS } from './unseen-strangers.ts'

describe('bodies of APIs that the zoo does not have', () => {
  test.each(
    [
      ...STRANGERS,
      ...MORE_STRANGERS,
      ...OTHER_STRANGERS,
      ...NEAR_STRANGERS,
      ...EXAMINED_STRANGERS,
      ...UNSEEN_STRANGERS,
    ].map(stranger => [stranger.name, stranger] as const),
  )('%s is read', (_, stranger) => {
    const read = readStranger(stranger)
    expect(comparable(read, stranger)).toEqual(wanted(stranger))
  })
})

function readStranger({ request = 'POST /loans', status, headers, body, input }: Stranger): LegacyError {
  const [method = 'POST', path = '/loans'] = request.split(' ')
  const url = new URL(path, 'http://library.example')
  const reading = readError(
    {
      status,
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    },
    {
      method,
      path: url.pathname,
      route: null,
      params: url.pathname.endsWith('/1') ? ['id'] : [],
      query: [...url.searchParams.keys()],
      headers: [],
      cookies: [],
      body: input === undefined ? null : Object.keys(input),
    },
    BUILT_IN_DIALECTS,
  )
  if (reading.outcome === 'left') throw new Error(`left alone: ${reading.reason}`)
  return reading.error
}

function comparable(error: LegacyError, { read }: Stranger): unknown {
  const field = (index: number, code: unknown) =>
    read.fields !== 'any' && read.fields?.[index]?.[2] === 'any' ? 'any' : code
  return {
    message: read.message === 'any' ? 'any' : error.message,
    code: read.code === 'any' ? 'any' : error.code,
    trace: error.traceId,
    retry: error.retryAfter,
    docs: error.docUrl,
    hint: error.hint,
    fields:
      read.fields === 'any'
        ? 'any'
        : error.fields.map(({ scope, path, code, message }, index) => [
            scope,
            path.join('.'),
            field(index, code),
            message,
          ]),
  }
}

function wanted({ read }: Stranger): unknown {
  const { message = null, code = null, trace = null, retry = null, docs = null, hint = null, fields = [] } = read
  return { message, code, trace, retry, docs, hint, fields }
}
