import { exportOf, type PlaceOf } from '../clients/clients.ts'
import type { ClientModel, Ref } from '../clients/client.ts'
import type { ts } from '../source/compiler.ts'
import { ABSENT, type Flow, one, PLAIN, type Request, union, type Value } from './values.ts'

/** A place of a client that no request was sent through yet. */
export function placeValue({ client, place }: PlaceOf, instance: ts.Node | null): Value {
  return { kind: 'place', client, place, request: { call: null, instance }, patched: null }
}

/** What an export of a package is to us. */
export function externalMember(module: string, name: string): Flow {
  const place = exportOf(module, name)
  if (place !== null) return one(placeValue(place, null))
  return one({ kind: 'external', module, path: [name] })
}

/** What a part of a client model stands for. */
export function refFlow(client: ClientModel, ref: Ref, request: Request): Flow {
  if (typeof ref === 'object') {
    if ('place' in ref) return one({ kind: 'place', client, place: ref.place, request, patched: null })
    if ('any' in ref) return union(...ref.any.map(part => refFlow(client, part, request)))
    return one({
      kind: 'promise',
      methods: null,
      ok: () => refFlow(client, ref.ok, request),
      bad: () => refFlow(client, ref.bad, request),
    })
  }
  switch (ref) {
    case 'body':
    case 'ok-body':
      return one({ kind: 'body', client, request, path: [], success: ref === 'ok-body' })
    case 'raw':
    case 'ok-raw':
      return one({ kind: 'raw', client, request, success: ref === 'ok-raw' })
    case 'transport':
      return one({ kind: 'transport', client, texts: client.transport })
    case 'plain':
      return PLAIN
    case 'absent':
      return ABSENT
  }
}
