import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import process from 'node:process'
import { problemshift } from '@problemshift/adapter'
import { defineCatalogue } from '@problemshift/catalogue'
import fastify, { type FastifyInstance } from 'fastify'
import { runBatch } from './bare-server.ts'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly limit?: number
  readonly value?: string
  readonly made: string
}

// `SOAK_REPLIES=3000000 pnpm bench soak` for a day's worth; the short run is for every day.
const REPLIES = Number(process.env.SOAK_REPLIES ?? 500_000)
const TURNS = 20
const BATCH = Math.ceil(REPLIES / TURNS)

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

async function serve(): Promise<FastifyInstance> {
  const app = fastify()
  await app.register(problemshift, { catalogue: CATALOGUE, mode: 'enforce' })
  let number = 0
  app.get('/known', (_, reply) => {
    number += 1
    reply.code(404).send(`Loan ${number} not found`)
  })
  // A wording that is new each time must not fill the report.
  app.get('/unknown', (_, reply) => {
    number += 1
    reply.code(409).send(`Shelf ${number.toString(36)}x is taken by ${(number * 7).toString(36)}`)
  })
  app.get('/coded', (_, reply) => {
    number += 1
    reply.code(400).send({ error: { code: `E${number}`, message: 'No such branch' } })
  })
  app.get('/thrown', () => {
    throw new Error('connect ECONNREFUSED 10.0.0.7:5432')
  })
  app.get('/fields', (_, reply) => {
    number += 1
    reply
      .code(422)
      .send({ message: 'The given data was invalid.', errors: { [`shelf_${number}`]: [`Shelf ${number} is full`] } })
  })
  app.get('/html', (_, reply) => {
    number += 1
    reply
      .code(502)
      .type('text/html')
      .send(`<html><head><title>Branch ${number} is closed</title></head><body></body></html>`)
  })
  app.get('/packed', (_, reply) => {
    number += 1
    reply.code(409).type('application/json').header('content-encoding', 'gzip')
    reply.send(gzipSync(`{"error":"Member ${number} has two loans"}`))
  })
  app.get('/ok', () => ({ fine: true }))
  await app.ready()
  return app
}

function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

/** A day of errors in a minute: the heap after it to the heap after its first tenth. */
export async function run(): Promise<BenchLine[]> {
  const app = await serve()
  const paths = ['/known', '/unknown', '/coded', '/fields', '/html', '/packed', '/thrown', '/ok']
  const sizes: number[] = []
  for (let turn = 0; turn < TURNS; turn += 1) {
    await runBatch(app, paths, BATCH)
    sizes.push(heap())
  }
  const early = sizes[Math.floor(TURNS / 10)] ?? Number.NaN
  const late = sizes.at(-1) ?? Number.NaN
  await app.close()
  const made = `${TURNS * BATCH} replies of eight kinds, seven of them errors, most with a wording or a code never seen before; the heap after a forced collection`
  const course = sizes.map(size => (size / 2 ** 20).toFixed(1)).join(' ')
  return [
    { name: 'heap after all of it to heap after a tenth', ratio: late / early, limit: 1.1, made },
    {
      name: 'heap after all of it',
      value: `${(late / 2 ** 20).toFixed(1)} MB`,
      made: `after each twentieth: ${course}`,
    },
  ]
}
