import { describe, expect, it } from 'vitest'
import { readClient } from '../../src/clients/read-client.ts'

const SHELF = { name: 'shelf', packages: ['@library/shelf'], exports: { send: 'send' } }

function faultOf(value: unknown): string {
  const read = readClient(value)
  return 'fault' in read ? read.fault.at : 'none'
}

describe('a client of the user', () => {
  it('is read with what is left out', () => {
    const read = readClient({ ...SHELF, places: { send: { call: { ok: 'ok-body', bad: 'body' } } } })
    expect('client' in read && read.client.places).toEqual({ send: { call: { ok: 'ok-body', bad: 'body' } } })
    expect('client' in read && read.client.hooks).toEqual([])
  })

  it.each([
    ['an unknown member', { ...SHELF, places: { send: {} }, package: 'x' }, '.package'],
    ['an export without a place', { ...SHELF, places: {} }, 'places'],
    ['a leaf that is none', { ...SHELF, places: { send: { call: 'boddy' } } }, 'places.send.call'],
    ['a place that is none', { ...SHELF, places: { send: { call: { place: 'sent' } } } }, 'places'],
    ['a promise of one side', { ...SHELF, places: { send: { call: { ok: 'body' } } } }, 'places.send.call.bad'],
    ['a member of a place that is none', { ...SHELF, places: { send: { reply: 'body' } } }, 'places.send.reply'],
    ['no name', { places: {} }, 'name'],
    ['a list', [], ''],
  ])('is refused with %s', (_, value, at) => {
    expect(faultOf(value)).toBe(at)
  })
})
