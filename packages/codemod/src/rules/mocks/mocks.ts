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
import { bodyLiteral } from './body-literal.ts'
import { constantValue } from './constant-value.ts'
import { convertBody } from './convert-body.ts'
import { mockLibrary } from './mock-library.ts'
import { type Hand, printValue } from './print-value.ts'
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
  const status = Number(replayed.status.text)
  const literal = bodyLiteral(t, replayed.body)
  if (literal === null) return null
  const constant = constantValue(literal.node)
  if (constant === null) return null
  const converted = convertBody(catalogue, status, constant.value)
  if (converted.outcome === 'foreign') return null
  const base = {
    id: '',
    file: unit.file,
    ...placeOfNode(unit, literal.node),
    form: 'mocks',
    client: library,
    codes: [],
    fields: [],
    before: literal.node.getText(),
    after: null,
    origin: [],
    matches: [],
    splices: [],
    groups: [],
  }
  const keep = (reason: Reason): PlannedSite => ({ ...base, outcome: 'keep', reason })
  const stays = mustStay(t, unit, replayed.node)
  if (stays !== null) return keep(stays)
  if (literal.isShared) return keep('mock-used-elsewhere')
  const printed = printValue(converted.body, handOf(unit, literal.node))
  const { file } = unit
  const after = replayed.isText && !replayed.takesObjects ? `JSON.stringify(${printed})` : printed
  const { method } = replayed
  const splices: Splice[] = [{ file, start: literal.node.getStart(), end: literal.node.end, text: after }]
  if (method !== null) splices.push({ file, start: method.getStart(), end: method.end, text: 'json' })
  if (converted.status !== status) {
    splices.push({ file, start: replayed.status.getStart(), end: replayed.status.end, text: String(converted.status) })
  }
  const groups = [`${file}:mock:${literal.node.getStart()}`]
  return { ...base, outcome: 'rewrite', reason: null, codes: converted.codes, after, splices, groups }
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
