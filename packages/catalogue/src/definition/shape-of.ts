import type Type from 'typebox'

type Schema = Readonly<Record<string, unknown>>

const OPTIONAL = Symbol('optional')

/**
 * The few makers of JSON Schema that the catalogue needs, with typebox's types: loading typebox itself, some 370 modules,
 * took longer than reading a repository of 10,000 files.
 */
// The types that typebox infers hold for plain JSON Schema; a test compares what is made here with the schema that is shipped.
export const shapeOf = {
  String: (options: Schema = {}) => ({ type: 'string', ...options }),
  Number: (options: Schema = {}) => ({ type: 'number', ...options }),
  Integer: (options: Schema = {}) => ({ type: 'integer', ...options }),
  Boolean: (options: Schema = {}) => ({ type: 'boolean', ...options }),
  Null: (options: Schema = {}) => ({ type: 'null', ...options }),
  Enum: (values: readonly unknown[], options: Schema = {}) => ({ enum: [...values], ...options }),
  Array: (items: Schema, options: Schema = {}) => ({ type: 'array', items, ...options }),
  Union: (anyOf: readonly Schema[], options: Schema = {}) => ({ anyOf: [...anyOf], ...options }),
  Record: ({ pattern }: Schema, value: Schema, options: Schema = {}) => ({
    type: 'object',
    patternProperties: { [String(pattern)]: value },
    ...options,
  }),
  Optional: (schema: Schema) => ({ ...schema, [OPTIONAL]: true }),
  Object: (properties: Readonly<Record<string, Schema>>, options: Schema = {}) => {
    const required = Object.keys(properties).filter(name => !(OPTIONAL in (properties[name] ?? {})))
    return { type: 'object', ...(required.length > 0 && { required }), properties, ...options }
  },
} as unknown as Pick<
  typeof Type,
  'String' | 'Number' | 'Integer' | 'Boolean' | 'Null' | 'Enum' | 'Array' | 'Union' | 'Record' | 'Optional' | 'Object'
>
