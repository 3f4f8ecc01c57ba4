import { randomBytes } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encodeSource, readSource } from '../find/source-file.ts'
import type { Change } from '../migrate.ts'

/** A file that was not written, and why. All that changes together with it was not written either. */
export interface WriteFault {
  readonly file: string
  readonly cause: unknown
}

/**
 * Writes what changes together whole or not at all: each file beside its place first, then all into their places. Mode and
 * links stay. It never gives way to the event loop, so a signal that has a handler comes before or behind it.
 */
export function writeChanges(root: string, changes: readonly Change[]): readonly WriteFault[] {
  const groups = new Map<number, Change[]>()
  for (const change of changes) groups.set(change.group, [...(groups.get(change.group) ?? []), change])
  return [...groups.values()].flatMap(group => writeGroup(root, group))
}

interface Prepared {
  readonly file: string
  readonly path: string
  readonly beside: string
  readonly old: Buffer
  readonly mode: number
}

function writeGroup(root: string, group: readonly Change[]): readonly WriteFault[] {
  const prepared: Prepared[] = []
  for (const change of group) {
    try {
      prepared.push(prepare(root, change))
    } catch (cause) {
      for (const { beside } of prepared) rmSync(beside, { force: true })
      return [{ file: change.file, cause }]
    }
  }
  const placed: Prepared[] = []
  for (const one of prepared) {
    try {
      renameSync(one.beside, one.path)
      placed.push(one)
    } catch (cause) {
      for (const { beside } of prepared) rmSync(beside, { force: true })
      return [{ file: one.file, cause }, ...placed.flatMap(putBack)]
    }
  }
  return []
}

function prepare(root: string, { file, before, after, bom }: Change): Prepared {
  const path = realpathSync(join(root, file))
  const { mode } = statSync(path)
  // A rename would go through where the folder allows it; whoever made the file read-only meant its content.
  if ((mode & 0o222) === 0) throw new Error('the file is read-only')
  const now = readSource(root, file)
  if (now.outcome !== 'text' || now.source.text !== before || now.source.bom !== bom) {
    throw new Error('the file was changed since it was looked at: run again')
  }
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`
  writeBeside(beside, encodeSource(after, bom), mode)
  return { file, path, beside, old: encodeSource(before, bom), mode }
}

function writeBeside(beside: string, bytes: Buffer, mode: number): void {
  try {
    writeFileSync(beside, bytes, { flag: 'wx' })
    chmodSync(beside, mode)
  } catch (cause) {
    rmSync(beside, { force: true })
    throw cause
  }
}

function putBack({ file, path, beside, old, mode }: Prepared): readonly WriteFault[] {
  try {
    writeBeside(beside, old, mode)
    renameSync(beside, path)
    return []
  } catch (cause) {
    return [{ file, cause }]
  }
}
