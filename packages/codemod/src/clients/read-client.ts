import type { ClientModel, Leaf, Place, Ref } from './client.ts'

const LEAVES: Readonly<Record<Leaf, true>> = {
  body: true,
  'lost-body': true,
  'ok-body': true,
  raw: true,
  'ok-raw': true,
  transport: true,
  plain: true,
  absent: true,
  loose: true,
}

/** What a user may say of a place; the rest serves clients that come with the tool. */
const PLACE = ['members', 'call', 'construct', 'guards', 'closed', 'error', 'codeRead', 'callbacks', 'options', 'made']
const CLIENT = ['name', 'packages', 'globals', 'exports', 'types', 'places', 'transport', 'hooks']

/** A place of the user's data that is no client: where it is, and what is expected there. */
export interface ClientFault {
  readonly at: string
  readonly expected: string
}

type Read = { readonly client: ClientModel } | { readonly fault: ClientFault }

/** Reads a client library as a user describes it, with every name of a place looked up. */
export function readClient(value: unknown): Read {
  try {
    return { client: clientOf(value) }
  } catch (thrown) {
    if (thrown instanceof Refused) return { fault: { at: thrown.at, expected: thrown.message } }
    throw thrown
  }
}

class Refused extends Error {
  constructor(
    readonly at: string,
    expected: string,
  ) {
    super(expected)
  }
}

function clientOf(value: unknown): ClientModel {
  const given = record(value, '', CLIENT)
  const places = new Set(Object.keys(record(given.places, 'places')))
  const named = (at: string) => Object.fromEntries(entries(given[at], at).map(([name, place]) => [name, known(place)]))
  const known = (place: unknown): string => {
    if (typeof place === 'string' && places.has(place)) return place
    throw new Refused('places', `a place of the name ${JSON.stringify(place)}`)
  }
  return {
    name: text(given.name, 'name'),
    packages: texts(given.packages, 'packages'),
    globals: named('globals'),
    exports: named('exports'),
    types: named('types'),
    places: Object.fromEntries(entries(given.places, 'places').map(([name, one]) => [name, placeOf(one, name, known)])),
    transport: texts(given.transport, 'transport'),
    hooks: texts(given.hooks, 'hooks'),
    problemJson: { outcome: 'parsed' },
  }
}

type Known = (place: unknown) => string

function placeOf(value: unknown, name: string, known: Known): Place {
  const at = `places.${name}`
  const given = record(value, at, PLACE)
  const ref = (member: string) =>
    given[member] === undefined ? {} : { [member]: refOf(given[member], `${at}.${member}`, known) }
  const table = (member: string, read: (one: unknown, at: string) => unknown) =>
    given[member] === undefined
      ? {}
      : {
          [member]: Object.fromEntries(
            entries(given[member], `${at}.${member}`).map(([key, one]) => [key, read(one, `${at}.${member}.${key}`)]),
          ),
        }
  const refs = (one: unknown, where: string) => list(one, where).map(part => refOf(part, where, known))
  const made = given.made
  if (made !== undefined && made !== 'instance' && made !== 'request')
    throw new Refused(`${at}.made`, 'instance or request')
  return {
    ...table('members', (one, where) => refOf(one, where, known)),
    ...table('callbacks', refs),
    ...table('options', refs),
    ...ref('call'),
    ...ref('construct'),
    ...(given.guards === undefined ? {} : { guards: known(given.guards) }),
    ...(given.closed === undefined ? {} : { closed: given.closed === true }),
    ...(given.error === undefined ? {} : { error: given.error === true }),
    ...(given.codeRead === undefined ? {} : { codeRead: text(given.codeRead, `${at}.codeRead`) }),
    ...(made === undefined ? {} : { made }),
  }
}

function refOf(value: unknown, at: string, known: Known): Ref {
  if (typeof value === 'string') {
    if (isLeaf(value)) return value
    throw new Refused(at, `one of ${Object.keys(LEAVES).join(', ')}, or { place: name }`)
  }
  const given = record(value, at, ['place', 'ok', 'bad', 'any'])
  if (given.place !== undefined) return { place: known(given.place) }
  if (given.any !== undefined) return { any: list(given.any, `${at}.any`).map(one => refOf(one, at, known)) }
  return { ok: refOf(given.ok, `${at}.ok`, known), bad: refOf(given.bad, `${at}.bad`, known) }
}

function isLeaf(value: string): value is Leaf {
  return Object.hasOwn(LEAVES, value)
}

function record(value: unknown, at: string, known?: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refused(at, 'an object')
  const strange = known === undefined ? undefined : Object.keys(value).find(name => !known.includes(name))
  if (strange !== undefined) throw new Refused(`${at}.${strange}`, `one of ${known?.join(', ')}`)
  return { ...value }
}

function entries(value: unknown, at: string): readonly (readonly [string, unknown])[] {
  return value === undefined ? [] : Object.entries(record(value, at))
}

function list(value: unknown, at: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw new Refused(at, 'a list')
}

function texts(value: unknown, at: string): readonly string[] {
  return value === undefined ? [] : list(value, at).map(one => text(one, at))
}

function text(value: unknown, at: string): string {
  if (typeof value === 'string') return value
  throw new Refused(at, 'a text')
}
