import {
  type Catalogue,
  type CatalogueDefinition,
  candidates,
  readCatalogue,
  type TextTest,
} from '@problemshift/catalogue'

/** Whether some text that a client library writes passes a test. Decided by the same automata as the wordings. */
export function passesTransport(texts: readonly string[], test: TextTest): boolean {
  const catalogue = catalogueOf(texts)
  return catalogue === null || candidates(catalogue, test).some(({ verdict }) => verdict !== 'never')
}

const known = new Map<string, Catalogue | null>()

// The texts as a catalogue of one problem each: then the one solver answers for them too.
function catalogueOf(texts: readonly string[]): Catalogue | null {
  const key = texts.join('\n')
  const made = known.get(key)
  if (made !== undefined) return made
  const problems: Record<string, unknown> = {}
  for (const [index, message] of texts.entries()) {
    problems[`text_${index}`] = {
      status: 500,
      title: 'Text of a library',
      from: [{ message, status: 400 + (index % 100) }],
    }
  }
  const definition = {
    api: 'Texts of a library',
    type: 'https://texts.invalid/{code}',
    problems,
  } as CatalogueDefinition
  const result = readCatalogue(definition)
  const catalogue = result.outcome === 'catalogue' ? result.catalogue : null
  known.set(key, catalogue)
  return catalogue
}
