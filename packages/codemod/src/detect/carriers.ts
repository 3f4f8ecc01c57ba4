import type { Needles } from '../find/needles.ts'
import { ts } from '../source/compiler.ts'
import type { Project, Unit } from '../source/project.ts'
import { hasModifier } from './syntax.ts'

const SHORTEST = 8

/**
 * The files that may test a wording without holding one: they import a constant, an enum or a table of texts. Found by
 * the names of what the other files export, in one more scan of bytes.
 */
export function withCarriers(project: Project, files: readonly string[], needles: Needles): readonly string[] {
  const found = new Set(files)
  for (const file of files) {
    const unit = project.open(file)
    if (unit === null) continue
    for (const name of carriersOf(unit, needles)) {
      for (const { file: other } of project.imports().byName.get(name) ?? []) found.add(other)
    }
  }
  return [...found].sort()
}

function carriersOf(unit: Unit, needles: Needles): readonly string[] {
  return unit.tree.statements.flatMap(statement => {
    if (!holdsWording(statement, needles)) return []
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
        ts.isIdentifier(name) && isExported(unit, statement, name) && isData(initializer) ? [name.text] : [],
      )
    }
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

function isData(node: ts.Expression | undefined): boolean {
  return node !== undefined && !ts.isArrowFunction(node) && !ts.isFunctionExpression(node)
}

function holdsWording(node: ts.Node, needles: Needles): boolean {
  if (ts.isStringLiteralLike(node)) {
    return needles.meets(node.text, 'contains', SHORTEST)
  }
  if (ts.isRegularExpressionLiteral(node)) return true
  return ts.forEachChild(node, child => holdsWording(child, needles) || undefined) ?? false
}
