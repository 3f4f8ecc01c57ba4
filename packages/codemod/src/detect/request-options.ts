import { ts } from '../source/compiler.ts'
import { inner, isAccess, nameText } from './syntax.ts'
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
  let lost = false
  for (const argument of call.arguments ?? []) {
    if (ts.isSpreadElement(argument)) return 'unknown'
    // A URL that is put together is no object of options, whatever is in it.
    if (ts.isTemplateExpression(inner(argument)) || ts.isBinaryExpression(inner(argument))) continue
    for (const { value } of t.evaluate(argument, null)) {
      lost ||= value.kind === 'unknown' || value.kind === 'body' || value.kind === 'instance'
      if (value.kind !== 'object') continue
      const flow = t.memberOf(value, name, call)
      if (flow.every(it => it.value.kind === 'absent')) continue
      return booleanOf(value.node, name) ?? flow
    }
  }
  return lost ? 'unknown' : null
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
