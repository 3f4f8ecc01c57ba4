import { checkPattern, type PatternFault } from '../check-pattern.ts'
import { CONTRACTS, type Contract } from '../contract.ts'
import type { DialectDeclaration, GenericProblem, Localised, Retry, Sign } from '../entry.ts'
import { type GenericChoice, genericProblems } from '../generic-problems.ts'
import type { LawFacts } from '../fault.ts'
import {
  holesOf,
  isTemplateFault,
  type MessageTemplate,
  parseTemplate,
  type TemplateFault,
} from '../message-template.ts'
import { typeUri } from '../type-uri.ts'
import { DIALECT_NAMES } from './dialect-names.ts'
import type { Finding, Path } from './finding.ts'
import { readRoute } from './read-route.ts'
import type { CatalogueDefinition } from './schema.ts'
import { isAbsolute, isTypeTemplateFault, readTypeTemplate } from './type-template.ts'

/** A definition of which only the sound parts are there. */
export type Sound<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly (Sound<Item> | undefined)[]
    : { readonly [K in keyof T]?: Sound<T[K]> | undefined }

/** A sign and where it was written. */
export interface DraftSign {
  readonly sign: Sign
  readonly path: Path
}

/** An entry as far as it is sound; `null` also where the value was faulty. */
export interface DraftEntry {
  readonly code: string
  readonly path: Path
  readonly status: number | null
  readonly type: string | null
  readonly title: Localised<string> | null
  readonly detail: Localised<MessageTemplate> | null
  readonly retry: Retry | null
  readonly extensions: readonly string[]
  readonly description: string | null
  readonly signs: readonly DraftSign[]
}

/** A text that was given per language. */
export interface DraftText {
  readonly languages: readonly string[]
  readonly path: Path
}

/** The definition read as far as it is sound: what the laws look at, and what the catalogue is made from. */
export interface Draft {
  readonly api: string
  readonly type: string
  readonly contract: Contract
  readonly dialects: readonly string[]
  readonly ownDialects: readonly { readonly dialect: DialectDeclaration; readonly path: Path }[]
  /** As they were listed; `null`: they were not. */
  readonly languages: readonly string[] | null
  readonly problems: readonly DraftEntry[]
  readonly fields: readonly DraftEntry[]
  readonly generic: readonly GenericProblem[]
  readonly texts: readonly DraftText[]
  readonly findings: readonly Finding[]
}

interface Reader {
  readonly findings: Finding[]
  readonly texts: DraftText[]
  readonly typeOf: (code: string) => string
  readonly checkPattern: (pattern: string) => PatternFault | null
}

/** Reads a definition whose shape has been checked; templates, types and routes get their meaning here. */
export function readDraft(sound: Sound<CatalogueDefinition>): Draft {
  const findings: Finding[] = []
  const contract = readContract(sound.contract)
  checkType(sound.type, contract, findings)
  const typeOf = (code: string) => typeUri(sound.type ?? '', code)
  const reader: Reader = { findings, texts: [], typeOf, checkPattern: patternCheck() }
  const problems = Object.entries(sound.problems ?? {}).map(([code, problem]) =>
    readProblem(reader, code, problem ?? {}),
  )
  const fields = Object.entries(sound.fields ?? {}).map(([code, field]) => readField(reader, code, field ?? {}))
  const listed = (sound.dialects ?? []).filter(isThere)
  const type = sound.type ?? ''
  return {
    api: sound.api ?? nameFrom(type),
    type,
    contract,
    dialects:
      sound.dialects === undefined
        ? DIALECT_NAMES
        : listed.map(item => (typeof item === 'string' ? item : (item.name ?? ''))),
    ownDialects: readOwnDialects(sound.dialects ?? []),
    languages: sound.languages?.filter(isThere).map(canonical) ?? null,
    problems,
    fields,
    generic: genericProblems(contract, typeOf, readGeneric(sound.generic ?? {})),
    texts: reader.texts,
    findings,
  }
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined
}

