import type { Chain, ClientModel } from '../clients/client.ts'
import { ts } from '../source/compiler.ts'
import { isTestFile } from './hook-sites.ts'
import { placeValue } from './place-value.ts'
import { nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type Flow, type FunctionValue, one, PLAIN, rejectionsOf, through, unknown } from './values.ts'

/** What a failure is after the interceptors that the program provides; where two change it, nobody knows the order. */
export function errorsThroughChain(t: Tracer, client: ClientModel, errors: Flow): Flow {
  const { chain } = client
  if (chain === undefined) return errors
  const changed = t.remember(client, 'chain', () => changesBy(t, client, chain))
  const [first, more] = changed
  if (first === undefined) return errors
  return more === undefined ? through(first.errors(), first.at, 'interceptor') : unknown('hook', more.at)
}

interface Changed {
  readonly at: ts.Node
  readonly errors: () => Flow
}

function changesBy(t: Tracer, client: ClientModel, chain: Chain): readonly Changed[] {
  return [...providedFunctions(t, chain), ...providedClasses(t, chain)].flatMap(({ at, fn, next }): Changed[] => {
    if (fn === null) return [{ at, errors: () => unknown('hook', at) }]
    const place = one(placeValue({ client, place: next }, null))
    const errors = () => rejectionsOf(t.callFunction(fn, index => (index === 1 ? place : PLAIN), at))
    return isNeutral(errors(), client) ? [] : [{ at, errors }]
  })
}

// It looks at the error, counts it, shows it, and hands it on.
function isNeutral(errors: Flow, client: ClientModel): boolean {
  return errors.every(({ value }) => value.kind === 'place' && value.client === client && value.patched === null)
}

interface Provided {
  readonly at: ts.Node
  /** `null` where it cannot be read. */
  readonly fn: FunctionValue | null
  readonly next: string
}

// provideHttpClient(withInterceptors([retry, explain]))
function providedFunctions(t: Tracer, chain: Chain): readonly Provided[] {
  return nodesWith(t, chain.functions).flatMap(node => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== chain.functions) return []
    const [list] = node.arguments
    const flow = list === undefined ? [] : t.elementsOf(list, null)
    return flow.map(
      ({ value }): Provided => ({
        at: node,
        fn: value.kind === 'function' ? value : null,
        next: chain.next.ofFunction,
      }),
    )
  })
}

// { provide: HTTP_INTERCEPTORS, useClass: Explain, multi: true }
function providedClasses(t: Tracer, chain: Chain): readonly Provided[] {
  return nodesWith(t, chain.classes).flatMap(node => {
    if (!ts.isPropertyAssignment(node) || node.initializer.getText() !== chain.classes) return []
    const given = ts.isObjectLiteralExpression(node.parent)
      ? node.parent.properties.find(one => ts.isPropertyAssignment(one) && /^use/.test(nameText(one.name) ?? ''))
      : undefined
    const [only] = given !== undefined && ts.isPropertyAssignment(given) ? t.evaluate(given.initializer, null) : []
    const fn = only?.value.kind === 'class' ? methodOf(only.value.node, chain.method) : null
    return [{ at: node, fn, next: chain.next.ofClass }]
  })
}

function methodOf(node: ts.ClassLikeDeclaration, name: string): FunctionValue | null {
  const method = node.members.find(member => ts.isMethodDeclaration(member) && nameText(member.name) === name)
  return method !== undefined && ts.isMethodDeclaration(method)
    ? { kind: 'function', node: method, env: null, self: null }
    : null
}

function nodesWith(t: Tracer, word: string): readonly ts.Node[] {
  const found: ts.Node[] = []
  for (const file of t.project.holding(word)) {
    const unit = isTestFile(file) ? null : t.project.open(file)
    if (unit === null) continue
    const visit = (node: ts.Node): void => {
      found.push(node)
      ts.forEachChild(node, visit)
    }
    visit(unit.tree)
  }
  return found
}
