import type { Catalogue } from '@problemshift/catalogue'
import { readsIn, testsIn } from '../../detect/detect.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { isTargetOf } from '../../detect/assignments.ts'
import type { FormMatch } from '../../forms/form.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { readSource as readText } from '../../find/source-file.ts'
import { type Access, inner, isAccess, keyOf, nameText, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { isAfterSuccess } from '../../detect/narrow.ts'
import type { Flow } from '../../detect/values.ts'
import { textSource } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { BARE, HOLDS } from './read-marks.ts'
import { type ReadFact, readFact, readNames } from './v2-place.ts'

/** A place that reads a member of a v1 error body, for something else than a test of its wording. */
export interface BodyRead {
  readonly unit: Unit
  /** The access, or the name that a pattern takes out of the body. */
  readonly node: Access | ts.BindingElement
  readonly fact: ReadFact
  readonly sorted: SortedFlow
  /** The test that asks for an old code here. */
  readonly match: FormMatch | null
}

/** Every such place in these files. What cannot be shown to come from a body at all is no read. */
export function findReads(t: Tracer, files: readonly string[], catalogue: Catalogue): readonly BodyRead[] {
  const names = readNames(catalogue)
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : readsOf(t, unit, names, catalogue)
  })
}

function readsOf(t: Tracer, unit: Unit, names: ReadonlySet<string>, catalogue: Catalogue): readonly BodyRead[] {
  const tested = new Set([...readsIn(t, unit)].map(match => textSource(t, match.tested)))
  const matches = new Map(testsIn(t, unit).map(match => [textSource(t, match.tested), match]))
  // Where a test reads a body, the reads beside it are of the same.
  const holders = new Set([...tested].flatMap(node => (isAccess(node) ? [inner(node.expression).getText()] : [])))
  const found: BodyRead[] = []
  const add = (node: Access | ts.BindingElement, flow: () => Flow): boolean => {
    t.restart()
    const read = readAt(t, unit, node, flow, catalogue)
    const match = ts.isBindingElement(node) ? null : (matches.get(node) ?? null)
    if (read !== null) found.push({ ...read, match })
    return read !== null
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    if (isAccess(node)) {
      const key = keyOf(node)
      if (tested.has(node)) return
      if (key !== null && names.has(key) && isRead(t, node, holders) && add(node, () => t.evaluate(node, null))) return
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
function isRead(t: Tracer, node: Access, holders: ReadonlySet<string>): boolean {
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return false
  if (isTargetOf(node) !== null) return false
  if (!mayBeBody(node.expression) && !holders.has(inner(node.expression).getText())) return false
  return !isCaught(t, node.expression) || rejectsWithBodies(t)
}

// `error.message` of what was caught is a body's only where somebody throws bare bodies; asking costs a look at all that
// the `try` calls.
function isCaught(t: Tracer, owner: ts.Expression): boolean {
  const at = inner(owner)
  const declaration = ts.isIdentifier(at) ? t.project.declarationOf(at) : null
  if (declaration === null) return false
  if (declaration.kind === 'catch') return true
  const { node } = declaration
  if (!ts.isParameter(node) || !(ts.isArrowFunction(node.parent) || ts.isFunctionExpression(node.parent))) return false
  const handler = outer(node.parent)
  const call = handler.parent
  const callee = ts.isCallExpression(call) ? inner(call.expression) : null
  if (callee === null || !isAccess(callee) || !ts.isCallExpression(call)) return false
  // The first function of `then` is given what was answered.
  return keyOf(callee) === 'catch' || (keyOf(callee) === 'then' && call.arguments[1] === handler)
}

/** Whether some file seems to throw the body of an answer itself. */
function rejectsWithBodies(t: Tracer): boolean {
  return t.remember(t.project, 'bare-bodies', () => {
    const files = new Set([...t.project.holding('reject'), ...t.project.holding('throw ')])
    return [...files].some(file => BARE.test(readSource(t.project.root, file)))
  })
}

function readSource(root: string, file: string): string {
  const read = readText(root, file)
  return read.outcome === 'text' ? read.source.text : ''
}

// Cost follows the sites: a name says early that it is about something else, and tracing it would tell the same.
export function mayBeBody(owner: ts.Expression): boolean {
  const at = inner(owner)
  if (ts.isIdentifier(at)) return HOLDS.test(at.text)
  if (isAccess(at)) return HOLDS.test(keyOf(at) ?? '') || mayBeBody(at.expression)
  return at.kind !== ts.SyntaxKind.ThisKeyword && at.kind !== ts.SyntaxKind.SuperKeyword
}

function readAt(
  t: Tracer,
  unit: Unit,
  node: Access | ts.BindingElement,
  flow: () => Flow,
  catalogue: Catalogue,
): Omit<BodyRead, 'match'> | null {
  const sorted = sortFlow(attempt(() => knowing(t, node, flow())))
  const facts = new Set(
    sorted.wording.map(({ value }) => {
      const plain = plainValue(value)
      return plain.kind === 'body' ? readFact(catalogue, plain.path) : null
    }),
  )
  const [fact, other] = facts
  return fact === undefined || fact === null || other !== undefined ? null : { unit, node, fact, sorted }
}

// The stack ends before the budget where a way winds through very long expressions.
export function attempt(flow: () => Flow): Flow {
  try {
    return flow()
  } catch (fault) {
    if (fault instanceof RangeError) return []
    throw fault
  }
}

// Behind `if (!response.ok) throw …` the body is no error.
export function knowing(t: Tracer, node: ts.Node, flow: Flow): Flow {
  return flow.map(reaching => {
    const { value } = reaching
    if (value.kind !== 'body' || value.success || !isAfterSuccess(t, node, value.request)) return reaching
    return { ...reaching, value: { ...value, success: true } }
  })
}
