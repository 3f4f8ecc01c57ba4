import type { PrintOptions } from '../report/report.ts'
import { wrap } from '../report/wrap.ts'
import type { Plain } from './observation.ts'
import { type Comparison, summariseVerify, VERIFY_REASONS, type VerifyReport } from './verify-report.ts'

/** The comparisons for a terminal: a table, then each difference with both sides, then what could not be compared. */
export function printVerify(report: VerifyReport, options: PrintOptions): string {
  const blocks = [
    tableOf(report.comparisons, options),
    ...report.comparisons.filter(({ outcome }) => outcome === 'different').map(one => differenceLines(one, options)),
    ...reasonBlocks(report.comparisons, options),
    sumLines(report, options),
  ]
  return `${blocks.map(lines => lines.join('\n')).join('\n\n')}\n`
}

/** The same for programs, version 1. */
export function printVerifyJson(report: VerifyReport): string {
  const { comparisons, unplayed, ms } = report
  const summary = { ...summariseVerify(report), ms: Math.round(ms) }
  return `${JSON.stringify({ version: 1, summary, unplayed, comparisons }, null, 2)}\n`
}

const COLUMNS = ['equal', 'different', 'failed', 'left-out'] as const
const LONGEST_NAME = 36

function tableOf(comparisons: readonly Comparison[], options: PrintOptions): readonly string[] {
  const calls = [...new Set(comparisons.map(({ call }) => call))]
  const room = Math.max(12, (options.width ?? 100) - COLUMNS.join('  ').length - 2)
  const wide = Math.min(room, LONGEST_NAME, Math.max(4, ...calls.map(call => call.length)))
  const head = `${'call'.padEnd(wide)}  ${COLUMNS.join('  ')}`
  const rows = calls.map(call => {
    const counts = COLUMNS.map(outcome => {
      const count = comparisons.filter(one => one.call === call && one.outcome === outcome).length
      return String(count === 0 ? '·' : count).padStart(outcome.length)
    })
    return `${shorten(call, wide).padEnd(wide)}  ${counts.join('  ')}`
  })
  return [paint(options, BOLD, head), ...rows]
}

function differenceLines(one: Comparison, options: PrintOptions): readonly string[] {
  return [
    ...wrap(`${one.call}, answered ${titleOf(one)}`, '', options.width ?? null),
    ...one.differences.flatMap(({ aspect, before, after }) => [
      `  ${aspect}`,
      ...wrap(`- ${shown(before)}`, '  ', options.width ?? null).map(line => paint(options, RED, line)),
      ...wrap(`+ ${shown(after)}`, '  ', options.width ?? null).map(line => paint(options, GREEN, line)),
    ]),
  ]
}

// The same reason for the same thing is said once.
function reasonBlocks(comparisons: readonly Comparison[], options: PrintOptions): readonly (readonly string[])[] {
  const blocks = new Map<string, string[]>()
  for (const one of comparisons) {
    if (one.reason === null || (one.outcome === 'left-out' && !options.verbose)) continue
    const about = one.reason === 'no-entry' ? titleOf(one) : one.call
    const said = one.detail === null ? about : `${about}: ${one.detail}`
    const lines = blocks.get(one.reason) ?? [
      ...wrap(`${one.reason}. ${VERIFY_REASONS[one.reason]}`, '', options.width ?? null),
    ]
    const line = wrap(said, '  ', options.width ?? null)
    if (!lines.includes(line[0] ?? '')) lines.push(...line)
    blocks.set(one.reason, lines)
  }
  return [...blocks.values()]
}

function sumLines(report: VerifyReport, options: PrintOptions): readonly string[] {
  const { compared, equal, different, failed, leftOut } = summariseVerify(report)
  const sum = `${compared} compared: ${equal} equal, ${different} different; ${failed} failed, ${leftOut} left out`
  if (report.unplayed.length === 0) return [sum]
  return [sum, ...wrap(`no recorded answer for ${report.unplayed.join(', ')}`, '', options.width ?? null)]
}

function titleOf({ answer, code }: Comparison): string {
  return code === null ? `"${answer}"` : `"${answer}" (${code})`
}

function shown(value: Plain): string {
  if (!isRecord(value)) return JSON.stringify(value)
  if (value.kind === 'returned') return `returned ${JSON.stringify(value.value)}`
  if (value.kind === 'never-ended') return 'never ended'
  if (value.kind !== 'threw') return JSON.stringify(value)
  const own =
    isRecord(value.own ?? null) && Object.keys(value.own ?? {}).length > 0 ? ` ${JSON.stringify(value.own)}` : ''
  return `threw ${value.name}: ${value.message}${own}`
}

function isRecord(value: Plain): value is { readonly [name: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`
}

const BOLD = 1
const RED = 31
const GREEN = 32

function paint({ color }: PrintOptions, code: number, text: string): string {
  return color ? `\u001b[${code}m${text}\u001b[0m` : text
}
