const LOANS = new Map([
  ['17', { id: 17, title: 'The Sea', renewals: 2 }],
  ['18', { id: 18, title: 'Tides', renewals: 0 }],
])
const COPIES = new Map([
  [4, { id: 4, until: '2026-12-01' }],
  [5, { id: 5, until: null }],
])
const SUSPENDED = new Set([8])

const borrow = {
  schema: {
    body: {
      type: 'object',
      required: ['copy', 'member'],
      properties: { copy: { type: 'integer' }, member: { type: 'integer' } },
    },
  },
}

// Ten years of handlers: one sends text, one sends an object of its own, one throws.
export async function routes(app) {
  app.get('/loans/:id', (request, reply) => {
    const loan = LOANS.get(request.params.id)
    if (loan === undefined) return reply.code(404).send(`Loan ${request.params.id} not found`)
    return loan
  })

  app.post('/loans/:id/renewals', (request, reply) => {
    const loan = LOANS.get(request.params.id)
    if (loan === undefined) return reply.code(404).send({ message: `Loan ${request.params.id} not found` })
    if (loan.renewals === 2) return reply.code(409).send({ message: 'A loan can be renewed twice, not more' })
    return { ...loan, renewals: loan.renewals + 1 }
  })

  app.post('/loans', borrow, async (request, reply) => {
    const { copy: id, member } = request.body
    if (SUSPENDED.has(member)) throw Object.assign(new Error('This membership is suspended'), { statusCode: 403 })
    const copy = COPIES.get(id)
    if (copy?.until) return reply.code(409).send({ message: `Copy ${id} is on loan until ${copy.until}` })
    return { loan: 19 }
  })
}
