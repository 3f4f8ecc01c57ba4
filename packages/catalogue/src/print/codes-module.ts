import { chooseText } from '../problem/choose-text.ts'
import type { Contract } from '../contract.ts'
import type { Catalogue, ProblemEntry } from '../entry.ts'
import { FIELD_RULES } from '../problem/field-rules.ts'
import { holesOf } from '../message-template.ts'
import { registeredGeneric } from './problem-page.ts'
import { docComment, key, literal, union } from './source-text.ts'

/** The languages that the module can be written in: TypeScript, JavaScript, or the declarations beside the JavaScript. */
export type ModuleFormat = 'ts' | 'js' | 'dts'

/**
 * Writes the module of codes for clients: what they branch on instead of the wording. It imports nothing and compiles
 * under `strict`.
 */
export function printCodesModule(catalogue: Catalogue, format: ModuleFormat = 'ts'): string {
  const sections = [
    header(catalogue),
    ...(format === 'js' ? [] : [codeTypes(catalogue), memberTypes(catalogue), problemTypes(catalogue)]),
    codesTable(catalogue, format),
    typesTable(catalogue, format),
    guard(catalogue.contract, format),
  ]
  return `${sections.join('\n').trimEnd()}\n`
}

function header({ api }: Catalogue): string {
  return `// The problems of ${oneLine(api)}, for its clients. Written by problemshift-catalogue: do not edit.\n`
}

function codeTypes(catalogue: Catalogue): string {
  const fields = [...new Set([...catalogue.fields.map(field => field.code), ...Object.keys(FIELD_RULES)])]
  return [
    docComment(['A code of the catalogue: branch on it, never on the wording.']),
    `export type ProblemCode =${union(catalogue.problems.map(entry => entry.code))}\n\n`,
    docComment(['The code of an error that the catalogue does not know: treat it by its status.']),
    `export type GenericCode =${union(registeredGeneric(catalogue).map(generic => generic.code))}\n\n`,
    docComment(['Any code that may come, with completion for those that are known.']),
    'export type AnyCode = ProblemCode | GenericCode | (string & {})\n\n',
    ...(catalogue.contract.errors.shape === 'list'
      ? [
          docComment(['The codes of field errors that are known; a validator may send others.']),
          `export type FieldCode =${union(fields)}\n`,
        ]
      : []),
  ].join('')
}

function memberTypes(catalogue: Catalogue): string {
  const lines = catalogue.problems.map(entry => {
    const members = entry.extensions.map(name => `readonly ${key(name)}?: ${holeType(entry, name)}`)
    return `  readonly ${key(entry.code)}: ${members.length === 0 ? 'unknown' : `{ ${members.join('; ')} }`}\n`
  })
  return `${docComment(['What a problem carries beside the members of the contract.'])}export interface ProblemMembers {\n${lines.join('')}}\n`
}

// A whole number that JSON could not hold exactly travels as text.
function holeType(entry: ProblemEntry, name: string): string {
  const templates = [...entry.signs.flatMap(sign => sign.message ?? []), ...Object.values(entry.detail ?? {})]
  const holes = templates.flatMap(template => holesOf(template).filter(hole => hole.name === name))
  return holes.some(hole => hole.type === 'int') ? 'number | string' : 'string'
}

function problemTypes({ contract }: Catalogue): string {
  const { code, errors } = contract
  const optional = (name: string | null, type: string) => (name === null ? [] : [`  readonly ${key(name)}?: ${type}\n`])
  const members = [
    '  readonly type: string\n  readonly title: string\n  readonly status: number\n',
    '  readonly detail?: string\n  readonly instance?: string\n',
    ...(code === null ? [] : [`  readonly ${key(code)}: Code\n`]),
    ...optional(contract.trace, 'string'),
    ...optional(contract.timestamp, 'string'),
    ...optional(contract.target, 'string'),
    ...optional(contract.hint, 'string'),
    ...optional(
      errors.member,
      errors.shape === 'list' ? 'readonly FieldProblem[]' : 'Readonly<Record<string, readonly string[]>>',
    ),
  ]
  const list = errors.shape === 'list' ? `${fieldProblem(contract.pointer)}\n` : ''
  const generics = code === null ? '' : '<Code extends string = AnyCode>'
  return `${list}${docComment(['An error of the API: an RFC 9457 problem.'])}export interface Problem${generics} {\n${members.join('')}}\n`
}

