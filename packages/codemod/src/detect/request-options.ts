import { ts } from '../source/compiler.ts'
import { inner, isAccess, keyOf, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Flow, Request } from './values.ts'

/** Whether a request, or the instance that sends it, was given an option with a value (any, where none is named). */
export function optionMatches(
  t: Tracer,
  request: Request,
  name: string,
  is: string | boolean | undefined,
): boolean | 'unknown' {
  for (const call of [request.call, ...instancesOf(t, request)]) {
    const answer = call === null ? null : answerOf(optionOf(t, call, name), is)
    if (answer !== null) return answer
  }
  return false
}

/** The call that made the instance of a request, then those that made what it was made of: `api.extend(…)`. */
export function instancesOf(t: Tracer, request: Request): readonly (ts.Node | null)[] {
  const found: (ts.Node | null)[] = []
  let instance = request.instance
  while (instance !== null && !found.includes(instance)) {
    found.push(instance)
    instance = makerOf(t, instance)
  }
  return [...found, null]
}

function makerOf(t: Tracer, instance: ts.Node): ts.Node | null {
  if (!ts.isCallExpression(instance)) return null
  const callee = inner(instance.expression)
  const made = isAccess(callee) ? t.evaluate(callee.expression, null) : t.evaluate(callee, null)
  const [only] = made
  return only?.value.kind === 'place' ? only.value.request.instance : null
}

// Every object among the arguments may hold it; `null` where none of them does.
function optionOf(t: Tracer, call: ts.Node, name: string): Option | null {
  if (!ts.isCallExpression(call) && !ts.isNewExpression(call)) return null
  const given = call.arguments ?? []
  if (given.some(ts.isSpreadElement)) return 'unknown'
  for (const { value } of given.flatMap(argument => t.evaluate(argument, null))) {
    if (value.kind !== 'object') continue
    const flow = t.memberOf(value, name, call)
    if (flow.some(it => it.value.kind !== 'absent')) return booleanOf(value.node, name) ?? flow
  }
  const others = given.filter((argument, index) => !isUrl(call, argument, index))
  const lost = others.some(argument => t.evaluate(argument, null).some(({ value }) => UNREADABLE.has(value.kind)))
  return lost ? 'unknown' : null
}

const UNREADABLE: ReadonlySet<string> = new Set(['unknown', 'body', 'instance'])
const VERB = /^(?:get|post|put|patch|delete|del|head|options)$/

// A text that is put together, what stands before the options, what is first in `api.get(…)`.
function isUrl(call: ts.CallExpression | ts.NewExpression, argument: ts.Expression, index: number): boolean {
  const node = inner(argument)
  if (ts.isTemplateExpression(node) || ts.isBinaryExpression(node)) return true
  if (index > 0) return false
  const callee = inner(call.expression)
  return (call.arguments?.length ?? 0) > 1 || (isAccess(callee) && VERB.test(keyOf(callee) ?? ''))
}

type Option = Flow | boolean | 'unknown'

function booleanOf(node: ts.ObjectLiteralExpression, name: string): boolean | null {
  const property = node.properties.findLast(one => ts.isPropertyAssignment(one) && nameText(one.name) === name)
  if (property === undefined || !ts.isPropertyAssignment(property)) return null
  const { kind } = inner(property.initializer)
  if (kind === ts.SyntaxKind.TrueKeyword) return true
  return kind === ts.SyntaxKind.FalseKeyword ? false : null
}

function answerOf(option: Option | null, is: string | boolean | undefined): boolean | 'unknown' | null {
  if (option === null || option === 'unknown') return option
  if (typeof option === 'boolean') return is === undefined || option === is
  const [only, more] = option
  if (only === undefined || more !== undefined || only.value.kind === 'unknown') return 'unknown'
  if (is === undefined) return true
  if (only.value.kind === 'text') return only.value.text === is
  return only.value.kind === 'plain' ? 'unknown' : false
}
