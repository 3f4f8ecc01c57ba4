import { existsSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { printConfiguration } from '../init/print-configuration.ts'
import { survey } from '../init/survey.ts'
import type { Arguments } from './arguments.ts'
import { findConfiguration } from './configuration.ts'
import type { Terminal } from './main.ts'
import { UsageError } from './usage.ts'

const USUAL = 'problemshift.config.yaml'

/** Writes a configuration from a look at the repository; asks nothing, and never writes over one. */
export function init(args: Arguments, terminal: Terminal): 0 | 4 {
  const name = args.config ?? USUAL
  if (args.operands.length > 0) throw new UsageError('bad-value', 'init takes no paths: it looks at this folder')
  if (!/\.ya?ml$/.test(name)) throw new UsageError('bad-value', `--config "${name}": init writes YAML`)
  const file = resolve(terminal.cwd, name)
  const there = existsSync(file) ? file : args.config === null ? findConfiguration(terminal.cwd) : undefined
  if (there !== undefined) {
    terminal.error(`problemshift-codemod: ${basename(there)} is there already; it was left as it is\n`)
    return 4
  }
  const found = survey(terminal.cwd)
  const catalogue = args.catalogue ?? found.catalogues[0] ?? 'errors.catalogue.yaml'
  write(file, name, printConfiguration(catalogue, found))
  terminal.out(`${name}\n`)
  if (!existsSync(resolve(terminal.cwd, catalogue))) {
    terminal.error(`problemshift-codemod: there is no ${catalogue} yet: write it, or name the one that you mean\n`)
  }
  return 0
}

function write(file: string, name: string, text: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (cause) {
    throw new UsageError('bad-value', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}
