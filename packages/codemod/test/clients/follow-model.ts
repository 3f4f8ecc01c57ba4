import type { ClientModel, Leaf, Place, Ref } from '../../src/clients/client.ts'

/** A value that a real library gave, and what the client's data says that it is. */
export interface Found {
  /** `get() ✗ .response .data`: the steps from the export of the package. */
  readonly path: string
  readonly ref: Leaf | { readonly place: string } | AnyLeaf
  readonly live: unknown
}

/** One of several leaves, by an option of the request. */
export interface AnyLeaf {
  readonly any: readonly Leaf[]
}

/** How a real request is sent: from which export, through which members, with which arguments. */
export interface Road {
  readonly client: ClientModel
  readonly from: string
  readonly live: unknown
  readonly calls: readonly { readonly member: string | null; readonly args: readonly unknown[] }[]
  /** The method that has to be called before a request is sent at all: `wretch(…).get().json()`. */
  readonly shortcut?: string
  /** The answer is a parameter of the callback that comes last: `request(url, (error, response, body) => …)`. */
  readonly parameter?: number
}

/**
 * Everything that the data says can be read of one answer, read from the real thing. Each place is reached by a request
 * of its own: a body can be read only once.
 */
export async function readEverything(road: Road): Promise<readonly Found[]> {
  const found: Found[] = []
  const open: (readonly string[])[] = [[]]
  for (let steps = open.shift(); steps !== undefined; steps = open.shift()) {
    const here = await follow(road, steps)
    found.push(here)
    if (!isPlace(here.ref) || steps.length > 3) continue
    for (const name of Object.keys(placeOf(road.client, here.ref.place).members ?? {})) open.push([...steps, name])
  }
  return found
}

async function follow(road: Road, steps: readonly string[]): Promise<Found> {
  let at = await send(road)
  for (const name of steps) {
    if (!isPlace(at.ref)) throw new Error(`${at.path} has no members`)
    at = await step(road.client, at, at.ref.place, name)
  }
  return at
}

async function send({ client, from, live, calls, shortcut, parameter }: Road): Promise<Found> {
  let at: Found = { path: '', ref: { place: entry(client, from) }, live }
  for (const [index, { member, args }] of calls.entries()) {
    if (!isPlace(at.ref)) throw new Error(`${client.name}: ${at.path} cannot be called`)
    const { place } = at.ref
    const called =
      member === null ? { ...at, owner: undefined } : { ...read(client, at, place, member), owner: at.live }
    if (!isPlace(called.ref)) throw new Error(`${client.name}: ${called.path} is no place that can be called`)
    const last = index === calls.length - 1 ? parameter : undefined
    at =
      last === undefined
        ? await call(client, called, called.ref.place, called.owner, args, shortcut)
        : await callBack(client, called, called.ref.place, called.owner, args, last)
  }
  return at
}

function entry(client: ClientModel, from: string): string {
  const place = from in client.exports ? client.exports[from] : client.globals[from]
  if (place === undefined) throw new Error(`${client.name} has no export or global ${from}`)
  return place
}

// A method that the data knows is called on the spot: response.json().
async function step(client: ClientModel, at: Found, place: string, name: string): Promise<Found> {
  const member = read(client, at, place, name)
  if (at.live === undefined || at.live === null) return member
  const callable = isPlace(member.ref) && placeOf(client, member.ref.place).call !== undefined
  return callable && isPlace(member.ref) ? call(client, member, member.ref.place, at.live, []) : member
}

function read(client: ClientModel, at: Found, place: string, name: string): Found {
  const ref = placeOf(client, place).members?.[name]
  const path = `${at.path} .${name}`
  if (ref === undefined) throw new Error(`${client.name}: ${path} is not in the data`)
  return { path, ref: plainRef(client, ref, path), live: memberOf(at.live, name) }
}

async function call(
  client: ClientModel,
  at: Found,
  place: string,
  owner: unknown,
  args: readonly unknown[],
  shortcut?: string,
): Promise<Found> {
  const { call: ref, methods = {} } = placeOf(client, place)
  if (ref === undefined || typeof at.live !== 'function') throw new Error(`${client.name}: ${at.path} is not callable`)
  const made: unknown = Reflect.apply(at.live, owner, args)
  if (typeof ref !== 'object' || !('ok' in ref))
    return { path: `${at.path}()`, ref: plainRef(client, ref, at.path), live: made }
  const given = shortcut === undefined || !(shortcut in methods) ? made : invoke(made, shortcut)
  const settled = await Promise.resolve(given).then(
    (live: unknown) => ({ path: `${at.path}() ✓`, ref: plainRef(client, ref.ok, at.path), live }),
    (live: unknown) => ({ path: `${at.path}() ✗`, ref: plainRef(client, ref.bad, at.path), live }),
  )
  return settled
}

// Without the option that chooses, it is the other.
function plainRef(client: ClientModel, ref: Ref, path: string): Found['ref'] {
  if (typeof ref === 'string' || 'place' in ref) return ref
  if ('option' in ref) return plainRef(client, ref.otherwise, path)
  // Which of several objects it is, a request tells that went the plain way: the first.
  if ('any' in ref) {
    const leaves = ref.any.filter(one => typeof one === 'string')
    const [first] = ref.any
    return leaves.length > 0 || first === undefined ? { any: leaves } : plainRef(client, first, path)
  }
  throw new Error(`${client.name}: ${path} is no single thing`)
}

function isPlace(ref: Found['ref']): ref is { readonly place: string } {
  return typeof ref === 'object' && 'place' in ref
}

async function callBack(
  client: ClientModel,
  at: Found,
  place: string,
  owner: unknown,
  args: readonly unknown[],
  parameter: number,
): Promise<Found> {
  const ref = placeOf(client, place).callbacks?.[-1]?.[parameter]
  const { live } = at
  if (ref == null || typeof live !== 'function') throw new Error(`${client.name}: ${at.path} calls nobody back`)
  const given = await new Promise<unknown>(done => {
    const hear = (...answers: readonly unknown[]) => done(answers[parameter])
    const made: unknown = Reflect.apply(live, owner, [...args, hear])
    // Of node:http a failure is an event.
    const on = memberOf(made, 'on')
    if (typeof on === 'function') Reflect.apply(on, made, ['error', () => done(undefined)])
  })
  return { path: `${at.path}(${'_, '.repeat(parameter)}`, ref: plainRef(client, ref, at.path), live: given }
}

function invoke(live: unknown, name: string): unknown {
  const method = memberOf(live, name)
  return typeof method === 'function' ? Reflect.apply(method, live, []) : undefined
}

export function placeOf(client: ClientModel, name: string): Place {
  const place = client.places[name]
  if (place === undefined) throw new Error(`${client.name} has no place ${name}`)
  return place
}

export function memberOf(live: unknown, name: string): unknown {
  if (live === null || live === undefined) return undefined
  return Reflect.get(Object(live), name, live)
}

/** The value behind `.response?.data?.code`. */
export function readSource(live: unknown, source: string): unknown {
  return source.split(/\?\.|\./).reduce((at, name) => (name === '' ? at : memberOf(at, name)), live)
}
