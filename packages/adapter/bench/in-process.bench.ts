import { defineCatalogue } from '@problemshift/catalogue'
import fastify, { type FastifyInstance } from 'fastify'
// The built package: what is measured is what is shipped.
import { problemshift } from '@problemshift/adapter'
import { runBatch } from './bare-server.ts'

/** One figure of `pnpm bench`. */
interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly nanoseconds?: number
  readonly limit?: number
  readonly made: string
}

const ROUNDS = 41
// Some 50 ns are looked for in a request of a microsecond and a half: the median of 41 still moves by as much.
const MORE_ROUNDS = 161
const BATCH = 4_000
const MADE = madeBy(ROUNDS)
const MADE_LONGER = madeBy(MORE_ROUNDS)

function madeBy(rounds: number): string {
  return `no sockets: Fastify's router with a bare request and reply, ${rounds} alternating batches of ${BATCH}, median of the paired CPU times`
}

interface Subject {
  readonly name: string
  readonly app: FastifyInstance
}

function entries(count: number) {
  const problems: Record<string, { status: number; title: string; from: string[] }> = {
    loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] },
  }
  for (let n = 1; n < count; n += 1) {
    problems[`problem_${n}`] = { status: 409, title: `Problem ${n}`, from: [`Copy {id:int} is on shelf ${n}`] }
  }
  return defineCatalogue({ api: 'Lending library', type: 'https://errors.library.example/{code}', problems })
}

async function subject(name: string, prepare: (app: FastifyInstance) => unknown): Promise<Subject> {
  const app = fastify()
  await prepare(app)
  app.get('/ok', (_, reply) => {
    reply.send({ id: 17, title: 'The Sea', due: '2026-12-01' })
  })
  app.get('/missing', (_, reply) => {
    reply.code(404).send('Loan 17 not found')
  })
  app.get('/json', (_, reply) => {
    reply.code(409).send({ message: 'Somebody else has this copy' })
  })
  let number = 0
  const next = () => {
    number = (number + 1) % 1_000_000
    return number
  }
  app.get('/numbered', (_, reply) => {
    reply.code(404).send({ error: { code: 'LOST', message: `Loan ${next()} not found` } })
  })
  app.get('/traced', (_, reply) => {
    const requestId = `${(next() * 7919 + 1e9).toString(16)}-a${next()}`
    reply.code(409).send({ error: { code: 'TAKEN', message: 'Somebody else has this copy', requestId } })
  })
  app.get('/new', (_, reply) => {
    reply.code(409).send({ error: { code: 'TAKEN', message: `Shelf ${next().toString(36)}x is taken by somebody` } })
  })
  await app.ready()
  return { name, app }
}

// What any plugin pays that puts one hook before and one behind those of others, and a method on the reply.
function emptyHooks(app: FastifyInstance): void {
  app.decorateReply('problem', () => {})
  for (let n = 0; n < 2; n += 1) app.addHook('onSend', (_request, _reply, _payload, done) => done())
}

// What people write first: parse every body, serialise every body.
function byHand(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    const { message } = error as Error
    reply.code(500).send({ type: 'about:blank', title: 'Error', status: 500, detail: message })
  })
  app.addHook('onSend', async (_request, reply, payload) => {
    let value: unknown = payload
    try {
      value = JSON.parse(String(payload))
    } catch {}
    if (reply.statusCode < 400) return JSON.stringify(value)
    reply.type('application/problem+json')
    return JSON.stringify({ type: 'about:blank', title: 'Error', status: reply.statusCode, detail: value })
  })
}

