import type { FastifyRequest } from 'fastify'
import { MODES, type ModeChoice, parseStatusRange, type StatusMode, sortStatusModes } from './mode.ts'
import { type OptionFault, showValue } from './option-fault.ts'
import type { RouteChoice, Settings } from './settings.ts'

export type OptionsResult =
  | { readonly outcome: 'settings'; readonly settings: Settings }
  | { readonly outcome: 'faults'; readonly faults: readonly OptionFault[] }

export type RouteResult =
  | { readonly outcome: 'choice'; readonly choice: RouteChoice }
  | { readonly outcome: 'faults'; readonly faults: readonly OptionFault[] }

type Members = Readonly<Record<string, unknown>>

const TOP = [
  'catalogue',
  'mode',
  'statuses',
  'prefixes',
  'negotiate',
  'rollout',
  'requestId',
  'languageHeader',
  'instance',
  'upstream',
  'upstreamCode',
  'methodNotAllowed',
  'capture',
  'clientErrors',
  'countBypassed',
  'limits',
  'deprecation',
  'report',
  'pages',
]

// Fastify itself adds these to the options of a plugin.
const FROM_FASTIFY = new Set(['prefix', 'logLevel', 'logSerializers'])

const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
const MODE_WORDS = 'observe, bridge, negotiate, enforce, or false'

/** Checks the options and fills in every default; this is the only place that knows one. */
export function readOptions(options: unknown): OptionsResult {
  const faults: OptionFault[] = []
  const door = new Door(faults)
  const top = door.members(options, 'options', [...TOP, ...FROM_FASTIFY]) ?? {}
  if (top.catalogue === undefined) {
    faults.push({
      code: 'option-missing',
      option: 'catalogue',
      came: 'nothing',
      instead: "catalogue: 'errors.catalogue.yaml'",
    })
  }
  const mode = door.mode(top.mode, 'mode') ?? 'observe'
  const settings: Settings = {
    mode,
    statuses: readStatuses(door, top.statuses, 'statuses'),
    prefixes: readPrefixes(door, top.prefixes),
    negotiate: readNegotiate(door, top.negotiate),
    rollout: readRollout(door, top.rollout),
    requestId: readRequestId(door, top.requestId),
    languageHeader: door.header(top.languageHeader, 'languageHeader'),
    instance: readInstance(door, top.instance),
    upstream: readPaths(door, top.upstream, 'upstream'),
    upstreamCode: door.text(top.upstreamCode, 'upstreamCode', 'a code of the catalogue'),
    methodNotAllowed: door.flag(top.methodNotAllowed, 'methodNotAllowed') ?? false,
    capture: door.flag(top.capture, 'capture') ?? false,
    clientErrors: door.flag(top.clientErrors, 'clientErrors') ?? true,
    countBypassed: door.flag(top.countBypassed, 'countBypassed') ?? mode === 'observe',
    limits: readLimits(door, top.limits),
    deprecation: readDeprecation(door, top.deprecation),
    report: readReport(door, top.report),
    pages: top.pages === false ? null : door.path(top.pages, 'pages'),
  }
  return faults.length > 0 ? { outcome: 'faults', faults } : { outcome: 'settings', settings }
}

/** Checks what a route wrote in `config.problemshift`. */
export function readRouteOptions(value: unknown, route: string): RouteResult {
  const faults: OptionFault[] = []
  const door = new Door(faults)
  const where = `config.problemshift of ${route}`
  if (typeof value !== 'object' || value === null) {
    const choice = { mode: door.mode(value, where), statuses: [], upstream: false, capture: false }
    return faults.length > 0 ? { outcome: 'faults', faults } : { outcome: 'choice', choice }
  }
  const members = door.members(value, where, ['mode', 'statuses', 'upstream', 'capture']) ?? {}
  const choice = {
    mode: door.mode(members.mode, `${where}: mode`),
    statuses: readStatuses(door, members.statuses, `${where}: statuses`),
    upstream: door.flag(members.upstream, `${where}: upstream`) ?? false,
    capture: door.flag(members.capture, `${where}: capture`) ?? false,
  }
  return faults.length > 0 ? { outcome: 'faults', faults } : { outcome: 'choice', choice }
}

/** Checks a mode that is set while the server runs. */
export function readMode(value: unknown): { readonly mode: ModeChoice } | { readonly fault: OptionFault } {
  const faults: OptionFault[] = []
  const mode = new Door(faults).mode(value, 'mode')
  const fault = faults[0]
  if (fault !== undefined) return { fault }
  return { mode: mode ?? false }
}

function readStatuses(door: Door, value: unknown, option: string): readonly StatusMode[] {
  const modes: StatusMode[] = []
  for (const [key, choice] of Object.entries(door.members(value, option, null) ?? {})) {
    const range = parseStatusRange(key)
    const mode = door.mode(choice, `${option}.${key}`)
    if (range === null) door.fault('option-value', `${option}.${key}`, key, "a status, '404', '4xx' or '500-503'")
    else if (mode !== undefined) modes.push({ ...range, mode })
  }
  return sortStatusModes(modes)
}

