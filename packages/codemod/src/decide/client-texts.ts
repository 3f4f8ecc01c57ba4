import {
  type Catalogue,
  type CatalogueDefinition,
  candidates,
  evaluate,
  readCatalogue,
  type TextTest,
} from '@problemshift/catalogue'
import type { MadePart, Value } from '../detect/values.ts'

/** Whether some text that a client library writes passes a test. Decided by the same automata as the wordings. */
export function passesTransport(texts: readonly string[], test: TextTest): boolean {
  const catalogue = catalogueOf(texts)
  return catalogue === null || candidates(catalogue, test).some(({ verdict }) => verdict !== 'never')
}

const MOST_HOLES = 4

/**
 * Whether a text that the client put together passes a test: always, for what it wrote itself, or only for what stands
 * in a hole of it. Any text may stand there, also none. A line break in a hole makes
 * no difference, but to a regular expression, which may ask for one.
 */
export function passesMade(made: Made, test: TextTest): 'always' | 'sometimes' | 'never' {
  if (made.lost !== null && asksRegex(test)) return 'sometimes'
  const holes = made.parts.filter(part => typeof part === 'string')
  if (holes.length > MOST_HOLES) return 'sometimes'
  const catalogue = catalogueOf(templatesOf(made.parts))
  if (catalogue === null) return 'sometimes'
  const verdicts = candidates(catalogue, test).map(({ verdict }) => verdict)
  if (holes.length === made.parts.length) verdicts.push(evaluate(test, '') ? 'always' : 'never')
  if (verdicts.every(verdict => verdict === 'always')) return 'always'
  return verdicts.every(verdict => verdict === 'never') ? 'never' : 'sometimes'
}

type Made = Extract<Value, { kind: 'made' }>

// A hole of a template is never empty: one template with the hole and one without.
function templatesOf(parts: readonly MadePart[]): readonly string[] {
  let templates = ['']
  for (const [index, part] of parts.entries()) {
    if (part === 'number') templates = templates.map(one => `${one}{${holeOf(part, index)}}`)
    else if (part === 'any') templates = templates.flatMap(one => [`${one}{${holeOf(part, index)}}`, one])
    else templates = templates.map(one => one + part.text.replaceAll('{', '{{'))
  }
  return [...new Set(templates)].filter(one => one !== '')
}

function holeOf(part: 'number' | 'any', index: number): string {
  return part === 'any' ? `part_${index}` : `part_${index}:/-?[0-9.]+(?:e[+-]?[0-9]+)?|NaN|-?Infinity/`
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
