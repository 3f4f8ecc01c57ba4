import { type ImportIndex, indexImports } from '../find/import-index.ts'
import { filesHolding } from '../find/prefilter.ts'
import { type Bindings, bindFile, type Declaration } from './bindings.ts'
import { ts } from './compiler.ts'
import { createResolver, type ModuleTarget, packageOf } from '../find/resolve-module.ts'
import { readSource, type SourceText } from '../find/source-file.ts'
import { blankTypes, standOn } from './parse-flow.ts'

/** A file that was opened: parsed and bound. */
export interface Unit {
  readonly file: string
  readonly source: SourceText
  readonly tree: ts.SourceFile
  readonly bindings: Bindings
}

export type OpenFault = 'not-utf8' | 'unreadable' | 'syntax'

/** The repository, opened file by file as it is asked for; what nobody asks for stays shut. */
export interface Project {
  readonly root: string
  /** Every source file, by its path. */
  readonly files: readonly string[]
  readonly open: (file: string) => Unit | null
  /** The text of a file, for whoever needs no tree of it. */
  readonly sourceOf: (file: string) => SourceText | null
  readonly faults: ReadonlyMap<string, OpenFault>
  /** The files that were opened, or could not be. */
  readonly opened: () => Iterable<string>
  /** How long their texts are: what they take in memory is some thirty times as much. */
  readonly letters: () => number
  readonly resolve: (specifier: string, from: string) => ModuleTarget
  /** The folder of the package that a file belongs to. */
  readonly packageOf: (file: string) => string
  /** The files that hold a text, by their bytes; asked once a text. */
  readonly holding: (text: string) => readonly string[]
  /** Who imports what; made when it is first asked for. */
  readonly imports: () => ImportIndex
  readonly unitOf: (node: ts.Node) => Unit
  /** What an identifier means in its own file. */
  readonly declarationOf: (id: ts.Identifier) => Declaration | null
}

/** What is known of a repository without opening a file of it: projects may share it. */
export type Repository = Pick<Project, 'root' | 'files' | 'resolve' | 'packageOf' | 'holding' | 'imports'>

/** Gets ready to read a repository; nothing is read before it is asked for. */
export function openRepository(root: string, files: readonly string[]): Repository {
  const held = new Map<string, readonly string[]>()
  let imports: ImportIndex | null = null
  return {
    root,
    files,
    resolve: createResolver(root, files),
    packageOf: file => packageOf(root, file),
    holding: name => {
      const known = held.get(name) ?? filesHolding(root, files, name)
      held.set(name, known)
      return known
    },
    imports: () => {
      imports ??= indexImports(root, files)
      return imports
    },
  }
}

/** Opens a repository without reading any of its files yet. */
export function openProject(repository: Repository): Project {
  const { root } = repository
  const units = new Map<string, Unit | null>()
  const byTree = new Map<ts.SourceFile, Unit>()
  const faults = new Map<string, OpenFault>()
  let letters = 0

  const open = (file: string): Unit | null => {
    const known = units.get(file)
    if (known !== undefined) return known
    const unit = parseUnit(root, file, faults)
    units.set(file, unit)
    if (unit === null) return null
    byTree.set(unit.tree, unit)
    letters += unit.source.text.length
    return unit
  }
  const sourceOf = (file: string): SourceText | null => {
    const unit = units.get(file)
    if (unit) return unit.source
    const read = readSource(root, file)
    return read.outcome === 'text' ? read.source : null
  }
  const unitOf = (node: ts.Node): Unit => {
    const unit = byTree.get(node.getSourceFile())
    if (unit === undefined) throw new Error('a node of a file that was not opened here')
    return unit
  }
  return {
    ...repository,
    open,
    sourceOf,
    faults,
    opened: () => units.keys(),
    letters: () => letters,
    unitOf,
    declarationOf: id => unitOf(id).bindings.of(id),
  }
}

function parseUnit(root: string, file: string, faults: Map<string, OpenFault>): Unit | null {
  const read = readSource(root, file)
  if (read.outcome !== 'text') {
    faults.set(file, read.outcome)
    return null
  }
  const tree = parseText(file, read.source.text)
  if (syntaxFaults(tree) > 0) {
    faults.set(file, 'syntax')
    return null
  }
  return { file, source: read.source, tree, bindings: bindFile(tree) }
}

/** Parses a text by the extension of its file. Plain `.js` is read with JSX, as bundlers do, and with Flow's types. */
export function parseText(file: string, text: string): ts.SourceFile {
  const tree = parsePlain(file, text)
  if (syntaxFaults(tree) === 0 || !/\.[cm]?jsx?$/.test(file)) return tree
  const blanked = blankTypes(text)
  const untyped = blanked === null ? tree : parsePlain(file, blanked)
  if (blanked === null || syntaxFaults(untyped) > 0) return tree
  standOn(untyped, text)
  return untyped
}

function parsePlain(file: string, text: string): ts.SourceFile {
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, scriptKind(file))
}

/** How many places of a file the compiler could not read. */
export function syntaxFaults(tree: ts.SourceFile): number {
  // `parseDiagnostics` is on every parsed file but not in the public types; a program would cost 300 ms to say the same.
  const { parseDiagnostics } = tree as ts.SourceFile & { readonly parseDiagnostics?: readonly unknown[] }
  return parseDiagnostics?.length ?? 0
}

function scriptKind(file: string): ts.ScriptKind {
  if (file.endsWith('.tsx')) return ts.ScriptKind.TSX
  if (/\.[cm]?ts$/.test(file)) return ts.ScriptKind.TS
  if (file.endsWith('.json')) return ts.ScriptKind.JSON
  return ts.ScriptKind.JSX
}
