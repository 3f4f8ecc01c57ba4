// One server in a process of its own: node child.mjs <fastify package> <hook>. Prints what each handler got, and what
// would have ended the process.
import { createReadStream, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import process from 'node:process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pathToFileURL } from 'node:url'

const [, , version, hook, plugin] = process.argv
const crashes = []
let current = 'boot'
process.on('unhandledRejection', fault => crashes.push(`${current}: ${fault?.code ?? fault}`))
process.on('uncaughtException', fault => crashes.push(`${current}: ${fault?.code ?? fault}`))

const { default: fastify } = await import(version)
const app = fastify()
const file = join(tmpdir(), `problemshift-crash-${process.pid}.txt`)
writeFileSync(file, 'Loan 17 not found')

const HOOKS = {
  none: null,
  async: async (_request, _reply, payload) => payload,
  macrotask: async (_request, _reply, payload) => {
    await new Promise(resolve => setImmediate(resolve))
    return payload
  },
  later: (_request, _reply, payload, done) => setImmediate(() => done(null, payload)),
}
if (hook === 'ours') {
  const { problemshift } = await import(pathToFileURL(plugin).href)
  const catalogue = {
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
  }
  await app.register(problemshift, { catalogue, mode: 'enforce' })
} else if (HOOKS[hook] !== null) {
  app.addHook('onSend', HOOKS[hook])
}

const PAYLOADS = {
  text: () => 'Loan 17 not found',
  object: () => ({ message: 'Loan 17 not found' }),
  buffer: () => Buffer.from('Loan 17 not found'),
  stream: () => Readable.from(['Loan 17 ', 'not found']),
  file: () => createReadStream(file),
}

for (const [name, make] of Object.entries(PAYLOADS)) {
  app.get(`/twice/${name}`, (_request, reply) => {
    reply.code(404).send(make())
    reply.send('again')
  })
  app.get(`/value/${name}`, async (_request, reply) => {
    reply.code(404).send(make())
    return 'a value'
  })
  app.get(`/throw/${name}`, async (_request, reply) => {
    reply.code(404).send(make())
    throw new Error('after the reply')
  })
  app.get(`/forgot/${name}`, async (_request, reply) => {
    reply.code(404).send(make())
  })
  app.get(
    `/hook/${name}`,
    {
      preHandler(_request, reply, done) {
        reply.code(404).send(make())
        done()
      },
    },
    async () => 'never',
  )
}

await app.listen({ port: 0, host: '127.0.0.1' })
const { port } = app.server.address()
const replies = {}
for (const handler of ['twice', 'value', 'throw', 'forgot', 'hook']) {
  for (const payload of Object.keys(PAYLOADS)) {
    current = `${handler}/${payload}`
    replies[current] = await get(`/${current}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
process.stdout.write(JSON.stringify({ replies, crashes }), () => process.exit(0))

function get(path) {
  return new Promise(resolve => {
    const req = request({ port, path, agent: false, timeout: 2000 }, res => {
      let body = ''
      res.on('data', chunk => {
        body += chunk
      })
      res.on('error', () => resolve({ status: 0, body }))
      res.on('end', () => resolve({ status: res.statusCode, type: res.headers['content-type'] ?? null, body }))
    })
    req.on('timeout', () => req.destroy(new Error('timeout')))
    req.on('error', fault => resolve({ status: 0, type: null, body: fault.message }))
    req.end()
  })
}
