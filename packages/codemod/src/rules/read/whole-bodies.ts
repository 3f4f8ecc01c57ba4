import type { Reason } from '../../decide/reasons.ts'
import { afterSuccess } from '../../detect/detect.ts'
import type { SortedFlow } from '../../detect/message-read.ts'
import { withinStack } from '../../detect/within-stack.ts'
import { plainValue, sortFlow } from '../../detect/sort-flow.ts'
import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { type Reaching, stepsOf, type Value } from '../../detect/values.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, placeOfNode } from '../../plan/plan.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { handedOver, isCalledText, mayHoldText } from './handed-text.ts'
import { isKnownFailure, mixesSuccess } from './known-failure.ts'
import { mayBeBody } from './may-be-body.ts'
import type { ReadScope } from './plan-reads.ts'
import { checkedBySchema } from './schemas.ts'
import { isSpelledBody } from './spelled-body.ts'

/** Every place that takes a v1 body whole: writes it out, shows it, or asks a schema about it. In v2 it is another thing. */
export function wholeBodies(
  t: Tracer,
  files: readonly string[],
  { belonging }: Pick<ReadScope, 'belonging'>,
): readonly PlannedSite[] {
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : dumpsIn(t, unit, belonging)
  })
}

function dumpsIn(t: Tracer, unit: Unit, belonging: ReadScope['belonging']): readonly PlannedSite[] {
  const found: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return
    const kind = kindOfUse(t, node)
    const dumped = kind === null ? undefined : partsOf(node).find(part => isWholeBody(t, part, kind, belonging))
    const text = dumped ?? handedOver(t, node).find(part => isTextOfBody(t, part, belonging))
    if (text === undefined) ts.forEachChild(node, visit)
    else found.push(siteOf(t, unit, node, text, dumped === undefined || kind === null ? 'body-as-text' : kind))
  }
  visit(unit.tree)
  return found
}

type DumpReason = Extract<Reason, 'body-logged' | 'body-as-text' | 'body-sent-on' | 'schema-of-v1'>

function kindOfUse(t: Tracer, node: ts.Node): DumpReason | null {
  return kindOfDump(t, node) ?? (checkedBySchema(t, node).length > 0 ? 'schema-of-v1' : null)
}

const LOGGER =
  /^(?:console|log|logger|.*(?:Log|Logger|logger)|winston|pino|bunyan|debug|Sentry|datadog|newrelic|rollbar)$/

function kindOfDump(t: Tracer, node: ts.Node): DumpReason | null {
  if (ts.isTemplateExpression(node)) return 'body-as-text'
  if (!ts.isCallExpression(node) || isParsedAgain(node)) return null
  const callee = inner(node.expression)
  if (/^(?:JSON\.stringify|String|util\.inspect|inspect)$/.test(callee.getText())) {
    return isLogged(node) ? 'body-logged' : 'body-as-text'
  }
  if (isLogger(callee)) return 'body-logged'
  return isAnswer(t, callee) ? 'body-sent-on' : null
}

const ANSWERING = new Set(['send', 'json'])
const MAKES_ANSWERS = new Set(['Response', 'NextResponse'])

// reply.code(status).send(body), NextResponse.json(body, { status }): an answer of a server, whose handler was given it.
function isAnswer(t: Tracer, callee: ts.Expression): boolean {
  if (!isAccess(callee) || !ANSWERING.has(keyOf(callee) ?? '')) return false
  let root = inner(callee.expression)
  while (isAccess(root) || ts.isCallExpression(root)) root = inner(root.expression)
  return ts.isIdentifier(root) && (MAKES_ANSWERS.has(root.text) || t.project.declarationOf(root)?.kind === 'parameter')
}

// JSON.parse(String(failure.response.body)): what is read of that is the read.
function isParsedAgain({ parent }: ts.CallExpression): boolean {
  return ts.isCallExpression(parent) && parent.expression.getText() === 'JSON.parse'
}

// console.error, this.logger.warn, log
function isLogger(callee: ts.Expression): boolean {
  if (ts.isIdentifier(callee)) return LOGGER.test(callee.text)
  if (!isAccess(callee)) return false
  const owner = inner(callee.expression)
  const name = isAccess(owner) && ts.isPropertyAccessExpression(owner) ? owner.name.text : owner.getText()
  return LOGGER.test(name)
}

