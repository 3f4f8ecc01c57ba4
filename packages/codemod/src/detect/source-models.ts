import type { ClientModel, Place, Ref } from '../clients/client.ts'

/** What a user says about a function of their own, in `sources` of the configuration. */
export interface SourceSpec {
  /** Relative to the root. */
  readonly module: string
  readonly symbol: string
  readonly kind: 'rejects' | 'returns' | 'body'
  /** Where the v1 body lies on that value; `.` when it is the value. */
  readonly body?: string
  /** Where the wording lies, when only the text survives. */
  readonly text?: string
  /** What stands round the wording there: `Request error: {message}`. */
  readonly decoration?: string
}

/** Where the wording stands in a decoration. */
export const MESSAGE_HOLE = '{message}'

/** A wrapper of the user's as a client of its own, with the file that declares it. */
export interface SourceModel {
  readonly module: string
  readonly symbol: string
  readonly client: ClientModel
  readonly place: string
}

/** Turns what the user said into a client model: then a wrapper is a client like any other. */
export function sourceModel(spec: SourceSpec): SourceModel {
  const places: Record<string, Place> = {}
  const value = valueAt(spec, places)
  places.source = placeOfKind(spec.kind, value)
  const client: ClientModel = {
    name: spec.symbol,
    packages: [],
    globals: {},
    exports: {},
    types: {},
    places,
    transport: [],
    hooks: [],
    problemJson: { outcome: 'parsed' },
  }
  return { module: spec.module.replace(/^\.\//, ''), symbol: spec.symbol, client, place: 'source' }
}

function placeOfKind(kind: SourceSpec['kind'], value: Ref): Place {
  switch (kind) {
    case 'rejects':
      return { call: { ok: 'plain', bad: value } }
    case 'returns':
      return { call: value }
    case 'body':
      return typeof value === 'object' && 'place' in value ? { construct: value } : { construct: value, call: value }
  }
}

function valueAt(spec: SourceSpec, places: Record<string, Place>): Ref {
  const leaf: Ref = spec.body === undefined ? wordingOf(spec) : 'body'
  const path = (spec.body ?? spec.text ?? '.').split('.').filter(name => name !== '')
  let ref: Ref = leaf
  for (const [depth, name] of path.entries()) {
    const at = path.length - 1 - depth
    const place = `value-${at}`
    places[place] = { members: { [path[at] ?? name]: ref } }
    ref = { place }
  }
  return ref
}

function wordingOf({ decoration = MESSAGE_HOLE }: SourceSpec): Ref {
  const [before = '', after = ''] = decoration.split(MESSAGE_HOLE)
  return { decorated: 'loose', before, after }
}
