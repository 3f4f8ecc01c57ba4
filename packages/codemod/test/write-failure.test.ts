import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, vi } from 'vitest'
import { writeChanges } from '../src/rewrite/write-files.ts'

// A disk that fails cannot be had otherwise: which of the renames fail, by their number.
const failing = vi.hoisted(() => ({ renames: [] as number[], seen: 0 }))

vi.mock('node:fs', async original => {
  const fs = await original<typeof import('node:fs')>()
  const renameSync: typeof fs.renameSync = (from, to) => {
    failing.seen += 1
    if (failing.renames.includes(failing.seen)) throw new Error('the disk is full')
    fs.renameSync(from, to)
  }
  return { ...fs, renameSync }
})

beforeEach(() => {
  failing.seen = 0
})

function write(renames: readonly number[]) {
  failing.renames = [...renames]
  const root = mkdtempSync(join(tmpdir(), 'problemshift-failure-'))
  for (const file of ['a.js', 'b.js']) writeFileSync(join(root, file), 'old')
  const changes = ['a.js', 'b.js'].map(file => ({ file, before: 'old', after: 'new', bom: false, group: 1 }))
  const faults = writeChanges(root, changes)
  const files = readdirSync(root).sort()
  const texts = ['a.js', 'b.js'].map(file => readFileSync(join(root, file), 'utf8'))
  return { faults: faults.map(({ file, cause }) => [file, String(cause)]), files, texts }
}

it('what was placed is put back where a later file of its group cannot be placed', () => {
  expect(write([2])).toEqual({
    faults: [['b.js', 'Error: the disk is full']],
    files: ['a.js', 'b.js'],
    texts: ['old', 'old'],
  })
})

it('a file that cannot be put back is told too', () => {
  const { faults, texts } = write([2, 3])
  expect(faults).toEqual([
    ['b.js', 'Error: the disk is full'],
    ['a.js', 'Error: the disk is full'],
  ])
  expect(texts).toEqual(['new', 'old'])
})
