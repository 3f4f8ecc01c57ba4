import { type Catalogue, clientReads, dialectsOf, type Fact, factsAt, type PathSegment } from '@problemshift/catalogue'

/** What a member of a v1 body is to somebody who reads it, and is not a field of a list. */
export type ReadFact = Extract<Fact, 'message' | 'code' | 'trace' | 'docs' | 'hint'>

// Where dialects disagree about a path, the wording wins: it is what a client shows.
export const READ_FACTS: readonly ReadFact[] = ['message', 'trace', 'code', 'docs', 'hint']

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
