import type { UnmatchedRow } from './report.ts'

interface Draft {
  readonly code: string
  readonly first: UnmatchedRow
  readonly rows: UnmatchedRow[]
}

/** Entries for the errors that no entry knows, as YAML to paste below `problems:`. */
export function printStub(rows: readonly UnmatchedRow[]): string {
  if (rows.length === 0) return ''
  const drafts: Draft[] = []
  for (const row of rows) {
    const twin = drafts.find(({ first }) => isSameProblem(first, row))
    if (twin === undefined) drafts.push({ code: uniqueCode(codeOf(row), drafts), first: row, rows: [row] })
    else twin.rows.push(row)
  }
  return `problems:\n${drafts.map(printDraft).join('')}`
}

function isSameProblem(a: UnmatchedRow, b: UnmatchedRow): boolean {
  if (a.status !== b.status) return false
  return a.fingerprint === null ? b.fingerprint === null && a.code === b.code : a.fingerprint === b.fingerprint
}

function printDraft({ code, first, rows }: Draft): string {
  const count = rows.reduce((sum, row) => sum + row.count, 0)
  const routes = rows.map(({ method, route }) => `${method} ${route ?? '(no route)'}`)
  const seen = `  # seen ${count} times: ${[...new Set(routes)].slice(0, 5).join(', ')}\n`
  const status = first.status >= 400 ? first.status : 500
  const lines = [`  ${code}:`, `    status: ${status}`, `    title: ${quote(titleOf(first))}`, '    from:']
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

function uniqueCode(code: string, drafts: readonly Draft[]): string {
  const taken = new Set(drafts.map(draft => draft.code))
  let unique = code
  for (let number = 2; taken.has(unique); number += 1) unique = `${code}_${number}`
  return unique
}

// Every JSON string is a YAML string.
function quote(text: string): string {
  return JSON.stringify(text)
}
