import { externalMember } from './place-value.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { hasModifier } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Flow, one, union, unknown } from './values.ts'

/** What a file exports under a name: ES exports, re-exports and CommonJS alike. */
export function exportedFlow(t: Tracer, file: string, name: string, at: ts.Node): Flow {
  return lookUp(t, file, name, at, new Set()) ?? unknown('unresolved-import', at)
}

function lookUp(t: Tracer, file: string, name: string, at: ts.Node, seen: Set<string>): Flow | null {
  const unit = t.project.open(file)
  if (unit === null || seen.has(file)) return null
  seen.add(file)
  const said = t.sources.find(source => source.module === file && source.symbol === name)
  if (said !== undefined) {
    return one({
      kind: 'place',
      client: said.client,
      place: said.place,
      request: { call: null, instance: null },
      patched: null,
    })
  }
  const stars: string[] = []
  for (const statement of unit.tree.statements) {
    const found = fromStatement(t, unit, statement, name, seen, stars)
    if (found !== null) return found
  }
  for (const star of stars) {
    const target = t.project.resolve(star, file)
    if (target.kind === 'package') return externalMember(t, target.name, name)
    const found = target.kind === 'file' ? lookUp(t, target.file, name, at, seen) : null
    if (found !== null) return found
  }
  return commonJs(t, unit, name)
}

function fromStatement(
  t: Tracer,
  unit: Unit,
  statement: ts.Statement,
  name: string,
  seen: Set<string>,
  stars: string[],
): Flow | null {
  if (ts.isExportAssignment(statement)) {
    return name === 'default' ? t.evaluate(statement.expression, null) : null
  }
  if (ts.isExportDeclaration(statement)) return fromExport(t, unit, statement, name, seen, stars)
  if (!hasModifier(statement, ts.SyntaxKind.ExportKeyword)) return null
  if (hasModifier(statement, ts.SyntaxKind.DefaultKeyword)) return name === 'default' ? defaultFlow(statement) : null
  if (!declares(statement, name)) return null
  const declaration = unit.bindings.top.names.get(name)
  return declaration === undefined || declaration.kind === 'type' ? null : t.define(declaration, null)
}

function defaultFlow(statement: ts.Statement): Flow | null {
  if (ts.isFunctionDeclaration(statement)) return one({ kind: 'function', node: statement, env: null, self: null })
  if (ts.isClassDeclaration(statement)) return one({ kind: 'class', node: statement, env: null })
  return null
}

function declares(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some(one => bindsName(one.name, name))
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isEnumDeclaration(statement)) {
    return statement.name?.text === name
  }
  return false
}

function bindsName(binding: ts.BindingName, name: string): boolean {
  if (ts.isIdentifier(binding)) return binding.text === name
  return binding.elements.some(element => ts.isBindingElement(element) && bindsName(element.name, name))
}

function fromExport(
  t: Tracer,
  unit: Unit,
  statement: ts.ExportDeclaration,
  name: string,
  seen: Set<string>,
  stars: string[],
): Flow | null {
  const from = statement.moduleSpecifier
  const specifier = from !== undefined && ts.isStringLiteral(from) ? from.text : null
  const clause = statement.exportClause
  if (clause === undefined) {
    if (specifier !== null) stars.push(specifier)
    return null
  }
  if (ts.isNamespaceExport(clause)) {
    return clause.name.text === name && specifier !== null ? t.moduleFlow(specifier, clause) : null
  }
  const element = clause.elements.find(one => one.name.text === name)
  if (element === undefined) return null
  const local = (element.propertyName ?? element.name).text
  if (specifier === null) {
    const declaration = unit.bindings.top.names.get(local)
    return declaration === undefined ? null : t.define(declaration, null)
  }
  const target = t.project.resolve(specifier, unit.file)
  if (target.kind === 'package') return externalMember(t, target.name, local)
  return target.kind === 'file' ? lookUp(t, target.file, local, element, new Set(seen)) : null
}

// `module.exports = …`, `module.exports.name = …`, `exports.name = …`
function commonJs(t: Tracer, unit: Unit, name: string): Flow | null {
  const found: Flow[] = []
  for (const statement of unit.tree.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) continue
    const { left, right, operatorToken } = statement.expression
    if (operatorToken.kind !== ts.SyntaxKind.EqualsToken || !ts.isPropertyAccessExpression(left)) continue
    if (isModuleExports(left)) {
      const whole = t.evaluate(right, null)
      found.push(name === 'default' ? whole : each(whole, value => t.memberOf(value, name, left)))
    } else if (left.name.text === name && isExportsObject(left.expression)) {
      found.push(t.evaluate(right, null))
    }
  }
  return found.length === 0 ? null : union(...found)
}

function isExportsObject(node: ts.Expression): boolean {
  return (ts.isIdentifier(node) && node.text === 'exports') || isModuleExports(node)
}

function isModuleExports(node: ts.Expression): boolean {
  return (
    ts.isPropertyAccessExpression(node) &&
    node.name.text === 'exports' &&
    ts.isIdentifier(node.expression) &&
    node.expression.text === 'module'
  )
}
