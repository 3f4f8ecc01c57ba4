import {
  type Catalogue,
  type CatalogueDefinition,
  candidates,
  evaluate,
  readCatalogue,
  type TextTest,
} from '@problemshift/catalogue'
import type { Value } from '../detect/values.ts'

/** Whether some text that a client library writes passes a test. Decided by the same automata as the wordings. */
export function passesTransport(texts: readonly string[], test: TextTest): boolean {
  const catalogue = catalogueOf(texts)
  return catalogue === null || candidates(catalogue, test).some(({ verdict }) => verdict !== 'never')
}

const MOST_HOLES = 4

/**
 * Whether some text that the client put together passes a test. A part that is not known may be any text, also none. A
 * line break in it makes no difference, but to a regular expression, which may ask for one.
 */
export function passesMade(made: Made, test: TextTest): boolean {
  if (made.lost !== null && asksRegex(test)) return true
  if (made.parts.filter(part => part === null).length > MOST_HOLES) return true
  return passesTransport(templatesOf(made.parts), test) || (made.parts.every(isHole) && evaluate(test, ''))
}

type Made = Extract<Value, { kind: 'made' }>

function isHole(part: string | null): boolean {
  return part === null
}

// A hole of a template is never empty: one template with the hole and one without.
function templatesOf(parts: readonly (string | null)[]): readonly string[] {
  let templates = ['']
  for (const [index, part] of parts.entries()) {
    templates = templates.flatMap(one =>
      part === null ? [`${one}{part_${index}}`, one] : [one + part.replaceAll('{', '{{')],
    )
  }
  return [...new Set(templates)].filter(one => one !== '')
}

function asksRegex(test: TextTest): boolean {
  switch (test.kind) {
    case 'regex':
      return true
    case 'after':
    case 'not':
      return asksRegex(test.test)
    case 'and':
    case 'or':
      return test.tests.some(asksRegex)
    default:
      return false
  }
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
