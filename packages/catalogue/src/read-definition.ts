import { placeIn } from './definition/finding.ts'
import { readJson } from './definition/read-json.ts'
import { readYaml } from './definition/read-yaml.ts'
import { linesOf, placesIn, type TextFinding } from './definition/text-result.ts'
import { type CatalogueResult, readCatalogue } from './define-catalogue.ts'
import type { Fault } from './fault.ts'

/** Makes a catalogue of the text of a file; `file` is the name that faults are placed in. */
export function readDefinition(text: string, kind: 'yaml' | 'json', file: string | null = null): CatalogueResult {
  if (text.trim() === '' || text.trim() === '\uFEFF') {
    return {
      outcome: 'faults',
      faults: [{ code: 'file-empty', ...placeIn(file)({ path: [], part: 'value' }), also: null }],
    }
  }
  const read = kind === 'json' ? readJson(text) : readYaml(text)
  const faults = read.findings.map(finding => placeText(finding, file, text))
  if (read.value === undefined) return { outcome: 'faults', faults }
  const result = readCatalogue(read.value, placesIn(file, text, read))
  if (faults.length === 0) return result
  return { outcome: 'faults', faults: result.outcome === 'faults' ? [...faults, ...result.faults] : faults }
}

function placeText({ facts, at, also }: TextFinding, file: string | null, text: string): Fault {
  const lineOf = linesOf(text)
  const place = (offset: number) => ({ file, ...lineOf(offset), path: '' })
  return { ...facts, ...place(at), also: also === null ? null : place(also) }
}
