import { type LegacyField, placeField } from '@problemshift/catalogue'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestFacts } from './request-facts.ts'

function field(path: LegacyField['path'], scope: LegacyField['scope'] = null): LegacyField {
  return { scope, scopeSource: scope === null ? 'inferred' : 'explicit', path, code: null, message: null }
}

const request = requestFacts({
  params: ['id'],
  query: ['page', 'filter[branch]', 'sort.by'],
  headers: ['host', 'date', 'x-tenant', 'X-Api-Version'],
  cookies: ['sid'],
  body: ['title', 'date', 'id', 'page', 'first_name', 'copies'],
})

describe('placeField', () => {
  it.each([
    ['path', ['id']],
    ['query', ['page']],
    ['query', ['filter', 'branch']],
    ['query', ['sort']],
    ['header', ['x-tenant']],
    ['header', ['x-api-version']],
    ['header', ['X-Tenant']],
    ['cookie', ['sid']],
    ['body', ['title']],
    ['body', ['copies', 1, 'shelf']],
    ['body', ['firstName']],
    ['body', ['date']],
    ['body', ['unheard-of']],
    ['body', [0, 'title']],
    ['global', []],
  ])('finds in the %s: %j', (scope, path) => {
    expect(placeField(field(path), request)).toMatchObject({ scope, scopeSource: 'inferred', path })
  })

  it.each(['GET', 'HEAD', 'DELETE', 'get'])('takes the query of a %s for a name that it does not know', method => {
    expect(placeField(field(['branch']), requestFacts({ method }))).toMatchObject({ scope: 'query' })
  })

  it.each(['POST', 'PUT', 'PATCH'])('takes the body of a %s for a name that it does not know', method => {
    expect(placeField(field(['branch']), requestFacts({ method }))).toMatchObject({ scope: 'body' })
  })

  it('leaves what the response said', () => {
    for (const scope of ['body', 'query', 'path', 'header', 'cookie', 'global'] as const) {
      expect(placeField(field(['id'], scope), request)).toEqual(field(['id'], scope))
    }
  })

  it('always finds a place, and changes nothing else', () => {
    const path = fc.array(fc.oneof(fc.string(), fc.constantFrom('title', 'id', 'Id', 'copies', 'page'), fc.nat()))
    fc.assert(
      fc.property(path, fc.constantFrom('GET', 'POST', 'PURGE'), (names, method) => {
        const placed = placeField(field(names), { ...request, method })
        expect(placed).toEqual({ ...field(names), scope: placed.scope })
        expect(placed.scope).not.toBeNull()
      }),
      { numRuns: 1000 },
    )
  })
})
