import type { Declaration } from '../source/bindings.ts'
import { type Imported, stemOf } from '../find/import-index.ts'
import { ts } from '../source/compiler.ts'
import { hasModifier, inner } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { specifierOf } from './type-flow.ts'
import type { Value } from './values.ts'

/** Every place of the project that means a declaration; `null` when some of them cannot be found. */
export function usesOf(t: Tracer, declaration: Declaration): readonly ts.Identifier[] | null {
  const { uses, beyond } = namedUsesOf(t, declaration)
  return beyond === null ? uses : null
}

/** The places that mean a declaration by its name, and how others may mean it. */
export interface NamedUses {
  readonly uses: readonly ts.Identifier[]
  /** Who takes in the whole module says the name behind a dot; who renames it hands it on under another. */
  readonly beyond: 'whole' | 'renamed' | null
}

export function namedUsesOf(t: Tracer, declaration: Declaration): NamedUses {
  return t.remember(declaration, 'uses', () => findUses(t, declaration))
}

function findUses(t: Tracer, declaration: Declaration): NamedUses {
  const own = declaration.references.filter(id => !ts.isExportSpecifier(id.parent))
  const names = exportedNames(declaration)
  if (names.length === 0) return { uses: own, beyond: null }
  const home = t.project.unitOf(declaration.id).file
  const { whole, renamed } = t.project.imports()
  const leadsHome = ({ file, specifier }: Imported) => {
    const target = t.project.resolve(specifier, file)
    return target.kind === 'file' && target.file === home
  }
  const isWhole = (whole.get(stemOf(home)) ?? []).some(leadsHome)
  const beyond = names.some(name => renamed.has(name)) ? 'renamed' : isWhole ? 'whole' : null
  const imports = importsBy(t, names, home).filter(imported => importsIt(t, imported, declaration))
  return { uses: [...own, ...imports.flatMap(({ references }) => references)], beyond }
}

/** The places that mean what a file exports without a name: `export default ['Loan not found']`. */
export function usesOfDefault(t: Tracer, assigned: ts.ExportAssignment): readonly ts.Identifier[] {
  const home = t.project.unitOf(assigned).file
  return importsBy(t, ['default'], home)
    .filter(imported => importedName(imported) === 'default' && isFrom(t, imported, home))
    .flatMap(({ references }) => references)
}

function importsBy(t: Tracer, names: readonly string[], home: string): readonly Declaration[] {
  const { byName, byModule } = t.project.imports()
  const imports = names.flatMap(name => (name === 'default' ? byModule.get(stemOf(home)) : byName.get(name)) ?? [])
  const inside = imports.filter(({ file, specifier }) => t.project.resolve(specifier, file).kind === 'file')
  const files = new Set(inside.map(one => one.file))
  files.delete(home)
  return [...files].flatMap(file => {
    const declared = t.project.open(file)?.bindings.top.names.values() ?? []
    return [...declared].filter(({ kind }) => kind === 'import')
  })
}

function isFrom(t: Tracer, { id, node }: Declaration, home: string): boolean {
  const specifier = specifierOf(node)
  const target = specifier === null ? null : t.project.resolve(specifier, t.project.unitOf(id).file)
  return target?.kind === 'file' && target.file === home
}

// An import means the declaration when it leads to the same node, through whatever re-exports.
function importsIt(t: Tracer, imported: Declaration, declaration: Declaration): boolean {
  if (specifierOf(imported.node) === null) return false
  const [only] = t.define(imported, null)
  if (only === undefined) return false
  const value = only.value
  switch (value.kind) {
    case 'function':
      return value.node === declaration.node || initialOf(declaration) === value.node
    case 'array':
    case 'object':
      return initialOf(declaration) === value.node
    case 'class':
      return value.node === declaration.node
    case 'external':
    case 'place':
      return isSameThing(t, value, declaration, imported)
    case 'plain': {
      // A set has no node of its own to be known by.
      const home = t.project.unitOf(declaration.id).file
      return exportedNames(declaration).includes(importedName(imported)) && isFrom(t, imported, home)
    }
    default:
      return false
  }
}

// A context, a slice or an action creator: what one call of a package made, under one of the names of the export.
function isSameThing(t: Tracer, value: Value, declaration: Declaration, imported: Declaration): boolean {
  const [own, more] = t.define(declaration, null)
  if (own === undefined || more !== undefined) return false
  if (value.kind === 'place' && own.value.kind === 'place') {
    const same = own.value.place === value.place && own.value.request.instance === value.request.instance
    return same && value.request.instance !== null && exportedNames(declaration).includes(importedName(imported))
  }
  if (value.kind !== 'external' || own.value.kind !== 'external' || value.made === undefined) return false
  return own.value.made === value.made && own.value.path.join() === value.path.join()
}

function importedName({ node, name }: Declaration): string {
  if (ts.isImportSpecifier(node)) return (node.propertyName ?? node.name).text
  return ts.isImportClause(node) ? 'default' : name
}

function initialOf(declaration: Declaration): ts.Node | null {
  const { node } = declaration
  return ts.isVariableDeclaration(node) && node.initializer !== undefined ? inner(node.initializer) : null
}

/** The names that a top-level declaration is exported under. */
export function exportedNames(declaration: Declaration): readonly string[] {
  const names = new Set<string>()
  const { node } = declaration
  let holder: ts.Node = node
  while (ts.isBindingElement(holder) || ts.isBindingName(holder)) holder = holder.parent
  const statement = ts.isVariableDeclaration(holder) ? holder.parent.parent : holder
  if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) {
    names.add(hasModifier(statement, ts.SyntaxKind.DefaultKeyword) ? 'default' : declaration.name)
  }
  for (const id of declaration.references) {
    if (ts.isExportSpecifier(id.parent)) names.add(id.parent.name.text)
    if (ts.isExportAssignment(id.parent)) names.add('default')
  }
  return [...names]
}
