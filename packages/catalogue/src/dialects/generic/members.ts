/** How many members of one object are looked at: an error has tens, an attack has millions. */
const MAX_MEMBERS = 2000

/** An object of the body whose members are found whatever their case, underscores and hyphens. */
export interface Members {
  readonly value: Readonly<Record<string, unknown>>
  readonly names: readonly string[]
  readonly spelled: ReadonlyMap<string, string>
  /** The keys of `spelled`. */
  readonly spellings: readonly string[]
}

const NONE: Members = { value: {}, names: [], spelled: new Map(), spellings: [] }
const known = new WeakMap<object, Members>()
// The same few objects are asked some hundred times in a row. The small ones of one error have room here; a WeakMap
// costs more than to read them again.
const RECENT = 8
const SMALL = 24
const recent: Members[] = Array.from({ length: RECENT }, () => NONE)
let next = 0
let last: Members = NONE

// An API has a few dozen names; whoever makes them up must not fill the memory.
const MOST_SPELLED = 2000
const spelledNames = new Map<string, string>()

/** One spelling for `error_code`, `errorCode`, `Error-Code` and `hydra:errorCode`. */
export function spell(name: string): string {
  const remembered = spelledNames.get(name)
  if (remembered !== undefined) return remembered
  const spelling = spellOut(name)
  if (spelledNames.size < MOST_SPELLED && name.length <= 80) spelledNames.set(name, spelling)
  return spelling
}

function spellOut(name: string): string {
  const short = name.length > 80 ? name.slice(0, 80) : name
  if (short === '_errors') return short
  return short
    .slice(short.lastIndexOf(':') + 1)
    .replace(/[_\-\s.]/g, '')
    .toLowerCase()
}

/** The members of a plain object; none for everything else. */
export function membersOf(value: unknown): Members {
  if (value === last.value) return last
  if (!isRecord(value)) return NONE
  last = recent.find(one => one.value === value) ?? known.get(value) ?? readMembers(value)
  return last
}

function readMembers(value: Readonly<Record<string, unknown>>): Members {
  const names: string[] = []
  const spelled = new Map<string, string>()
  for (const name in value) {
    if (!Object.hasOwn(value, name)) continue
    if (names.length >= MAX_MEMBERS) break
    names.push(name)
  }
  // `$message` beside `$severity` (Sage); `$id` and `$type` beside plain names are the serializer's own.
  const isMarked = names.length > 0 && names.every(name => name.startsWith('$'))
  for (const name of names) {
    const key = spell(isMarked ? name.slice(1) : name)
    if (!spelled.has(key) || spelled.get(key)?.startsWith('_')) spelled.set(key, name)
  }
  const members = { value, names, spelled, spellings: [...spelled.keys()] }
  if (names.length > SMALL) {
    known.set(value, members)
  } else {
    recent[next] = members
    next = (next + 1) % RECENT
  }
  return members
}

/** The value of the member with this spelling; `undefined` where there is none. */
export function member(value: unknown, spelling: string): unknown {
  const members = membersOf(value)
  const name = members.spelled.get(spelling)
  return name === undefined ? undefined : members.value[name]
}

const NO_SPELLINGS: readonly string[] = []
const places = new Map<readonly string[], ReadonlyMap<string, number>>()

/**
 * Those of the spellings that the object has, in the order of the list: an error has a handful of members, the lists
 * of words have dozens. A list must be a constant, since its places are remembered.
 */
export function heldBy(value: unknown, list: readonly string[]): readonly string[] {
  const { spellings } = membersOf(value)
  if (spellings.length === 0) return NO_SPELLINGS
  const order = placesOf(list)
  const held = spellings.filter(spelling => order.has(spelling))
  return held.length < 2 ? held : held.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
}

function placesOf(list: readonly string[]): ReadonlyMap<string, number> {
  const remembered = places.get(list)
  if (remembered !== undefined) return remembered
  const order = new Map(list.map((spelling, place) => [spelling, place]))
  places.set(list, order)
  return order
}

/** Whether the object has one of the members. */
export function hasAny(value: unknown, spellings: readonly string[]): boolean {
  const { spelled } = membersOf(value)
  return spellings.some(spelling => spelled.has(spelling))
}

/** Whether it is an object with members: no list, no `null`. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether it is a list. */
export function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
