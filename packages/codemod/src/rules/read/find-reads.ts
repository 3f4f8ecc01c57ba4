import type { Catalogue } from '@problemshift/catalogue'
import { afterSuccess, readsIn, testsIn } from '../../detect/detect.ts'
import { withinStack } from '../../detect/within-stack.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { isTargetOf } from '../../detect/assignments.ts'
import type { FormMatch } from '../../forms/form.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { speaksOfFailure } from '../../detect/speaking-names.ts'
import { type Access, inner, isAccess, keyOf, nameText } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Flow } from '../../detect/values.ts'
import { textSource } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { isOwnError, mayBeBody } from './may-be-body.ts'
import { spelledRead } from './spelled-body.ts'
import { otherReads } from './other-reads.ts'
import { codeNames, type ReadFact, readFact, readNames } from './v2-place.ts'

/** A place that reads a member of a v1 error body, for something else than a test of its wording. */
export interface BodyRead {
  readonly unit: Unit
  /** The access, or the name that a pattern takes out of the body. */
  readonly node: Access | ts.BindingElement
  readonly fact: ReadFact
  readonly sorted: SortedFlow
  /** Whether all that can be read here is that; otherwise it may be something else, too. */
  readonly isOfOneKind: boolean
  /** The test that asks for an old code here. */
  readonly match: FormMatch | null
}

/** Every such place in these files. What cannot be shown to come from a body at all is no read. */
export function findReads(t: Tracer, files: readonly string[], catalogue: Catalogue): readonly BodyRead[] {
  const names = readNames(catalogue)
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : [...readsOf(t, unit, names, catalogue), ...otherReads(t, unit, names, catalogue)]
  })
}

function readsOf(t: Tracer, unit: Unit, names: ReadonlySet<string>, catalogue: Catalogue): readonly BodyRead[] {
  const tested = new Set([...readsIn(t, unit)].map(match => textSource(t, match.tested)))
  // To find all tests of a file costs more than the rest: only a code is worth it.
  let matches: ReadonlyMap<ts.Node, FormMatch> | null = null
  const matchAt = (node: ts.Node): FormMatch | null => {
    matches ??= new Map(testsIn(t, unit).map(match => [textSource(t, match.tested), match]))
    return matches.get(node) ?? null
  }
  // Where a test reads a body, the reads beside it are of the same.
  const codes = codeNames(catalogue)
  const holders = new Set([...tested].flatMap(node => (isAccess(node) ? [inner(node.expression).getText()] : [])))
  const found: BodyRead[] = []
  const add = (node: Access | ts.BindingElement, flow: () => Flow): boolean => {
    t.restart()
    const read = readAt(t, unit, node, flow, catalogue)
    if (read === null) return false
    const match = ts.isBindingElement(node) || read.fact !== 'code' ? null : matchAt(node)
    found.push({ ...read, match })
    return true
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (isAccess(node)) {
      const key = keyOf(node)
      if (tested.has(node)) return
      const isAsked = () =>
        holders.has(inner(node.expression).getText()) || (codes.has(key ?? '') && matchAt(node) !== null)
      if (key !== null && names.has(key) && isRead(t, node, isAsked) && add(node, () => t.evaluate(node, null))) return
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const key = nameText(node.propertyName ?? node.name)
      if (key !== null && names.has(key) && ts.isIdentifier(node.name)) add(node, () => t.bindingFlow(node, null))
    }
    ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return found
}

// What is called is no text, and what is read of a thing with a plain name of its own is hardly ever a body.
function isRead(t: Tracer, node: Access, isAsked: () => boolean): boolean {
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return false
  if (isTargetOf(node) !== null) return false
  if (speaksOfFailure(keyOf(node) ?? '')) return !isOwnError(t, node.expression)
  return mayBeBody(t, node.expression) || (isAsked() && !isOwnError(t, node.expression))
}

function readAt(
  t: Tracer,
  unit: Unit,
  node: Access | ts.BindingElement,
  flow: () => Flow,
  catalogue: Catalogue,
): Omit<BodyRead, 'match'> | null {
  const sorted = sortFlow(afterSuccess(t, node, withinStack(node, flow)))
  // A text that stands in for a body, `{ message: text }`, is no place of one.
  const facts = sorted.wording.flatMap(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'body' ? [readFact(catalogue, plain.path)] : []
  })
  const [fact] = facts.filter(one => one !== null)
  // Half of it is something that only the rule for fields knows how to read.
  if (fact !== undefined && (facts.includes(null) || !isOfBody(t, node))) return null
  if (fact !== undefined) return { unit, node, fact, sorted, isOfOneKind: facts.every(one => one === fact) }
  if (sorted.unknown.length === 0 || sorted.wording.length > 0) return null
  const spelled = spelledRead(t, node, catalogue)
  return spelled === null ? null : { unit, node, fact: spelled, sorted, isOfOneKind: false }
}

// An error of the client's own that holds the text is no body: what put the text there is the read.
function isOfBody(t: Tracer, node: Access | ts.BindingElement): boolean {
  const owner = isAccess(node) ? t.evaluate(node.expression, null) : t.bindingFlow(node.parent.parent, null)
  return owner.some(({ value }) => plainValue(value).kind === 'body')
}
