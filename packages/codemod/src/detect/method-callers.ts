import { ts } from '../source/compiler.ts'
import { type Access, isAccess, keyOf, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Flow } from './values.ts'

// A name that so many files know is one of a whole vocabulary: to look into each of them costs more than it tells.
const MOST_FILES = 12

/**
 * Every place of the project that reads a method of a class: `this.fail(response)`, `Failure.from(response)`,
 * `client.fail`. `null` where one of those who read a member of that name cannot be told from it.
 */
export function readsOfMethod(t: Tracer, method: ts.MethodDeclaration): readonly Access[] | null {
  return t.remember(method, 'reads-of-method', () => {
    const name = nameText(method.name)
    if (name === null || !ts.isClassLike(method.parent)) return null
    const home = t.project.unitOf(method).file
    const files = new Set([home, ...t.project.holding(name)])
    if (files.size > MOST_FILES) return null
    const found: Access[] = []
    for (const file of files) {
      const reads = readsIn(t, file, name, method)
      if (reads === null) return null
      found.push(...reads)
    }
    return found
  })
}

function readsIn(t: Tracer, file: string, name: string, method: ts.MethodDeclaration): readonly Access[] | null {
  const unit = t.project.open(file)
  if (unit === null) return null
  const reads: Access[] = []
  let isClear = true
  const visit = (node: ts.Node): void => {
    if (isAccess(node) && keyOf(node) === name) {
      const meant = means(t.evaluate(node, null), method)
      if (meant === 'it') reads.push(node)
      isClear &&= meant !== 'unclear'
    }
    // const { fail } = client
    if (ts.isBindingElement(node) && nameText(node.propertyName ?? node.name) === name) {
      isClear &&= means(t.bindingFlow(node, null), method) === 'another'
    }
    if (isClear) ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return isClear ? reads : null
}

function means(flow: Flow, method: ts.MethodDeclaration): 'it' | 'another' | 'unclear' {
  if (flow.some(({ value }) => value.kind === 'function' && value.node === method)) return 'it'
  return flow.some(({ value }) => value.kind === 'unknown') ? 'unclear' : 'another'
}