function readContract(given: Sound<CatalogueDefinition['contract']>): Contract {
  if (given === undefined) return CONTRACTS.kordiam
  if (typeof given === 'string') return CONTRACTS[given]
  const base = CONTRACTS[given.extends ?? 'kordiam']
  const renamed = new Map<string, string | null>()
  const member = <T extends string | null>(before: T, after: T | string | undefined): T | string => {
    if (after === undefined) return before
    if (before !== null) renamed.set(before, after)
    return after
  }
  const contract: Contract = {
    ...base,
    name: 'custom',
    trace: member(base.trace, given.trace),
    code: member(base.code, given.code),
    errors: {
      member: member(base.errors.member, given.errors?.member),
      shape: given.errors?.shape ?? base.errors.shape,
    },
    timestamp: member(base.timestamp, given.timestamp),
    target: member(base.target, given.target),
    hint: member(base.hint, given.hint),
    type: given.type ?? base.type,
    pointer: given.pointer ?? base.pointer,
    genericCase: given.genericCase ?? base.genericCase,
    // Codes that the base names itself are in its letters.
    genericCodes:
      given.genericCase === undefined || given.genericCase === base.genericCase ? (base.genericCodes ?? {}) : {},
  }
  // Without an order of its own the base's order holds, under the new names.
  const order =
    given.order?.filter(isThere) ?? base.order.map(name => (renamed.has(name) ? (renamed.get(name) ?? null) : name))
  return { ...contract, order: order.filter(name => name !== null) }
}

function checkType(source: string | undefined, contract: Contract, findings: Finding[]): void {
  if (source === undefined) return
  const facts = typeFacts(source) ?? (contract.type === 'per-code' ? codeFacts(source) : null)
  if (facts !== null) findings.push({ facts, spot: { path: ['type'], part: 'value' }, also: null })
}

function typeFacts(source: string): LawFacts | null {
  const template = readTypeTemplate(source)
  if (isTypeTemplateFault(template)) return { code: 'type-template', ...template }
  return isAbsolute(typeUri(source, 'x')) ? null : { code: 'type-relative', came: source }
}

function codeFacts(source: string): LawFacts | null {
  return typeUri(source, 'x') === source ? { code: 'type-without-code', came: source } : null
}

