import { execFile, execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'

interface Outcome {
  readonly replies: Readonly<Record<string, { status: number; type: string | null; body: string }>>
  readonly crashes: readonly string[]
}

const VERSIONS = ['fastify-5-0', 'fastify-5-6', 'fastify']
const run = promisify(execFile)
const require = createRequire(import.meta.url)
const child = fileURLToPath(new URL('crash/child.mjs', import.meta.url))
const built = fileURLToPath(new URL('../dist/plugin.js', import.meta.url))

async function outcome(version: string, hook: string): Promise<Outcome> {
  const { stdout } = await run(process.execPath, [child, version, hook, built], { timeout: 50_000 })
  return JSON.parse(stdout)
}

describe('five handlers that forget to return, by five payloads, each server in a process of its own', () => {
  // A process needs JavaScript: the sources are compiled, so that it is not yesterday's build that is tested.
  beforeAll(() => {
    const root = fileURLToPath(new URL('../../..', import.meta.url))
    execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-b', 'packages/adapter'], { cwd: root })
  })

  it.each(VERSIONS)('nothing crashes and what v1 answers is converted, on %s', async version => {
    const bare = await outcome(version, 'none')
    const ours = await outcome(version, 'ours')
    expect(ours.crashes).toEqual(bare.crashes)
    for (const [name, reply] of Object.entries(ours.replies)) {
      const v1 = bare.replies[name]
      // Vanilla loses some streams itself: an empty body, or the handler's value in their place.
      if (v1?.status !== 404 || !v1.body.includes('not found')) {
        expect(reply.status, name).toBe(v1?.status)
        continue
      }
      expect(reply.status, name).toBe(404)
      expect(reply.type, name).toBe('application/problem+json')
      expect(JSON.parse(reply.body), name).toMatchObject({ code: 'loan_not_found', status: 404 })
    }
  })

  it.each(VERSIONS)('a hook that finishes later does crash, on %s: this test can fail', async version => {
    expect((await outcome(version, 'later')).crashes.join()).toContain('ERR_HTTP_HEADERS_SENT')
  })

  it('an async hook that waits crashes Fastify 5.0.0', async () => {
    expect((await outcome('fastify-5-0', 'macrotask')).crashes.join()).toContain('ERR_HTTP_HEADERS_SENT')
  })
})
