import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RULES } from '../src/rules/rule-names.ts'
import { RULE_CASES, readCases, sitesOf } from './cases.ts'

// What a client's own wrapper leaves of the answer decides what can be moved: these are the five ways there are.
const STYLES: Readonly<Record<string, RegExp>> = {
  'in-place': /^(?![\s\S]*\bthrow\b)[\s\S]*\baxios\b/,
  'keeps-the-body': /throw new \w+Error\([^;]*(?:\bbody\)|\.json\(\)\))/,
  'rejects-with-the-body': /throw body\b/,
  'keeps-the-text': /throw new Error\((?:JSON\.stringify\()?body\b/,
  'copies-fields': /throw Object\.assign\(new Error\([^)]*\), \{ \w+: /,
}
const KINDS = { 'in-each-style': 'rewrite', 'keep-in-each-style': 'keep' } as const

const cases = readCases(RULE_CASES)
const rules = RULES.filter(rule => rule !== 'branch')

describe.each(rules)('the rule %s', rule => {
  describe.each(Object.entries(KINDS))('in %s', (name, outcome) => {
    const one = cases.find(({ name: found }) => found === `${rule}/${name}`)

    it.each(Object.keys(STYLES))(`finds something to ${outcome} in a client that is %s`, style => {
      const [file, text = ''] = [...(one?.before ?? [])].find(([path]) => styleOf(path) === style) ?? []
      expect(text).toMatch(STYLES[style] ?? /^$/)
      const sites = sitesOf(one?.report).filter(site => site.file === file && site.form === rule)
      expect(sites.map(site => site.outcome)).toContain(outcome)
    })
  })

  it('has cases of both kinds', () => {
    const own = readdirSync(join(RULE_CASES, rule), { withFileTypes: true }).filter(found => found.isDirectory())
    const kept = own.filter(found => found.name.startsWith('keep-')).length
    expect(Math.min(kept, own.length - kept)).toBeGreaterThan(1)
  })
})

function styleOf(path: string): string {
  return basename(path).replace(/(?:\.test)?\.js$/, '')
}
