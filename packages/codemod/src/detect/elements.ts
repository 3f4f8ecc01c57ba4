import { placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { isChangedLater } from './changed-later.ts'
import { refFlow } from './place-value.ts'
import type { Tracer } from './tracer.ts'
import { each, type Env, type Flow, through, union, unknown, type Value } from './values.ts'

/** What each element of a list can be: of a literal, or of a list in the body. */
export function elementsOf(t: Tracer, list: ts.Expression, env: Env | null): Flow {
  return each(t.evaluate(list, env), value => t.elementsOfValue(value, list))
}

/** What each element of one value can be. */
export function elementsOfValue(t: Tracer, value: Value, at: ts.Node): Flow {
  switch (value.kind) {
    case 'array':
      if (isChangedLater(t, value.node, null)) return unknown('assigned-elsewhere', value.node)
      return union(...value.node.elements.map(element => elementFlow(t, element, value.env)))
    case 'body':
      return through(t.memberOf(value, '0', at), at, '[]')
    case 'place': {
      const { elements } = placeOf(value)
      return elements === undefined
        ? unknown('unknown-member', at)
        : refFlow(t, value.client, elements, value.request, at)
    }
    case 'absent':
      return []
    case 'unknown':
      return [{ value, trail: null }]
    default:
      return unknown('unknown-member', at)
  }
}

// A list that is spread into itself goes round in circles that no name closes: `all = [...all, more]`.
function elementFlow(t: Tracer, element: ts.Expression, env: Env | null): Flow {
  if (!ts.isSpreadElement(element)) return t.evaluate(element, env)
  return t.deeper(element, () => t.elementsOf(element.expression, env))
}
