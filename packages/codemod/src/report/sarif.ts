import { REASONS } from '../decide/reasons.ts'
import type { Site, Step } from '../plan/site.ts'
import type { Printer } from './report.ts'

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json'
const MATCHED = 'matches-on-wording'

/** SARIF 2.1.0: one rule a reason, the way from the body to the test as a code flow. */
export const sarif: Printer = ({ sites }) => {
  const ids = [MATCHED, ...Object.keys(REASONS)]
  const rules = ids.map(id => ({ id, shortDescription: { text: sentenceOf(id) } }))
  const results = sites.map(site => resultOf(site, ids))
  const driver = { name: 'problemshift-codemod', rules }
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function sentenceOf(id: string): string {
  const page = Object.entries(REASONS).find(([reason]) => reason === id)
  return page === undefined ? 'The test matches on the wording of an API error.' : page[1].is
}

function resultOf(site: Site, ids: readonly string[]) {
  const ruleId = site.reason ?? MATCHED
  const settled = site.reason !== null && REASONS[site.reason].settled
  const text = site.after === null ? sentenceOf(ruleId) : `${sentenceOf(ruleId)} It can ask: ${site.after}`
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: site.outcome === 'fail' ? 'error' : settled ? 'note' : 'warning',
    message: { text },
    locations: [{ physicalLocation: physical(site.file, site.line, site.column) }],
    partialFingerprints: { 'problemshiftSite/v1': site.id },
    ...(site.origin.length > 0 ? { codeFlows: [{ threadFlows: [{ locations: site.origin.map(flowStep) }] }] } : {}),
  }
}

function flowStep({ file, line, step }: Step) {
  return { location: { physicalLocation: physical(file, line, 1), message: { text: step } } }
}

function physical(file: string, startLine: number, startColumn: number) {
  return { artifactLocation: { uri: encodeURI(file), uriBaseId: '%SRCROOT%' }, region: { startLine, startColumn } }
}
