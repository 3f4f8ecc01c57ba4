import { readFile } from 'node:fs/promises'
import type { Catalogue } from '../entry.ts'
import type { Fault } from '../fault.ts'
import { loadCatalogue } from '../node/load-catalogue.ts'
import { type CommandResult, type Request, UsageError, type World } from './command.ts'
import { findCatalogue, shownPath } from './find-catalogues.ts'
import { printFaults } from './print-faults.ts'

/** The texts of the files that faults point into, for the frames around them. */
export async function readTexts(faults: readonly Fault[]): Promise<ReadonlyMap<string, string>> {
  const files = new Set(faults.flatMap(fault => fault.file ?? []))
  const read = [...files].map(async file => [file, await readFile(file, 'utf8').catch(() => '')] as const)
  const texts = await Promise.all(read)
  return new Map(texts.filter(([, text]) => text !== ''))
}

/** Whether a file could not be looked at: the call was wrong, not the catalogue. */
export function isUnreadable({ code }: Fault): boolean {
  return code === 'file-missing' || code === 'file-unreadable' || code === 'file-is-directory' || code === 'file-kind'
}

/** Gives the catalogue of a request to a command's work; a faulty one ends the command. */
export async function withCatalogue(
  request: Request,
  world: World,
  work: (catalogue: Catalogue, file: string) => CommandResult | Promise<CommandResult>,
): Promise<CommandResult> {
  const file = findCatalogue(request, world)
  const loaded = await loadCatalogue(file)
  if (loaded.outcome === 'catalogue') return work(loaded.catalogue, file)
  const { faults } = loaded
  if (faults.every(isUnreadable)) throw new UsageError(printFaults(faults, new Map(), world).trimEnd())
  const notes = printFaults(faults, await readTexts(faults), world)
  const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
  return {
    output: '',
    notes: `${notes}\n${count} in ${shownPath(file, world)}: mend the catalogue first.\n`,
    exitCode: 2,
  }
}
