import type { ts } from '../source/compiler.ts'
import { collectedList } from './collected-text.ts'
import { gathered } from './gathered-texts.ts'
import type { Tracer } from './tracer.ts'
import {
  ABSENT,
  each,
  type Env,
  type Flow,
  NOTHING,
  one,
  PLAIN,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

type List = Extract<Value, { kind: 'array' | 'body' }>

/** Methods of lists, as far as they hand on elements. */
export function callArrayMethod(t: Tracer, node: ts.CallExpression, list: List, key: string, env: Env | null): Flow {
  switch (key) {
    case 'find':
    case 'at':
    case 'pop':
    case 'shift':
      return through(union(t.elementsOfValue(list, node), ABSENT), node, key)
    case 'filter':
    case 'slice':
    case 'concat':
    case 'reverse':
    case 'sort':
      return key === 'concat' ? unknown('syntax', node) : through(one(list), node, key)
    case 'some':
    case 'every':
    case 'includes':
    case 'indexOf':
    case 'findIndex':
    case 'forEach':
      return PLAIN
    case 'map':
      return gathered(mapped(t, node, list, env), node) ?? unknown('changed-text', node)
    case 'join':
      return collectedList(t, list) ?? unknown('joined-text', node)
    default:
      return called(t, node, list, key, env)
  }
}

function mapped(t: Tracer, node: ts.CallExpression, list: List, env: Env | null): Flow {
  const elements = (index: number) => (index === 0 ? t.elementsOfValue(list, node) : PLAIN)
  return each(t.argumentsOf(node, env)(0), value =>
    value.kind === 'function' ? t.callFunction(value, elements, node) : unknown('package-call', node),
  )
}

function called(t: Tracer, node: ts.CallExpression, list: List, key: string, env: Env | null): Flow {
  return each(t.memberOf(list, key, node), member => {
    if (member.kind === 'function') return t.callFunction(member, t.argumentsOf(node, env), node)
    return member.kind === 'absent' ? NOTHING : unknown('unknown-member', node)
  })
}

const GIVES_ELEMENT = new Set(['some', 'every', 'find', 'filter', 'forEach', 'map', 'findIndex', 'findLast', 'flatMap'])

/** Whether a method calls its callback with each element. */
export function givesElements(key: string): boolean {
  return GIVES_ELEMENT.has(key)
}
