import { placeOf } from '../../clients/clients.ts'
import { conditionsRound } from '../../detect/narrow.ts'
import { functionOf, inner, isAccess, isFunctionNode, keyOf, outer, nameOfFunction } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { type Flow, type FunctionNode, type Reaching, rejectionsOf } from '../../detect/values.ts'
import { hasWording } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'

/** A request that the client itself sends again after any failure, and what such a failure may be. */
export interface AskedAgain {
  /** The loop, or the call by which a function asks itself again. */
  readonly node: ts.Node
  readonly failures: Flow
}

/** Every such place of a file: a loop round a `try`, a loop until `response.ok`, a function that calls itself in its `catch`. */
export function askedAgain(t: Tracer, tree: ts.SourceFile): readonly AskedAgain[] {
  const found: AskedAgain[] = []
  const visit = (node: ts.Node): void => {
    const again = ts.isTryStatement(node)
      ? triedAgain(t, node)
      : ts.isCallExpression(node)
        ? caughtAgain(t, node)
        : ts.isIterationStatement(node, false)
          ? untilOk(t, node)
          : null
    if (again !== null) found.push(again)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function triedAgain(t: Tracer, node: ts.TryStatement): AskedAgain | null {
  const { catchClause, tryBlock } = node
  if (catchClause === undefined) return null
  const caught = catchClause.variableDeclaration?.name
  if (caught !== undefined && asksWhy(catchClause.block, caught.getText())) return null
  const own = functionOf(node)
  const again = ownCallIn(t, catchClause.block, own) ?? (endsLoop(catchClause.block) ? null : loopRound(node))
  if (again === null) return null
  t.restart()
  const failures = t.thrownIn(tryBlock, null)
  return failures.some(one => isRefusal(t, one, node)) ? { node: again, failures } : null
}

// axios.get(path).catch(() => again(path, left - 1))
function caughtAgain(t: Tracer, call: ts.CallExpression): AskedAgain | null {
  const callee = inner(call.expression)
  const [first] = call.arguments
  const handler = first === undefined ? null : inner(first)
  if (!isAccess(callee) || keyOf(callee) !== 'catch' || handler === null || !isFunctionNode(handler)) return null
  const [caught] = handler.parameters
  if (handler.body === undefined || (caught !== undefined && asksWhy(handler.body, caught.name.getText()))) return null
  const again = ownCallIn(t, handler.body, functionOf(call))
  if (again === null) return null
  t.restart()
  const failures = rejectionsOf(t.evaluate(callee.expression, null))
  return failures.some(one => isRefusal(t, one, call)) ? { node: again, failures } : null
}

// What came back as an answer of the server; a network that failed is worth another try.
function isRefusal(t: Tracer, { value }: Reaching, at: ts.Node): boolean {
  if (value.kind === 'body') return !value.success
  if (value.kind === 'place') return placeOf(value).error === true && placeOf(value).codeRead !== undefined
  return value.kind === 'instance' && hasWording(t.memberOf(value, 'message', at))
}

// Who looks at what was caught before asking again decides by it, and other rules read that.
function asksWhy(block: ts.Node, caught: string): boolean {
  const name = new RegExp(`(?<![\\w$.])${caught.replaceAll('$', '\\$')}\\b`)
  const visit = (node: ts.Node): boolean => {
    if (ts.isIfStatement(node) && name.test(node.expression.getText())) return true
    if (ts.isConditionalExpression(node) && name.test(node.condition.getText())) return true
    if (ts.isSwitchStatement(node) && name.test(node.expression.getText())) return true
    return ts.forEachChild(node, child => visit(child) || undefined) ?? false
  }
  return visit(block)
}

/** A call in a block of the function that the block stands in. */
function ownCallIn(t: Tracer, block: ts.Node, own: FunctionNode | null): ts.Node | null {
  const name = own === null ? null : nameOfFunction(own)
  const declaration = name === null ? null : t.project.declarationOf(name)
  if (declaration === null) return null
  const visit = (node: ts.Node): ts.Node | null => {
    const callee = ts.isCallExpression(node) ? inner(node.expression) : null
    if (callee !== null && ts.isIdentifier(callee) && t.project.declarationOf(callee) === declaration) return node
    return ts.forEachChild(node, child => visit(child) ?? undefined) ?? null
  }
  return visit(block)
}

function loopRound(node: ts.Node): ts.IterationStatement | null {
  for (let at = node.parent; at !== undefined && !isFunctionNode(at); at = at.parent) {
    // Of a list each element is asked once.
    if (ts.isForOfStatement(at) || ts.isForInStatement(at)) return null
    if (ts.isIterationStatement(at, false)) return at
  }
  return null
}

function endsLoop(block: ts.Block): boolean {
  const last = block.statements.at(-1)
  return last !== undefined && (ts.isThrowStatement(last) || ts.isReturnStatement(last) || ts.isBreakStatement(last))
}

// do { response = await fetch(path) } while (!response.ok)
function untilOk(t: Tracer, loop: ts.IterationStatement): AskedAgain | null {
  if (ts.isForOfStatement(loop) || ts.isForInStatement(loop)) return null
  let failures: Flow | null = null
  const visit = (node: ts.Node): void => {
    if (failures !== null || isFunctionNode(node)) return
    if (isAccess(node) && keyOf(node) === 'ok' && goesOn(loop, node)) failures = answersIn(t, loop, node.expression)
    ts.forEachChild(node, visit)
  }
  visit(loop)
  return failures === null ? null : { node: loop, failures }
}

function answersIn(t: Tracer, loop: ts.Node, answer: ts.Expression): Flow | null {
  t.restart()
  const flow = t.evaluate(answer, null)
  const isOfLoop = ({ value }: Reaching) =>
    value.kind === 'place' &&
    placeOf(value).successWhen?.ok !== undefined &&
    value.request.call !== null &&
    loop.pos <= value.request.call.pos &&
    value.request.call.end <= loop.end
  return flow.some(isOfLoop) ? flow : null
}

/** Whether a loop goes round again where an answer was not ok, and nothing beside asks for its status. */
function goesOn(loop: ts.IterationStatement, ok: ts.Node): boolean {
  if (/status/i.test(loop.getText())) return false
  if (conditionsRound(ok).some(({ condition }) => /\.ok\b/.test(condition.getText()))) return false
  const asked = ts.isExpression(ok) ? outer(ok) : ok
  const isDenied = ts.isPrefixUnaryExpression(asked.parent)
  let at: ts.Node = isDenied ? asked.parent : asked
  while (ts.isBinaryExpression(at.parent) || ts.isParenthesizedExpression(at.parent)) at = at.parent
  const { parent } = at
  if (ts.isDoStatement(parent) || ts.isWhileStatement(parent)) return isDenied && parent === loop
  if (!ts.isIfStatement(parent) || parent.expression !== at) return false
  const then = leaves(parent.thenStatement)
  return isDenied ? !then : then && parent.elseStatement === undefined && isLastIn(loop, parent)
}

function leaves(statement: ts.Statement): boolean {
  if (ts.isBlock(statement)) return endsLoop(statement)
  return ts.isThrowStatement(statement) || ts.isReturnStatement(statement) || ts.isBreakStatement(statement)
}

// if (response.ok) return response: nothing behind it leaves the loop.
function isLastIn(loop: ts.IterationStatement, statement: ts.IfStatement): boolean {
  const { parent } = statement
  if (!ts.isBlock(parent) || parent.parent !== loop) return false
  const behind = parent.statements.slice(parent.statements.indexOf(statement) + 1)
  return behind.every(one => !/\b(?:throw|return|break)\b/.test(one.getText()))
}
