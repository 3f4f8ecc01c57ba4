import { describe, expect, it } from 'vitest'
import { type Case, openCatalogue, readCases, runOver, sitesOf } from './cases.ts'

const catalogue = await openCatalogue()

describe.each(readCases())('$name', one => {
  const after = one.after ?? one.before
  const types = asksTheCompiler(one)

  it('stays as it is when it is run a second time', async () => {
    const ran = await runOver(after, catalogue, types)
    expect(ran.after).toEqual(after)
    expect(ran.migration.report.summary.rewritten).toBe(0)
  })

  it('keeps tabs, CRLF and a BOM', async () => {
    const ran = await runOver(mapTexts(one.before, otherStyle), catalogue, types)
    expect(ran.after).toEqual(mapTexts(after, otherStyle))
  })
})

// Asking the compiler costs most of a run: beyond the first way it is asked where its answer decides.
function asksTheCompiler({ name, report }: Case): boolean {
  return name.startsWith('types/') || sitesOf(report).some(site => site.reason === 'would-not-type-check')
}

function mapTexts(files: ReadonlyMap<string, string>, change: (text: string) => string): ReadonlyMap<string, string> {
  return new Map([...files].map(([file, text]) => [file, file.endsWith('.json') ? text : change(text)]))
}

function otherStyle(text: string): string {
  return `\uFEFF${text.replace(/^(?: {2})+/gm, blanks => '\t'.repeat(blanks.length / 2)).replaceAll('\n', '\r\n')}`
}
