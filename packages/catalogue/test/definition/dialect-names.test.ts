import { BUILT_IN_DIALECTS, CATALOGUE_SCHEMA } from '@problemshift/catalogue'
import { expect, test } from 'vitest'
import { DIALECT_NAMES } from '../../src/definition/dialect-names.ts'

test('the schema names just the dialects that are built in', () => {
  expect([...DIALECT_NAMES].sort()).toEqual(BUILT_IN_DIALECTS.map(dialect => dialect.name).sort())
  expect(JSON.stringify(CATALOGUE_SCHEMA.properties.dialects)).toContain(JSON.stringify(DIALECT_NAMES))
})
