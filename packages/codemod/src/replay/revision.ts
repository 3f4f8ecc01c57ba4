import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'

/** The client as it was, in a folder that may go away afterwards. */
export interface Revision {
  readonly root: string
  close(): void
}

/** Why there is no such revision. */
export class RevisionError extends Error {}

/** A folder of that name, or else a revision of git, laid out with the dependencies of the work tree. */
export function openRevision(cwd: string, before: string): Revision {
  const folder = resolve(cwd, before)
  if (existsSync(folder) && statSync(folder).isDirectory()) return { root: realpathSync(folder), close() {} }
  const git = (...words: readonly string[]) => runGit(cwd, before, words)
  const top = git('rev-parse', '--show-toplevel')
  const prefix = git('rev-parse', '--show-prefix')
  const commit = git('rev-parse', '--verify', '--quiet', `${before}^{commit}`)
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'problemshift-before-')))
  const tree = join(copy, 'tree')
  // A clone with an index of its own: the user's repository stays as it is, and no object is copied.
  git('clone', '--quiet', '--shared', '--no-checkout', top, tree)
  git('-C', tree, 'checkout', '--quiet', '--detach', commit)
  const files = git('-C', tree, 'ls-files', '-z').split('\0')
  for (const manifest of files.filter(file => /(^|\/)package\.json$/.test(file))) {
    linkDependencies(join(top, dirname(manifest), 'node_modules'), join(tree, dirname(manifest), 'node_modules'), {
      top: realpathSync(top),
      tree,
    })
  }
  return { root: join(tree, prefix), close: () => rmSync(copy, { recursive: true, force: true }) }
}

function runGit(cwd: string, before: string, words: readonly string[]): string {
  try {
    return execFileSync('git', words, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    }).trim()
  } catch (cause) {
    throw new RevisionError(`"${before}" is no folder and no revision of git here`, { cause })
  }
}

interface Trees {
  readonly top: string
  readonly tree: string
}

// One by one, because a package of the workspace itself must be as old as the client that uses it.
function linkDependencies(installed: string, old: string, trees: Trees): void {
  if (!existsSync(installed)) return
  mkdirSync(old, { recursive: true })
  for (const name of readdirSync(installed)) {
    const from = join(installed, name)
    const to = join(old, name)
    if (name.startsWith('@')) linkDependencies(from, to, trees)
    else if (!existsSync(to) && existsSync(from)) symlinkSync(asOld(realpathSync(from), trees), to, 'junction')
  }
}

function asOld(path: string, { top, tree }: Trees): string {
  const isOfWorkspace = path.startsWith(top + sep) && !path.split(sep).includes('node_modules')
  return isOfWorkspace ? join(tree, path.slice(top.length)) : path
}
