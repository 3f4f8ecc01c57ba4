import { readerOf } from './reader.ts'

/** One import: the file that it stands in, and the module that it names. */
export interface Imported {
  readonly file: string
  readonly specifier: string
}

/** Which files import what, by a scan of their bytes: a name can only be used elsewhere where it is imported. */
export interface ImportIndex {
  /** Imports and re-exports by the names in their clauses, and members read off a required module. */
  readonly byName: ReadonlyMap<string, readonly Imported[]>
  /** What takes in a whole module, by the last part of its path. */
  readonly whole: ReadonlyMap<string, readonly Imported[]>
  /** What names a module in any way, by the last part of its path. */
  readonly byModule: ReadonlyMap<string, readonly Imported[]>
  /** What a file hands on of other modules: re-exports, and whatever it requires. */
  readonly handedOn: ReadonlyMap<string, readonly string[]>
  /** Names that some file exports again under another. */
  readonly renamed: ReadonlySet<string>
}

const FROM = /\b(?:import|export)\b([^'"`;()]{0,4000}?)\bfrom\s*['"]([^'"\n]+)['"]/g
const REQUIRED =
  /(?:\b(?:const|let|var)\s*(\{[^}=]{0,2000}\}|[\w$]+)\s*=\s*)?(?:await\s+)?\b(?:require|import)\s*\(\s*['"]([^'"\n]+)['"]\s*\)(?:\s*\.\s*([\w$]+))?/g
const NAMES = /[\w$]+/g
const AS = /([\w$]+)\s+as\s+[\w$]+/g
// `export * from` hands names on as they are.
const STAR_EXPORT = /^export\s*\*\s*from/

interface Draft {
  readonly byName: Map<string, Imported[]>
  readonly whole: Map<string, Imported[]>
  readonly byModule: Map<string, Imported[]>
  readonly handedOn: Map<string, string[]>
  readonly renamed: Set<string>
}

/** Reads all files once. On 11,000 files a regex over the text took 0.25 s, the compiler's own scan 0.9 s. */
export function indexImports(root: string, files: readonly string[]): ImportIndex {
  const draft: Draft = {
    byName: new Map(),
    whole: new Map(),
    byModule: new Map(),
    handedOn: new Map(),
    renamed: new Set(),
  }
  const read = readerOf()
  for (const file of files) {
    const text = read(`${root}/${file}`)?.toString('latin1')
    if (text === undefined) continue
    for (const match of text.matchAll(FROM)) addClause(draft, file, match)
    for (const match of text.matchAll(REQUIRED)) addRequired(draft, file, match)
  }
  return draft
}

function addClause(draft: Draft, file: string, [statement, clause = '', specifier = '']: RegExpMatchArray): void {
  const one = { file, specifier: cutLoose(specifier) }
  add(draft.byModule, stemOf(specifier), one)
  if (clause.includes('*') && !STAR_EXPORT.test(statement)) add(draft.whole, stemOf(specifier), one)
  for (const [name] of clause.matchAll(NAMES)) add(draft.byName, name, one)
  if (!statement.startsWith('export')) return
  add(draft.handedOn, file, one.specifier)
  for (const [, name = ''] of clause.matchAll(AS)) draft.renamed.add(cutLoose(name))
}

function addRequired(draft: Draft, file: string, [, clause = '', specifier = '', member]: RegExpMatchArray): void {
  const one = { file, specifier: cutLoose(specifier) }
  add(draft.byModule, stemOf(specifier), one)
  add(draft.handedOn, file, one.specifier)
  if (member !== undefined) add(draft.byName, member, one)
  else if (!clause.startsWith('{')) add(draft.whole, stemOf(specifier), one)
  else for (const [name] of clause.matchAll(NAMES)) add(draft.byName, name, one)
}

/** The last part of a module's path, by which its importers are found: `../api/client.js` and `client.ts` are `client`. */
export function stemOf(specifier: string): string {
  const end = endOf(specifier, specifier.length)
  const start = specifier.lastIndexOf('/', end - 1) + 1
  const last = specifier.slice(start, end).replace(/\.[cm]?[jt]sx?$/, '')
  if (last !== 'index') return last
  const before = endOf(specifier, start)
  return specifier.slice(specifier.lastIndexOf('/', before - 1) + 1, before) || last
}

function endOf(path: string, before: number): number {
  let end = before
  while (path[end - 1] === '/') end -= 1
  return end
}

// A piece of a text keeps the whole of it in memory: that of every file here.
function cutLoose(piece: string): string {
  return Buffer.from(piece, 'latin1').toString('latin1')
}

function add<T>(index: Map<string, T[]>, key: string, one: T): void {
  const known = index.get(key)
  if (known === undefined) index.set(cutLoose(key), [one])
  else known.push(one)
}
