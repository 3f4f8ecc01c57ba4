import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { guards } from './guards.js'
import { faultsOfPackage } from './packages.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BIN = join(ROOT, 'node_modules/.bin')
const folders: string[] = []

/** A house of its own with our rules and the given files: each test breaks one rule in it. */
function house(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-house-'))
  folders.push(folder)
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  for (const name of ['biome.json', '.dependency-cruiser.mjs', 'tsconfig.base.json', '.gitignore']) {
    cpSync(join(ROOT, name), join(folder, name))
  }
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  spawnSync('git', ['init', '-q'], { cwd: folder })
  return folder
}

function run(folder: string, program: string, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(join(BIN, program), words, { cwd: folder, encoding: 'utf8' })
  return { status, text: stdout + stderr }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const broken: Record<string, () => void> = {
  format() {
    const folder = house({ 'packages/adapter/src/plugin.ts': 'export const  loan = "17" ;\n' })
    expect(run(folder, 'biome', 'format', '.')).toMatchObject({ status: 1 })
  },

  lint() {
    for (const [rule, text] of [
      ['noExplicitAny', 'export const loan: any = 17\n'],
      ['noProcessGlobal', 'export const words = process.argv\n'],
      ['noConsole', "console.log('17')\n"],
      ['noNonNullAssertion', 'export const first = (list: string[]) => list[0]!.length\n'],
      ['noUnusedVariables', 'const loan = 17\n'],
    ] as const) {
      const ran = run(house({ 'packages/adapter/src/plugin.ts': text }), 'biome', 'lint', '--error-on-warnings', '.')
      expect(ran.text).toContain(rule)
      expect(ran.status).toBe(1)
    }
  },

  types() {
    const config = '{ "extends": "../../tsconfig.base.json", "compilerOptions": { "types": [] }, "include": ["src"] }\n'
    const folder = house({
      'packages/adapter/tsconfig.json': config,
      'packages/adapter/src/plugin.ts': "export const loan: number = '17'\n",
    })
    expect(run(folder, 'tsc', '-p', 'packages/adapter').text).toContain('TS2322')
  },

  // One house for all import rules, and a file of its own for each: the tool takes seconds to start.
  imports() {
    const manifest = '{ "name": "x", "type": "module" }\n'
    const files = Object.assign({}, ...Object.values(BROKEN_IMPORTS), SHARED_TARGETS)
    const folder = house({ 'packages/catalogue/package.json': manifest, 'package.json': manifest, ...files })
    const ran = run(folder, 'depcruise', '--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'packages')
    expect(ran.status).not.toBe(0)
    for (const [rule, [file]] of Object.entries(BROKEN_IMPORTS).map(
      ([name, set]) => [name, Object.keys(set)] as const,
    )) {
      expect(ran.text, rule).toMatch(new RegExp(`${rule}: .*${file}`))
    }
  },

  unused() {
    const folder = house({
      'package.json': '{ "name": "x", "type": "module", "main": "src/index.ts" }\n',
      'src/index.ts': "export { loan } from './loan.ts'\n",
      'src/loan.ts': 'export const loan = 17\nexport const nobodyCallsThis = 18\n',
    })
    const ran = run(folder, 'knip', '--no-progress')
    expect(ran.text).toContain('nobodyCallsThis')
    expect(ran.status).toBe(1)
  },

  packages() {
    const faultsOf = (entry: string) => {
      const manifest = {
        name: '@problemshift/broken',
        version: '0.0.0',
        type: 'module',
        files: ['dist'],
        exports: entry,
      }
      const program = 'export const loan = 17\n'
      return faultsOfPackage(
        house({
          'package.json': JSON.stringify(manifest),
          'README.md': '# broken\n',
          'dist/index.js': program,
          // Without its ending the import leads nowhere for whoever resolves as Node does.
          'dist/index.d.ts': "export * from './loan'\n",
        }),
      ).join('\n')
    }
    expect(faultsOf('./dist/gone.js')).toMatch(/LICENSE is not packed[\s\S]*publint exits with 1/)
    expect(faultsOf('./dist/index.js')).toContain('attw exits with 1')
  },

  tests() {
    const folder = house({
      'loan.test.ts': "import { expect, test } from 'vitest'\ntest('a loan is a loan', () => expect(17).toBe(18))\n",
    })
    expect(run(folder, 'vitest', 'run', '--root', '.').status).toBe(1)
  },
}

const SHARED_TARGETS = {
  'packages/adapter/src/plugin.ts': 'export const plugin = 17\n',
  'packages/adapter/test/build.ts': 'export const built = 17\n',
  'packages/fixtures/src/zoo.ts': 'export const zoo = 17\n',
  'packages/catalogue/src/cli.ts': 'export const run = 17\n',
}

/** The first file of each is the one that breaks the rule. */
const BROKEN_IMPORTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'catalogue-is-a-leaf': {
    'packages/catalogue/src/match.ts': "export * from '../../adapter/src/plugin.ts'\n",
  },
  'halves-are-strangers': {
    'packages/codemod/src/migrate.ts': "export * from '../../adapter/src/plugin.ts'\n",
  },
  'sources-never-import-fixtures': {
    'packages/adapter/src/convert.ts': "export * from '../../fixtures/src/zoo.ts'\n",
  },
  'sources-never-import-tests': {
    'packages/adapter/src/observe.ts': "export * from '../test/build.ts'\n",
  },
  'core-runs-anywhere': {
    'packages/catalogue/src/leaks.ts': "export { gunzipSync } from 'node:zlib'\n",
  },
  'core-needs-no-host': {
    'packages/catalogue/src/contract.ts': "export { default } from 'typescript'\n",
  },
  'only-cli-touches-process': {
    'packages/codemod/src/report.ts': "export { argv } from 'node:process'\n",
  },
  'only-named-files-touch-the-disk': {
    'packages/codemod/src/decide/decide.ts': "export { readFileSync } from 'node:fs'\n",
  },
  'only-cli-is-not-imported': {
    'packages/catalogue/src/problem.ts': "export * from './cli.ts'\n",
  },
  'no-circles': {
    'packages/catalogue/src/entry.ts': "import { b } from './sign.ts'\nexport const a = () => b\n",
    'packages/catalogue/src/sign.ts': "import { a } from './entry.ts'\nexport const b = () => a\n",
  },
  'no-undeclared-packages': {
    'packages/catalogue/src/dialect.ts': "export * from 'typescript'\n",
  },
}

describe('every guard has been seen to fail', () => {
  test.each(guards.map(guard => guard.name))('%s', name => {
    const breakRule = broken[name]
    if (breakRule === undefined) throw new Error(`no test breaks the guard ${name}`)
    breakRule()
  })

  test('the list of import rules and the list of broken ones are the same', async () => {
    const { default: config } = await import('../.dependency-cruiser.mjs')
    const names = config.forbidden.map((rule: { name: string }) => rule.name)
    expect(Object.keys(BROKEN_IMPORTS).sort()).toEqual(names.sort())
  })

  test('each import rule says its why', async () => {
    const { default: config } = await import('../.dependency-cruiser.mjs')
    for (const rule of config.forbidden) expect(rule.comment.length).toBeGreaterThan(40)
  })
})