function isLogged(node: ts.Node): boolean {
  for (let at = node.parent; at !== undefined && !ts.isStatement(at); at = at.parent) {
    if (ts.isCallExpression(at) && isLogger(inner(at.expression))) return true
  }
  return false
}

// What is handed over, and the members of an object that is: `logger.error({ body }, 'refused')`.
function partsOf(node: ts.Node): readonly ts.Expression[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(span => inner(span.expression))
  const given = ts.isCallExpression(node) ? node.arguments.map(inner) : []
  return given.flatMap(part => (ts.isObjectLiteralExpression(part) ? part.properties.flatMap(memberOf) : [part]))
}

function memberOf(property: ts.ObjectLiteralElementLike): readonly ts.Expression[] {
  if (ts.isPropertyAssignment(property)) return [inner(property.initializer)]
  if (ts.isShorthandPropertyAssignment(property)) return [property.name]
  return ts.isSpreadAssignment(property) ? [inner(property.expression)] : []
}

function isWholeBody(t: Tracer, part: ts.Expression, kind: DumpReason, belonging: ReadScope['belonging']): boolean {
  const read = ts.isAwaitExpression(part) ? part.expression : part
  if (!ts.isIdentifier(read) && !isAccess(read) && !ts.isCallExpression(read)) return false
  if (read === part && (ts.isCallExpression(part) || !mayBeBody(t, part))) return false
  const { wording, unknown } = flowAt(t, part)
  if (wording.length === 0) return unknown.length > 0 && isSpelledBody(t, part)
  return wording.some(
    // What is sent on without a question is sent on when it is an error, too.
    reaching =>
      isWhole(reaching.value) &&
      (kind === 'body-sent-on' || isFailure(t, part, reaching)) &&
      isMeant(reaching, belonging),
  )
}

// What was read as a text, or is a body that is called one. Once it is thrown, what put it into the error was told.
function isTextOfBody(t: Tracer, part: ts.Expression, belonging: ReadScope['belonging']): boolean {
  if (!ts.isIdentifier(part) && !isAccess(part) && !ts.isAwaitExpression(part)) return false
  if (!mayHoldText(t, part)) return false
  return flowAt(t, part).wording.some(
    reaching =>
      isWhole(reaching.value) &&
      (plainValue(reaching.value).kind === 'raw' || isCalledText(part)) &&
      !stepsOf(reaching.trail).some(({ step }) => step === 'throw' || step === 'new') &&
      isFailure(t, part, reaching) &&
      isMeant(reaching, belonging),
  )
}

function flowAt(t: Tracer, part: ts.Expression): SortedFlow {
  t.restart()
  return sortFlow(
    afterSuccess(
      t,
      part,
      withinStack(part, () => t.evaluate(part, null)),
    ),
  )
}

function isWhole(value: Value): boolean {
  const plain = plainValue(value)
  return plain.kind === 'raw' || (plain.kind === 'body' && plain.path.length === 0)
}

function isFailure(t: Tracer, part: ts.Expression, reaching: Reaching): boolean {
  const plain = plainValue(reaching.value)
  if (plain.kind !== 'body' && plain.kind !== 'raw') return false
  return !mixesSuccess(plain) || isKnownFailure(t, part, reaching, plain.request)
}

function isMeant({ value, trail }: Reaching, belonging: ReadScope['belonging']): boolean {
  const plain = plainValue(value)
  if (plain.kind !== 'body' && plain.kind !== 'raw') return false
  return belonging({ request: plain.request, client: plain.client, trail }) !== 'other'
}

function siteOf(t: Tracer, unit: Unit, node: ts.Node, dumped: ts.Expression, kind: DumpReason): PlannedSite {
  const [client = null] = t.evaluate(dumped, null).flatMap(({ value }) => {
    const plain = plainValue(value)
    return plain.kind === 'body' || plain.kind === 'raw' ? [plain.client.name] : []
  })
  const place = placeOfNode(unit, dumped)
  return {
    id: '',
    file: unit.file,
    ...place,
    form: 'read',
    client,
    outcome: 'keep',
    reason: mustStay(t, unit, node) ?? kind,
    codes: [],
    fields: [],
    before: node.getText(),
    after: null,
    origin: [{ file: unit.file, line: place.line, step: 'read' }],
    matches: [],
    splices: [],
    groups: [],
  }
}
