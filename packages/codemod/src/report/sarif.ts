import { REASONS } from '../decide/reasons.ts'
import type { Site, SiteEdit, Step } from '../plan/site.ts'
import { REPORTED_RULES, ruleOf, rulePage } from '../rules/rule-pages.ts'
import type { Printer } from './report.ts'
import { ruleGroups } from './rule-groups.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'

/** SARIF 2.1.0: one rule a reason and one a kind of finding, the change as a fix, the way from the body to the test as a code flow. */
export const sarif: Printer = ({ sites }) => {
  const ids = [...REPORTED_RULES.map(rule => rulePage(rule).finding), ...Object.keys(REASONS)]
  const rules = ids.map(id => ({ id, shortDescription: { text: sentenceOf(id) }, help: { text: helpOf(id) } }))
  const results = sites.map(site => resultOf(site, ids))
  const driver = { name: 'problemshift-codemod', rules }
  // SARIF knows a rule as what one finding is about; ours is a property bag of the run.
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results, properties: { rules: totalsByRule(sites) } }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function pageOf(id: string) {
  return Object.entries(REASONS).find(([reason]) => reason === id)?.[1]
}

function totalsByRule(sites: readonly Site[]) {
  return Object.fromEntries(ruleGroups(sites).map(({ rule, totals }) => [rule, totals]))
}

function sentenceOf(id: string): string {
  const rule = REPORTED_RULES.find(rule => rulePage(rule).finding === id)
  return pageOf(id)?.is ?? rulePage(rule ?? 'branch').is
}

function helpOf(id: string): string {
  return pageOf(id)?.unblock ?? 'Run `problemshift-codemod run`, or apply the fix.'
}

function resultOf(site: Site, ids: readonly string[]) {
  const rule = ruleOf(site)
  const ruleId = site.reason ?? rulePage(rule).finding
  const settled = site.reason !== null && REASONS[site.reason].settled
  const text = site.after === null ? sentenceOf(ruleId) : `${sentenceOf(ruleId)} It can become: ${site.after}`
  const edits = site.edits ?? []
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: site.outcome === 'fail' ? 'error' : settled ? 'note' : 'warning',
    message: { text },
    locations: [{ physicalLocation: physical(site.file, site.line, site.column) }],
    partialFingerprints: { 'problemshiftSite/v1': site.id },
    ...(site.origin.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: site.origin.map(flowStep) }] }] } : {}),
    ...(site.outcome === 'rewrite' && edits.length > 0 ? { fixes: [fixOf(site, edits)] } : {}),
    properties: { rule },
    ...(site.reason === 'ignored' ? { suppressions: [{ kind: 'inSource' }] } : {}),
  }
}

// One fix of all files: what hands the text on and what tests it change together.
function fixOf(site: Site, edits: readonly SiteEdit[]) {
  const files = [...new Set(edits.map(edit => edit.file))]
  return {
    description: { text: fixTextOf(site) },
    artifactChanges: files.map(file => ({
      artifactLocation: location(file),
      replacements: edits.filter(edit => edit.file === file).map(replacement),
    })),
  }
}

function fixTextOf({ codes, after }: Site): string {
  return codes.length > 0 ? `Ask for ${codes.join(', ')}` : `Write ${after ?? ''}`
}

function replacement({ startLine, startColumn, endLine, endColumn, text }: SiteEdit) {
  return { deletedRegion: { startLine, startColumn, endLine, endColumn }, insertedContent: { text } }
}

function flowStep({ file, line, step }: Step) {
  return { location: { physicalLocation: physical(file, line, 1), message: { text: step } } }
}

function physical(file: string, startLine: number, startColumn: number) {
  return { artifactLocation: location(file), region: { startLine, startColumn } }
}

// A `#` or `?` in a name would be the end of the path.
function location(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' }
}
