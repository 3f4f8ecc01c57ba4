import { gunzipSync } from 'node:zlib'
import { leftAlone, type RequestFacts, readBody } from '@problemshift/catalogue'
import { loadZoo, type Specimen, specimenBytes } from '@problemshift/fixtures'
import { describe, expect, it } from 'vitest'

const ZOO = loadZoo()

function bodyOf(specimen: Specimen) {
  const { status, headers } = specimen.response
  const sent = specimenBytes(specimen)
  const body = headers['content-encoding'] === 'gzip' ? gunzipSync(sent) : sent
  return readBody({ status, headers, body })
}

function requestOf({ request }: Specimen): RequestFacts {
  const url = new URL(request.url, 'http://library.example')
  return {
    method: request.method,
    path: url.pathname,
    route: null,
    params: [],
    query: [...url.searchParams.keys()],
    headers: Object.keys(request.headers ?? {}),
    cookies: [],
    body: null,
  }
}

describe('what is left alone in the zoo', () => {
  it.each(ZOO.filter(({ facts }) => !facts.isError || facts.passThrough))('$id is left as it came', specimen => {
    expect(leftAlone(bodyOf(specimen), requestOf(specimen))).not.toBeNull()
  })

  it('no error is left', () => {
    // An answer to HEAD has no body to convert, whatever its status tells.
    const errors = ZOO.filter(({ facts, request }) => facts.isError && !facts.passThrough && request.method !== 'HEAD')
    const left = errors.flatMap(specimen => {
      const reason = leftAlone(bodyOf(specimen), requestOf(specimen))
      return reason === null ? [] : [{ id: specimen.id, reason }]
    })
    expect(left).toEqual([])
  })
})
