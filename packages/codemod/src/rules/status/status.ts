import type { Catalogue } from '@problemshift/catalogue'
import type { Asked } from '../../detect/api-scope.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { whoseAnswer } from '../read/whose-answer.ts'
import type { Unit } from '../../source/project.ts'
import { bodyStatuses } from './body-statuses.ts'
import { bodiesOfDeletes } from './bodies-of-deletes.ts'
import { hiddenErrors } from './hidden-errors.ts'
import { planStatusTests, type StatusScope } from './plan-status.ts'
import { NUMBERS } from './status-marks.ts'
import { statusTests } from './status-test.ts'
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
  const hides = scope.moves.some(({ from }) => from < 400)
  return files.flatMap(file => {
    const text = t.project.sourceOf(file)?.text ?? ''
    const tests = /status/i.test(text) && NUMBERS.test(text)
    const deletes = /\bDELETE\b/i.test(text) && text.includes('.json(')
    // Opening a file costs a hundred times as much as a look at its text.
    const unit = tests || deletes || hides ? t.project.open(file) : null
    if (unit === null) return []
    return [
      ...(tests ? testsIn(t, unit, scope) : []),
      ...(hides ? hiddenErrors(t, unit, scope) : []),
      ...(deletes ? bodiesOfDeletes(t, unit, scope) : []),
    ]
  })
}

function testsIn(t: Tracer, unit: Unit, scope: StatusScope): readonly PlannedSite[] {
  const tests = statusTests(t, unit.tree)
  return [...planStatusTests(t, unit, tests, scope), ...bodyStatuses(t, unit, tests, scope)]
}
