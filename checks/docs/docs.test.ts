import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { missingCommands } from './named-commands.ts'
import { missingPaths } from './named-paths.ts'
import { readBlocks } from './read-blocks.ts'
import { runPage } from './run-page.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const PAGES = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: ROOT,
  encoding: 'utf8',
})
  .split('\n')
  .filter(page => page !== '' && !/^packages\/fixtures\/(cases|repos)\/|CHANGELOG\.md$|^\.changeset\//.test(page))

describe.each(PAGES)('%s', page => {
  const markdown = readFileSync(join(ROOT, page), 'utf8')

  test('names no path that is not there', () => {
    expect(missingPaths(markdown, join(ROOT, page), ROOT)).toEqual([])
  })

  test('names no command that is not there', () => {
    expect(missingCommands(markdown, ROOT)).toEqual([])
  })

  // A guide runs a whole migration, and a machine may have other things to do.
  test('does what it shows', { timeout: 600_000 }, () => {
    expect(runPage(readBlocks(markdown))).toEqual([])
  })
})

describe('the guard over the pages speaks', () => {
  const page = (...lines: string[]) => readBlocks(lines.join('\n'))
  const codes = (...lines: string[]) => runPage(page(...lines)).map(fault => fault.code)

  test('when a link or a path leads nowhere', () => {
    const markdown =
      'See [the map](docs/nowhere.md) and `packages/nothing/src/index.ts`, in `packages/catalogue/src/<file>.ts`.'
    expect(missingPaths(markdown, join(ROOT, 'README.md'), ROOT).map(({ path }) => path)).toEqual([
      'docs/nowhere.md',
      'packages/nothing/src/index.ts',
    ])
  })

  test('when a command is none of ours', () => {
    const markdown = 'Run `npx -y pnpm@12 lend`, then `npx -y pnpm@12 check`, then `npx -y pnpm@12 changeset`.'
    expect(missingCommands(markdown, ROOT)).toEqual(['lend'])
  })

  test('when a block does not compile', () => {
    expect(codes('```ts', 'const id: number = "17"', '```')).toEqual(['does-not-compile'])
  })

  test('when a program throws', () => {
    expect(codes('```ts', 'throw new Error("Loan 17 not found")', '```')).toEqual(['fails'])
  })

  test('when a program prints something else', () => {
    expect(codes('```js', 'console.log(17)', '```', '```text output', '18', '```')).toEqual(['prints-otherwise'])
  })

  test('when a command fails', () => {
    expect(codes('```sh', 'cat errors.catalogue.yaml', '```')).toEqual(['fails'])
  })

  test('when a page begins with an example that is not there', () => {
    expect(codes('```sh from=nowhere', 'npx -y pnpm@12 example ../lending', '```')).toEqual(['fails'])
  })

  test('when a block is in a language that nobody runs', () => {
    expect(codes('```python', 'print(17)', '```')).toEqual(['unknown-language'])
  })

  test('and runs a page in the example that it begins with', () => {
    expect(
      codes('```sh from=lending', 'npx -y pnpm@12 example ../lending', '```', '```sh', 'cat server/ask.js', '```'),
    ).toEqual([])
  })

  test('and is content with what is true', () => {
    expect(
      codes('```text file=loan.txt', '17', '```', '```sh', '$ cat loan.txt', '```', '```text output', '17', '```'),
    ).toEqual([])
  })
})
