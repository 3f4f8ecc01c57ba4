import type { Tracer } from '../detect/tracer.ts'
import { type Reaching, toldSteps } from '../detect/values.ts'
import { type PlannedSite, placeOfNode, stepOf } from '../plan/plan.ts'
import type { Step } from '../plan/site.ts'
import type { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'

/** A site of a rule at a node, before anything is decided of it. */
export function siteAt(unit: Unit, node: ts.Node, form: string, client: string | null): PlannedSite {
  return {
    id: '',
    file: unit.file,
    ...placeOfNode(unit, node),
    form,
    client,
    outcome: 'keep',
    reason: null,
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

/** The way that a value came, from its source on. */
export function wayOf(t: Tracer, reaching: Reaching | undefined): readonly Step[] {
  return toldSteps(reaching?.trail ?? null)
    .map(({ at, step }) => stepOf(t, at, step))
    .reverse()
}
