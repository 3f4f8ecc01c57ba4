import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Site } from '../plan/site.ts'
import { UsageError } from './usage.ts'

/** The sites that a team has decided to live with, by their ids. */
export type Baseline = ReadonlySet<string>

/** Reads a baseline file. `name` is how the user called it. */
export function readBaseline(file: string, name: string): Baseline {
  if (!existsSync(file)) {
    throw new UsageError('bad-baseline', `${name}: no such baseline; write one with --update-baseline`)
  }
  const value = parse(file, name)
  const sites = isRecord(value) && value.version === 1 ? value.sites : null
  if (!Array.isArray(sites)) throw new UsageError('bad-baseline', `${name}: is no baseline of version 1`)
  return new Set(sites.flatMap((site: unknown) => (isRecord(site) && typeof site.id === 'string' ? [site.id] : [])))
}

/** Writes what is left now: file, reason and text are for people, only the id counts. */
export function writeBaseline(file: string, sites: readonly Site[]): void {
  const entries = sites.map(({ id, file, reason, before }) => ({ id, file, reason, before }))
  writeFileSync(file, `${JSON.stringify({ version: 1, sites: entries }, null, 2)}\n`)
}

function parse(file: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new UsageError('bad-baseline', `${name}: ${cause instanceof Error ? cause.message : String(cause)}`)
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
