import { posix } from 'node:path'
import { KNOWN_CLIENTS } from '../clients/clients.ts'
import { kindOfFile } from '../find/kind-of-file.ts'
import { listNames } from '../find/list-files.ts'
import { readSource } from '../find/source-file.ts'

/** What a look at a repository told. */
export interface Survey {
  /** Catalogues, the nearest to the root first. */
  readonly catalogues: readonly string[]
  /** Client libraries, with the number of files that use them; the most used first. */
  readonly clients: readonly Count[]
  /** Packages in which some file uses one, where there are several packages. */
  readonly packages: readonly Count[]
  /** Base URLs that are written out. */
  readonly baseUrls: readonly Count[]
  /** Folders of texts that were made up for tests. */
  readonly mocks: readonly Count[]
}

export interface Count {
  readonly name: string
  readonly files: number
}

const CATALOGUE = /(?:^|\/)errors\.catalogue\.(?:ya?ml|json|[cm]?[jt]s)$/
const MOCKS = /(?:^|\/)(mocks|__mocks__|fixtures|__fixtures__|stories)\//
const IMPORT = /(?:import\s+([^'";]*?)\s*from\s*|require\(\s*|import\(\s*)['"]([^'"\n]+)['"]/g
const BASE_URL =
  /\b(?:\w*base_?url|\w*api_?(?:url|host|root)|prefixUrl)['"]?\s*(?::\s*string\s*)?[:=]\s*['"`](https?:\/\/[^'"`\s$]+)/gi

/** Looks at the names and texts of a repository; follows nothing. */
export function survey(root: string): Survey {
  const names = listNames(root, true)
  const known = new Set(names)
  const clients = new Map<string, number>()
  const packages = new Map<string, number>()
  const baseUrls = new Map<string, number>()
  const mocks = new Map<string, number>()
  for (const file of names) {
    if (kindOfFile(file) === 'none') continue
    const read = readSource(root, file)
    if (read.outcome !== 'text') continue
    const { text } = read.source
    const used = clientsOf(text)
    for (const client of used) count(clients, client)
    if (used.size > 0) count(packages, packageOf(known, file))
    for (const url of new Set([...text.matchAll(BASE_URL)].map(([, found = '']) => found))) count(baseUrls, url)
    const folder = MOCKS.exec(file)?.[1]
    if (folder !== undefined) count(mocks, folder)
  }
  return {
    catalogues: names.filter(name => CATALOGUE.test(name)).sort((a, b) => depth(a) - depth(b) || (a < b ? -1 : 1)),
    clients: ranked(clients),
    packages: [...packages.keys()].some(name => name !== '.') ? ranked(packages) : [],
    baseUrls: ranked(baseUrls),
    mocks: ranked(mocks),
  }
}

function clientsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [, clause = '', module = ''] of text.matchAll(IMPORT)) {
    for (const name of ['default', '*', ...(clause.match(/\w+/g) ?? [])]) {
      const client = KNOWN_CLIENTS.exportOf(module, name)?.client.name
      if (client !== undefined) found.add(client)
    }
  }
  const platform = /(?<![.\w])fetch\(/.test(text) ? KNOWN_CLIENTS.globalOf('fetch') : null
  if (platform !== null) found.add(platform.client.name)
  return found
}

/** The folder of the nearest package.json above a file; `.` for the root. */
function packageOf(known: ReadonlySet<string>, file: string): string {
  for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder)) {
    if (known.has(`${folder}/package.json`)) return folder
  }
  return '.'
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function ranked(counts: ReadonlyMap<string, number>): readonly Count[] {
  return [...counts]
    .map(([name, files]) => ({ name, files }))
    .sort((a, b) => b.files - a.files || (a.name < b.name ? -1 : 1))
}

function depth(path: string): number {
  return path.split('/').length
}
