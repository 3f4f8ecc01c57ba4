import { stat } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Fault } from '../fault.ts'

/** What a module gave. */
export type LoadedModule =
  | { readonly outcome: 'value'; readonly value: unknown }
  | { readonly outcome: 'no-export'; readonly exports: readonly string[] }
  | { readonly outcome: 'catalogue-faults'; readonly faults: readonly Fault[] }
  | {
      readonly outcome: 'throws'
      readonly cause: string
      readonly at: { readonly line: number | null; readonly column: number | null }
    }

/** Loads what a module exports as default or as `catalogue`. */
export async function loadModule(file: string, extension: string): Promise<LoadedModule> {
  try {
    const module = extension.endsWith('ts') ? await loadTypeScript(file) : await loadJavaScript(file)
    const value = await (Reflect.get(module, 'default') ?? Reflect.get(module, 'catalogue'))
    if (value === undefined || value === null) return { outcome: 'no-export', exports: Object.keys(module) }
    return { outcome: 'value', value }
  } catch (error) {
    const faults = faultsOf(error)
    return faults === null
      ? { outcome: 'throws', cause: causeOf(error), at: placeOf(error, file) }
      : { outcome: 'catalogue-faults', faults }
  }
}

// The time of the file is in the address, since Node keeps a module for as long as the process lives.
async function loadJavaScript(file: string): Promise<object> {
  const { mtimeMs } = await stat(file)
  const module: unknown = await import(`${pathToFileURL(file).href}?${mtimeMs}`)
  return asObject(module)
}

// Node 20 reads no TypeScript. The alias lets a catalogue import us though it lies in no package that has us.
async function loadTypeScript(file: string): Promise<object> {
  const { createJiti } = await import('jiti')
  const here = fileURLToPath(import.meta.url)
  const index = fileURLToPath(new URL(`../index${here.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url))
  const jiti = createJiti(here, { moduleCache: false, fsCache: false, alias: { '@problemshift/catalogue': index } })
  return asObject(await jiti.import(file))
}

function asObject(module: unknown): object {
  return typeof module === 'object' && module !== null ? module : { default: module }
}

// Another copy of this package has another class: its errors are known by their name.
function faultsOf(error: unknown): readonly Fault[] | null {
  if (!(error instanceof Error) || error.name !== 'CatalogueError' || !('faults' in error)) return null
  // Any version of ours puts faults there.
  return Array.isArray(error.faults) ? (error.faults as readonly Fault[]) : null
}

function causeOf(error: unknown): string {
  if (error instanceof Error) return `${error.name}: ${error.message}`
  try {
    return String(error)
  } catch {
    return 'a value that cannot be printed'
  }
}

/** The first frame of the stack that lies in the module itself. */
function placeOf(error: unknown, file: string): { line: number | null; column: number | null } {
  const stack = error instanceof Error ? String(error.stack ?? '') : ''
  for (const line of stack.split('\n')) {
    if (!line.includes(file) && !line.includes(pathToFileURL(file).href)) continue
    const found = /:(\d+)(?::(\d+))?\)?\s*$/.exec(line)
    if (found !== null) return { line: Number(found[1]), column: found[2] === undefined ? null : Number(found[2]) }
  }
  return { line: null, column: null }
}
