const scope = { enum: ['body', 'query', 'path', 'header', 'global'] }
const text = { type: 'string', minLength: 1 }
const known = {
  type: { type: 'string', format: 'uri' },
  title: text,
  status: { type: 'integer', minimum: 400, maximum: 599 },
  detail: text,
  instance: text,
  hint: text,
}
const always = ['type', 'title', 'status', 'detail', 'instance', 'code']

/** What the two contracts that have a name ask of a body: closed, so that nothing else gets out. */
export const CONTRACT_SCHEMAS = {
  kordiam: {
    type: 'object',
    additionalProperties: false,
    required: [...always, 'traceId'],
    properties: {
      ...known,
      code: text,
      traceId: text,
      errors: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['scope', 'path', 'code', 'message'],
          properties: { scope, path: { type: ['string', 'null'], minLength: 1 }, code: text, message: text },
          if: { type: 'object', properties: { scope: { const: 'global' } } },
          // biome-ignore lint/suspicious/noThenProperty: a key word of JSON Schema
          then: { properties: { path: { type: 'null' } } },
        },
      },
    },
  },
  contraforce: {
    type: 'object',
    additionalProperties: false,
    required: [...always, 'requestId', 'timestamp'],
    properties: {
      ...known,
      type: { const: 'https://errors.library.example/errors' },
      code: text,
      requestId: text,
      timestamp: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
      target: text,
      errors: {
        type: 'object',
        minProperties: 1,
        additionalProperties: { type: 'array', minItems: 1, items: text },
      },
    },
  },
} as const
