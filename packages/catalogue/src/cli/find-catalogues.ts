import { readdirSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { type Request, UsageError, flagValue, type World } from './command.ts'

const CATALOGUE_FILE = /^errors\.catalogue\.(?:ya?ml|json|m?ts|m?js)$/

const HERE = 'the working directory'

/** The catalogue files that a request names, or those of the working directory; a folder stands for those in it. */
export function findCatalogues(request: Request, world: World): readonly string[] {
  const flag = flagValue(request, 'catalogue')
  const named = [...request.words, ...(flag === null ? [] : [flag])]
  if (named.length === 0) return cataloguesIn(world.cwd, HERE)
  return named.flatMap(name => {
    const path = resolve(world.cwd, name)
    return isFolder(path) ? cataloguesIn(path, path === world.cwd ? HERE : name) : [path]
  })
}

/** The one catalogue that a command works on. */
export function findCatalogue(request: Request, world: World): string {
  const [first, ...others] = findCatalogues({ flags: request.flags, words: [] }, world)
  if (first !== undefined && others.length === 0) return first
  const names = [first, ...others].flatMap(file => (file === undefined ? [] : shownPath(file, world)))
  throw new UsageError(`There are several catalogues: ${names.join(', ')}. Choose one with --catalogue <file>.`)
}

/** A path as it is shown: from the working directory, with `/`. */
export function shownPath(file: string, world: World): string {
  const path = relative(world.cwd, file)
  return (path === '' || path.startsWith('..') ? file : path).split(sep).join('/')
}

function cataloguesIn(folder: string, shown: string): readonly string[] {
  const found = readNames(folder, shown).filter(name => CATALOGUE_FILE.test(name))
  if (found.length > 0) return found.sort().map(name => join(folder, name))
  throw new UsageError(
    `There is no errors.catalogue.yaml (or .yml, .json, .ts, .mts, .mjs, .js) in ${shown}. Name the file, or start one there.`,
  )
}

function readNames(folder: string, shown: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    throw new UsageError(`${shown} cannot be read.`)
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
