import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { TEST_FILE } from './replaying-files.ts'

const LIBRARIES: readonly (readonly [RegExp, string])[] = [
  [/^msw(?:\/|$)/, 'msw'],
  [/^nock$/, 'nock'],
  [/^axios-mock-adapter$/, 'axios-mock-adapter'],
  [/^(?:fetch-mock|@fetch-mock\/|fetch-mock-jest|jest-fetch-mock|vitest-fetch-mock)/, 'fetch-mock'],
  [/^@playwright\/test$|^playwright/, 'playwright'],
  [/^cypress/, 'cypress'],
  [/^(?:vitest|bun:test)$/, 'vitest'],
  [/^@jest\/globals$/, 'jest'],
  [/^(?:sinon|@sinonjs\/)/, 'sinon'],
  [/^(?:node:test|test|mocha|ava|tap)$/, 'node:test'],
]

/** What replays answers in a file: the library that it imports, or the runner of a test file; `null` for any other file. */
export function mockLibrary({ file, tree, bindings }: Unit): string | null {
  for (const specifier of specifiersOf(tree)) {
    const known = LIBRARIES.find(([pattern]) => pattern.test(specifier))
    if (known !== undefined) return known[1]
  }
  if (!TEST_FILE.test(file)) return null
  const runner = ['cy', 'vi', 'jest'].find(
    name => tree.text.includes(`${name}.`) && bindings.named(name, tree) === null,
  )
  return runner === 'cy' ? 'cypress' : runner === 'vi' ? 'vitest' : runner === undefined ? 'test' : 'jest'
}

function specifiersOf(tree: ts.SourceFile): readonly string[] {
  return tree.statements.flatMap(statement => {
    if (ts.isImportDeclaration(statement) && ts.isStringLiteral(statement.moduleSpecifier)) {
      return [statement.moduleSpecifier.text]
    }
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ initializer }) => requiredIn(initializer))
  })
}

function requiredIn(node: ts.Expression | undefined): readonly string[] {
  if (node === undefined) return []
  if (ts.isPropertyAccessExpression(node)) return requiredIn(node.expression)
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== 'require') return []
  const [name] = node.arguments
  return name !== undefined && ts.isStringLiteral(name) ? [name.text] : []
}
