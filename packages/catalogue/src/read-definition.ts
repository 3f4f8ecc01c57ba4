import { type CatalogueResult, readCatalogue, sortFaults } from './define-catalogue.ts'
import { placeIn, printPath } from './definition/finding.ts'
import { readJson } from './definition/read-json.ts'
import { readYaml } from './definition/read-yaml.ts'
import { linesOf, placesIn, type TextFinding } from './definition/text-result.ts'
import type { Fault } from './fault.ts'

/** Makes a catalogue of the text of a file; `file` is the name that faults are placed in. */
export function readDefinition(text: string, kind: 'yaml' | 'json', file: string | null = null): CatalogueResult {
  if (/^\uFEFF?\s*$/.test(text)) return empty(file)
  const read = kind === 'json' ? readJson(text) : readYaml(text)
  const lineOf = linesOf(text)
  const faults = read.findings.map(finding => placeText(finding, file, lineOf))
  if (read.value === undefined) return faults.length === 0 ? empty(file) : { outcome: 'faults', faults }
  const result = readCatalogue(read.value, placesIn(file, text, read))
  if (faults.length === 0) return result
  if (result.outcome === 'catalogue') return { outcome: 'faults', faults }
  // Where the text itself is wrong, what became of it there is no news.
  const known = new Set(faults.map(fault => fault.path))
  return {
    outcome: 'faults',
    faults: sortFaults([...faults, ...result.faults.filter(fault => !known.has(fault.path))]),
  }
}

function empty(file: string | null): CatalogueResult {
  const place = placeIn(file)({ path: [], part: 'value' })
  return { outcome: 'faults', faults: [{ code: 'file-empty', ...place, also: null }] }
}

function placeText(
  { facts, path, at, also }: TextFinding,
  file: string | null,
  lineOf: ReturnType<typeof linesOf>,
): Fault {
  const place = (offset: number) => ({ file, ...lineOf(offset), path: printPath(path) })
  return { ...facts, ...place(at), also: also === null ? null : place(also) }
}
