import type { ApiScope } from '../migrate.ts'
import { ts } from '../source/compiler.ts'
import { inner } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { each, type Flow, type Request } from './values.ts'

/** Whether a request goes to the API that is meant: surely, surely not, or nobody can tell. */
export type Belonging = 'ours' | 'other' | 'unknown'

/** Tells by the base URL of a request, or by the module that sends it. */
export function belongingOf(t: Tracer, scope: ApiScope | null, request: Request): Belonging {
  if (scope === null || (scope.baseUrls.length === 0 && scope.modules.length === 0)) return 'ours'
  if (isSentBy(t, scope.modules, request)) return 'ours'
  if (scope.baseUrls.length === 0) return 'other'
  const url = urlOf(t, request)
  if (url === null) return 'unknown'
  // A relative URL without a base goes to where the page came from.
  if (!/^(?:[a-z]+:)?\/\//i.test(url)) return 'ours'
  return scope.baseUrls.some(base => url === base || url.startsWith(base.replace(/\/?$/, '/'))) ? 'ours' : 'other'
}

function isSentBy(t: Tracer, modules: readonly string[], { call, instance }: Request): boolean {
  return [call, instance].some(node => {
    if (node === null) return false
    const { file } = t.project.unitOf(node)
    return modules.some(module => {
      const path = module.replace(/^\.\//, '')
      return file === path || file.startsWith(`${path}/`) || file.startsWith(`${path}.`)
    })
  })
}

/** As much of the URL as is written out; `null` when not even its beginning is known. */
function urlOf(t: Tracer, { call, instance }: Request): string | null {
  const base =
    instance === null || !isCall(instance) ? '' : optionText(t, instance, 0, ['baseURL', 'prefixUrl', 'baseUrl'])
  const path = call === null || !isCall(call) ? '' : (leadOf(t, call.arguments?.[0]) ?? optionText(t, call, 0, ['url']))
  if (path !== null && /^(?:[a-z]+:)?\/\//i.test(path)) return path
  if (base === null) return null
  if (base !== '') return base.replace(/\/?$/, '/') + (path ?? '').replace(/^\//, '')
  return path
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
