import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UsageError } from './command.ts'

/** Writes a file whole or not at all, and tells whether there was anything to change. */
export async function writeWhole(file: string, text: string): Promise<'written' | 'unchanged'> {
  if ((await readFile(file, 'utf8').catch(() => null)) === text) return 'unchanged'
  // On the same disk, so that the last step is one rename.
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}`)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(draft, text)
    await rename(draft, file)
    return 'written'
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined)
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`)
  }
}
