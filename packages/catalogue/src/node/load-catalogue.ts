import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { type CatalogueResult, readCatalogue } from '../define-catalogue.ts'
import { placeIn } from '../definition/finding.ts'
import { linesOf } from '../definition/text-result.ts'
import type { FileFacts } from '../fault.ts'
import { readDefinition } from '../read-definition.ts'
import { type LoadedModule, loadModule, thrownBy } from './load-module.ts'

// Ten thousand entries are 1.5 MB of YAML.
const MAX_BYTES = 8 * 1024 * 1024

const TEXTS = new Map<string, 'yaml' | 'json'>([
  ['.yaml', 'yaml'],
  ['.yml', 'yaml'],
  ['.json', 'json'],
])
const MODULES = ['.ts', '.mts', '.mjs', '.js']

/** Reads a catalogue file: YAML, JSON, or a module that exports one. Whatever is wrong comes back as faults. */
export async function loadCatalogue(file: string): Promise<CatalogueResult> {
  const extension = extname(file).toLowerCase()
  const wrong = await checkFile(file, extension)
  if (wrong !== null) return fault(file, wrong)
  const kind = TEXTS.get(extension)
  return kind === undefined ? loadFromModule(file) : loadFromText(file, kind)
}

function fault(file: string, facts: FileFacts): CatalogueResult {
  const place = placeIn(file)({ path: [], part: 'value' })
  return { outcome: 'faults', faults: [{ ...facts, ...place, also: null }] }
}

async function checkFile(file: string, extension: string): Promise<FileFacts | null> {
  try {
    const found = await stat(file)
    if (found.isDirectory()) return { code: 'file-is-directory' }
    const known = [...TEXTS.keys(), ...MODULES]
    if (!known.includes(extension)) return { code: 'file-kind', extension, known }
    if (found.size === 0) return { code: 'file-empty' }
    return found.size > MAX_BYTES ? { code: 'file-too-large', bytes: found.size, limit: MAX_BYTES } : null
  } catch (error) {
    return factsOf(error)
  }
}

function factsOf(error: unknown): FileFacts {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'file-missing' }
  return { code: 'file-unreadable', cause: error instanceof Error ? error.message : String(error) }
}

async function loadFromText(file: string, kind: 'yaml' | 'json'): Promise<CatalogueResult> {
  const bytes = await readFile(file).catch((error: unknown) => factsOf(error))
  if (!(bytes instanceof Uint8Array)) return fault(file, bytes)
  const text = decode(bytes)
  return text === null ? badEncoding(file, bytes) : readDefinition(text, kind, file)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

// What the lenient decoder makes of the bytes differs from them first where they are wrong.
function badEncoding(file: string, bytes: Uint8Array): CatalogueResult {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const again = new TextEncoder().encode(text)
  const byte = bytes.findIndex((value, at) => value !== again[at])
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, byte))
  const place = { file, ...linesOf(text)(before.length), path: '' }
  return { outcome: 'faults', faults: [{ code: 'file-encoding', byte, ...place, also: null }] }
}

async function loadFromModule(file: string): Promise<CatalogueResult> {
  const path = resolve(file)
  try {
    return fromModule(file, await loadModule(path))
  } catch (error) {
    // A definition of a module may be alive: a getter of it can throw.
    return fromModule(file, thrownBy(path, error))
  }
}

function fromModule(file: string, loaded: LoadedModule): CatalogueResult {
  switch (loaded.outcome) {
    case 'value':
      return readCatalogue(loaded.value, placeIn(file))
    case 'catalogue-faults':
      return { outcome: 'faults', faults: loaded.faults.map(found => ({ ...found, file: found.file ?? file })) }
    case 'throws': {
      const place = placeIn(file)({ path: [], part: 'value' })
      const facts = { code: 'module-throws', cause: loaded.cause } as const
      return { outcome: 'faults', faults: [{ ...facts, ...place, ...loaded.at, also: null }] }
    }
    case 'no-export':
      return fault(file, { code: 'module-export', exports: loaded.exports })
    default:
      return loaded satisfies never
  }
}
