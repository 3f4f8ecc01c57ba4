import { STATUS_CODES } from 'node:http'
import {
  type Catalogue,
  type MessageTemplate,
  overlapOf,
  parseTemplate,
  type ProblemEntry,
} from '@problemshift/catalogue'
import type { UnmatchedRow } from './report.ts'

interface Draft {
  readonly code: string
  readonly first: UnmatchedRow
  readonly rows: UnmatchedRow[]
}

/** What is in the catalogue already, so that the stub can be pasted beside it. */
export type Present = Pick<Catalogue, 'problems' | 'generic'>

/** Entries for the errors that no entry knows, as YAML to paste below `problems:`. */
export function printStub(rows: readonly UnmatchedRow[], present: Present = { problems: [], generic: [] }): string {
  if (rows.length === 0) return ''
  const drafts: Draft[] = []
  const taken = new Set(present.problems.map(({ code }) => code))
  for (const row of rows) {
    const twin = drafts.find(({ first }) => isSameProblem(first, row))
    if (twin !== undefined) {
      twin.rows.push(row)
      continue
    }
    const code = uniqueCode(fitCode(codeOf(row), statusOf(row), present), taken)
    taken.add(code)
    drafts.push({ code, first: row, rows: [row] })
  }
  const claims: Claim[] = present.problems.flatMap(claimsOf)
  return `problems:\n${drafts.map(draft => printUnlessClaimed(draft, claims)).join('')}`
}

/** A wording that an entry is known by, and at which status. */
interface Claim {
  readonly code: string
  readonly message: MessageTemplate
  readonly status: number | null
}

function claimsOf({ code, signs }: ProblemEntry): readonly Claim[] {
  return signs.flatMap(({ message, status }) => (message === null ? [] : [{ code, message, status }]))
}

// `Loan {n:int} missing` and `Loan {token:word} missing` share messages, and a catalogue may not hold both.
function printUnlessClaimed(draft: Draft, claims: Claim[]): string {
  const { code, first } = draft
  const text = printDraft(draft)
  const message = first.fingerprint === null ? null : parseTemplate(first.fingerprint)
  if (message === null) return text
  if ('code' in message) return asComment(text, 'is no wording that a catalogue can hold')
  const rival = claims.find(claim => meets(claim, message, first.status))
  if (rival !== undefined) return asComment(text, `shares messages with ${rival.code}: widen that one, or narrow both`)
  claims.push({ code, message, status: first.status })
  return text
}

// A sign that asks for a status is narrower than one that does not, if it is the new one.
function meets(claim: Claim, message: MessageTemplate, status: number): boolean {
  if (claim.status !== status || !mayMeet(beginningOf(claim.message), beginningOf(message))) return false
  return overlapOf(claim.message, message) !== null
}

// Most pairs differ in their first words; the exact question costs a thousand times as much.
function mayMeet(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a)
}

function beginningOf({ parts }: MessageTemplate): string {
  const first = parts[0]
  return first?.kind === 'text' ? first.text : ''
}

function asComment(text: string, why: string): string {
  const lines = text.trimEnd().split('\n')
  return `  # ${why}\n${lines.map(line => (line.startsWith('  #') ? line : `  #${line.slice(1)}`)).join('\n')}\n`
}

function statusOf({ status }: UnmatchedRow): number {
  return status >= 400 ? status : 500
}

// Words of YAML that are no text, what every JavaScript object inherits, and the generic codes of other statuses.
const NO_TEXT = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n'])

function fitCode(code: string, status: number, { generic }: Present): string {
  const reserved = NO_TEXT.has(code) || Object.hasOwn(Object.prototype, code)
  const isGeneric = generic.some(one => one.code === code) || NAMES_OF_STATUSES.has(code)
  return reserved || isGeneric ? `${code}_${status}` : code
}

const NAMES_OF_STATUSES = new Set(
  Object.values(STATUS_CODES).map(name => (name ?? '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')),
)

function isSameProblem(a: UnmatchedRow, b: UnmatchedRow): boolean {
  if (a.status !== b.status) return false
  return a.fingerprint === null ? b.fingerprint === null && a.code === b.code : a.fingerprint === b.fingerprint
}

function printDraft({ code, first, rows }: Draft): string {
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const routes = rows.map(({ method, route }) => `${method} ${route ?? '(no route)'}`)
  const seen = `  # seen ${count} times: ${[...new Set(routes)].slice(0, 5).join(', ')}\n`
  const lines = [`  ${code}:`, `    status: ${statusOf(first)}`, `    title: ${quote(titleOf(first))}`, '    from:']
  return `${seen}${lines.join('\n')}\n${printSign(first, rows)}`
}

// The narrowest sign that is true of every time it was seen: a status alone would catch far more than this.
function printSign({ fingerprint, code, status, method, route }: UnmatchedRow, rows: readonly UnmatchedRow[]): string {
  const conditions: string[] = []
  if (fingerprint !== null) conditions.push(`message: ${quote(fingerprint)}`)
  else if (code !== null) conditions.push(`code: ${typeof code === 'number' ? code : quote(code)}`)
  conditions.push(`status: ${status}`)
  if (fingerprint === null && code === null && route !== null && rows.length === 1) {
    conditions.push(`route: ${quote(`${method} ${route}`)}`)
  }
  return `      - ${conditions.join('\n        ')}\n`
}

function titleOf({ fingerprint, code, status }: UnmatchedRow): string {
  const words = fingerprint
    ?.replaceAll('{{', ' ')
    .replace(/\{[^}]*\}/g, ' ')
    .replace(/["'\s]+/g, ' ')
    .replace(/[.:,;!\s]+$/, '')
    .trim()
  if (words !== undefined && words !== '') return words.slice(0, 80)
  return code === null ? `Status ${status}` : String(code)
}

function codeOf(row: UnmatchedRow): string {
  const source = typeof row.code === 'string' ? row.code : titleOf(row)
  const words = source
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase()
    .split('_')
    .slice(0, 6)
    .join('_')
  return /^[a-z]/.test(words) ? words : `problem_${words === '' ? row.status : words}`
}

function uniqueCode(code: string, taken: ReadonlySet<string>): string {
  let unique = code
  for (let number = 2; taken.has(unique); number += 1) unique = `${code}_${number}`
  return unique
}

// Every JSON string is a YAML string.
function quote(text: string): string {
  return JSON.stringify(text)
}