function readPrefixes(door: Door, value: unknown): Settings['prefixes'] {
  const prefixes: { prefix: string; mode: ModeChoice }[] = []
  for (const [key, choice] of Object.entries(door.members(value, 'prefixes', null) ?? {})) {
    const prefix = door.path(key, `prefixes.${key}`)
    const mode = door.mode(choice, `prefixes.${key}`)
    if (prefix !== null && mode !== undefined) prefixes.push({ prefix, mode })
  }
  return prefixes.sort((a, b) => b.prefix.length - a.prefix.length)
}

function readNegotiate(door: Door, value: unknown): Settings['negotiate'] {
  const members = door.members(value, 'negotiate', ['header', 'values', 'query', 'caller']) ?? {}
  const header = door.header(members.header, 'negotiate.header')
  const query = door.text(members.query, 'negotiate.query', 'the name of a query parameter')
  const values = door.texts(members.values, 'negotiate.values', "a list, ['2']") ?? ['2', 'v2']
  return {
    header,
    query,
    values: new Set(values.map(text => text.toLowerCase())),
    // The signature of a caller's function cannot be checked at boot; its answer is read as a truth value.
    caller: door.call<(request: FastifyRequest) => boolean>(members.caller, 'negotiate.caller'),
  }
}

function readRollout(door: Door, value: unknown): Settings['rollout'] {
  const members = door.members(value, 'rollout', ['percent', 'caller', 'rest'])
  if (members === null) return null
  if (members.percent === undefined) {
    door.fault('option-missing', 'rollout.percent', 'nothing', 'rollout: { percent: 5 }')
  }
  return {
    percent: door.number(members.percent, 'rollout.percent', 0, 100) ?? 0,
    caller: door.call<(request: FastifyRequest) => string>(members.caller, 'rollout.caller') ?? defaultCaller,
    rest: door.mode(members.rest, 'rollout.rest') ?? 'observe',
  }
}

function defaultCaller(request: FastifyRequest): string {
  return request.headers.authorization ?? request.ip
}

function readRequestId(door: Door, value: unknown): Settings['requestId'] {
  const members = door.members(value, 'requestId', ['header', 'generate', 'always']) ?? {}
  return {
    header: door.header(members.header, 'requestId.header') ?? 'x-request-id',
    generate: door.call<(request: FastifyRequest) => string>(members.generate, 'requestId.generate'),
    always: door.flag(members.always, 'requestId.always') ?? false,
  }
}

function readInstance(door: Door, value: unknown): Settings['instance'] {
  if (value === undefined || value === 'path' || value === 'none') return value ?? 'path'
  return (
    door.call<(request: FastifyRequest) => string | null>(value, 'instance', "'path', 'none' or a function") ?? 'path'
  )
}

function readPaths(door: Door, value: unknown, option: string): readonly string[] {
  const texts = door.texts(value, option, "a list of path prefixes, ['/partners']") ?? []
  return texts.map((text, at) => door.path(text, `${option}[${at}]`) ?? '/')
}

function readLimits(door: Door, value: unknown): Settings['limits'] {
  const names = ['streamBytes', 'streamMilliseconds', 'successMilliseconds', 'decodedBytes', 'reportRows']
  const members = door.members(value, 'limits', names) ?? {}
  const limit = (name: string, highest: number) => door.number(members[name], `limits.${name}`, 0, highest)
  return {
    streamBytes: limit('streamBytes', 2 ** 30) ?? 65_536,
    streamMilliseconds: limit('streamMilliseconds', 600_000) ?? 5_000,
    successMilliseconds: limit('successMilliseconds', 600_000) ?? 100,
    decodedBytes: limit('decodedBytes', 2 ** 30) ?? 8_388_608,
    reportRows: limit('reportRows', 1_000_000) ?? 1_000,
  }
}

function readDeprecation(door: Door, value: unknown): Settings['deprecation'] {
  const members = door.members(value, 'deprecation', ['since', 'sunset', 'link'])
  if (members === null) return null
  const since = door.date(members.since, 'deprecation.since')
  const sunset = members.sunset === undefined ? null : door.date(members.sunset, 'deprecation.sunset')
  const link = door.link(members.link, 'deprecation.link')
  if (since === null) return null
  // RFC 9745 section 4: the sunset must not be earlier than the deprecation.
  if (sunset !== null && sunset < since) {
    door.fault('option-order', 'deprecation.sunset', showValue(sunset), 'a date that is not before deprecation.since')
  }
  return {
    deprecation: `@${Math.floor(since.getTime() / 1000)}`,
    sunset: sunset === null ? null : sunset.toUTCString(),
    link: link === null ? null : `<${link}>; rel="deprecation"; type="text/html"`,
  }
}

