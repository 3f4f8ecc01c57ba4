import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import type { ApiScope } from '../../migrate.ts'
import { answersForAnother } from './answers-for.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, placeOfNode } from '../../plan/plan.ts'
import { siteIds } from '../../plan/site-id.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { bodyOf } from './body-file.ts'
import type { BodyLiteral } from './body-literal.ts'
import { constantValue } from './constant-value.ts'
import { convertReplayed } from './convert-body.ts'
import { mockLibrary } from './mock-library.ts'
import { type Hand, printJson, printValue } from './print-value.ts'
import { positionOf } from './replay-position.ts'
import { type Replayed, replayedAt } from './replayed.ts'

export interface MockScope {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
}

/**
 * The rule `mocks`: a v1 answer that a test replays becomes the v2 answer that the server would send, so that the client's
 * own tests go on proving something.
 */
export function planMocks(t: Tracer, files: readonly string[], scope: MockScope): readonly PlannedSite[] {
  const sites = files.flatMap(file => {
    const unit = t.project.open(file)
    const library = unit === null ? null : mockLibrary(unit)
    return unit === null || library === null ? [] : mocksIn(t, unit, library, scope)
  })
  const ids = siteIds(sites)
  return sites.map((site, index) => ({ ...site, id: ids[index] ?? '' }))
}

function mocksIn(t: Tracer, unit: Unit, library: string, { catalogue, api }: MockScope): readonly PlannedSite[] {
  const sites: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    const replayed = replayedAt(node)
    const site =
      replayed === null || answersForAnother(replayed.node, api)
        ? null
        : planMock(t, unit, library, replayed, catalogue)
    if (site !== null) sites.push(site)
    // What is inside of a replayed answer is its body.
    else ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return sites
}

function planMock(
  t: Tracer,
  unit: Unit,
  library: string,
  replayed: Replayed,
  catalogue: Catalogue,
): PlannedSite | null {
  const literal = bodyOf(t, replayed)
  const constant = literal === null ? null : constantValue(literal.node)
  if (literal === null || constant === null) return null
  const converted = convertReplayed(catalogue, replayed, constant.value)
  if (converted.outcome === 'foreign') return null
  const position = positionOf(t, replayed)
  // A text beside a number may be anything.
  if (position === 'other' || (position === 'perhaps' && replayed.isText)) return null
  const base = emptySite(literal, library)
  const keep = (reason: Reason): PlannedSite => ({ ...base, outcome: 'keep', reason })
  const stays = mustStay(t, unit, replayed.node) ?? mustStay(t, literal.unit, literal.node)
  if (stays !== null) return keep(stays)
  if (position === 'perhaps') return keep('mocked-answer')
  if (constant.isPartial) return keep('mock-computed')
  if (literal.isShared) return keep('mock-used-elsewhere')
  const { file } = literal.unit
  const isJson = file.endsWith('.json')
  const hand = handOf(literal.unit, literal.node)
  const printed = isJson ? printJson(converted.body, hand) : printValue(converted.body, hand)
  const after = replayed.isText && !replayed.takesObjects ? `JSON.stringify(${printed})` : printed
  const { method, status } = replayed
  const splices: Splice[] = [{ file, start: literal.node.getStart(), end: literal.node.end, text: after }]
  if (method !== null) splices.push({ file: unit.file, start: method.getStart(), end: method.end, text: 'json' })
  if (status !== null && converted.status !== Number(status.text)) {
    const text = String(converted.status)
    splices.push({ file: unit.file, start: status.getStart(), end: status.end, text })
  }
  const groups = [`${file}:mock:${literal.node.getStart()}`]
  return { ...base, outcome: 'rewrite', reason: null, codes: converted.codes, after, splices, groups }
}

function emptySite({ unit, node }: BodyLiteral, client: string) {
  return {
    id: '',
    file: unit.file,
    ...placeOfNode(unit, node),
    form: 'mocks',
    client,
    codes: [],
    fields: [],
    before: node.getText(),
    after: null,
    origin: [],
    matches: [],
    splices: [],
    groups: [],
  }
}

function handOf(unit: Unit, node: ts.Node): Hand {
  const { text } = unit.source
  const line = text.slice(text.lastIndexOf('\n', node.getStart()) + 1)
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  return {
    quote: text.split('"').length > text.split("'").length ? '"' : "'",
    eol: text.includes('\r\n') ? '\r\n' : '\n',
    indent,
    step:
      indent.includes('\t') || /\n\t/.test(text)
        ? '\t'
        : /\n {4}\S/.test(text) && !/\n {2}\S/.test(text)
          ? '    '
          : '  ',
  }
}
