import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The packages' own sources, not their last build: a test must not pass on yesterday's code.
  resolve: {
    conditions: ['source'],
    alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL('checks/laws/seeded.js', import.meta.url)) }],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'checks/**/*.test.ts', 'docs/**/*.test.ts'],
    // Of two processors one would be left idle otherwise.
    maxWorkers: '100%',
    // No test is timed: these end what hangs, also where a machine is slow and busy.
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
