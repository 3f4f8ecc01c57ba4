import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHROMIUM_FLAGS, findChromium } from '@problemshift/fixtures'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printPages } from '../../src/print/pages.ts'
import { lendingLibrary, oneProblem } from './shelf.ts'

const executablePath = findChromium()

describe.skipIf(executablePath === null)('the pages in Chromium (skipped where there is none)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'problemshift-pages-'))
  let browser: Browser

  beforeAll(async () => {
    for (const { file, text } of printPages(lendingLibrary())) writeFileSync(join(folder, file), text)
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...CHROMIUM_FLAGS] })
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Opens a page from the disk, and notes what it asks for and what goes wrong in it. */
  async function open(name: string, options: Parameters<Browser['newPage']>[0] = {}) {
    const page = await browser.newPage(options)
    const troubles: string[] = []
    page.on('pageerror', error => troubles.push(error.message))
    page.on('console', message => message.type() === 'error' && troubles.push(message.text()))
    page.on('request', request => !request.url().startsWith('file:') && troubles.push(request.url()))
    await page.goto(pathToFileURL(join(folder, name)).href)
    return { page, troubles }
  }

  const shownCodes = (page: Page) => page.locator('[data-text]:visible code').allTextContents()

  test('the index finds an entry by a word of its v1 wording', async () => {
    const { page, troubles } = await open('index.html')
    expect((await shownCodes(page)).length).toBeGreaterThan(40)
    await page.getByRole('searchbox').fill('branch closed')
    expect(await shownCodes(page)).toEqual(['branch_closed'])
    await page.getByRole('searchbox').press('Escape')
    expect((await shownCodes(page)).length).toBeGreaterThan(40)
    expect(troubles).toEqual([])
  })

  test('an entry of the index leads to its page', async () => {
    const { page, troubles } = await open('index.html')
    await page.getByRole('link', { name: 'loan_not_found' }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Loan not found')
    expect(troubles).toEqual([])
  })

  test('nothing runs out of a narrow screen', async () => {
    for (const name of ['index.html', 'loan_not_found.html']) {
      const { page } = await open(name, { viewport: { width: 360, height: 640 } })
      expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(360)
    }
  })

  test('a dark screen gets a dark page', async () => {
    const background = async (colorScheme: 'dark' | 'light') => {
      const { page } = await open('index.html', { colorScheme })
      return page.evaluate('getComputedStyle(document.body).backgroundColor')
    }
    expect(await background('dark')).not.toBe(await background('light'))
  })

  test('a title that is markup stays text', async () => {
    const title = '<script>document.title = "run"</script>'
    for (const { file, text } of printPages(oneProblem({ title }))) writeFileSync(join(folder, `x-${file}`), text)
    const { page, troubles } = await open('x-loan_not_found.html')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
    expect(await page.title()).not.toBe('run')
    expect(troubles).toEqual([])
  })
})
