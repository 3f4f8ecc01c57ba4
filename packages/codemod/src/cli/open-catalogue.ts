import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Catalogue, printFault } from '@problemshift/catalogue'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { UsageError } from './usage.ts'

/** Opens the catalogue by the name that the user gave it; its faults are all told. */
export async function openCatalogue(root: string, named = 'errors.catalogue.yaml'): Promise<Catalogue> {
  const file = resolve(root, named)
  if (!existsSync(file)) throw new UsageError('no-catalogue', `${named}: no such catalogue; name one with --catalogue`)
  const loaded = await loadCatalogue(file)
  if (loaded.outcome === 'catalogue') return loaded.catalogue
  throw new UsageError('bad-catalogue', `${named} has faults\n${loaded.faults.map(printFault).join('\n')}`)
}
