import type { FileLinks } from './file-links.ts'
import { stemOf } from './import-index.ts'
import type { ResolveModule } from './resolve-module.ts'

// The wrapper, the module that speaks for the API, the component. What is further away shows what it is given.
const FARTHEST = 3

/** The files that may hold the body of an answer: those that send requests, and what imports them. */
export function nearRequests(
  links: ReadonlyMap<string, FileLinks>,
  wrappers: readonly string[],
  resolve: () => ResolveModule,
  farthest = FARTHEST,
): readonly string[] {
  const senders = [...links].filter(([, { sends }]) => sends).map(([file]) => file)
  const found = new Set([...senders, ...wrappers])
  if (found.size === 0) return []
  const importers = importersIn(links, resolve())
  let edge = [...found]
  for (let step = 0; step < farthest; step += 1) {
    edge = edge.flatMap(importers).filter(file => !found.has(file))
    for (const file of edge) found.add(file)
  }
  return [...found].sort()
}

/** What the files near requests import themselves: a helper that takes the text out of a failure sends nothing. */
export function handedTo(
  links: ReadonlyMap<string, FileLinks>,
  near: readonly string[],
  resolve: () => ResolveModule,
): readonly string[] {
  const known = new Set(near)
  if (known.size === 0) return []
  const target = resolve()
  const modules = near.flatMap(file => (links.get(file)?.modules ?? []).map(specifier => target(specifier, file)))
  return [...new Set(modules.flatMap(one => (one.kind === 'file' && !known.has(one.file) ? [one.file] : [])))].sort()
}

function importersIn(
  links: ReadonlyMap<string, FileLinks>,
  resolve: ResolveModule,
): (file: string) => readonly string[] {
  const byStem = new Map<string, Importing[]>()
  for (const [file, { modules }] of links) {
    for (const specifier of modules) {
      const stem = stemOf(specifier)
      const known = byStem.get(stem)
      if (known === undefined) byStem.set(stem, [{ file, specifier }])
      else known.push({ file, specifier })
    }
  }
  // Barrels share the last part of their paths: what leads to one of them leads there for all, and is resolved once.
  const byFile = new Map<string, ReadonlyMap<string, readonly string[]>>()
  return file => {
    const stem = stemOf(file)
    const importers = byFile.get(stem) ?? importersOf(byStem.get(stem) ?? [], resolve)
    byFile.set(stem, importers)
    return importers.get(file) ?? []
  }
}

interface Importing {
  readonly file: string
  readonly specifier: string
}

function importersOf(importing: readonly Importing[], resolve: ResolveModule): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { file, specifier } of importing) {
    const target = resolve(specifier, file)
    if (target.kind !== 'file') continue
    const known = found.get(target.file)
    if (known === undefined) found.set(target.file, [file])
    else known.push(file)
  }
  return found
}
