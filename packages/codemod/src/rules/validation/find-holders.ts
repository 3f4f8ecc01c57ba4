import type { Catalogue } from '@problemshift/catalogue'
import { isTargetOf } from '../../detect/assignments.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { type Access, isAccess, keyOf, nameText, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Flow } from '../../detect/values.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { afterSuccess } from '../../detect/detect.ts'
import { withinStack } from '../../detect/within-stack.ts'
import { namesBody } from '../read/may-be-body.ts'
import { type FieldPlace, fieldPlaces, placesAt } from './field-places.ts'
import { isTakenAsList } from './text-or-list.ts'

/** A place of a client that gets hold of all field errors of a v1 body. */
export interface Holder {
  readonly unit: Unit
  /** The access, or the name that a pattern takes out of the body. */
  readonly node: Access | ts.BindingElement
  readonly sorted: SortedFlow
  /** The places of the dialects that lie there. */
  readonly places: readonly FieldPlace[]
}

/** Every such place in these files. */
export function findHolders(t: Tracer, files: readonly string[], catalogue: Catalogue): readonly Holder[] {
  const places = fieldPlaces(catalogue)
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : holdersOf(t, unit, places)
  })
}

function holdersOf(t: Tracer, unit: Unit, all: readonly FieldPlace[]): readonly Holder[] {
  const names = new Set(all.flatMap(({ path }) => path.slice(-1)))
  // `message` is nearly always a text: only what is done with a list makes it one.
  const isText = (key: string | null) => key === 'message'
  const found: Holder[] = []
  const add = (node: Access | ts.BindingElement, flow: () => Flow): void => {
    t.restart()
    const sorted = sortFlow(afterSuccess(t, node, withinStack(node, flow)))
    const places = placesOf(all, sorted)
    if (places.length > 0) found.push({ unit, node, sorted, places })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    const isOne = isAccess(node) && names.has(keyOf(node) ?? '') && (!isText(keyOf(node)) || isTakenAsList(node))
    if (isOne && isRead(t, node) && !isOfV2(node)) add(node, () => t.evaluate(node, null))
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent) && ts.isIdentifier(node.name)) {
      const key = nameText(node.propertyName ?? node.name)
      // A name for the `message` is one for a text, or for what may be either: that is asked by the rule `read`.
      if (key !== null && key !== 'message' && names.has(key) && !isBoundInV2(node))
        add(node, () => t.bindingFlow(node, null))
    }
    ts.forEachChild(node, visit)
  }
  visit(unit.tree)
  return found.filter(one => !leadsOn(one, found))
}

// data.detail ?? data.title: where FastAPI has a list, a problem has its text.
function isOfV2(node: Access): boolean {
  let at = outer(node)
  while (ts.isBinaryExpression(at.parent) && at.parent.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
    const { right } = at.parent
    if (right !== at && isAccess(right) && keyOf(right) === 'title') return keyOf(node) === 'detail'
    at = outer(at.parent)
  }
  return false
}

// const { title, detail: message = title } = data
function isBoundInV2({ parent, propertyName, name }: ts.BindingElement): boolean {
  const keys = parent.elements.map(one => (ts.isBindingElement(one) ? nameText(one.propertyName ?? one.name) : null))
  return nameText(propertyName ?? name) === 'detail' && keys.includes('title')
}

function isRead(t: Tracer, node: Access): boolean {
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return false
  return isTargetOf(node) === null && namesBody(t, node.expression)
}

// `details` holds the fields in one dialect, and in another it leads to `errors`, which does.
function leadsOn({ node }: Holder, all: readonly Holder[]): boolean {
  return !ts.isBindingElement(node) && all.some(other => other.node === outer(node).parent)
}

/** What lies where all that can be here is a body; none where two parts of one may. */
function placesOf(all: readonly FieldPlace[], { wording }: SortedFlow): readonly FieldPlace[] {
  const paths = new Set<string>()
  let places: readonly FieldPlace[] = []
  for (const { value } of wording) {
    const plain = plainValue(value)
    // A body that is a map or a list itself is not told from any other.
    if (plain.kind !== 'body' || plain.path.length === 0) return []
    paths.add(plain.path.join('\n'))
    places = placesAt(all, plain.path)
  }
  return paths.size === 1 ? places : []
}