function fieldProblem(pointer: boolean): string {
  return [
    docComment(['What is wrong with one input field.']),
    'export interface FieldProblem {\n',
    "  readonly scope: 'body' | 'query' | 'path' | 'header' | 'global'\n",
    docComment(['Written `items[0].name`; `null` where the error is about no single field.'], '  '),
    '  readonly path: string | null\n',
    // Keeps completion for the known ones while any other text may come.
    '  readonly code: FieldCode | (string & {})\n',
    '  readonly message: string\n',
    pointer ? `${docComment(['RFC 6901, for a path into the body.'], '  ')}  readonly pointer?: string\n` : '',
    '}\n',
  ].join('')
}

function codesTable(catalogue: Catalogue, format: ModuleFormat): string {
  const rows = catalogue.problems.map(entry => {
    const line =
      format === 'dts'
        ? `readonly ${key(entry.code)}: ${literal(entry.code)}`
        : `${key(entry.code)}: ${literal(entry.code)},`
    return `${docComment(aboutEntry(catalogue, entry), '  ')}  ${line}\n`
  })
  return table('PROBLEM_CODES', 'The codes by name.', rows, format)
}

function typesTable(catalogue: Catalogue, format: ModuleFormat): string {
  const rows = catalogue.problems.map(({ code, type }) => {
    return format === 'dts' ? `  readonly ${key(code)}: ${literal(type)}\n` : `  ${key(code)}: ${literal(type)},\n`
  })
  const alias = format === 'js' ? '' : '\nexport type ProblemType = (typeof PROBLEM_TYPES)[ProblemCode]\n'
  return table('PROBLEM_TYPES', 'The `type` of each code.', rows, format) + alias
}

function table(name: string, about: string, rows: readonly string[], format: ModuleFormat): string {
  const body = rows.length === 0 ? '{}' : `{\n${rows.join('')}}`
  if (format === 'dts') return `${docComment([about])}export declare const ${name}: ${body}\n`
  return `${docComment([about])}export const ${name} = ${format === 'ts' ? `${body} as const` : `Object.freeze(${body})`}\n`
}

function aboutEntry(catalogue: Catalogue, entry: ProblemEntry): readonly string[] {
  const title = chooseText(entry.title, [], catalogue.languages)?.text ?? entry.code
  return [
    `${entry.status} ${title}.${entry.retry === null ? '' : ` ${RETRY[entry.retry]}`}`,
    ...(entry.description ?? '').split('\n'),
  ]
}

const RETRY = {
  never: 'Do not retry.',
  transient: 'Retry later, after Retry-After where it is given.',
  'after-change': 'Retry only after a change.',
} as const

const GUARD_ABOUT = ['Whether a parsed body is a problem; with codes, whether it is one of these.']

function guard(contract: Contract, format: ModuleFormat): string {
  const byType = contract.code === null
  const one = byType ? 'Problem & ProblemMembers[C]' : 'Problem<C> & ProblemMembers[C]'
  // Mapped and looked up, so that several codes give a union that `code` tells apart.
  const narrowed = `{ [C in Code]: ${one} }[Code]`
  const overloads = [
    `function isProblem(value: unknown): value is Problem\n`,
    `function isProblem<Code extends ProblemCode>(value: unknown, ...codes: readonly Code[]): value is ${narrowed}\n`,
  ]
  const about = docComment(GUARD_ABOUT)
  if (format === 'dts') return `${about}${overloads.map(line => `export declare ${line}`).join('')}`
  const typed = format === 'ts'
  const signature = typed
    ? 'export function isProblem(value: unknown, ...codes: readonly string[]): boolean {\n'
    : 'export function isProblem(value, ...codes) {\n'
  return [
    about,
    ...(typed ? overloads.map(line => `export ${line}`) : []),
    signature,
    "  if (typeof value !== 'object' || value === null) return false\n",
    `  const problem = value${typed ? ' as Readonly<Record<string, unknown>>' : ''}\n`,
    "  if (typeof problem['type'] !== 'string' || typeof problem['status'] !== 'number') return false\n",
    ...guardEnd(contract.code, typed),
    '}\n',
  ].join('')
}

function guardEnd(code: string | null, typed: boolean): readonly string[] {
  if (code !== null) {
    return [
      `  const code = problem[${literal(code)}]\n`,
      "  return typeof code === 'string' && (codes.length === 0 || codes.includes(code))\n",
    ]
  }
  const types = typed ? 'const types: Readonly<Record<string, string>> = PROBLEM_TYPES' : 'const types = PROBLEM_TYPES'
  return [`  ${types}\n`, "  return codes.length === 0 || codes.some(code => types[code] === problem['type'])\n"]
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
