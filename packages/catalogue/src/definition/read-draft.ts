import type { DialectDeclaration } from '../entry.ts'
import type { LawFacts } from '../fault.ts'
import { type GenericChoice, genericProblems } from '../generic-problems.ts'
import { typeUri } from '../problem/type-uri.ts'
import { DIALECT_NAMES } from './dialect-names.ts'
import type { Draft, DraftEntry } from './draft.ts'
import type { Finding, Path } from './finding.ts'
import { readContract } from './read-contract.ts'
import { readSigns } from './read-signs.ts'
import { canonical, readTemplates, readTexts } from './read-texts.ts'
import { patternCheck, type Reader } from './reader.ts'
import type { CatalogueDefinition } from './schema.ts'
import { isThere, type Sound } from './sound.ts'
import { isAbsolute, isTypeTemplateFault, readTypeTemplate } from './type-template.ts'

/** Reads a definition whose shape has been checked; templates, types and routes get their meaning here. */
export function readDraft(sound: Sound<CatalogueDefinition>, isMarred: (value: unknown) => boolean): Draft {
  const findings: Finding[] = []
  const contract = readContract(sound.contract)
  checkType(sound.type, contract.type === 'per-code' && !isMarred(sound.contract), findings)
  // From a type that is faulty nothing is made: every entry would seem to have the same one.
  const type = findings.length === 0 ? (sound.type ?? '') : ''
  const typeOf = (code: string) => typeUri(type, code)
  const reader: Reader = { findings, texts: [], typeOf, checkPattern: patternCheck(), isMarred }
  const choices = readGeneric(sound.generic ?? {})
  const problems = Object.entries(sound.problems ?? {})
  const fields = Object.entries(sound.fields ?? {})
  return {
    api: sound.api ?? nameFrom(type),
    type,
    contract,
    dialects: readDialects(sound.dialects, isMarred),
    ownDialects: readOwnDialects(sound.dialects ?? []),
    languages: isMarred(sound.languages) ? null : (sound.languages?.filter(isThere).map(canonical) ?? null),
    problems: problems.map(([code, problem]) => readProblem(reader, code, problem ?? {})),
    fields: fields.map(([code, field]) => readField(reader, code, field ?? {})),
    generic: genericProblems(contract, typeOf, choices),
    chosenStatuses: Object.keys(choices).map(Number),
    texts: reader.texts,
    findings,
  }
}

function checkType(source: string | undefined, needsCode: boolean, findings: Finding[]): void {
  if (source === undefined) return
  const facts = typeFacts(source) ?? (needsCode ? codeFacts(source) : null)
  if (facts !== null) findings.push({ facts, spot: { path: ['type'], part: 'value' }, also: null })
}

function typeFacts(source: string): LawFacts | null {
  const template = readTypeTemplate(source)
  if (isTypeTemplateFault(template)) return { code: 'type-template', ...template }
  return isAbsolute(typeUri(source, 'x')) ? null : { code: 'type-relative', came: source }
}

function codeFacts(source: string): LawFacts | null {
  const template = readTypeTemplate(source)
  return isTypeTemplateFault(template) || template.hasCode ? null : { code: 'type-without-code', came: source }
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
    ...readSigns(reader, given.from ?? [], code, at => `${code}#${at}`, [...path, 'from']),
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
    ...readSigns(reader, given.from ?? [], code, at => `fields/${code}#${at}`, [...path, 'from']),
  }
}

type GivenDialects = NonNullable<Sound<CatalogueDefinition['dialects']>>

// In a list that has lost an item nobody can say what is not listed.
function readDialects(given: GivenDialects | undefined, isMarred: (value: unknown) => boolean): readonly string[] {
  const names = (given ?? []).filter(isThere).map(item => (typeof item === 'string' ? item : (item.name ?? '')))
  return given === undefined ? DIALECT_NAMES : isMarred(given) ? [...DIALECT_NAMES, ...names] : names
}

function readOwnDialects(given: GivenDialects): Draft['ownDialects'] {
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
