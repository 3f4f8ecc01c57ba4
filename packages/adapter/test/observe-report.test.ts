import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { readDefinition } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '../src/channels.ts'
import { fingerprint } from '../src/observe/fingerprint.ts'
import { start } from './kit/start.ts'
import { VERSIONS } from './kit/versions.ts'

const make = VERSIONS.at(-1)?.make ?? (() => Promise.reject(new Error('no version')) as never)

describe('the fingerprint of a wording', () => {
  it.each([
    ['Loan 17 not found', 'Loan {n:int} not found', 'Loan 17 not found'],
    ['Member ann@library.example has 3 loans', 'Member {email:email} has {n:int} loans', 'Member … has 3 loans'],
    ['No copy 7d444840-9dc0-11d1-b245-5ffdce74fad2', 'No copy {id:uuid}', 'No copy …'],
    ['Title "The Sea" is unknown', 'Title "{value}" is unknown', 'Title "…" is unknown'],
    ['Due 2026-12-01 at branch 4', 'Due {date:word} at branch {n:int}', 'Due 2026-12-01 at branch 4'],
    ['Token sk_live_4f9a8b7c6d5e is wrong', 'Token {token:word} is wrong', 'Token … is wrong'],
    ['Desk 192.168.7.31:5432 is shut', 'Desk {address:word} is shut', 'Desk … is shut'],
    [
      'Signed in with password=hunter2 at 9',
      'Signed in with password={secret:word} at {n:int}',
      'Signed in with password=… at 9',
    ],
    ['Call +49 (30) 1234-567 first', 'Call {phone} first', 'Call … first'],
    ['The key: lost', 'The key: {secret:word}', 'The key: …'],
    ['Version 1.2.3 is out', 'Version {n:int}.{n2:int}.{n3:int} is out', 'Version 1.2.3 is out'],
    ['From 3 to 17', 'From {n:int} to {n2:int}', 'From 3 to 17'],
    ['a {b} c', 'a {{b} c', 'a {b} c'],
    ["The member's card is lost", "The member's card is lost", "The member's card is lost"],
  ])('%s', (wording, template, sample) => {
    expect(fingerprint(wording)).toEqual({ template, sample })
  })
})

