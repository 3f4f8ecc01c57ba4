import fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { OptionsError } from '../src/option-fault.ts'
import { problemshift } from '../src/plugin.ts'
import { readOptions } from '../src/read-options.ts'
import { LIBRARY } from './kit/library.ts'

function faultsOf(options: Record<string, unknown>) {
  const read = readOptions({ catalogue: LIBRARY, ...options })
  return read.outcome === 'faults' ? read.faults.map(({ code, option }) => [code, option]) : []
}

describe('options are checked at boot', () => {
  it.each([
    [{ mode: 'loud' }, 'option-value', 'mode'],
    [{ mod: 'observe' }, 'option-unknown', 'mod'],
    [{ statuses: { '4': 'observe' } }, 'option-value', 'statuses.4'],
    [{ statuses: { '4xx': 'loud' } }, 'option-value', 'statuses.4xx'],
    [{ prefixes: { v1: 'observe' } }, 'option-value', 'prefixes.v1'],
    [{ negotiate: { header: 'x version' } }, 'option-value', 'negotiate.header'],
    [{ negotiate: { headr: 'x' } }, 'option-unknown', 'negotiate.headr'],
    [{ negotiate: { values: '2' } }, 'option-type', 'negotiate.values'],
    [{ rollout: {} }, 'option-missing', 'rollout.percent'],
    [{ rollout: { percent: 120 } }, 'option-value', 'rollout.percent'],
    [{ limits: { streamBytes: -1 } }, 'option-value', 'limits.streamBytes'],
    [{ capture: 'yes' }, 'option-type', 'capture'],
    [{ instance: 'url' }, 'option-type', 'instance'],
    [{ deprecation: { since: 'soon' } }, 'option-value', 'deprecation.since'],
    [{ deprecation: { since: '2027-01-01', sunset: '2026-01-01' } }, 'option-order', 'deprecation.sunset'],
    [{ deprecation: { since: '2026-01-01', link: 'javascript:alert(1)' } }, 'option-value', 'deprecation.link'],
    [{ report: { path: '/report' } }, 'option-missing', 'report.guard'],
    [{ pages: 'errors' }, 'option-value', 'pages'],
    [{ requestId: { generate: 'uuid' } }, 'option-type', 'requestId.generate'],
  ])('%j', (options, code, option) => {
    expect(faultsOf(options)).toEqual([[code, option]])
  })

  it('all faults are told at once, each with what to write instead', async () => {
    const app = fastify()
    const boot = async () => {
      await app.register(problemshift, { catalogue: LIBRARY, mode: 'loud', rollout: { percent: 120 } } as never)
    }
    const fault = await boot().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(OptionsError)
    expect((fault as OptionsError).faults.map(({ instead }) => instead)).toEqual([
      'observe, bridge, negotiate, enforce, or false',
      'a number from 0 to 100',
    ])
    await app.close().catch(() => {})
  })

  it('sound options have no faults', () => {
    expect(
      faultsOf({
        mode: 'negotiate',
        statuses: { '404': 'enforce', '5xx': false },
        prefixes: { '/v1': 'bridge' },
        negotiate: { header: 'x-api-version', values: ['2'], query: 'v', caller: () => true },
        rollout: { percent: 12.5 },
        deprecation: { since: new Date(), link: 'https://docs.library.example' },
        report: { path: '/-/report', guard: () => {} },
        pages: '/errors',
        prefix: '/ignored-of-fastify',
      }),
    ).toEqual([])
  })

  it.each([
    ['a route', { problemshift: 'loud' }],
    ['a member of a route', { problemshift: { mod: 'observe' } }],
  ])('%s is checked when it is declared', async (_, config) => {
    const app = fastify()
    await app.register(problemshift, { catalogue: LIBRARY })
    expect(() => app.get('/loan', { config }, () => 'x')).toThrow(
      expect.objectContaining({ code: 'PROBLEMSHIFT_OPTIONS' }),
    )
    await app.close()
  })

  it.each([
    ['no catalogue', {}],
    ['a file that is not there', { catalogue: '/no/such/errors.catalogue.yaml' }],
    ['a catalogue with faults', { catalogue: { api: 'x', type: 'no', problems: { a: { status: 200 } } } }],
    ['a code that the catalogue does not have', { catalogue: LIBRARY, upstreamCode: 'nope' }],
  ])('%s stops the boot', async (_, options) => {
    const app = fastify()
    await expect(async () => {
      await app.register(problemshift, options as never)
    }).rejects.toMatchObject({ code: 'PROBLEMSHIFT_OPTIONS', message: expect.not.stringContaining('..') })
    await app.close().catch(() => {})
  })
})
