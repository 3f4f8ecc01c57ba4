import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const { MUTATE_TESTS = '' } = process.env

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: {
    conditions: ['source'],
    alias: [{ find: /^fast-check$/, replacement: fileURLToPath(new URL('./fewer-examples.js', import.meta.url)) }],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: MUTATE_TESTS.split(','),
    testTimeout: 120_000,
  },
})
