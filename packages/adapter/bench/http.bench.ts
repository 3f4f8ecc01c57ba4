import { Agent, get } from 'node:http'
import { problemshift } from '@problemshift/adapter'
import { defineCatalogue } from '@problemshift/catalogue'
import fastify from 'fastify'

interface BenchLine {
  readonly name: string
  readonly ratio?: number
  readonly made: string
}

const ROUNDS = 21
const BATCH = 1_500
const CONNECTIONS = 20
const MADE = `real sockets in one process, ${CONNECTIONS} connections, ${ROUNDS} alternating batches of ${BATCH}, median of the paired batches`

const CATALOGUE = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
})

async function serve(withAdapter: boolean) {
  const app = fastify()
  if (withAdapter) await app.register(problemshift, { catalogue: CATALOGUE, mode: 'enforce' })
  app.get('/ok', (_, reply) => {
    reply.send({ id: 17, title: 'The Sea', due: '2026-12-01' })
  })
  app.get('/missing', (_, reply) => {
    reply.code(404).send('Loan 17 not found')
  })
  const base = await app.listen({ port: 0, host: '127.0.0.1' })
  return { app, base, agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }) }
}

type Served = Awaited<ReturnType<typeof serve>>

function ask({ base, agent }: Served, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    get(`${base}${path}`, { agent }, reply => {
      reply.resume()
      reply.on('end', resolve)
    }).on('error', reject)
  })
}

async function batch(served: Served, path: string): Promise<number> {
  let left = BATCH
  const started = performance.now()
  const worker = async () => {
    while (left > 0) {
      left -= 1
      await ask(served, path)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, worker))
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Whether the adapter can be told from noise over real HTTP: its ratio stands beside that of an A/A control. */
export async function run(): Promise<BenchLine[]> {
  const servers = [await serve(false), await serve(false), await serve(true)]
  const lines: BenchLine[] = []
  for (const path of ['/ok', '/missing']) {
    const taken: number[][] = servers.map(() => [])
    for (const served of servers) await batch(served, path)
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let at = 0; at < servers.length; at += 1) {
        const index = (at + round) % servers.length
        const served = servers[index]
        if (served !== undefined) taken[index]?.push(await batch(served, path))
      }
    }
    const ratio = (of: number) => median((taken[of] ?? []).map((time, at) => time / (taken[0]?.[at] ?? Number.NaN)))
    const what = path === '/ok' ? 'success' : 'catalogued 404'
    lines.push({ name: `${what} over HTTP, A/A control`, ratio: ratio(1), made: MADE })
    lines.push({ name: `${what} over HTTP, with the adapter to without`, ratio: ratio(2), made: MADE })
  }
  for (const { app, agent } of servers) {
    agent.destroy()
    await app.close()
  }
  return lines
}
