import type { Catalogue } from '@problemshift/catalogue'
import type { Asked } from '../../detect/api-scope.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { whoseAnswer } from '../read/whose-answer.ts'
import { bodiesOfDeletes } from './bodies-of-deletes.ts'
import { hiddenErrors } from './hidden-errors.ts'
import { planStatusTests } from './plan-status.ts'
import { statusMoves } from './status-moves.ts'

export interface RuleScope {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
}

/** The rule `status`: what asks for a status says in v2 of each error what it said in v1. */
export function planStatus(t: Tracer, files: readonly string[], { catalogue, api }: RuleScope): readonly PlannedSite[] {
  const scope = {
    catalogue,
    moves: statusMoves(catalogue),
    belonging: (asked: Asked) => whoseAnswer(t, catalogue, api, asked),
  }
  return files.flatMap(file => {
    const unit = t.project.open(file)
    if (unit === null) return []
    const tests = /status/i.test(unit.source.text) ? planStatusTests(t, unit, scope) : []
    return [...tests, ...hiddenErrors(t, unit, scope), ...bodiesOfDeletes(t, unit, scope)]
  })
}
