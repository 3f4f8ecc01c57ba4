import type { ClientModel } from '../clients/client.ts'
import { readClient } from '../clients/read-client.ts'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { MESSAGE_HOLE, type SourceSpec } from '../detect/source-models.ts'
import type { ApiScope } from '../migrate.ts'
import type { BranchStyle } from '../plan/branch-style.ts'
import { fault, list, loadValue, members, texts } from './config-value.ts'
import { UsageError } from './usage.ts'

/** `problemshift.config.*`, checked. */
export interface Configuration {
  readonly catalogue: string | null
  readonly include: readonly string[]
  readonly ignore: readonly string[]
  readonly api: ApiScope | null
  readonly sources: readonly SourceSpec[]
  /** Client libraries of the user's own, as data. */
  readonly clients: readonly ClientModel[]
  readonly branch: BranchStyle
}

const NAMES = ['yaml', 'yml', 'json', 'ts', 'mts', 'mjs', 'js'].map(extension => `problemshift.config.${extension}`)
const EMPTY: Configuration = {
  catalogue: null,
  include: [],
  ignore: [],
  api: null,
  sources: [],
  clients: [],
  branch: { by: 'code' },
}

/** Reads the configuration: the file that was named, or the one in this folder, or none. */
export async function readConfiguration(root: string, named: string | null): Promise<Configuration> {
  const file = named === null ? findConfiguration(root) : resolve(root, named)
  if (file === undefined) return EMPTY
  if (!existsSync(file)) throw new UsageError('bad-config', `${named}: no such file`)
  return checkConfiguration(file, await loadValue(file))
}

/** The configuration that is in a folder. */
export function findConfiguration(root: string): string | undefined {
  return NAMES.map(name => resolve(root, name)).find(existsSync)
}

const MEMBERS = ['catalogue', 'include', 'ignore', 'api', 'sources', 'clients', 'branch', 'codes', '$schema']

/** Checks a configuration; an unknown member is a fault, because it would be without effect. */
function checkConfiguration(file: string, value: unknown): Configuration {
  if (value === null || value === undefined) return EMPTY
  const config = members(file, '', value, MEMBERS)
  const { catalogue, api } = config
  if (catalogue !== undefined && typeof catalogue !== 'string') throw fault(file, 'catalogue', 'a path')
  return {
    catalogue: catalogue ?? null,
    include: texts(file, 'include', config.include),
    ignore: texts(file, 'ignore', config.ignore),
    api: api === undefined ? null : checkApi(file, api),
    branch: checkBranch(file, config.branch ?? 'code', config.codes),
    sources: list(file, 'sources', config.sources).map((source, index) =>
      checkSource(file, `sources[${index}]`, source),
    ),
    clients: list(file, 'clients', config.clients).map((client, index) =>
      checkClient(file, `clients[${index}]`, client),
    ),
  }
}

function checkBranch(file: string, branch: unknown, codes: unknown): BranchStyle {
  if (codes !== undefined && typeof codes !== 'string') throw fault(file, 'codes', 'a file or a package')
  if (branch === 'code' || branch === 'type') return { by: branch }
  if (branch !== 'isProblem') throw fault(file, 'branch', 'code, type or isProblem')
  if (codes === undefined) throw fault(file, 'codes', 'the module that exports isProblem')
  return { by: branch, module: codes.replace(/^\.\//, '') }
}

function checkClient(file: string, at: string, value: unknown): ClientModel {
  const read = readClient(value)
  if ('client' in read) return read.client
  throw fault(file, `${at}.${read.fault.at.replace(/^\./, '')}`, read.fault.expected)
}

function checkApi(file: string, value: unknown): ApiScope {
  const api = members(file, 'api', value, ['baseUrls', 'modules'])
  return { baseUrls: texts(file, 'api.baseUrls', api.baseUrls), modules: texts(file, 'api.modules', api.modules) }
}

function checkSource(file: string, at: string, value: unknown): SourceSpec {
  const source = members(file, at, value, ['module', 'symbol', 'kind', 'body', 'text', 'decoration'])
  const text = (name: string): string => {
    const found = source[name]
    if (typeof found !== 'string') throw fault(file, `${at}.${name}`, 'a text')
    return found
  }
  const kind = text('kind')
  if (kind !== 'rejects' && kind !== 'returns' && kind !== 'body') {
    throw fault(file, `${at}.kind`, 'rejects, returns or body')
  }
  if ((source.body === undefined) === (source.text === undefined)) throw fault(file, at, 'one of body and text')
  if (source.decoration !== undefined) checkDecoration(file, at, source)
  return {
    module: text('module'),
    symbol: text('symbol'),
    kind,
    ...(source.body === undefined ? {} : { body: text('body') }),
    ...(source.text === undefined ? {} : { text: text('text') }),
    ...(source.decoration === undefined ? {} : { decoration: text('decoration') }),
  }
}

// Only what is the same each time can be taken off a text again: another hole would be a guess.
function checkDecoration(file: string, at: string, { decoration, text }: Record<string, unknown>): void {
  const parts = typeof decoration === 'string' ? decoration.split(MESSAGE_HOLE) : []
  const isPlain = parts.length === 2 && !parts.some(part => /[{}]/.test(part))
  if (!isPlain) throw fault(file, `${at}.decoration`, `a text with ${MESSAGE_HOLE} in it once, and no other hole,`)
  if (text === undefined) throw fault(file, `${at}.decoration`, 'text, not body, beside it')
}
