import { execFile, execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, relative, sep } from 'node:path'
import type { default as MakeIgnore, Ignore } from 'ignore'
import type Picomatch from 'picomatch'
import { kindOfFile } from './kind-of-file.ts'

// Most runs need neither: git knows what is ignored, and nothing is left out by name.
const require = createRequire(import.meta.url)

export interface ListOptions {
  /** Absolute. */
  readonly root: string
  /** Files and folders to look at; relative to the root, with `/`. All when empty. */
  readonly paths: readonly string[]
  readonly include: readonly string[]
  readonly ignore: readonly string[]
  readonly gitignore: boolean
  /** What git listed, where it was asked before; `null` where it does not know. */
  readonly names?: readonly string[] | null
}

export interface FileList {
  /** Every source file of the repository, relative to the root, with `/`: what imports may lead to. */
  readonly all: readonly string[]
  /** Those that were asked for, sorted. */
  readonly sources: readonly string[]
  readonly components: readonly string[]
  /** The configurations and manifests that say where imports lead. */
  readonly settings: ReadonlySet<string>
}

const SETTINGS = /(?:^|\/)(?:package|tsconfig|jsconfig)\.json$/

/** Lists the files that may hold client code. git is asked where there is one: it knows every ignore rule, in 10 ms. */
export function listFiles(options: ListOptions): FileList {
  const { names: listed, root, gitignore } = options
  const names = listed === undefined ? listNames(root, gitignore) : (listed ?? walk(root, true))
  const wanted = filterOf(options)
  const all: string[] = []
  const sources: string[] = []
  const components: string[] = []
  const settings = new Set<string>()
  for (const name of new Set(names)) {
    const kind = kindOfFile(name)
    if (kind === 'none' && SETTINGS.test(name)) settings.add(name)
    if (kind === 'source') all.push(name)
    if (kind === 'none' || !wanted(name)) continue
    if (kind === 'source') sources.push(name)
    else components.push(name)
  }
  return { all, sources: sources.sort(), components: components.sort(), settings }
}

/** Every file of the repository, relative to the root, with `/`. */
export function listNames(root: string, gitignore: boolean): readonly string[] {
  return gitignore ? (listByGit(root) ?? walk(root, true)) : walk(root, false)
}

function filterOf(options: ListOptions): (name: string) => boolean {
  const paths = options.paths.filter(path => path !== '.' && path !== '')
  const included = globsOf(options.include)
  const ignored = globsOf(options.ignore)
  return name => {
    if (paths.length > 0 && !paths.some(path => name === path || name.startsWith(`${path}/`))) return false
    if (included !== null && !included(name)) return false
    return ignored === null || !ignored(name)
  }
}

function globsOf(globs: readonly string[]): ((name: string) => boolean) | null {
  if (globs.length === 0) return null
  // The types of the package are those of what it exports.
  const picomatch = require('picomatch') as typeof Picomatch
  return picomatch([...globs], { dot: true })
}

const LIST = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
const MOST_BYTES = 1 << 28

/** What git lists, asked while something else is done: it takes as long as a catalogue. `null` where it does not know. */
export function askGit(root: string): Promise<readonly string[] | null> {
  return new Promise(resolve =>
    execFile('git', ['-C', root, ...LIST], { maxBuffer: MOST_BYTES }, (error, text) =>
      resolve(error === null ? namesIn(text) : null),
    ),
  )
}

function listByGit(root: string): readonly string[] | null {
  try {
    const text = execFileSync('git', ['-C', root, ...LIST], {
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return namesIn(text.toString())
  } catch {
    return null
  }
}

function namesIn(text: string): readonly string[] | null {
  const names = text.split('\0').filter(name => name !== '')
  // An ignored folder that is given as the root lists nothing; then the walk decides.
  return names.length > 0 ? names : null
}

interface Rules {
  readonly base: string
  readonly ignore: Ignore
}

function walk(root: string, gitignore: boolean): readonly string[] {
  const found: string[] = []
  const visit = (dir: string, rules: readonly Rules[]) => {
    const here = gitignore ? withRules(root, dir, rules) : rules
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      const path = join(dir, entry.name)
      const name = relative(root, path).split(sep).join('/')
      if (entry.isDirectory()) {
        if (entry.name === 'node_modules' || entry.name === '.git' || isIgnored(here, `${name}/`)) continue
        visit(path, here)
      } else if (entry.isFile() && !isIgnored(here, name)) found.push(name)
    }
  }
  if (statSync(root).isDirectory()) visit(root, [])
  return found
}

function withRules(root: string, dir: string, rules: readonly Rules[]): readonly Rules[] {
  const file = join(dir, '.gitignore')
  if (!existsSync(file)) return rules
  const base = relative(root, dir).split(sep).join('/')
  const ignore = require('ignore') as typeof MakeIgnore
  return [...rules, { base, ignore: ignore().add(readFileSync(file, 'utf8')) }]
}

function isIgnored(rules: readonly Rules[], name: string): boolean {
  let ignored = false
  for (const rule of rules) {
    const local = rule.base === '' ? name : name.slice(rule.base.length + 1)
    const answer = rule.ignore.test(local)
    if (answer.ignored) ignored = true
    else if (answer.unignored) ignored = false
  }
  return ignored
}
