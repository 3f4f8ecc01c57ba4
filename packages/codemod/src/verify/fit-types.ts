import type { PlannedSite } from '../plan/plan.ts'
import { isSame, newPlace, oldPlace, type Splice, writtenBy } from '../plan/splice.ts'
import type { Insertion, MissingMember } from './missing-member.ts'
import type { Retyped } from './retyped.ts'
import type { NewFault } from './verify-types.ts'

// A type may be made of another: `detail` may be missing only where `code` is there.
const ROUNDS = 3

/**
 * Gives the repository's own types the members of v2 that the rewrites read, and a type to what they read of an unknown
 * value; what that does not help is left to others.
 */
export function fitTypes(
  sites: readonly PlannedSite[],
  oneFile: boolean,
  faultsOf: (sites: readonly PlannedSite[]) => readonly NewFault[],
): readonly PlannedSite[] {
  let now = sites
  for (let round = 0; round < ROUNDS; round += 1) {
    const splices = now.flatMap(site => site.splices)
    const faults = faultsOf(now)
    const missing = faults.flatMap(fault => (fault.missing === null ? [] : [fault.missing]))
    const repairs = missing.sort((a, b) => a.rank - b.rank).flatMap(one => repairOf(splices, one))
    const wanted = oneFile ? repairs.filter(({ reading, member }) => reading.file === member.file) : repairs
    const inserted = missing.flatMap(({ insertions }) => insertions.map(one => ({ ...one, end: one.at })))
    const retyped = faults.flatMap(fault => (fault.retyped === null ? [] : [fault.retyped]))
    const widened = widenedBy(splices, [...inserted, ...retyped])
    const next = wanted.reduce(withRepair, widened.length === 0 ? now : now.map(site => withWidened(site, widened)))
    if (next === now) return now
    now = next
  }
  return now
}

interface Repair {
  /** The splice that reads the member. */
  readonly reading: Splice
  /** The one that gives it to the type. */
  readonly member: Splice
}

function repairOf(splices: readonly Splice[], { file, at, insertions }: MissingMember): readonly Repair[] {
  const reading = writtenBy(inFile(splices, file), at)
  const members = insertions.map(insertion => spliceOf(splices, insertion))
  if (reading === null || members.includes(null)) return []
  return members.flatMap(member => (member === null ? [] : [{ reading, member }]))
}

/**
 * A splice that holds the type itself, `(error.data as { message: string }).code`, or reads of an unknown value, and what
 * it becomes with the members or the cast.
 */
interface Widened {
  readonly from: Splice
  readonly to: Splice
}

function widenedBy(splices: readonly Splice[], wanted: readonly Retyped[]): readonly Widened[] {
  const found = new Map<Splice, Splice>()
  for (const { file, at, end, text } of wanted.toSorted((a, b) => b.at - a.at)) {
    const from = writtenBy(inFile(splices, file), at)
    const start = from === null ? null : newPlace(inFile(splices, file), from)
    if (from === null || start === null || (at === start && end === at)) continue
    const { text: old } = found.get(from) ?? from
    const [cut, rest] = [at - start, end - start]
    // From the back to the front: what stands before has not moved. Two reads may miss one member of one type.
    if (rest > from.text.length || (cut === rest && old.slice(cut).startsWith(text))) continue
    found.set(from, { ...from, text: old.slice(0, cut) + text + old.slice(rest) })
  }
  return [...found].map(([from, to]) => ({ from, to }))
}

function withWidened(site: PlannedSite, widened: readonly Widened[]): PlannedSite {
  const own = widened.filter(({ from }) => site.splices.some(splice => isSame(splice, from)))
  if (own.length === 0) return site
  const splices = site.splices.map(splice => own.find(({ from }) => isSame(splice, from))?.to ?? splice)
  const after = own.reduce((text, { from, to }) => text?.replace(from.text, () => to.text) ?? null, site.after)
  return { ...site, splices, after }
}

function spliceOf(splices: readonly Splice[], { file, at, text }: Insertion): Splice | null {
  const start = oldPlace(inFile(splices, file), at)
  return start === null ? null : { file, start, end: start, text }
}

function inFile(splices: readonly Splice[], file: string): readonly Splice[] {
  return splices.filter(splice => splice.file === file)
}

// The member belongs to each site that reads it: when they all are taken back, so is the member.
function withRepair(sites: readonly PlannedSite[], { reading, member }: Repair): readonly PlannedSite[] {
  const misses = (site: PlannedSite) =>
    site.splices.some(splice => isSame(splice, reading)) && !site.splices.some(splice => isSame(splice, member))
  if (!sites.some(misses)) return sites
  return sites.map(site => (misses(site) ? { ...site, splices: [...site.splices, member] } : site))
}
