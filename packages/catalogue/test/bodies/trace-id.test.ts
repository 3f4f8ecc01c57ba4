import { isTraceId, traceIdOf } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'

describe('traceIdOf', () => {
  it.each<[Record<string, string | string[]>, string | null]>([
    [{ 'x-request-id': 'rq-88' }, 'rq-88'],
    [{ 'x-request-id': ['rq-88', 'rq-89'] }, 'rq-88'],
    [{ 'cf-ray': '8b0c1d2e3f4a5b6c-GRU', 'x-request-id': 'rq-88' }, 'rq-88'],
    [{ traceparent: PARENT, 'x-correlation-id': 'c-1' }, 'c-1'],
    [{ traceparent: PARENT }, '4bf92f3577b34da6a3ce929d0e0e4736'],
    [{ traceparent: '00-00000000000000000000000000000000-00f067aa0ba902b7-01' }, null],
    [{ traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01' }, null],
    [{ traceparent: PARENT.replace('00-', 'ff-') }, null],
    [{ traceparent: PARENT.replace('00-', 'cc-') }, '4bf92f3577b34da6a3ce929d0e0e4736'],
    [{ traceparent: `${PARENT.replace('00-', 'cc-')}-what-comes-later` }, '4bf92f3577b34da6a3ce929d0e0e4736'],
    [{ traceparent: `${PARENT.replace('00-', 'cc-')}.later` }, null],
    [{ traceparent: `${PARENT}-more` }, null],
    [{ traceparent: `${PARENT}-` }, null],
    [{ traceparent: PARENT.toUpperCase() }, null],
    [{ 'client-request-id': 'mine', 'x-client-request-id': 'mine' }, null],
    [{ 'x-request-id': 'rq 88' }, null],
    [{ 'x-request-id': 'rq\r\n88' }, null],
    [{ 'x-request-id': '' }, null],
    [{ 'x-request-id': 'evilé <script>', 'x-trace-id': 't-1' }, 't-1'],
    [{ 'x-request-id': 'x'.repeat(129) }, null],
    [{}, null],
  ])('reads %j as %j', (headers, id) => {
    expect(traceIdOf(headers)).toBe(id)
  })
})

describe('isTraceId', () => {
  it.each([
    '0HNQ7K2M4T9VA:00000011',
    'c17d#1500aa0bb0c',
    'kQ8vZ2pW7yT1mN4bR6cX9sL0dF3gH5jA==',
    'C0DE:1F2A:3B4C5D',
    '-V1StGXR8_Z5jdHi6B',
    '_-x9',
  ])('takes %s', id => {
    expect(isTraceId(id)).toBe(true)
  })

  it.each([7, null, undefined, {}, '"a"', 'a,b', '<b>', '-', '--', '=1+1', 'ü'])('refuses %j', value => {
    expect(isTraceId(value)).toBe(false)
  })

  it('takes nothing that could break a header or a log line', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => !isTraceId(text) || /^[!-~]{1,128}$/.test(text)))
  })
})
