import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import type { Project, Unit } from '../source/project.ts'
import type { PlannedSite } from './plan.ts'
import type { Splice } from './splice.ts'

/** Takes the imports out that only rewritten tests used: the constants and enums of the old wordings. */
export function dropUnusedImports(project: Project, sites: readonly PlannedSite[]): readonly PlannedSite[] {
  const splices = sites.flatMap(site => site.splices)
  const files = new Set(splices.map(splice => splice.file))
  let now = sites
  for (const file of files) {
    const unit = project.open(file)
    if (unit === null) continue
    const own = splices.filter(splice => splice.file === file)
    const unused = [...unit.bindings.top.names.values()].filter(name => isUnused(name, own))
    for (const { splice, of } of removals(project, unit, unused)) {
      const last = of.flatMap(name => name.references).at(-1)
      const index = now.findIndex(site => site.splices.some(one => one.file === file && isIn(last, one)))
      now = now.map((site, at) => (at === index ? { ...site, splices: [...site.splices, splice] } : site))
    }
  }
  return now
}

function isUnused({ kind, references, name }: Declaration, splices: readonly Splice[]): boolean {
  if (kind !== 'import' || references.length === 0) return false
  const spells = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`)
  if (splices.some(splice => spells.test(splice.text))) return false
  return references.every(id => splices.some(splice => isIn(id, splice)))
}

function isIn(id: ts.Identifier | undefined, { start, end }: Splice): boolean {
  return id !== undefined && id.getStart() >= start && id.end <= end
}

interface Removal {
  readonly splice: Splice
  readonly of: readonly Declaration[]
}

function removals(project: Project, unit: Unit, unused: readonly Declaration[]): readonly Removal[] {
  const byImport = new Map<ts.ImportDeclaration, Declaration[]>()
  for (const name of unused) {
    const statement = importOf(name.node)
    if (statement === null) continue
    byImport.set(statement, [...(byImport.get(statement) ?? []), name])
  }
  return [...byImport].flatMap(([statement, of]) => {
    if (namesOf(statement) > of.length) return someNames(unit, of)
    const splice = isPure(project, unit, statement) ? wholeLine(unit, statement) : null
    return splice === null ? [] : [{ splice, of }]
  })
}

function importOf(node: ts.Node): ts.ImportDeclaration | null {
  let at = node
  while (!ts.isImportDeclaration(at)) {
    if (at.parent === undefined || ts.isSourceFile(at.parent)) return null
    at = at.parent
  }
  return at
}

function namesOf({ importClause }: ts.ImportDeclaration): number {
  const { name, namedBindings } = importClause ?? {}
  const bound = namedBindings === undefined ? 0 : ts.isNamedImports(namedBindings) ? namedBindings.elements.length : 1
  return bound + (name === undefined ? 0 : 1)
}

// An import also runs the module: only one that does nothing but hold data may be left out.
function isPure(project: Project, unit: Unit, { moduleSpecifier }: ts.ImportDeclaration): boolean {
  if (!ts.isStringLiteral(moduleSpecifier)) return false
  const target = project.resolve(moduleSpecifier.text, unit.file)
  const module = target.kind === 'file' ? project.open(target.file) : null
  return module?.tree.statements.every(doesNothing) === true
}

function doesNothing(statement: ts.Statement): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.every(
      ({ initializer }) => initializer === undefined || isData(initializer),
    )
  }
  return (
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    (ts.isExportAssignment(statement) && isData(statement.expression)) ||
    (ts.isExportDeclaration(statement) && statement.moduleSpecifier === undefined)
  )
}

function isData(node: ts.Node): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return true
  if (ts.isCallExpression(node)) return node.expression.getText() === 'Object.freeze' && node.arguments.every(isData)
  if (ts.isNewExpression(node) || ts.isAwaitExpression(node) || ts.isTaggedTemplateExpression(node)) return false
  let data = true
  ts.forEachChild(node, child => {
    data &&= isData(child)
  })
  return data
}

// What stands beside it on its line (a comment, another statement) would be left alone there: then it all stays.
function wholeLine({ file, source: { text } }: Unit, statement: ts.ImportDeclaration): Splice | null {
  const start = statement.getStart()
  const rest = /^[ \t]*(?:\r?\n|$)/.exec(text.slice(statement.end, statement.end + 200))?.[0]
  if (rest === undefined || (start > 0 && text[start - 1] !== '\n')) return null
  return { file, start, end: statement.end + rest.length, text: '' }
}

// The comma behind a name goes with it; where no name is left behind them, the comma before them does.
function someNames({ file }: Unit, of: readonly Declaration[]): readonly Removal[] {
  const named = of.filter(name => ts.isImportSpecifier(name.node))
  const [first] = named
  if (first === undefined || !ts.isImportSpecifier(first.node)) return []
  const { elements } = first.node.parent
  const goes = (element: ts.ImportSpecifier) => named.some(name => name.node === element)
  const lastStaying = elements.findLastIndex(element => !goes(element))
  const found: Removal[] = []
  for (const [index, element] of elements.entries()) {
    const name = named.find(one => one.node === element)
    const next = elements[index + 1]
    if (name === undefined) continue
    if (index < lastStaying && next !== undefined) {
      found.push({ splice: { file, start: element.getStart(), end: next.getStart(), text: '' }, of: [name] })
    } else {
      const start = elements[lastStaying]?.end
      const end = elements.at(-1)?.end
      // `import texts, { A }` with nothing left between the braces keeps its names.
      if (start === undefined || end === undefined) return []
      found.push({ splice: { file, start, end, text: '' }, of: named })
      break
    }
  }
  return found
}
