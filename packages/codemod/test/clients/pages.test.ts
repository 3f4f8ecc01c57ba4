import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHROMIUM_FLAGS, findChromium } from '../../../fixtures/src/browser.ts'
import { expect, it } from 'vitest'
import { openCatalogue, runOver } from '../cases.ts'
import { type Answer, startLoopback } from './loopback.ts'

const PAGES = fileURLToPath(new URL('./pages/', import.meta.url))
const chromium = findChromium()
const catalogue = await openCatalogue()
const jquery = readFileSync(new URL('../../node_modules/jquery/dist/jquery.min.js', import.meta.url), 'utf8')
const pages = chromium === null ? [] : readdirSync(PAGES).map(name => ({ name, chromium }))

it.for(pages)('sees in v2 what it saw in v1, in a real browser: $name', { timeout: 60_000 }, async page => {
  const { name } = page
  const before = readFileSync(join(PAGES, name), 'utf8')
  const ran = await runOver(new Map([[name, before]]), catalogue)
  expect(ran.migration.report.sites.map(site => site.reason).filter(reason => reason !== null)).toEqual([])
  const after = ran.after.get(name) ?? ''
  expect(await answers(page.chromium, before, ['v1-json', 'v1-other'])).toEqual([true, false])
  expect(await answers(page.chromium, after, ['v2-problem', 'v2-other'])).toEqual([true, false])
  expect(await answers(page.chromium, before, ['v2-problem'])).toEqual([false])
})

async function answers(browser: string, program: string, asked: readonly Answer[]): Promise<readonly boolean[]> {
  const run = `${program.replace('export ', '')}
;(async () => {
  const given = []
  for (const answer of ${JSON.stringify(asked)}) given.push(await isTaken('/' + answer))
  document.title = JSON.stringify(given)
})()`
  const loopback = await startLoopback(
    new Map([['/', `<!doctype html><title>…</title><script>${jquery}</script><script>${run}</script>`]]),
  )
  const profile = mkdtempSync(join(tmpdir(), 'problemshift-page-'))
  try {
    const url = new URL('/', loopback.urlOf('v1-json')).href
    const dom = await dump(browser, [`--user-data-dir=${profile}`, '--virtual-time-budget=20000', '--dump-dom', url])
    return JSON.parse(/<title>(.*?)<\/title>/.exec(dom)?.[1] ?? 'null')
  } finally {
    rmSync(profile, { recursive: true, force: true })
    await loopback.stop()
  }
}

function dump(browser: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile(browser, [...CHROMIUM_FLAGS, ...args], (fault, out) => (fault ? fail(fault) : done(out)))
  })
}
