import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { type Access, inner, isAccess, keyOf } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Flow, type Request } from './values.ts'

/** As much of the URL of a request as is written out; `null` when not even its beginning is known. */
export function urlOf(t: Tracer, { call, instance }: Request): string | null {
  const given =
    instance === null || !isCall(instance) ? '' : optionText(t, instance, 0, ['baseURL', 'prefixUrl', 'baseUrl'])
  const base = defaultBase(t, instance, given)
  const path = call === null || !isCall(call) ? '' : pathOf(t, call)
  if (path !== null && /^(?:[a-z]+:)?\/\//i.test(path)) return path
  if (base === null) return null
  if (base !== '') return base.replace(/\/?$/, '/') + (path ?? '').replace(/^\//, '')
  return path
}

// request('/loans'), request({ url: '/loans' })
function pathOf(t: Tracer, call: ts.CallExpression | ts.NewExpression): string | null {
  const [first] = call.arguments ?? []
  const lead = leadOf(t, first)
  if (lead !== null || first === undefined) return lead
  const isOptions = t.evaluate(first, null).every(({ value }) => value.kind === 'object')
  return isOptions ? optionText(t, call, 0, ['url']) : null
}

function isCall(node: ts.Node): node is ts.CallExpression | ts.NewExpression {
  return ts.isCallExpression(node) || ts.isNewExpression(node)
}

function optionText(
  t: Tracer,
  node: ts.CallExpression | ts.NewExpression,
  index: number,
  names: readonly string[],
): string | null {
  const options = node.arguments?.[index]
  if (options === undefined) return ''
  for (const name of names) {
    const flow = each(t.evaluate(options, null), value => t.memberOf(value, name, node))
    if (flow.every(({ value }) => value.kind === 'absent')) continue
    return singleText(flow)
  }
  return ''
}

function singleText(flow: Flow): string | null {
  const [only, more] = flow
  return only?.value.kind === 'text' && more === undefined ? only.value.text : null
}

// The beginning of a template or a sum is enough to tell the host.
function leadOf(t: Tracer, node: ts.Expression | undefined): string | null {
  if (node === undefined) return null
  const at = inner(node)
  if (ts.isTemplateExpression(at)) {
    if (at.head.text !== '') return at.head.text
    const [first] = at.templateSpans
    return first === undefined ? null : leadOf(t, first.expression)
  }
  if (ts.isBinaryExpression(at)) return leadOf(t, at.left)
  return singleText(t.evaluate(at, null))
}

/** `axios.defaults.baseURL = …` takes the place of what the instance was made with. */
function defaultBase(t: Tracer, instance: ts.Node | null, given: string | null): string | null {
  const written = t.remember(t.project, 'default base URLs', () => findDefaultBases(t))
  const own = written.filter(one => one.instance === instance)
  const [only, more] = own
  if (only === undefined) return given
  return more === undefined ? only.text : null
}

interface DefaultBase {
  readonly instance: ts.Node | null
  readonly text: string | null
}

function findDefaultBases(t: Tracer): readonly DefaultBase[] {
  const found: DefaultBase[] = []
  const visit = (node: ts.Node): void => {
    if (isAccess(node) && keyOf(node) === 'baseURL') found.push(...defaultBaseAt(t, node))
    ts.forEachChild(node, visit)
  }
  for (const file of t.project.holding('.defaults.baseURL')) {
    const unit = t.project.open(file)
    if (unit !== null) visit(unit.tree)
  }
  return found
}

function defaultBaseAt(t: Tracer, node: Access): readonly DefaultBase[] {
  const written = isTargetOf(node)
  const holder = inner(node.expression)
  if (written === null || !isAccess(holder) || keyOf(holder) !== 'defaults') return []
  const text = written.value === null ? null : leadOf(t, written.value)
  return t
    .evaluate(holder.expression, null)
    .flatMap(({ value }) => (value.kind === 'place' ? [{ instance: value.request.instance, text }] : []))
}
