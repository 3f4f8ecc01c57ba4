import { type Catalogue, clientReads, dialectsOf, type Fact, factsAt, type PathSegment } from '@problemshift/catalogue'

/** What a member of a v1 body is to somebody who reads it, and is not a field of a list; `other`: no dialect speaks of it. */
export type ReadFact = Extract<Fact, 'message' | 'code' | 'trace' | 'docs' | 'hint'> | 'other'

// Where dialects disagree about a path, the wording wins: it is what a client shows.
export const READ_FACTS: readonly Exclude<ReadFact, 'other'>[] = ['message', 'trace', 'code', 'docs', 'hint']

/** What a path of the body holds; `null` for one that no dialect of the catalogue speaks of. */
export function readFact(catalogue: Catalogue, path: readonly PathSegment[]): ReadFact | null {
  const facts = new Set(dialectsOf(catalogue).flatMap(dialect => factsAt(dialect, path)))
  return READ_FACTS.find(fact => facts.has(fact)) ?? null
}

/** The last names of all such paths: only a member of that name can be a read. */
export function readNames(catalogue: Catalogue): ReadonlySet<string> {
  const reads = dialectsOf(catalogue).flatMap(clientReads)
  return new Set(reads.filter(isOfBody).flatMap(({ path }) => path.slice(-1)))
}

/** The names of the objects that v1 wraps its errors in: v2 has none, and whatever is read of one throws. */
export function wrapperNames(catalogue: Catalogue): ReadonlySet<string> {
  const reads = dialectsOf(catalogue).flatMap(clientReads)
  const names = reads.filter(isOfBody).flatMap(({ path }) => path.slice(0, -1))
  return new Set(names.filter(name => /^[A-Za-z_$][\w$]*$/.test(name)))
}

/** Whether a path lies in such an object, and no dialect speaks of it nor of what is in it. */
export function isUnspokenOf(catalogue: Catalogue, path: readonly PathSegment[]): boolean {
  const reads = dialectsOf(catalogue).flatMap(clientReads)
  const around = path.slice(0, -1)
  const leads = (read: readonly string[], to: readonly PathSegment[]) => to.every((part, at) => fits(read[at], part))
  const isWrapped = reads.some(read => isOfBody(read) && read.path.length > around.length && leads(read.path, around))
  return around.length > 0 && isWrapped && !reads.some(read => leads(read.path, path) && !isNoRead(read.fact))
}

function isNoRead(fact: Fact): boolean {
  return fact === 'category' || fact === 'retry'
}

/** The last names of the paths that hold a code. */
export function codeNames(catalogue: Catalogue): ReadonlySet<string> {
  const reads = dialectsOf(catalogue).flatMap(clientReads)
  return new Set(reads.filter(({ fact }) => fact === 'code').flatMap(({ path }) => path.slice(-1)))
}

function isOfBody({ fact }: { readonly fact: Fact }): boolean {
  return READ_FACTS.some(one => one === fact)
}

/** The members of the problem that say it in v2, the first that is there; `null` where the contract has none. */
export function v2Members({ contract }: Catalogue, fact: ReadFact): readonly string[] | null {
  switch (fact) {
    case 'message':
      return ['detail', 'title']
    case 'code':
      return contract.code === null ? null : [contract.code]
    case 'trace':
      return [contract.trace]
    case 'docs':
      return ['type']
    case 'hint':
      return contract.hint === null ? null : [contract.hint]
    case 'other':
      return null
  }
}

/** What a path may hold besides a text: an object where some dialect has members below it, or only ever a list. */
export function besidesText(catalogue: Catalogue, path: readonly PathSegment[]): 'object' | 'list' | null {
  const below = dialectsOf(catalogue)
    .flatMap(clientReads)
    .filter(read => read.path.length > path.length && path.every((part, index) => fits(read.path[index], part)))
  if (below.length === 0) return null
  return below.every(read => read.path[path.length] === '[]') ? 'list' : 'object'
}

function fits(step: string | undefined, part: PathSegment): boolean {
  if (step === '[]') return typeof part === 'number'
  return step === '{}' || step === String(part)
}