function readReport(door: Door, value: unknown): Settings['report'] {
  const members = door.members(value, 'report', ['path', 'guard'])
  if (members === null) return null
  const path = door.path(members.path, 'report.path')
  // A report without a guard would tell strangers how the API fails, so there is no default.
  const guard = door.call<NonNullable<Settings['report']>['guard']>(members.guard, 'report.guard')
  for (const name of ['path', 'guard']) {
    if (members[name] !== undefined) continue
    door.fault(
      'option-missing',
      `report.${name}`,
      'nothing',
      "report: { path: '/-/problemshift', guard: onRequestHook }",
    )
  }
  return path === null || guard === null ? null : { path, guard }
}

/** Where `unknown` becomes a type; each wrong value is one fault. */
class Door {
  readonly #faults: OptionFault[]

  constructor(faults: OptionFault[]) {
    this.#faults = faults
  }

  fault(code: OptionFault['code'], option: string, came: string, instead: string): void {
    this.#faults.push({ code, option, came, instead })
  }

  members(value: unknown, option: string, names: readonly string[] | null): Members | null {
    if (value === undefined) return null
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.fault('option-type', option, showValue(value), 'an object')
      return null
    }
    for (const name of Object.keys(value)) {
      if (names === null || names.includes(name)) continue
      const path = option === 'options' ? name : `${option}.${name}`
      this.fault('option-unknown', path, name, `${nearest(name, names)}, or leave it out`)
    }
    // An object that is no list has string keys and values that nobody has looked at yet.
    return value as Members
  }

  mode(value: unknown, option: string): ModeChoice | undefined {
    if (value === undefined || value === false) return value
    const mode = MODES.find(known => known === value)
    if (mode === undefined) this.fault('option-value', option, showValue(value), MODE_WORDS)
    return mode
  }

  flag(value: unknown, option: string): boolean | undefined {
    if (value === undefined || typeof value === 'boolean') return value
    this.fault('option-type', option, showValue(value), 'true or false')
    return undefined
  }

  number(value: unknown, option: string, lowest: number, highest: number): number | undefined {
    if (value === undefined) return undefined
    if (typeof value === 'number' && value >= lowest && value <= highest) return value
    this.fault('option-value', option, showValue(value), `a number from ${lowest} to ${highest}`)
    return undefined
  }

  text(value: unknown, option: string, instead: string): string | null {
    if (value === undefined) return null
    if (typeof value === 'string' && value !== '') return value
    this.fault('option-type', option, showValue(value), instead)
    return null
  }

  texts(value: unknown, option: string, instead: string): readonly string[] | null {
    if (value === undefined) return null
    if (Array.isArray(value) && value.every(item => typeof item === 'string')) return value
    this.fault('option-type', option, showValue(value), instead)
    return null
  }

  header(value: unknown, option: string): string | null {
    const name = this.text(value, option, "the name of a header, 'x-api-version'")
    if (name === null || HEADER_NAME.test(name)) return name?.toLowerCase() ?? null
    this.fault('option-value', option, showValue(value), "the name of a header, 'x-api-version'")
    return null
  }

  path(value: unknown, option: string): string | null {
    const path = this.text(value, option, "a path that starts with a slash, '/errors'")
    if (path === null || path.startsWith('/')) return path
    this.fault('option-value', option, showValue(value), `a path that starts with a slash, '/${path}'`)
    return null
  }

  date(value: unknown, option: string): Date | null {
    const date = typeof value === 'string' || value instanceof Date ? new Date(value) : null
    if (date !== null && !Number.isNaN(date.getTime())) return date
    this.fault('option-value', option, showValue(value), "a date, '2026-04-01T00:00:00Z'")
    return null
  }

  link(value: unknown, option: string): string | null {
    const text = this.text(value, option, "an https address, 'https://docs.library.example/v2-errors'")
    if (text === null) return null
    // The parsed address is written, not the text: nothing that is no URL can reach the header.
    const link = URL.canParse(text) ? new URL(text) : null
    if (link !== null && (link.protocol === 'https:' || link.protocol === 'http:')) return link.href
    this.fault('option-value', option, showValue(value), "an https address, 'https://docs.library.example/v2-errors'")
    return null
  }

  call<T extends (...args: never[]) => unknown>(value: unknown, option: string, instead = 'a function'): T | null {
    if (value === undefined) return null
    // What a function takes and gives cannot be seen from outside.
    if (typeof value === 'function') return value as unknown as T
    this.fault('option-type', option, showValue(value), instead)
    return null
  }
}

// The name that shares the longest beginning is the likely wish.
function nearest(name: string, names: readonly string[]): string {
  const shared = (other: string) => {
    let length = 0
    while (length < name.length && name[length]?.toLowerCase() === other[length]?.toLowerCase()) length += 1
    return length
  }
  const best = names.toSorted((a, b) => shared(b) - shared(a))[0]
  return best !== undefined && shared(best) > 1 ? best : `one of ${names.join(', ')}`
}
