import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { judgeTypes } from '../src/verify/verify-types.ts'

it('asks a file alone where its imports are too long a row for the compiler', () => {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-row-'))
  const before = `import './file-1'\nexport const text: string = 'Loan not found'\n`
  for (let at = 1; at < 12_000; at += 1) writeFileSync(join(root, `file-${at}.ts`), `import './file-${at + 1}'\n`)
  writeFileSync(join(root, 'file-0.ts'), before)
  const faults = judgeTypes(root, () => before)(new Map([['file-0.ts', before.replace(`'Loan not found'`, '404')]]))
  expect(faults.map(({ file, message }) => [file, message.split(' ')[0]])).toEqual([['file-0.ts', '2322']])
})

it('does not count a fault again that a rewrite says twice', () => {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-unknown-'))
  const before = `import { isFailure } from 'no-such-package'
export const renewed = (error: unknown) => (isFailure(error) ? error.data.message : 'Renewed')
`
  const twice = before.replace('error.data.message', 'error.data.detail ?? error.data.title')
  const judge = judgeTypes(root, () => before)
  expect(judge(new Map([['renew.ts', twice]]))).toEqual([])
  expect(judge(new Map([['renew.ts', twice.replace("'Renewed'", 'error.code')]]))).toHaveLength(1)
})

it('fills in for a code that may be missing where a table is looked into, unless the table has a word for nothing', () => {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-table-'))
  writeFileSync(join(root, 'tsconfig.json'), '{ "compilerOptions": { "strict": true } }')
  const before = 'export const hint = (body: { code?: string }, hints: Record<string, string>) => hints.none\n'
  const after = before.replace('hints.none', 'hints[body.code]')
  const wordFor = (text: string) =>
    judgeTypes(root, () => before)(new Map([['hint.ts', text]])).map(it => it.retyped?.text)
  expect(wordFor(after)).toEqual(["body.code ?? ''"])
  expect(wordFor(after.replace('Record<string, string>', "{ '': string; [code: string]: string }"))).toEqual([
    undefined,
  ])
})
