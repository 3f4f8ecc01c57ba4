/** The description that each generator is given: one request, which may be refused. */
export const DESCRIPTION = {
  openapi: '3.0.3',
  info: { title: 'Lending library', version: '1.0.0' },
  paths: {
    '/{answer}': {
      get: {
        operationId: 'visit',
        tags: ['Loans'],
        parameters: [{ name: 'answer', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'The loan', content: { 'application/json': { schema: { type: 'object' } } } },
          409: { description: 'Refused', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  },
} as const
