import { ts } from '../../src/source/compiler.ts'

interface Kept {
  readonly file: string
  readonly line: number
  readonly outcome: string
}

/** The exported functions in which a site stays: they are not migrated yet, so nothing is promised of them. */
export function keptFunctions(files: ReadonlyMap<string, string>, report: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { file, line, outcome } of sitesOf(report)) {
    const text = files.get(file)
    if (outcome === 'rewrite' || text === undefined) continue
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
    const position = source.getPositionOfLineAndCharacter(line - 1, 0)
    const statement = source.statements.find(one => one.pos <= position && position < one.end)
    for (const name of statement === undefined ? [] : namesOf(statement)) found.add(`${file}:${name}`)
  }
  return found
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement)) return statement.name === undefined ? [] : [statement.name.text]
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.map(({ name }) => name.getText())
}

function sitesOf(report: unknown): readonly Kept[] {
  return Array.isArray(report) ? report : []
}
