import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import { placeOfWording } from '../../decide/wording-places.ts'
import { afterSuccess, readsIn } from '../../detect/detect.ts'
import { withinStack } from '../../detect/within-stack.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { speaksOfErrors } from '../../detect/speaking-names.ts'
import { inner, isAccess, keyOf, outer } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { type Flow, stepsOf, type Value } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import type { PlannedSite } from '../../plan/plan.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { siteAt, wayOf } from '../rule-site.ts'
import type { ReadScope } from './plan-reads.ts'
import { apiOf } from './why-it-stays.ts'

/** A place that takes a wording apart, or makes a key of it: it depends on how the sentence is written. */
export interface Piece {
  readonly site: PlannedSite
  /** Every place that the wording came by. */
  readonly way: readonly ts.Node[]
}

type Scope = Pick<ReadScope, 'catalogue' | 'belonging'>

/** Every such place in these files beside the tests of a wording, which are told of by themselves. */
export function findPieces(t: Tracer, files: readonly string[], scope: Scope): readonly Piece[] {
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : piecesIn(t, unit, scope)
  })
}

function piecesIn(t: Tracer, unit: Unit, scope: Scope): readonly Piece[] {
  const found: Piece[] = []
  const told = new Set<ts.Node>([...readsIn(t, unit)].flatMap(({ node, tested }) => [node, inner(tested)]))
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || told.has(node)) return
    const piece = ts.isCallExpression(node) ? pieceAt(t, unit, node, scope) : null
    if (piece === null) ts.forEachChild(node, visit)
    else found.push(piece)
  }
  visit(unit.tree)
  return found
}

function pieceAt(t: Tracer, unit: Unit, call: ts.CallExpression, { catalogue, belonging }: Scope): Piece | null {
  const callee = inner(call.expression)
  if (!isAccess(callee) || !takesApart(call, keyOf(callee) ?? '')) return null
  const text = inner(callee.expression)
  if (!speaksOfErrors(text.getText())) return null
  t.restart()
  const flow = afterSuccess(
    t,
    text,
    withinStack(text, () => t.evaluate(text, null)),
  )
  const [wording] = wordingsIn(catalogue, flow)
  if (wording === undefined || apiOf(wording, belonging) === 'other') return null
  const reason: Reason = mustStay(t, unit, call) ?? 'value-extracted'
  const site = { ...siteAt(unit, call, 'read', clientOf(wording.value)), reason, origin: wayOf(t, wording) }
  return { site, way: flow.flatMap(({ trail }) => stepsOf(trail).map(({ at }) => at)) }
}

// What was changed before in a way that no step says was the wording still.
function wordingsIn(catalogue: Catalogue, flow: Flow): Flow {
  const sorted = sortFlow(flow)
  const isWording = (value: Value) => value.kind !== 'raw' && placeOfWording(catalogue, value) !== null
  return [
    ...sorted.wording.filter(({ value }) => isWording(plainValue(value))),
    ...sorted.unknown.flatMap(({ of, trail }) =>
      of !== null && of.kind !== 'text' && isWording(of) ? [{ value: of, trail }] : [],
    ),
  ]
}

function clientOf(value: Value): string | null {
  const plain = plainValue(value)
  return 'client' in plain ? (plain.client?.name ?? null) : null
}

// What only shortens a text, sets its first letter or breaks its lines is for showing it.
function takesApart(call: ts.CallExpression, method: string): boolean {
  const [first, second] = call.arguments.map(inner)
  switch (method) {
    case 'split':
      return first !== undefined && !isLineBreak(first)
    case 'match':
    case 'matchAll':
      return isKept(call)
    case 'slice':
    case 'substring':
    case 'substr':
      return first !== undefined && !isShortened(first, second)
    case 'replace':
    case 'replaceAll':
      return first !== undefined && second !== undefined && makesKey(first, second)
  }
  return false
}

function isLineBreak(node: ts.Expression): boolean {
  if (ts.isStringLiteralLike(node)) return /^[\r\n]+$/.test(node.text)
  return ts.isRegularExpressionLiteral(node) && /^\/[^a-z]*(?:\\[rn][^a-z]*)+\/[a-z]*$/.test(node.text)
}

// message.match(/(\d+)/)[1], const [, id] = message.match(…)
function isKept(call: ts.CallExpression): boolean {
  const { parent } = outer(call)
  return isAccess(parent) || ts.isVariableDeclaration(parent)
}

const SHORTEST_SHOWN = 30

function isShortened(from: ts.Expression, to: ts.Expression | undefined): boolean {
  if (!ts.isNumericLiteral(from) || Number(from.text) > 1) return false
  if (to === undefined) return true
  return ts.isNumericLiteral(to) ? Number(to.text) >= SHORTEST_SHOWN : !ts.isCallExpression(to)
}

// message.replace(/\s+/g, '_'): what has no blanks any more is no sentence.
function makesKey(pattern: ts.Expression, by: ts.Expression): boolean {
  if (!ts.isStringLiteralLike(by) || !/^[-_.:/]?$/.test(by.text)) return false
  if (ts.isStringLiteralLike(pattern)) return pattern.text === ' '
  if (!ts.isRegularExpressionLiteral(pattern)) return false
  try {
    return !'a b'.replace(new RegExp(pattern.text.slice(1, pattern.text.lastIndexOf('/')), 'g'), by.text).includes(' ')
  } catch {
    return false
  }
}
