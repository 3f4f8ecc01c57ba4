import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FAULT_KINDS, faultText, printFault } from '@problemshift/catalogue'
import { loadCatalogue } from '@problemshift/catalogue/node'
import { describe, expect, test } from 'vitest'

const CASES = fileURLToPath(new URL('../../../fixtures/cases/catalogue/', import.meta.url))

const names = readdirSync(CASES)
const broken = names.filter(name => !name.startsWith('ok-'))
const sound = names.filter(name => name.startsWith('ok-'))

// What cannot lie in a repository is made by load-catalogue.test.ts.
const MADE_BY_TESTS = ['file-too-large', 'file-unreadable']

function fileOf(name: string): string {
  const file = readdirSync(CASES + name).find(entry => entry.startsWith('errors.catalogue.'))
  return `${CASES}${name}/${file ?? 'errors.catalogue.yaml'}`
}

async function faultsOf(name: string) {
  const result = await loadCatalogue(fileOf(name))
  return result.outcome === 'faults' ? result.faults : []
}

function expectedOf(name: string): readonly { code: string }[] {
  return JSON.parse(readFileSync(`${CASES}${name}/faults.json`, 'utf8'))
}

describe('every case tells just the faults that are written beside it', () => {
  test.each(broken)('%s', async name => {
    const faults = await faultsOf(name)
    expect(faults.map(({ code, line, column, path }) => ({ code, line, column, path }))).toEqual(expectedOf(name))
  })
})

describe('every sound case becomes a catalogue', () => {
  test.each(sound)('%s', async name => {
    expect(await faultsOf(name)).toEqual([])
    expect(existsSync(`${CASES}${name}/faults.json`)).toBe(false)
  })
})

describe('the cases have laws', () => {
  test('a case has the fault that it is named after', () => {
    for (const name of broken) {
      const [code] = name.split('.')
      expect(expectedOf(name).map(fault => fault.code)).toContain(code)
    }
  })

  test('every kind of fault has a case', () => {
    const seen = new Set(broken.flatMap(name => expectedOf(name).map(fault => fault.code)))
    const known = Object.keys(FAULT_KINDS)
    expect(known.filter(code => !seen.has(code)).sort()).toEqual(MADE_BY_TESTS)
    expect([...seen].filter(code => !known.includes(code))).toEqual([])
  })
})

test('every fault is printed with its place, what came and what to do', async () => {
  for (const name of broken) {
    for (const fault of await faultsOf(name)) {
      const text = printFault(fault)
      expect(text).toContain(fault.code)
      expect(text).toContain('errors.catalogue.')
      const { came, next } = faultText(fault)
      expect([came, next].map(words => words.trim() !== '' && !words.includes('undefined'))).toEqual([true, true])
    }
  }
})
