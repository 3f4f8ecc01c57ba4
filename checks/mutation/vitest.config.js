import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const { MUTATE_TESTS = '' } = process.env

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: MUTATE_TESTS.split(','),
    setupFiles: [fileURLToPath(new URL('./fewer-runs.js', import.meta.url))],
    testTimeout: 120_000,
  },
})