async function times(
  subjects: readonly Subject[],
  url: string,
  rounds = ROUNDS,
): Promise<readonly (readonly number[])[]> {
  const taken = subjects.map((): number[] => [])
  for (const one of subjects) for (let n = 0; n < 3; n += 1) await runBatch(one.app, [url], BATCH)
  for (let round = 0; round < rounds; round += 1) {
    // Another one first each time, so that none always pays for the garbage of the one before.
    for (let at = 0; at < subjects.length; at += 1) {
      const index = (at + round) % subjects.length
      const one = subjects[index]
      if (one !== undefined) taken[index]?.push(await runBatch(one.app, [url], BATCH))
    }
  }
  return taken
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function ratio(taken: readonly (readonly number[])[], of: number, to: number): number {
  return median((taken[of] ?? []).map((time, at) => time / (taken[to]?.[at] ?? Number.NaN)))
}

function difference(taken: readonly (readonly number[])[], of: number, to: number): number {
  return median((taken[of] ?? []).map((time, at) => time - (taken[to]?.[at] ?? Number.NaN)))
}

/** What the adapter costs in process, beside an A/A control. */
export async function run(): Promise<BenchLine[]> {
  const small = entries(10)
  const none = await subject('none', () => {})
  const again = await subject('none again', () => {})
  const ours = await subject('ours', app => app.register(problemshift, { catalogue: small, mode: 'enforce' }))
  const large = await subject('10,000 entries', app =>
    app.register(problemshift, { catalogue: entries(10_000), mode: 'enforce' }),
  )
  const hand = await subject('by hand', byHand)
  const empty = await subject('empty hooks', emptyHooks)
  // What nobody runs in one process is measured apart: Fastify's hook runner is fastest while it has seen few hooks.
  const ok = await times([none, again, ours], '/ok', MORE_ROUNDS)
  const floor = await times([none, empty], '/ok', MORE_ROUNDS)
  const missing = await times([none, again, ours], '/missing')
  const sizes = await times([ours, large], '/missing')
  const handOk = await times([ours, hand], '/ok')
  const handMissing = await times([ours, hand], '/missing')
  const handJson = await times([ours, hand], '/json')
  const handNumbered = await times([ours, hand], '/numbered')
  const handTraced = await times([ours, hand], '/traced')
  const fresh = await times([none, ours], '/new')
  await Promise.all([none, again, ours, large, hand, empty].map(({ app }) => app.close()))
  return [
    { name: 'success, A/A control', ratio: ratio(ok, 1, 0), made: MADE_LONGER },
    { name: 'success, with the adapter to without', ratio: ratio(ok, 2, 0), limit: 1.08, made: MADE_LONGER },
    {
      name: 'success, with two empty hooks and a decorated reply to without',
      ratio: ratio(floor, 1, 0),
      made: MADE_LONGER,
    },
    { name: 'success, by hand to the adapter', ratio: ratio(handOk, 1, 0), made: MADE },
    { name: 'plain-text 404 of Fastify itself', nanoseconds: median(missing[0] ?? []), made: MADE },
    { name: 'catalogued plain-text 404, A/A control, difference', nanoseconds: difference(missing, 1, 0), made: MADE },
    {
      name: 'catalogued plain-text 404, more than without',
      nanoseconds: difference(missing, 2, 0),
      limit: 1_500,
      made: MADE,
    },
    { name: 'plain-text 404, by hand to the adapter', ratio: ratio(handMissing, 1, 0), made: MADE },
    { name: 'JSON 409 that comes again, by hand to the adapter', ratio: ratio(handJson, 1, 0), made: MADE },
    {
      name: 'JSON 404 with a catalogued sentence whose number is new, by hand to the adapter',
      ratio: ratio(handNumbered, 1, 0),
      made: MADE,
    },
    { name: 'JSON 409 with an id that is new, by hand to the adapter', ratio: ratio(handTraced, 1, 0), made: MADE },
    {
      name: 'JSON 409 whose sentence is new and not catalogued, more than without',
      nanoseconds: difference(fresh, 1, 0),
      made: MADE,
    },
    { name: 'catalogued 404, 10,000 entries to 10', ratio: ratio(sizes, 1, 0), limit: 1.3, made: MADE },
  ]
}
