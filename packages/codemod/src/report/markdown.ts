import { REASONS } from '../decide/reasons.ts'
import type { Site } from '../plan/site.ts'
import type { Printer } from './report.ts'

/** The report for a pull request. */
export const markdown: Printer = ({ summary, sites }) => {
  const rewritten = sites.filter(site => site.outcome === 'rewrite')
  const kept = sites.filter(site => site.outcome !== 'rewrite')
  const parts = [
    '# Branches on the wording of errors',
    `${summary.sites} sites: **${summary.rewritten} rewritten**, ${summary.kept} kept, ${summary.failed} failed.`,
  ]
  if (rewritten.length > 0) parts.push('## Rewritten', ...rewritten.map(rewrittenSite))
  if (kept.length > 0)
    parts.push('## Kept', '| where | why | test |\n| --- | --- | --- |\n'.concat(kept.map(keptRow).join('\n')))
  return `${parts.join('\n\n')}\n`
}

function rewrittenSite(site: Site): string {
  const lines = (mark: string, text: string) => text.split(/\r?\n/).map(line => `${mark} ${line}`)
  const diff = [...lines('-', site.before), ...lines('+', site.after ?? '')].join('\n')
  return `\`${site.file}:${site.line}\` (${site.codes.map(code => `\`${code}\``).join(', ')})\n\n\`\`\`diff\n${diff}\n\`\`\``
}

function keptRow(site: Site): string {
  const why = site.reason === null ? '' : `${site.reason}: ${REASONS[site.reason].is}`
  return `| ${cell(`${site.file}:${site.line}`)} | ${cell(why)} | \`${cell(site.before)}\` |`
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('`', "'")
}
