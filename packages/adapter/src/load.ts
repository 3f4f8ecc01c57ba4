import { type Catalogue, type CatalogueResult, printFault, readCatalogue } from '@problemshift/catalogue'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { OptionsError } from './option-fault.ts'

/** Loads the catalogue that the options name, or throws with every fault in it. */
export async function loadFromOption(catalogue: unknown): Promise<Catalogue> {
  const isFile = typeof catalogue === 'string'
  const result: CatalogueResult = isFile ? await loadCatalogue(catalogue) : readCatalogue(catalogue)
  if (result.outcome === 'catalogue') return result.catalogue
  const came = result.faults.map(printFault).join('\n')
  const instead = 'Run problemshift-catalogue check, and mend what it tells.'
  throw new OptionsError([{ code: 'catalogue-faults', option: isFile ? catalogue : 'option', came, instead }])
}