describe('the report', () => {
  it('counts by route, status, dialect and entry, and offers the unknown as a stub that loads', async () => {
    const { ask, app } = await start(
      make,
      app => {
        app.get('/loans/:id', (request, reply) => {
          const { id } = request.params as { id: string }
          reply.code(404).send(`Loan ${id} not found`)
        })
        app.get('/copies/:id', (request, reply) => {
          const { id } = request.params as { id: string }
          reply.code(410).send({ error: { code: 'copy_gone', message: `Copy ${id} of "The Sea" is gone` } })
        })
        app.get('/shelf', (_, reply) => reply.code(409).send('Shelf: 100% full {really}'))
        app.get('/silent', (_, reply) => reply.code(418).send())
        app.get('/token', (_, reply) => reply.code(400).type('application/problem+json').send('{"type":"about:blank"}'))
      },
      { plugin: { mode: 'observe' } },
    )
    for (const id of [1, 2, 3]) await ask(`/loans/${id}`)
    for (const id of [1, 2]) await ask(`/copies/${id}`)
    for (const path of ['/shelf', '/silent', '/token']) await ask(path)
    const report = app.problemshift.report()
    expect(report.errors[0]).toMatchObject({ route: '/loans/:id', status: 404, code: 'loan_not_found', count: 3 })
    expect(report.totals).toMatchObject({ converted: 7, unmatched: 4, kept: 1, failed: 0 })
    expect(report.unmatched[0]).toMatchObject({
      route: '/copies/:id',
      fingerprint: 'Copy {n:int} of "{value}" is gone',
      sample: 'Copy 1 of "…" is gone',
      code: 'copy_gone',
      count: 2,
    })
    expect(report.kept).toMatchObject([{ route: '/token', reason: 'problem' }])
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    expect(report.summary).toContain('/copies/:id')
    const yaml = `api: Lending library\ntype: https://errors.library.example/{code}\n${report.stub}`
    const read = readDefinition(yaml, 'yaml', 'stub.yaml')
    expect(read.outcome === 'faults' ? read.faults : []).toEqual([])
    if (read.outcome === 'catalogue') {
      expect(read.catalogue.problems.map(({ code }) => code)).toContain('copy_gone')
    }
  })

  it('holds nothing that must not leave', async () => {
    const { ask, app } = await start(
      make,
      app => {
        app.get('/broken', () => {
          throw new Error('connect ECONNREFUSED 10.0.0.7:5432 password=hunter2')
        })
      },
      { plugin: { mode: 'observe' } },
    )
    await ask('/broken')
    const report = app.problemshift.report()
    expect(report.unmatched.length).toBe(1)
    expect(JSON.stringify(report)).not.toMatch(/10\.0\.0\.7|hunter2/)
  })

  it('is bounded, whatever comes', async () => {
    const { app } = await start(
      make,
      app => {
        app.get('/*', (request, reply) => reply.code(400).send({ code: `E${request.url}`, message: 'No such branch' }))
      },
      { plugin: { mode: 'observe', limits: { reportRows: 10 } } },
    )
    for (let n = 0; n < 50; n += 1) await app.inject(`/${n}`)
    const report = app.problemshift.report()
    expect([report.errors.length, report.unmatched.length]).toEqual([10, 10])
    expect(report.totals).toMatchObject({ converted: 50, beyondLimit: 80 })
  })

  it('is served behind the guard, as text and as JSON, and hidden from strangers', async () => {
    const { ask } = await start(
      make,
      app => {
        app.get('/loan', (_, reply) => reply.code(409).send('Something new'))
      },
      {
        plugin: {
          mode: 'enforce',
          report: {
            path: '/-/problemshift',
            guard: (request, reply, done) => {
              if (request.headers.authorization === 'Bearer desk') done()
              else reply.code(401).send('who are you?')
            },
          },
        },
      },
    )
    await ask('/loan')
    expect((await ask('/-/problemshift')).status).toBe(401)
    const headers = { authorization: 'Bearer desk' }
    expect((await ask('/-/problemshift', { headers })).text).toContain('Something new')
    const json = await ask('/-/problemshift', { headers: { ...headers, accept: 'application/json' } })
    expect(JSON.parse(json.text)).toMatchObject({ version: 1, totals: { converted: 1 } })
  })
})

describe('diagnostics channels', () => {
  it('feed a metrics registry', async () => {
    const metrics = new Map<string, number>()
    const listeners = Object.values(CHANNELS).map(channel => {
      const listener = (event: unknown) => {
        const { route, code, reason } = event as { route: string; code?: string; reason?: string }
        const key = `${channel} ${route} ${code ?? reason ?? ''}`
        metrics.set(key, (metrics.get(key) ?? 0) + 1)
      }
      subscribe(channel, listener)
      return { channel, listener }
    })
    try {
      const { ask } = await start(make, app => {
        app.get('/loan', (_, reply) => reply.code(404).send('Loan 17 not found'))
        app.get('/new', (_, reply) => reply.code(409).send('Something new'))
        app.get('/problem', (_, reply) =>
          reply.code(409).type('application/problem+json').send('{"type":"about:blank"}'),
        )
        app.get('/ok', () => 'fine')
      })
      for (const path of ['/loan', '/loan', '/new', '/problem', '/ok']) await ask(path)
    } finally {
      for (const { channel, listener } of listeners) unsubscribe(channel, listener)
    }
    expect(Object.fromEntries(metrics)).toEqual({
      'problemshift:converted /loan loan_not_found': 2,
      'problemshift:converted /new conflict': 1,
      'problemshift:unmatched /new conflict': 1,
      'problemshift:kept /problem problem': 1,
    })
  })
})
