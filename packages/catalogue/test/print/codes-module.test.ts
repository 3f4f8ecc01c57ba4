import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Catalogue, printCodesModule } from '@problemshift/catalogue'
import ts from 'typescript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogueOf, lendingLibrary, oneProblem } from './shelf.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'problemshift-codes-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const OPTIONS: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  isolatedDeclarations: true,
  declaration: true,
  erasableSyntaxOnly: true,
  noUnusedLocals: true,
  noEmit: true,
  skipDefaultLibCheck: true,
  types: [],
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
}

const library = new Map<string, ts.SourceFile | undefined>()

// TypeScript's own declarations are the same for every program, and reading them is most of the work.
function hostWithOneLibrary(): ts.CompilerHost {
  const host = ts.createCompilerHost(OPTIONS)
  const read = host.getSourceFile.bind(host)
  host.getSourceFile = (name, ...rest) => {
    if (!/\/lib\.[\w.]+\.d\.ts$/.test(name)) return read(name, ...rest)
    if (!library.has(name)) library.set(name, read(name, ...rest))
    return library.get(name)
  }
  return host
}

function typeErrors(files: Readonly<Record<string, string>>): readonly string[] {
  const names = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  const program = ts.createProgram(names, OPTIONS, hostWithOneLibrary())
  return ts.getPreEmitDiagnostics(program).map(one => ts.flattenDiagnosticMessageText(one.messageText, '\n'))
}

const CLIENT = `
import { isProblem, PROBLEM_CODES, type Problem } from './codes.ts'
declare const body: unknown
export function shelf(): string {
  if (isProblem(body, 'loan_not_found', PROBLEM_CODES.copy_on_loan)) {
    const code: 'loan_not_found' | 'copy_on_loan' = body.code
    if (body.code === 'loan_not_found') return String(body.id)
    return code
  }
  if (isProblem(body)) return body.errors?.map(one => one.path).join() ?? problemId(body)
  return ''
}
function problemId(problem: Problem): string {
  return problem.traceId ?? problem.code
}
`

describe('the module of codes', () => {
  test('compiles under strict, and so does a client of it', () => {
    expect(typeErrors({ 'codes.ts': printCodesModule(lendingLibrary()), 'client.ts': CLIENT })).toEqual([])
  }, 60_000)

  test('refuses a code that the catalogue does not have', () => {
    const client = "import { isProblem } from './codes.ts'\nexport const lost = isProblem({}, 'lone_not_found')\n"
    const found = typeErrors({ 'codes.ts': printCodesModule(lendingLibrary()), 'wrong.ts': client })
    expect(found.join()).toContain('lone_not_found')
  }, 60_000)

  test.each<[string, Catalogue]>([
    [
      'the contraforce contract',
      oneProblem({}, { contract: 'contraforce', type: 'https://errors.library.example/all' }),
    ],
    ['a contract that tells problems apart by type', oneProblem({}, { contract: { code: null, pointer: true } })],
    ['no problems at all', catalogueOf({ type: 'https://errors.library.example/{code}', problems: {} })],
    [
      'texts that would break out of a comment or a literal',
      oneProblem({ title: "*/ it's `\\u0022\u2028", description: '*/\n/**' }, { api: 'x\nexport const y = 1' }),
    ],
  ])(
    'compiles with %s, as TypeScript and as declarations',
    (_, catalogue) => {
      const files = { 'codes.ts': printCodesModule(catalogue), 'plain.d.ts': printCodesModule(catalogue, 'dts') }
      expect(typeErrors(files)).toEqual([])
      expect(typeErrors({ 'codes.ts': files['codes.ts'] })).toEqual([])
    },
    60_000,
  )

  test('tells a problem from everything else when it is run as JavaScript', async () => {
    const file = join(folder, 'codes.mjs')
    writeFileSync(file, printCodesModule(lendingLibrary(), 'js'))
    const { isProblem, PROBLEM_CODES } = await import(pathToFileURL(file).href)
    const problem = {
      type: 'https://errors.library.example/loan_not_found',
      title: 'A',
      status: 404,
      code: 'loan_not_found',
    }
    expect(isProblem(problem)).toBe(true)
    expect(isProblem(problem, PROBLEM_CODES.loan_not_found)).toBe(true)
    expect(isProblem(problem, 'copy_on_loan', 'loan_not_found')).toBe(true)
    expect(isProblem(problem, 'copy_on_loan')).toBe(false)
    for (const other of [null, undefined, 'Loan 42 not found', [], { error: 'x' }, { ...problem, status: '404' }]) {
      expect(isProblem(other)).toBe(false)
    }
  })

  test('goes by the type where the contract has no code', async () => {
    const file = join(folder, 'by-type.mjs')
    writeFileSync(file, printCodesModule(oneProblem({}, { contract: { code: null } }), 'js'))
    const { isProblem } = await import(pathToFileURL(file).href)
    const problem = { type: 'https://errors.library.example/loan_not_found', title: 'A', status: 404 }
    expect([
      isProblem(problem),
      isProblem(problem, 'loan_not_found'),
      isProblem({ ...problem, type: 'x' }, 'loan_not_found'),
    ]).toEqual([true, true, false])
  })
})
