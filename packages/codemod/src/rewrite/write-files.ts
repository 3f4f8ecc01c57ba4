import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Change } from '../migrate.ts'
import { encodeSource } from '../find/source-file.ts'

/** A file that could not be written; the others were. */
export interface WriteFault {
  readonly file: string
  readonly cause: unknown
}

/** Writes each file whole or not at all: beside it first, then in its place. Mode and links stay. */
export function writeChanges(root: string, changes: readonly Change[]): readonly WriteFault[] {
  const faults: WriteFault[] = []
  for (const change of changes) {
    try {
      writeWhole(realpathSync(join(root, change.file)), encodeSource(change.after, change.bom))
    } catch (cause) {
      faults.push({ file: change.file, cause })
    }
  }
  return faults
}

function writeWhole(path: string, bytes: Buffer): void {
  const { mode } = statSync(path)
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  try {
    writeFileSync(beside, bytes)
    chmodSync(beside, mode)
    renameSync(beside, path)
  } catch (cause) {
    rmSync(beside, { force: true })
    throw cause
  }
}
