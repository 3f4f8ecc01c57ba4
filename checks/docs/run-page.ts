import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { copyExample } from '../../examples/copy.js'
import type { Block } from './read-blocks.ts'

/** What a block did that the page does not say. */
export interface PageFault {
  readonly code: 'does-not-compile' | 'fails' | 'prints-otherwise' | 'unknown-language'
  readonly line: number
  readonly came: string
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const RUNS: readonly string[] = ['ts', 'js', 'sh', 'console']
const READ_ONLY: readonly string[] = ['yaml', 'json', 'text', 'http', 'html', 'diff', 'md', '']

/**
 * Runs a page as a reader would: writes its files into an empty folder, then runs its programs and commands in order and
 * compares what they print with the block that the page shows as their output.
 */
export function runPage(blocks: readonly Block[]): readonly PageFault[] {
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-page-'))
  try {
    // The packages of this workspace as a reader would have them installed.
    symlinkSync(join(ROOT, 'packages/fixtures/node_modules'), join(folder, 'node_modules'))
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }\n')
    return blocks.flatMap((block, index) => {
      const next = blocks[index + 1]
      return runBlock(block, next?.isOutput === true ? next : null, folder)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runBlock(block: Block, output: Block | null, folder: string): readonly PageFault[] {
  if (block.isOutput || block.shown !== null) return []
  if (!RUNS.includes(block.language) && !READ_ONLY.includes(block.language)) {
    return [{ code: 'unknown-language', line: block.line, came: block.language }]
  }
  if (block.from !== null) {
    return copy(block, block.from, folder)
  }
  if (block.file !== null) {
    mkdirSync(dirname(join(folder, block.file)), { recursive: true })
    writeFileSync(join(folder, block.file), block.text)
  }
  if (block.language === 'ts') return runTypeScript(block, output, folder)
  if (block.file !== null || !RUNS.includes(block.language)) return []
  if (block.language === 'js')
    return compare(block, output, run('node', ['--input-type=module', '--eval', block.text], folder))
  const commands = block.text
    .split('\n')
    .map(line => line.replace(/^\$ /, ''))
    .join('\n')
  // The two commands that set everything up are run by the gate itself, on a clean clone.
  if (/^npx -y pnpm@12 (demo|test)$/m.test(commands)) return []
  return compare(block, output, run('bash', ['-euc', commands], folder))
}

function copy({ line }: Block, example: string, folder: string): readonly PageFault[] {
  try {
    copyExample(example, folder)
    return []
  } catch (error) {
    return [{ code: 'fails', line, came: String(error) }]
  }
}

function runTypeScript(block: Block, output: Block | null, folder: string): readonly PageFault[] {
  const file = join(folder, block.file ?? `block-${block.line}.ts`)
  writeFileSync(file, block.text)
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    typeRoots: [join(ROOT, 'node_modules/@types')],
    skipLibCheck: true,
    outDir: folder,
    rootDir: folder,
  }
  const program = ts.createProgram([file], options)
  const faults = ts.getPreEmitDiagnostics(program)
  if (faults.length > 0) {
    const came = ts.formatDiagnostics(faults, {
      getCanonicalFileName: name => name,
      getCurrentDirectory: () => folder,
      getNewLine: () => '\n',
    })
    return [{ code: 'does-not-compile', line: block.line, came }]
  }
  program.emit()
  // A block that is a file is there to be imported or named by a later one, and runs when that does.
  return block.file === null ? compare(block, output, run('node', [file.replace(/\.ts$/, '.js')], folder)) : []
}

interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

function run(program: string, words: readonly string[], folder: string): Ran {
  const path = `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`
  return spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, PATH: path, NO_COLOR: '1', COLUMNS: '100' },
  })
}

function compare(block: Block, output: Block | null, ran: Ran): readonly PageFault[] {
  // A command that finds faults exits with 1, and a page may want to show just that: then it shows what is printed.
  if (ran.status !== 0 && (output === null || ran.status !== 1)) {
    return [{ code: 'fails', line: block.line, came: `exit ${ran.status}\n${ran.stdout}${ran.stderr}` }]
  }
  if (output === null || ran.stdout.trim() === output.text.trim()) return []
  return [{ code: 'prints-otherwise', line: output.line, came: ran.stdout }]
}
