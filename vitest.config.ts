import { defineConfig } from 'vitest/config'

export default defineConfig({
  // The packages' own sources, not their last build: a test must not pass on yesterday's code.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'checks/**/*.test.ts', 'docs/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
