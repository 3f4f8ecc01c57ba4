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
export async function loadModule(file: string): Promise<LoadedModule> {
  try {
    const module = await importModule(file)
    const value = await (Reflect.get(module, 'default') ?? Reflect.get(module, 'catalogue'))
    if (value === undefined || value === null) return { outcome: 'no-export', exports: Object.keys(module) }
    return { outcome: 'value', value }
  } catch (error) {
    return thrownBy(file, error)
  }
}

/** What an error that came out of a module's own code is to us. */
export function thrownBy(file: string, error: unknown): LoadedModule {
  const faults = faultsOf(error)
  if (faults !== null) return { outcome: 'catalogue-faults', faults }
  return { outcome: 'throws', cause: causeOf(error), at: placeOf(error, file) }
}

// Node 20 reads no TypeScript, and does not tell where its parser stopped in JavaScript: jiti does both. A catalogue
// that imports us gets just this copy of us, even where it lies in no package that has one.
async function importModule(file: string): Promise<object> {
  const { createJiti } = await import('jiti')
  const virtualModules = { '@problemshift/catalogue': await import('../index.ts') }
  const jiti = createJiti(import.meta.url, {
    interopDefault: false,
    moduleCache: false,
    fsCache: false,
    virtualModules,
  })
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
  // The second line of a parser's message is the place, which has fields of its own.
  if (error instanceof Error) return `${error.name}: ${error.message.split('\n')[0]?.trim() ?? ''}`
  try {
    return String(error)
  } catch {
    return 'a value that cannot be printed'
  }
}

/** The first frame of the stack that lies in the module itself. */
function placeOf(error: unknown, file: string): { line: number | null; column: number | null } {
  if (!(error instanceof Error)) return { line: null, column: null }
  for (const line of String(error.stack ?? '').split('\n')) {
    if (!line.includes(file)) continue
    const found = /:(\d+):(\d+)\)?\s*$/.exec(line)
    // What runs has the lines of the file and other columns; only a parser's message, which is no frame, has both.
    if (found !== null) return { line: Number(found[1]), column: /^\s+at /.test(line) ? null : Number(found[2]) }
  }
  return { line: null, column: null }
}
