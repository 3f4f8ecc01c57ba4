import { readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from './usage.ts'

/** The value in a file that a user wrote: YAML, JSON or a module. */
export async function loadValue(file: string): Promise<unknown> {
  try {
    switch (extname(file)) {
      case '.yaml':
      case '.yml': {
        const { parse } = await import('yaml')
        return parse(readFileSync(file, 'utf8'))
      }
      case '.json':
        return JSON.parse(readFileSync(file, 'utf8'))
      default: {
        const { createJiti } = await import('jiti')
        const module: unknown = await createJiti(pathToFileURL(file).href).import(file)
        return isRecord(module) && 'default' in module ? module.default : module
      }
    }
  } catch (cause) {
    throw new UsageError('bad-config', `${file}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

/** An object with no other members than these. */
export function members(file: string, at: string, value: unknown, known: readonly string[]): Record<string, unknown> {
  if (!isRecord(value)) throw fault(file, at === '' ? 'the file' : at, 'an object')
  const strange = Object.keys(value).find(name => !known.includes(name))
  if (strange !== undefined) {
    throw new UsageError(
      'bad-config',
      `${file}: unknown member "${at === '' ? '' : `${at}.`}${strange}": use ${known.join(', ')}`,
    )
  }
  return value
}

/** A list; none when it is left out. */
export function list(file: string, at: string, value: unknown): readonly unknown[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw fault(file, at, 'a list')
  return value
}

/** A list of texts. */
export function texts(file: string, at: string, value: unknown): readonly string[] {
  return list(file, at, value).map((one, index) => {
    if (typeof one !== 'string') throw fault(file, `${at}[${index}]`, 'a text')
    return one
  })
}

/** What is wrong at a place, and what is expected there. */
export function fault(file: string, at: string, expected: string): UsageError {
  return new UsageError('bad-config', `${file}: ${at}: ${expected} is expected`)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
