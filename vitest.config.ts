import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The packages' own sources, not their last build: a test must not pass on yesterday's code.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'checks/**/*.test.ts', 'docs/**/*.test.ts'],
    // Of two processors one would be left idle otherwise.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
