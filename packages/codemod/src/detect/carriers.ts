import { type Imported, stemOf } from '../find/import-index.ts'
import { regexPieces } from '../find/literals.ts'
import type { Needles } from '../find/needles.ts'
import { ts } from '../source/compiler.ts'
import type { Project, Unit } from '../source/project.ts'
import { hasModifier } from './syntax.ts'

const SHORTEST = 5
const DEFAULT = 'default'

/**
 * The files that may test a wording without holding one: they import a constant, an enum or a table of texts from this
 * file, or from one that hands it on.
 */
export function carriedTo(project: Project, file: string, needles: Needles): readonly string[] {
  const unit = project.open(file)
  const names = unit === null ? [] : carriersOf(unit, needles)
  if (names.length === 0) return []
  const { byName, byModule, whole } = project.imports()
  const stem = stemOf(file)
  const importers = new Set([...names.flatMap(name => byName.get(name) ?? []), ...(whole.get(stem) ?? [])])
  // The importer gives a default export a name of its own.
  if (names.includes(DEFAULT)) for (const one of byModule.get(stem) ?? []) importers.add(one)
  return [...importers].filter(one => mayLeadTo(project, one, file)).map(one => one.file)
}

const FARTHEST = 4

/** Whether an import may lead to a file, straight or through files that export what they import. */
function mayLeadTo(project: Project, { file, specifier }: Imported, goal: string): boolean {
  let here = new Set([file])
  let next = targetsOf(project, file, specifier)
  for (let steps = 0; steps < FARTHEST; steps += 1) {
    if (next === null || next.has(goal)) return true
    here = new Set([...here, ...next])
    const beyond = new Set<string>()
    for (const one of next) {
      for (const target of handedOn(project, one)) if (!here.has(target)) beyond.add(target)
    }
    next = beyond
    if (next.size === 0) return false
  }
  return true
}

// `null` where nobody can tell: a package of the workspace may be built from these files.
function targetsOf(project: Project, file: string, specifier: string): ReadonlySet<string> | null {
  const target = project.resolve(specifier, file)
  return target.kind === 'file' ? new Set([target.file]) : null
}

function handedOn(project: Project, file: string): readonly string[] {
  return (project.imports().handedOn.get(file) ?? []).flatMap(specifier => {
    const target = project.resolve(specifier, file)
    return target.kind === 'file' ? [target.file] : []
  })
}

function carriersOf(unit: Unit, needles: Needles): readonly string[] {
  return unit.tree.statements.flatMap(statement => {
    if (!holdsWording(statement, needles)) return []
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && isExported(unit, statement, name) && isData(initializer) ? [name.text] : [],
      )
    }
    if (ts.isExportAssignment(statement) || isExportsOf(statement)) return [DEFAULT]
    const named = ts.isEnumDeclaration(statement) || ts.isClassDeclaration(statement)
    return named && statement.name !== undefined && isExported(unit, statement, statement.name)
      ? [statement.name.text]
      : []
  })
}

function isExported(unit: Unit, statement: ts.Statement, name: ts.Identifier): boolean {
  if (hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return true
  const uses = unit.bindings.of(name)?.references ?? []
  return uses.some(id => ts.isExportSpecifier(id.parent) || ts.isExportAssignment(id.parent) || isCommonJs(id))
}

function isCommonJs(id: ts.Identifier): boolean {
  let at: ts.Node = id
  while (ts.isShorthandPropertyAssignment(at.parent) || ts.isObjectLiteralExpression(at.parent)) at = at.parent
  return ts.isBinaryExpression(at.parent) && at.parent.right === at && at.parent.left.getText().includes('exports')
}

// `module.exports = { … }`, `exports.TEXTS = { … }`: who requires it gives it a name.
function isExportsOf(statement: ts.Statement): boolean {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return false
  return /^(?:module\.)?exports\b/.test(statement.expression.left.getText())
}

function isData(node: ts.Expression | undefined): boolean {
  return node !== undefined && !ts.isArrowFunction(node) && !ts.isFunctionExpression(node)
}

function holdsWording(node: ts.Node, needles: Needles): boolean {
  if (ts.isStringLiteralLike(node)) return needles.meets(node.text, 'contains', SHORTEST)
  if (ts.isRegularExpressionLiteral(node))
    return regexPieces(node.text).some(piece => needles.meets(piece, 'contains', 4))
  return ts.forEachChild(node, child => holdsWording(child, needles) || undefined) ?? false
}
