import { readFileSync } from 'node:fs'
import { type Catalogue, readCatalogue, readDefinition } from '@problemshift/catalogue'

/** The catalogue of the lending library, as the demo has it. */
export function lendingLibrary(): Catalogue {
  const file = new URL('../../../fixtures/demo/errors.catalogue.yaml', import.meta.url)
  return soundCatalogue(readDefinition(readFileSync(file, 'utf8'), 'yaml', 'errors.catalogue.yaml'))
}

export function catalogueOf(definition: unknown): Catalogue {
  return soundCatalogue(readCatalogue(definition))
}

function soundCatalogue(read: ReturnType<typeof readCatalogue>): Catalogue {
  if (read.outcome === 'faults') throw new Error(JSON.stringify(read.faults))
  return read.catalogue
}

/** The shortest definition with one problem, whatever it says. */
export function oneProblem(problem: Readonly<Record<string, unknown>>, rest: Readonly<Record<string, unknown>> = {}) {
  const type = 'https://errors.library.example/{code}'
  return catalogueOf({
    type,
    problems: { loan_not_found: { status: 404, title: 'Loan not found', ...problem } },
    ...rest,
  })
}
