import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface MadeRepository {
  readonly files: number
  /** How many of them test a wording of the catalogue. */
  readonly sites: number
}

const NOUNS = ['branch', 'shelf', 'reader', 'volume', 'author', 'notice', 'journal', 'desk', 'courier', 'binding']
const VERBS = ['sort', 'count', 'print', 'move', 'label', 'merge', 'watch', 'close', 'renew', 'weigh']
const FOLDER_SIZE = 40

/** Writes a repository of TypeScript as teams write it; the same numbers give the same bytes. */
export function makeRepository(root: string, { files, sites }: MadeRepository): void {
  const step = sites === 0 ? Number.POSITIVE_INFINITY : Math.floor(files / sites)
  for (let n = 0; n < files; n += 1) {
    const site = n % step === step - 1 ? siteIn(n) : null
    write(root, pathOf(n), site === null ? kindOf(n)(n, files) : site)
  }
  write(root, 'package.json', '{ "name": "reading-rooms", "private": true, "type": "module" }\n')
  write(root, 'tsconfig.json', '{ "compilerOptions": { "strict": true, "jsx": "preserve", "module": "esnext" } }\n')
  execFileSync('git', ['init', '--quiet', root])
  execFileSync('git', ['-C', root, 'add', '--all'])
}

function write(root: string, file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

function pathOf(n: number): string {
  const name = isBarrel(n) ? 'index.ts' : `${nounOf(n)}-${verbOf(n)}-${n}.${kindOf(n) === component ? 'tsx' : 'ts'}`
  return `packages/area-${areaOf(n)}/src/${name}`
}

function kindOf(n: number): Kind {
  return isBarrel(n) ? barrel : (KINDS[n % KINDS.length] ?? service)
}

function areaOf(n: number): number {
  return Math.floor(n / FOLDER_SIZE)
}

function isBarrel(n: number): boolean {
  return n % FOLDER_SIZE === 0
}

// Files of a folder build on one another, a few at a time; in some folders all of them do.
const ROW = 8
const LONG_ROWS = 10

function beforeOf(n: number): number | null {
  if (isBarrel(n) || isBarrel(n - 1)) return null
  return n % ROW === 0 && areaOf(n) % LONG_ROWS !== 0 ? null : n - 1
}

// What all build on lies in the first folders; a folder is made from one of a third of its number.
const GROUND = 5

/** The file of another folder that a file needs, which it takes from the barrel there. */
function takenBy(n: number): number | null {
  const area = areaOf(n)
  if (n % 4 !== 1 || area < GROUND) return null
  const from = n % 8 === 1 ? area % GROUND : Math.floor(area / 3)
  return from * FOLDER_SIZE + 1 + (n % (FOLDER_SIZE - 1))
}

function importOf(n: number, to: number): string {
  return areaOf(n) === areaOf(to)
    ? `./${pathOf(to)
        .split('/')
        .at(-1)
        ?.replace(/\.tsx?$/, '.js')}`
    : `../../area-${areaOf(to)}/src/index.js`
}

function nounOf(n: number): string {
  return NOUNS[(n * 7) % NOUNS.length] ?? 'desk'
}

function verbOf(n: number): string {
  return VERBS[(n * 3) % VERBS.length] ?? 'sort'
}

function named(n: number): string {
  const noun = nounOf(n)
  return `${noun[0]?.toUpperCase()}${noun.slice(1)}${n}`
}

function filler(n: number): string {
  return Array.from(
    { length: 9 },
    (_, at) => `
/** How the ${nounOf(n + at)} is put in order before the reading room opens. */
export function ${verbOf(n + at)}${named(n + at)}${at}(list: readonly Entry${n}[], limit = ${at + 3}): Entry${n}[] {
  const kept = list.filter(entry => entry.weight > limit && entry.label !== '${nounOf(at)}')
  if (kept.length === 0) return []
  const [first, ...rest] = kept.toSorted((a, b) => a.weight - b.weight)
  return first === undefined ? rest : [...rest, { ...first, label: \`\${first.label} (${verbOf(at)})\` }]
}
`,
  ).join('')
}

function head(n: number): string {
  const needed = [beforeOf(n), takenBy(n)].filter(one => one !== null)
  const imports = needed.map(one => `import type { Entry${one} } from '${importOf(n, one)}'\n`)
  const members = needed.map((one, at) => `  readonly ${at === 0 ? 'before' : 'beside'}?: Entry${one}\n`)
  return `import { z } from 'zod'
${imports.join('')}
export interface Entry${n} {
  readonly id: string
  readonly label: string
  readonly weight: number
${members.join('')}}
`
}

// What a folder has for others.
function barrel(n: number, files: number): string {
  const last = Math.min(n + FOLDER_SIZE, files)
  const others = Array.from({ length: last - n - 1 }, (_, at) => `export * from '${importOf(n, n + 1 + at)}'\n`)
  return `${others.join('')}${head(n)}${filler(n)}`
}

// A service that catches what it does itself, and logs it.
function service(n: number): string {
  return `${head(n)}
export class ${named(n)}Service {
  private readonly known = new Map<string, Entry${n}>()
  constructor(private readonly log: { error(text: string): void }) {}

  add(entry: Entry${n}): void {
    if (this.known.has(entry.id)) throw new Error(\`The ${nounOf(n)} \${entry.id} stands on the shelf twice\`)
    this.known.set(entry.id, entry)
  }

  addAll(list: readonly Entry${n}[]): number {
    let added = 0
    for (const entry of list) {
      try {
        this.add(entry)
        added += 1
      } catch (error) {
        this.log.error(error instanceof Error ? error.message : String(error))
      }
    }
    return added
  }
}
${filler(n)}`
}

function component(n: number): string {
  return `import { useState } from 'react'
${head(n)}
export function ${named(n)}View({ entries, heading }: { entries: readonly Entry${n}[]; heading: string }) {
  const [open, setOpen] = useState(false)
  const [filter, setFilter] = useState('')
  const shown = entries.filter(entry => entry.label.includes(filter) && entry.id !== 'hidden')
  return (
    <section className="${nounOf(n)}" onClick={() => setOpen(!open)}>
      <h2>{heading}</h2>
      <input value={filter} onChange={event => setFilter(event.target.value)} placeholder="Look for a label" />
      {open ? <ul>{shown.map(entry => <li key={entry.id}>{entry.label}</li>)}</ul> : <p>Nothing to be seen here</p>}
    </section>
  )
}
${filler(n)}`
}

function table(n: number): string {
  return `${head(n)}
export const LABELS_${n}: Readonly<Record<string, string>> = {
  open: 'The ${nounOf(n)} is open all day',
  closed: 'The ${nounOf(n)} is closed for the season',
  moved: 'The ${nounOf(n)} was moved to the ${nounOf(n + 3)}',
}

export function labelOf${n}(state: string): string {
  switch (state) {
    case 'open':
    case 'closed':
      return LABELS_${n}[state] ?? state
    default:
      return state.startsWith('moved') ? (LABELS_${n}.moved ?? state) : state
  }
}
${filler(n)}`
}

// A test of the repository's own things.
function spec(n: number): string {
  const other = Math.max(0, n - 1)
  return `import { describe, expect, it } from 'vitest'
${head(n)}
describe('${verbOf(n)} the ${nounOf(n)}', () => {
  it('keeps what is heavy', () => {
    const entries: Entry${n}[] = [{ id: 'a', label: 'first', weight: ${other % 17} }]
    expect(entries).toHaveLength(1)
    expect(entries[0]?.label).toBe('first')
    expect(() => JSON.parse('{')).toThrow('JSON')
  })
})
${filler(n)}`
}

// Every fiftieth file asks a service that has nothing to do with the catalogue.
function caller(n: number): string {
  return n % 50 === 4 ? (n % 100 === 4 ? fetching(n) : asking(n)) : table(n)
}

function fetching(n: number): string {
  return `${head(n)}
export async function load${named(n)}(signal: AbortSignal): Promise<readonly Entry${n}[]> {
  const response = await fetch('https://weather.example/v3/stations/${n}', { signal })
  if (!response.ok) throw new Error(\`The weather service answered \${response.statusText}\`)
  const { stations } = (await response.json()) as { stations: readonly Entry${n}[] }
  return stations
}
${filler(n)}`
}

function asking(n: number): string {
  return `import axios from 'axios'
${head(n)}
const maps = axios.create({ baseURL: 'https://maps.example/v1' })

export async function find${named(n)}(query: string): Promise<readonly Entry${n}[]> {
  try {
    const { data } = await maps.get<{ places: readonly Entry${n}[] }>('/places', { params: { query } })
    return data.places
  } catch (error) {
    console.warn('no places for today', error)
    return []
  }
}
${filler(n)}`
}

type Kind = (n: number, files: number) => string

const KINDS: readonly Kind[] = [service, component, table, spec, caller]

/** The wordings of the catalogue that the sites test. */
export const WORDINGS: readonly string[] = NOUNS.flatMap(noun =>
  VERBS.map(verb => `Nobody may ${verb} this ${noun} before noon`),
)

// Four ways to test a wording, each in a file of its own.
function siteIn(n: number): string {
  const wording = WORDINGS[n % WORDINGS.length] ?? ''
  const tests = [
    `if (axios.isAxiosError(error) && error.response?.data.message === '${wording}') return null`,
    `if (axios.isAxiosError(error) && error.response?.data?.message?.includes('${wording}')) return null`,
    `if (axios.isAxiosError(error) && error.response?.data.message === TEXT_${n}) return null`,
    `if (axios.isAxiosError(error) && /^${wording}$/.test(error.response?.data.message)) return null`,
  ]
  return `import axios from 'axios'
${head(n)}
const TEXT_${n} = '${wording}'

export async function read${named(n)}(id: string): Promise<Entry${n} | null> {
  try {
    const { data } = await axios.get<Entry${n}>(\`/entries/\${id}\`)
    return data
  } catch (error) {
    ${tests[Math.floor(n / 7) % tests.length]}
    throw error
  }
}
${filler(n)}`
}
