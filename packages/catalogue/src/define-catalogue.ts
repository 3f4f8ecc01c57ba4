import { checkCatalogue } from './check-catalogue.ts'
import { checkShape, type Shape } from './definition/check-shape.ts'
import type { Draft, DraftEntry } from './definition/draft.ts'
import { type PlaceOf, placed, placeIn } from './definition/finding.ts'
import { readDraft } from './definition/read-draft.ts'
import { CATALOGUE_SCHEMA, type CatalogueDefinition } from './definition/schema.ts'
import type { Sound } from './definition/sound.ts'
import type { CodesIn } from './definition/typed-codes.ts'
import type { Catalogue, FieldEntry, ProblemEntry } from './entry.ts'
import { CatalogueError, type Fault } from './fault.ts'
import { printFault } from './print-fault.ts'

/** A catalogue, or everything that is wrong with its definition. */
export type CatalogueResult =
  | { readonly outcome: 'catalogue'; readonly catalogue: Catalogue }
  | { readonly outcome: 'faults'; readonly faults: readonly Fault[] }

/** Makes a catalogue of a definition written in TypeScript; throws a `CatalogueError` with every fault. */
export function defineCatalogue<const D extends CatalogueDefinition>(definition: D): Catalogue<CodesIn<D>> {
  const result = readCatalogue(definition)
  if (result.outcome === 'faults') {
    throw new CatalogueError(result.faults, result.faults.map(printFault).join('\n'))
  }
  // The type is the definition's, and the catalogue was made from just that.
  return result.catalogue as Catalogue<CodesIn<D>>
}

/** Makes a catalogue of any value, or tells every fault in it. `placeOf` says where each value was written. */
export function readCatalogue(value: unknown, placeOf: PlaceOf = placeIn(null)): CatalogueResult {
  if (isCatalogue(value)) return { outcome: 'catalogue', catalogue: value }
  // TypeBox writes plain JSON Schema, and `Shape` names the part of it that the schema uses.
  const shape = checkShape(CATALOGUE_SCHEMA as Shape, value)
  // What the shape check let through has the shape, with gaps.
  const draft = readDraft((shape.sound ?? {}) as Sound<CatalogueDefinition>, shape.isMarred)
  const findings = [...shape.findings, ...draft.findings, ...checkCatalogue(draft)]
  if (findings.length > 0)
    return { outcome: 'faults', faults: sortFaults(findings.map(finding => placed(finding, placeOf))) }
  return { outcome: 'catalogue', catalogue: finish(draft) }
}

// Known to every copy of this package, so that a catalogue made by another one is still a catalogue.
const MADE = Symbol.for('@problemshift/catalogue')

function isCatalogue(value: unknown): value is Catalogue {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, MADE)
}

/** Faults in the order of the text. */
export function sortFaults(faults: readonly Fault[]): readonly Fault[] {
  const last = Number.POSITIVE_INFINITY
  return faults.toSorted((a, b) => (a.line ?? last) - (b.line ?? last) || (a.column ?? last) - (b.column ?? last) || 0)
}

function finish(draft: Draft): Catalogue {
  const catalogue: Catalogue = {
    api: draft.api,
    type: draft.type,
    contract: draft.contract,
    dialects: draft.dialects,
    ownDialects: draft.ownDialects.map(({ dialect }) => dialect),
    languages: draft.languages ?? [...new Set(draft.texts.flatMap(text => text.languages))],
    problems: draft.problems.flatMap(finishProblem),
    fields: draft.fields.map(finishField),
    generic: draft.generic,
  }
  Object.defineProperty(catalogue, MADE, { value: true })
  return freeze(catalogue)
}

// A draft without faults has no gaps; the guards say so to the compiler.
function finishProblem(entry: DraftEntry): readonly ProblemEntry[] {
  const { code, type, status, title, detail, retry, extensions, description } = entry
  if (type === null || status === null || title === null) return []
  const signs = entry.signs.map(({ sign }) => sign)
  return [{ code, type, status, title, detail, retry, extensions, description, signs }]
}

function finishField({ code, description, signs }: DraftEntry): FieldEntry {
  return { code, description, signs: signs.map(({ sign }) => sign) }
}

function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
  return value
}
