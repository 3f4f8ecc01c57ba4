import {
  type Catalogue,
  dialectsOf,
  matchError,
  problemReply,
  readBody,
  readLegacyError,
} from '@problemshift/catalogue'
import type { FieldPlace } from './field-places.ts'

/** The path that v2 has for a field that v1 calls by this name; `lost` where the adapter takes it for no field. */
export function v2Path(catalogue: Catalogue, place: FieldPlace, name: string): string | null | 'lost' {
  const entry = { [name]: shown(place) }
  const dialect = dialectsOf(catalogue).find(one => one.name === place.dialect)
  const body: Record<string, unknown> = {}
  for (const at of [dialect?.places.message?.[0], dialect?.places.code?.[0], dialect?.places.trace?.[0]]) {
    if (at !== undefined && !/[[{]/.test(at))
      lay(body, at.split('.'), SAMPLES[at === dialect?.places.message?.[0] ? 0 : 1])
  }
  lay(body, place.path, entry)
  const read = readBody({ status: 422, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const error = readLegacyError(read, null, dialectsOf(catalogue))
  const [field, more] = error.fields
  if (field === undefined || more !== undefined) return 'lost'
  const found = matchError(catalogue, error, { status: 422, method: null, route: null })
  const { problem } = problemReply(catalogue, error, found, {
    instance: null,
    traceId: null,
    languages: [],
    time: null,
  })
  const [written] = entriesOf(problem[catalogue.contract.errors.member])
  return written === undefined ? 'lost' : written
}

const SAMPLES = ['The request is invalid', 'invalid_request'] as const
const SENTENCE = 'has to be looked at again'

function shown({ shape, members }: FieldPlace): unknown {
  if (shape === 'list-map') return [SENTENCE]
  return shape === 'object-map' ? { [members.message[0]?.[0] ?? 'message']: SENTENCE } : SENTENCE
}

function lay(body: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [name, ...rest] = path
  if (name === undefined) {
    Object.assign(body, value)
    return
  }
  if (rest.length === 0) {
    body[name] = value
    return
  }
  const inside = body[name]
  const next: Record<string, unknown> = typeof inside === 'object' && inside !== null ? { ...inside } : {}
  lay(next, rest, value)
  body[name] = next
}

// The list of one contract, or the map of another: their paths.
function entriesOf(errors: unknown): readonly (string | null)[] {
  if (Array.isArray(errors)) return errors.map(one => (typeof one.path === 'string' ? one.path : null))
  return typeof errors === 'object' && errors !== null ? Object.keys(errors).map(key => (key === '' ? null : key)) : []
}
