import { BUILT_IN_DIALECTS, type Catalogue, type Dialect } from '@problemshift/catalogue'

/** The dialects that a catalogue names, in its order; all of them in the order that tells them apart best. */
export function dialectsOf(catalogue: Catalogue): readonly Dialect[] {
  const named = new Set(catalogue.dialects)
  if (BUILT_IN_DIALECTS.every(({ name }) => named.has(name))) return BUILT_IN_DIALECTS
  return catalogue.dialects.flatMap(name => BUILT_IN_DIALECTS.find(dialect => dialect.name === name) ?? [])
}
