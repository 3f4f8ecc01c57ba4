import { REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import { IDLE } from './idle.ts'
import type { IdleComment, Printer } from './report.ts'

/** Annotations for GitHub Actions: one line a site. */
export const github: Printer = ({ sites, idle }) => [...sites.map(annotation), ...idle.map(idleAnnotation)].join('')

function annotation(site: Site): string {
  const level = site.outcome === 'fail' ? 'error' : site.outcome === 'rewrite' ? 'warning' : levelOfKept(site)
  const title = site.outcome === 'rewrite' ? 'Matches on wording' : (site.reason ?? 'kept')
  const message =
    site.outcome === 'rewrite'
      ? `${site.before} can ask for the code: ${site.after ?? ''}`
      : `${site.before} ${site.reason === null ? '' : REASONS[site.reason].is}`
  const place = `file=${property(site.file)},line=${site.line},col=${site.column},title=${property(title)}`
  return `::${level} ${place}::${data(message.trim())}\n`
}

function idleAnnotation({ file, line, code }: IdleComment): string {
  return `::warning file=${property(file)},line=${line},title=idle-ignore::${data(IDLE[code])}\n`
}

function levelOfKept(site: Site): string {
  return site.reason !== null && REASONS[site.reason].settled ? 'notice' : 'warning'
}

// The escapes of workflow commands: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
