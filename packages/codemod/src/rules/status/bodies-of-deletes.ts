import { placeOf } from '../../clients/clients.ts'
import { optionMatches } from '../../detect/request-options.ts'
import { functionOf, inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { mustStay } from '../../plan/must-stay.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import { isKnownFailure } from '../read/known-failure.ts'
import type { StatusScope } from './plan-status.ts'

/** Where the answer to a `DELETE` is parsed by a call that fails when there is no body. */
export function bodiesOfDeletes(t: Tracer, unit: Unit, { belonging }: StatusScope): readonly PlannedSite[] {
  const sites: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    const callee = ts.isCallExpression(node) ? inner(node.expression) : null
    if (callee !== null && isAccess(callee) && keyOf(callee) === 'json') {
      t.restart()
      const [answer] = t.evaluate(callee.expression, null)
      const { value } = answer ?? {}
      if (answer !== undefined && value?.kind === 'place' && isParsed(value) && isDelete(t, value.request)) {
        const asked = { client: value.client, request: value.request, trail: answer.trail }
        const knows = (functionOf(node) ?? unit.tree).getText().includes('204')
        const base = { ...siteAt(unit, node, 'status', value.client.name), origin: wayOf(t, answer) }
        const reason = mustStay(t, unit, node) ?? 'body-of-a-delete'
        // What failed has a body, whatever the method was.
        const failed = isKnownFailure(t, node, answer, value.request)
        if (!knows && !failed && belonging(asked) === 'ours') sites.push({ ...base, reason })
      }
    }
    ts.forEachChild(node, visit)
  }
  if (/\bDELETE\b/i.test(unit.source.text)) visit(unit.tree)
  return sites
}

// A response whose body is read by a call; a library that parses by itself gives nothing where there is nothing.
function isParsed(value: Parameters<typeof placeOf>[0] & { readonly kind?: string }): boolean {
  const json = placeOf(value).members?.json
  return typeof json === 'object' && 'place' in json && placeOf({ ...value, place: json.place }).call !== undefined
}

function isDelete(t: Tracer, request: Parameters<typeof optionMatches>[1]): boolean {
  return ['DELETE', 'delete'].some(name => optionMatches(t, request, 'method', name) === true)
}
