import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { execPath, stderr } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCatalogue, runOver } from '../cases.ts'
import { type Answer, type Loopback, startLoopback } from './loopback.ts'
import { findNode } from './newer-node.ts'

const PROGRAMS = fileURLToPath(new URL('./programs/', import.meta.url))
// Beside the packages, so that the programs find them.
const ROOM = fileURLToPath(new URL('../../node_modules/.problemshift-programs/', import.meta.url))
const catalogue = await openCatalogue()

interface Program {
  readonly name: string
  readonly text: string
  /** The Node that runs it. */
  readonly node: string
}

const programs = readdirSync(PROGRAMS).flatMap((file): Program[] => {
  const text = readFileSync(join(PROGRAMS, file), 'utf8')
  const needs = /^\/\/ needs: (\d+)/.exec(text)?.[1]
  const node = needs === undefined ? execPath : findNode(Number(needs))
  if (node === null) stderr.write(`Skipped: ${file} needs Node ${needs}, and there is none on this machine.\n`)
  return node === null ? [] : [{ name: file, text, node }]
})

let loopback: Loopback

beforeAll(async () => {
  mkdirSync(ROOM, { recursive: true })
  loopback = await startLoopback()
})

afterAll(async () => {
  rmSync(ROOM, { recursive: true, force: true })
  await loopback.stop()
})

const isBlind = ({ text }: Program) => text.startsWith('// blind')

describe.each(programs.filter(isBlind))('$name', program => {
  it('is kept, because no code can be read there in v2', async () => {
    const { name, text } = program
    const ran = await runOver(new Map([[name, text]]), catalogue)
    expect(new Set(ran.migration.report.sites.map(site => site.reason))).toEqual(new Set(['client-breaks']))
    expect(await answers(program, 'before', text, ['v1-json', 'v1-other'])).toEqual([true, false])
    const asked = text.replaceAll("message === 'This copy is already on loan'", "code === 'copy_on_loan'")
    expect(asked).not.toBe(text)
    expect(await answers(program, 'after', asked, ['v2-problem'])).toEqual([false])
  })
})

describe.each(programs.filter(program => !isBlind(program)))('$name', program => {
  it('sees in v2 what it saw in v1, through the real package', async () => {
    const { name, text } = program
    const ran = await runOver(new Map([[name, text]]), catalogue)
    const kept = ran.migration.report.sites.filter(site => site.outcome !== 'rewrite')
    expect(kept.map(({ line, reason }) => ({ line, reason }))).toEqual([])
    const after = ran.after.get(name) ?? ''
    expect(await answers(program, 'before', text, ['v1-json', 'v1-other'])).toEqual([true, false])
    expect(await answers(program, 'after', after, ['v2-problem', 'v2-other'])).toEqual([true, false])
    // Without the rewrite it is blind: the server really did change.
    expect(await answers(program, 'before', text, ['v2-problem'])).toEqual([false])
  })
})

async function answers(
  { name, node }: Program,
  side: 'before' | 'after',
  text: string,
  asked: readonly Answer[],
): Promise<readonly boolean[]> {
  const file = join(ROOM, `${side}-${name}`)
  writeFileSync(file, withVersion(name, text))
  const urls = asked.map(answer => loopback.urlOf(answer))
  return node === execPath ? answersHere(file, urls) : answersOf(node, file, urls)
}

// `ky@2.mjs` is about ky 2, which is installed as `ky-2`.
function withVersion(name: string, text: string): string {
  const [, client, version] = /^([\w-]+)@(\d+)\./.exec(name) ?? []
  return client === undefined ? text : text.replace(`from '${client}'`, `from '${client}-${version}'`)
}

async function answersHere(file: string, urls: readonly string[]): Promise<readonly boolean[]> {
  // What a file exports that lies beside this one is known: each program has the one function.
  const { isTaken } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as {
    readonly isTaken: (url: string) => Promise<unknown>
  }
  const given: boolean[] = []
  for (const url of urls) given.push((await settled(isTaken(url))) === true)
  return given
}

// A test that is blind may well fall over what it no longer finds.
function settled(answer: Promise<unknown>): Promise<unknown> {
  return answer.catch(() => false)
}

async function answersOf(node: string, file: string, urls: readonly string[]): Promise<readonly boolean[]> {
  const script = `const { isTaken } = await import(${JSON.stringify(pathToFileURL(file).href)})
const given = []
for (const url of ${JSON.stringify(urls)}) given.push((await isTaken(url).catch(() => false)) === true)
console.log(JSON.stringify(given))
process.exit()`
  const said = await new Promise<string>((done, fail) => {
    execFile(node, ['--input-type=module', '-e', script], (fault, out) => (fault ? fail(fault) : done(out)))
  })
  return JSON.parse(said)
}
