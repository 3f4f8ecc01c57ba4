import type { Chosen, ClientModel, Handed, Ref } from '../clients/client.ts'
import type { PlaceOf } from '../clients/clients.ts'
import type { ts } from '../source/compiler.ts'
import { changesOfRequest } from './hook-sites.ts'
import { handedFlow } from './handed-over.ts'
import { optionMatches } from './request-options.ts'
import type { Tracer } from './tracer.ts'
import {
  ABSENT,
  type Env,
  type Flow,
  one,
  PLAIN,
  type Reaching,
  type Request,
  stepped,
  union,
  unknown,
  type Value,
} from './values.ts'

/** A place of a client that no request was sent through yet. */
export function placeValue({ client, place }: PlaceOf, instance: ts.Node | null): Value {
  return { kind: 'place', client, place, request: { call: null, instance }, patched: null }
}

/** What an export of a package is to us. */
export function externalMember(t: Tracer, module: string, name: string): Flow {
  const place = t.clients.exportOf(module, name)
  if (place !== null) return one(placeValue(place, null))
  return one({ kind: 'external', module, path: [name] })
}

/** What a request settles with: what a method of it may hand to a callback. */
export type Settled = (slot: 'ok' | 'bad') => Flow

/** What a part of a client model stands for. */
export function refFlow(
  t: Tracer,
  client: ClientModel,
  ref: Ref,
  request: Request,
  at: ts.Node,
  settled: Settled | null = null,
  env: Env | null = null,
): Flow {
  const refer = (part: Ref): Flow => refFlow(t, client, part, request, at, settled, env)
  if (typeof ref === 'object') {
    if ('place' in ref) return one({ kind: 'place', client, place: ref.place, request, patched: null })
    if ('decorated' in ref) return refer(ref.decorated).map(reaching => decorate(reaching, ref))
    if ('any' in ref) return union(...ref.any.map(refer))
    if ('handed' in ref) return handed(t, client, ref, request, at, env)
    if ('settled' in ref) return settled === null ? unknown('package-call', at) : settled(ref.settled)
    if ('piped' in ref) return t.pipedInto(at, ref.piped)
    if ('option' in ref) return union(...choose(t, ref, request).map(refer))
    return one({ kind: 'promise', methods: null, ok: () => refer(ref.ok), bad: () => refer(ref.bad) })
  }
  switch (ref) {
    case 'lost-body':
      return one({ kind: 'body', client, request, path: [], success: false, lost: true })
    case 'body':
    case 'ok-body':
      return one({ kind: 'body', client, request, path: [], success: ref === 'ok-body' })
    case 'raw':
    case 'ok-raw':
      return one({ kind: 'raw', client, request, success: ref === 'ok-raw' })
    case 'loose':
      return one({ kind: 'loose', client, request })
    case 'transport':
      return one({ kind: 'transport', client, texts: client.transport })
    case 'plain':
      return PLAIN
    case 'absent':
      return ABSENT
  }
}

function choose(t: Tracer, { option, is, chosen, otherwise }: Chosen, request: Request): readonly Ref[] {
  const matches = optionMatches(t, request, option, is)
  if (matches === 'unknown') return [chosen, otherwise]
  return [matches ? chosen : otherwise]
}

function handed(t: Tracer, client: ClientModel, ref: Handed, request: Request, at: ts.Node, env: Env | null): Flow {
  if (changesOfRequest(t, client, request).length > 0) return unknown('hook', at)
  if (ref.to === 'here') return handedFlow(t, client, ref, at, env)
  return handedFlow(t, client, ref, (ref.to === 'instance' ? null : request.call) ?? request.instance ?? at, null)
}

function decorate(
  reaching: Reaching,
  { before, after }: { readonly before: string; readonly after: string },
): Reaching {
  let { value } = reaching
  if (before !== '') value = stepped(value, { kind: 'prepend', text: before })
  if (after !== '') value = stepped(value, { kind: 'append', text: after })
  return { ...reaching, value }
}