function nameFrom(type: string): string {
  return /^[a-z][a-z0-9+.-]*:\/*([^/?#{}]+)/i.exec(type)?.[1] ?? 'API'
}

type ProblemDefinition = NonNullable<Sound<CatalogueDefinition['problems'][string]>>
type FieldDefinition = NonNullable<Sound<NonNullable<CatalogueDefinition['fields']>[string]>>

function readProblem(reader: Reader, code: string, given: ProblemDefinition): DraftEntry {
  const path: Path = ['problems', code]
  return {
    code,
    path,
    status: given.status ?? null,
    type: given.type === undefined ? reader.typeOf(code) : readOwnType(reader, given.type, code, [...path, 'type']),
    title: given.title === undefined ? null : readTexts(reader, given.title, [...path, 'title']),
    detail: given.detail === undefined ? null : readTemplates(reader, given.detail, [...path, 'detail']),
    retry: given.retry ?? null,
    extensions: given.extensions?.filter(isThere) ?? [],
    description: given.description ?? null,
    signs: (given.from ?? []).flatMap((sign, at) =>
      readSign(reader, sign, code, `${code}#${at}`, [...path, 'from', at]),
    ),
  }
}

// An entry's own type is a template too, so that a brace in it means the same everywhere.
function readOwnType(reader: Reader, source: string, code: string, path: Path): string | null {
  const facts = source === 'about:blank' ? null : typeFacts(source)
  if (facts === null) return typeUri(source, code)
  reader.findings.push({ facts, spot: { path, part: 'value' }, also: null })
  return null
}

function readField(reader: Reader, code: string, given: FieldDefinition): DraftEntry {
  const path: Path = ['fields', code]
  return {
    code,
    path,
    status: null,
    type: null,
    title: null,
    detail: null,
    retry: null,
    extensions: [],
    description: given.description ?? null,
    // A problem may have the same code: the slash keeps the ids of their signs apart.
    signs: (given.from ?? []).flatMap((sign, at) =>
      readSign(reader, sign, code, `fields/${code}#${at}`, [...path, 'from', at]),
    ),
  }
}

interface SignDefinition {
  readonly message?: Sound<string | Readonly<Record<string, string>>> | undefined
  readonly code?: string | number | undefined
  readonly status?: number | undefined
  readonly route?: string | undefined
  readonly dialect?: string | undefined
}

function readSign(
  reader: Reader,
  given: string | SignDefinition | undefined,
  entry: string,
  id: string,
  path: Path,
): DraftSign[] {
  if (given === undefined) return []
  if (typeof given === 'string') {
    const template = readTemplate(reader, given, path)
    const bare = { legacyCode: null, status: null, route: null, dialect: null }
    return template === null ? [] : [{ sign: { id, entry, message: template, language: null, ...bare }, path }]
  }
  const rest = {
    entry,
    legacyCode: given.code ?? null,
    status: given.status ?? null,
    route: given.route === undefined ? null : readRoute(given.route),
    dialect: given.dialect ?? null,
  }
  const { message } = given
  if (message === undefined) {
    return Object.values(given).every(value => value === undefined)
      ? []
      : [{ sign: { id, message: null, language: null, ...rest }, path }]
  }
  const inner: Path = [...path, 'message']
  if (typeof message === 'string') {
    const template = readTemplate(reader, message, inner)
    return template === null ? [] : [{ sign: { id, message: template, language: null, ...rest }, path }]
  }
  const templates = readTemplates(reader, message, inner)
  return Object.entries(templates).map(([language, template]) => ({
    sign: { id: `${id}:${language}`, message: template, language, ...rest },
    path: [...inner, language],
  }))
}

function readTexts(
  reader: Reader,
  given: Sound<string | Readonly<Record<string, string>>>,
  path: Path,
): Localised<string> {
  if (typeof given === 'string') return { '*': given }
  const texts = new Map<string, string>()
  for (const [tag, text] of Object.entries(given)) {
    if (text === undefined) continue
    const language = canonical(tag)
    if (texts.has(language)) {
      const spot = { path: [...path, tag], part: 'key' } as const
      reader.findings.push({ facts: { code: 'language-repeated', language }, spot, also: null })
    }
    texts.set(language, text)
  }
  reader.texts.push({ languages: [...texts.keys()], path })
  return Object.fromEntries(texts)
}

function readTemplates(
  reader: Reader,
  given: Sound<string | Readonly<Record<string, string>>>,
  path: Path,
): Localised<MessageTemplate> {
  if (typeof given === 'string') {
    const template = readTemplate(reader, given, path)
    return template === null ? {} : { '*': template }
  }
  const templates = Object.entries(readTexts(reader, given, path)).flatMap(([language, text]) => {
    const template = readTemplate(reader, text, [...path, language])
    return template === null ? [] : [[language, template] as const]
  })
  return Object.fromEntries(templates)
}

function readTemplate(reader: Reader, source: string, path: Path): MessageTemplate | null {
  const template = parseTemplate(source)
  const facts = isTemplateFault(template) ? templateFacts(template) : patternFacts(reader, template)
  if (facts === null && !isTemplateFault(template)) return template
  if (facts !== null) reader.findings.push({ facts, spot: { path, part: 'value' }, also: null })
  return null
}

function templateFacts({ code: reason, at, came }: TemplateFault): LawFacts {
  return { code: 'bad-template', reason, at, came }
}

function patternFacts(reader: Reader, template: MessageTemplate): LawFacts | null {
  for (const { type, pattern } of holesOf(template)) {
    if (type !== 'pattern') continue
    const fault = reader.checkPattern(pattern)
    if (fault === null) continue
    const { code, came } = fault
    return code === 'pattern-super-linear'
      ? { code: 'pattern-slow', pattern, came }
      : { code: 'bad-pattern', reason: code, pattern, came }
  }
  return null
}

/** Checks each pattern once: catalogues write the same few again and again. */
function patternCheck(): (pattern: string) => PatternFault | null {
  const known = new Map<string, PatternFault | null>()
  return pattern => {
    const found = known.get(pattern) ?? (known.has(pattern) ? null : checkPattern(pattern))
    known.set(pattern, found)
    return found
  }
}

/** `pt-br` is `pt-BR`. */
function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? language
  } catch {
    return language
  }
}

function readOwnDialects(given: NonNullable<Sound<CatalogueDefinition['dialects']>>): Draft['ownDialects'] {
  return given.flatMap((item, at) => {
    if (item === undefined || typeof item === 'string' || item.name === undefined) return []
    return [{ dialect: declaration(item, item.name), path: ['dialects', at] }]
  })
}

function declaration(given: Readonly<Record<string, string | undefined>>, name: string): DialectDeclaration {
  return { ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)), name }
}

function readGeneric(
  given: NonNullable<Sound<CatalogueDefinition['generic']>>,
): Readonly<Record<number, GenericChoice>> {
  const choices: Record<number, GenericChoice> = {}
  for (const [status, choice] of Object.entries(given)) {
    if (choice === undefined) continue
    if (typeof choice === 'string') choices[Number(status)] = { code: choice }
    else if (choice.code !== undefined) choices[Number(status)] = { code: choice.code, title: choice.title }
  }
  return choices
}
