import type { ts } from '../source/compiler.ts'
import { type ModuleShape, prunedText, shapeOf } from './module-shape.ts'

/** What a program asks about the files that it opens. */
export interface NeededModules {
  /** What of a file's text its importers need, as far as they are known; `null` where that is all of it. */
  readonly textOf: (path: string, parse: () => ts.SourceFile) => string | null
  /** Which of the modules that a file names it has to open. */
  readonly of: (tree: ts.SourceFile, isAsked: boolean) => (specifier: string) => boolean
  /** Whether more turned out to be needed than was said since this was last asked. */
  readonly grew: () => boolean
}

export interface ModulePaths {
  /** Where a module lies that a file names; `undefined` where it is not found. */
  readonly resolve: (specifier: string, tree: ts.SourceFile) => string | undefined
  readonly textOf: (path: string) => string | undefined
}

interface Opened {
  shape: ModuleShape | null
  /** Whether that is the shape of a text as it would be, and not of the one on the disk. */
  isAsked: boolean
  /** The tree that the program has of it. */
  tree: ts.SourceFile | null
  readonly needed: Set<string>
  /** The names of its own that its importers come to. */
  readonly names: Set<string>
  /** What was told of its text last. */
  pruned: string | null
  /** How many of both were known when it was told, and in which round that was. */
  told: { readonly needed: number; readonly names: number; readonly round: number }
}

const NEVER = { needed: 0, names: 0, round: -1 }

const ALL = '*'

/**
 * Follows the names that the asked files mention, module by module, to what declares them. A program that opens nothing
 * else gives these files the same types, and most of a repository stays shut: who imports one name of a folder does not
 * need the folder.
 */
export function neededModules({ resolve, textOf }: ModulePaths): NeededModules {
  const wanted = new Map<string, Set<string>>()
  const opened = new Map<string, Opened>()
  const open: { readonly path: string; readonly name: string }[] = []
  let round = 0

  const openedAt = (path: string, parse: () => ts.SourceFile): Opened => {
    const known = opened.get(path)
    if (known !== undefined) return known
    const shape = shapeOf(parse())
    const file: Opened = {
      shape,
      isAsked: false,
      tree: null,
      needed: new Set(),
      names: new Set(),
      pruned: null,
      told: NEVER,
    }
    opened.set(path, file)
    for (const name of wanted.get(path) ?? []) addNames(file, name)
    return file
  }
  // Those that a name of the module leads to within it; what lies behind them is found once its imports are read.
  const addNames = ({ shape, names }: Opened, exported: string): void => {
    if (shape === null) return
    const left = exported === ALL ? [...shape.exported.keys()] : [exported]
    const locals = left.flatMap(name => {
      const from = shape.exported.get(name)
      return from !== undefined && 'local' in from ? [from.local] : []
    })
    addLocals(shape, names, locals)
  }
  const want = (path: string, name: string): void => {
    const known = wanted.get(path) ?? new Set<string>()
    wanted.set(path, known)
    if (known.has(name)) return
    known.add(name)
    const file = opened.get(path)
    if (file === undefined) return
    addNames(file, name)
    open.push({ path, name })
  }
  const wantOf = (file: Opened, tree: ts.SourceFile, specifier: string, name: string): void => {
    file.needed.add(specifier)
    const path = resolve(specifier, tree)
    if (path !== undefined && !isOfPackage(path)) want(path, name)
  }
  const mayHandOn = (tree: ts.SourceFile, specifier: string, name: string): boolean => {
    if (name === 'default') return false
    const path = resolve(specifier, tree)
    if (path === undefined || isOfPackage(path)) return true
    const text = textOf(path)
    return text === undefined || text.includes(name) || /\bexport\s*(?:\*|=)/.test(text) || !/\.[cm]?tsx?$/.test(path)
  }
  const handOn = (file: Opened, tree: ts.SourceFile, shape: ModuleShape, name: string): void => {
    const from = shape.exported.get(name)
    if (from !== undefined && 'specifier' in from) wantOf(file, tree, from.specifier, from.name)
    if (from !== undefined) return
    for (const specifier of shape.stars) if (mayHandOn(tree, specifier, name)) wantOf(file, tree, specifier, name)
  }
  const handOnAll = (file: Opened, tree: ts.SourceFile, shape: ModuleShape): void => {
    for (const name of shape.exported.keys()) handOn(file, tree, shape, name)
    for (const specifier of shape.stars) wantOf(file, tree, specifier, ALL)
  }
  const takeIn = (file: Opened, tree: ts.SourceFile, shape: ModuleShape): void => {
    for (const name of file.names) {
      const from = shape.imported.get(name)
      if (from !== undefined) wantOf(file, tree, from.specifier, from.name)
    }
  }
  const start = (file: Opened, tree: ts.SourceFile, isAsked: boolean): void => {
    const { shape } = file
    if (shape === null) {
      for (const specifier of specifiersIn(tree.text)) wantOf(file, tree, specifier, ALL)
      return
    }
    for (const specifier of shape.always) wantOf(file, tree, specifier, ALL)
    if (isAsked) {
      for (const name of [...shape.imported.keys(), ...shape.declared.keys()]) file.names.add(name)
      handOnAll(file, tree, shape)
    }
    takeIn(file, tree, shape)
  }
  const settle = (): void => {
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const file = opened.get(next.path)
      if (file === undefined || file.shape === null || file.tree === null) continue
      takeIn(file, file.tree, file.shape)
      if (next.name === ALL) handOnAll(file, file.tree, file.shape)
      else handOn(file, file.tree, file.shape, next.name)
    }
  }
  return {
    textOf: (path, parse) => {
      const file = openedAt(path, parse)
      if (file.isAsked) Object.assign(file, { shape: shapeOf(parse()), isAsked: false, tree: null, pruned: null })
      const { shape, names, needed } = file
      const isSame = file.pruned !== null && file.told.names === names.size
      file.told = { needed: needed.size, names: names.size, round }
      if (shape === null || isSame) return file.pruned
      file.pruned = prunedText(textOf(path) ?? '', shape, names)
      return file.pruned
    },
    of: (tree, isAsked) => {
      const path = tree.fileName
      const file = openedAt(path, () => tree)
      const isNew = file.tree === null
      file.tree = tree
      if (isNew || isAsked) {
        if (isAsked) Object.assign(file, { shape: shapeOf(tree), isAsked })
        start(file, tree, isAsked)
        for (const name of wanted.get(path) ?? []) open.push({ path, name })
        settle()
      }
      const { shape, needed, names } = file
      file.told = { needed: needed.size, names: isAsked ? names.size : file.told.names, round }
      // What nobody wrote, the compiler itself asks for: the runtime of JSX.
      return specifier => shape === null || needed.has(specifier) || !shape.named.has(specifier)
    },
    grew: () => {
      const grown = [...opened.values()].some(
        ({ told, needed, names }) => told.round === round && (told.needed < needed.size || told.names < names.size),
      )
      round += 1
      return grown
    },
  }
}

function addLocals({ declared }: ModuleShape, names: Set<string>, first: readonly string[]): void {
  const left = [...first]
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (names.has(name)) continue
    names.add(name)
    left.push(...(declared.get(name) ?? []))
  }
}

function isOfPackage(path: string): boolean {
  return path.includes('/node_modules/')
}

const SPECIFIERS = /\b(?:from|import|require)\s*\(?\s*(['"])([^'"\n]+)\1/g

function specifiersIn(text: string): readonly string[] {
  return [...text.matchAll(SPECIFIERS)].map(([, , specifier = '']) => specifier)
}
