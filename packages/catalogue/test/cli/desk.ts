import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CommandResult, World } from '../../src/cli/command.ts'
import { run } from '../../src/cli/run.ts'

export const LIBRARY = `api: Lending library
type: https://errors.library.example/{code}
problems:
  loan_not_found:
    status: 404
    title: Loan not found
    from:
      - Loan {id:int} not found
      - { message: Not found, status: 404, route: "GET /loans/:id" }
  copy_on_loan:
    status: 409
    title: Copy on loan
    from: [{ code: COPY_409 }, "Copy {copy:int} is on loan"]
fields:
  required:
    from: ["{path} is required"]
`

export const BROKEN = LIBRARY.replace('title: Loan not found', 'titel: Loan not found').replace('{id:int}', '{id:int')

/** A folder for one test, with these files in it. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-desk-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

/** Runs the command line in a folder, without a process. */
export function runIn(cwd: string, args: readonly string[], world: Partial<World> = {}): Promise<CommandResult> {
  const readInput = async () => ''
  return run(args, { cwd, version: '1.2.3', colour: false, width: 80, readInput, ...world })
}
