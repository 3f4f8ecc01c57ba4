import type { Report } from './report.ts'

/** The report for people: totals, then what needs work first. */
export function printSummary(report: Omit<Report, 'summary'>): string {
  const { totals } = report
  const verb = report.mode === 'observe' ? 'would become problems' : 'read'
  const lines = [
    `problemshift: ${report.mode === false ? 'off' : report.mode}, since ${report.since}`,
    `${totals.converted} errors ${verb}, ${totals.unmatched} of them unknown to the catalogue; ${totals.kept} kept, ${totals.bypassed} passed by, ${totals.failed} failed`,
  ]
  const list = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push('', title, ...rows.slice(0, 50).map(row => `  ${row}`))
  }
  list(
    'Unknown to the catalogue',
    report.unmatched.map(row => `${row.count} × ${place(row)} ${row.fingerprint ?? row.code ?? '(no text)'}`),
  )
  list(
    'Errors',
    report.errors.map(row => `${row.count} × ${place(row)} ${row.dialect} → ${row.code} (${row.source})`),
  )
  list(
    'Kept as they are',
    report.kept.map(row => `${row.count} × ${place(row)} ${row.reason}`),
  )
  list(
    'Passed by our hooks',
    report.bypassed.map(row => `${row.count} × ${place(row)}`),
  )
  list(
    'Failed, v1 bytes sent',
    report.failures.map(row => `${row.count} × ${row.method} ${row.route ?? '(no route)'} ${row.message}`),
  )
  return lines.join('\n')
}

function place({ method, route, status }: { method: string; route: string | null; status: number }): string {
  return `${method} ${route ?? '(no route)'} ${status}`
}
