import { inner, isAccess, outer } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import { type Chain, chainOf, printChain, stoppingAt, withMember } from './access-chain.ts'
import { type CodeRead, kept, type Read } from './code-read.ts'
import { copiedGroup } from './copied-conditions.ts'
import { isGuardOfClient } from './helper-way.ts'
import { needsParentheses } from './precedence.ts'
import { doesMore, isBody, rootsOf } from './text-source.ts'

/** How the code is read in the place of a v1 member, where a guard looks into that; `null` for any other guard. */
type CodeOf = (guard: ts.Expression) => string | null

/** `error.response && error.response.data.message`: where the guard stopped the old read, it stops the new one. */
export function readAnd(t: Tracer, node: ts.BinaryExpression, read: CodeRead, codeOf: CodeOf): CodeRead {
  const code = readWhen(t, node.left, read, codeOf)
  return read.outcome === 'kept' || code.outcome === 'kept' ? code : { ...code, shown: shownAnd(t, node, read, codeOf) }
}

/** `error.response ? error.response.data.message : 'Nobody answers'` */
export function readWhen(t: Tracer, guard: ts.Expression, read: CodeRead, codeOf: CodeOf): CodeRead {
  if (read.outcome === 'kept') return read
  const operands = operandsOfAnd(guard)
  if (operands.some(operand => !isPlain(operand) && asksV1(t, operand, codeOf))) return kept('guarded-by-v1', guard)
  // A member of v1 that chooses what is shown is not there in v2.
  const choosesByV1 = operands.some(operand => codeOf(operand) !== null)
  const { byHelper, ...own } = read
  const plain: Read = choosesByV1 || byHelper === undefined ? own : read
  const shown = choosesByV1 ? null : read.shown
  if (isName(read.code)) return { ...plain, shown }
  const chain = operands.reduce<Chain | null>(
    (code, operand) => (code === null ? null : stoppedBy(operand, code, codeOf)),
    chainOf(read.code),
  )
  if (chain !== null) return { ...plain, shown, code: printChain(chain) }
  return { ...guarded(t, guard, plain, `${operand(guard)} && ${read.code}`), shown }
}

/** `error.response === undefined ? error.message : error.response.data.message` */
export function readUnless(t: Tracer, guard: ts.Expression, read: CodeRead, codeOf: CodeOf): CodeRead {
  if (read.outcome === 'kept') return read
  if (asksV1(t, guard, codeOf)) return kept('guarded-by-v1', guard)
  return isName(read.code) ? read : guarded(t, guard, read, `${operand(guard)} ? undefined : ${read.code}`)
}

// body && body.error && body.error.message → body && (body.detail ?? body.title): the member of v1 is no longer asked for.
function shownAnd(t: Tracer, node: ts.BinaryExpression, { code, shown }: Read, codeOf: CodeOf): Read['shown'] {
  const operands = operandsOfAnd(node.left)
  const old = operands.flatMap(one => codeOf(one) ?? []).map(chainOf)
  if (old.length === 0 || shown === null) return shown
  const chain = stoppingAt(
    chainOf(code),
    old.flatMap(({ stops }) => [...stops]),
  )
  const [detail, title] = [withMember(chain, 'detail'), withMember(chain, 'title')]
  // What stands in for a body is asked for the old member as a third.
  const isOfBody = shown.length === 1 && shown[0]?.text.split(' ?? ').length === 2
  if (detail === null || title === null || !isOfBody || old.some(({ plain }) => plain !== chain.plain)) return null
  const guards = operands.filter(one => codeOf(one) === null).map(operand)
  const said = `${printChain(detail)} ?? ${printChain(title)}`
  const isOperand = guards.length > 0 || needsParentheses(outer(node), 'nullish')
  const text = [...guards, isOperand ? `(${said})` : said].join(' && ')
  return [{ file: t.project.unitOf(node).file, start: node.getStart(), end: node.end, text }]
}

/** Whether a guard asks for something that only v1 has: a member of its body, or whether the body has one. */
function asksV1(t: Tracer, guard: ts.Node, codeOf: CodeOf): boolean {
  if (ts.isExpression(guard)) {
    if (codeOf(guard) !== null) return true
    if (ts.isBinaryExpression(guard) && guard.operatorToken.kind === ts.SyntaxKind.InKeyword) return true
    if (ts.isCallExpression(guard) && guard.arguments.some(argument => isBody(t.evaluate(argument, null)))) return true
  }
  return ts.forEachChild(guard, child => asksV1(t, child, codeOf) || undefined) ?? false
}

function isPlain(node: ts.Expression): boolean {
  return ts.isIdentifier(node) || isAccess(node)
}

// A variable of its own has been reached already: nothing can fail there.
function isName(code: string): boolean {
  return /^[\w$]+$/.test(code)
}

function guarded(t: Tracer, guard: ts.Expression, read: Read, code: string): Read {
  const once = read.once || (doesMore(guard) && !mayBeAskedTwice(t, guard))
  const groups = [...read.groups, copiedGroup(t, guard)]
  return { ...read, once, code: `(${code})`, roots: [...read.roots, ...rootsOf(t, guard)], groups }
}

// axios.isAxiosError(error) may be asked twice.
function mayBeAskedTwice(t: Tracer, guard: ts.Expression): boolean {
  const call = inner(guard)
  return ts.isCallExpression(call) && !call.arguments.some(doesMore) && isGuardOfClient(t, call)
}

/** The read where it stands alone: behind `=`. */
export function standingAlone(code: string): string {
  if (!code.startsWith('(')) return code
  let depth = 0
  for (const [index, letter] of [...code].entries()) {
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    if (depth === 0) return index === code.length - 1 ? code.slice(1, -1) : code
  }
  return code
}

function operand(guard: ts.Expression): string {
  const node = inner(guard)
  const isLoose =
    ts.isConditionalExpression(node) ||
    (ts.isBinaryExpression(node) &&
      (node.operatorToken.kind === ts.SyntaxKind.BarBarToken ||
        node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken))
  return isLoose ? `(${node.getText()})` : node.getText()
}

function operandsOfAnd(guard: ts.Expression): readonly ts.Expression[] {
  const node = inner(guard)
  const isAnd = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  return isAnd ? [...operandsOfAnd(node.left), ...operandsOfAnd(node.right)] : [node]
}

/** The chain that ends where the operand had no value; `null` for a guard that asks something else. */
function stoppedBy(operand: ts.Expression, code: Chain, codeOf: CodeOf): Chain | null {
  if (!isPlain(operand)) return null
  // What v1 had below its body is not asked for: v2 has it elsewhere.
  const own = codeOf(operand)
  const asked = chainOf(own ?? operand.getText())
  if (own !== null) return asked.plain === code.plain ? stoppingAt(code, asked.stops) : null
  const next = code.plain[asked.plain.length]
  if (!code.plain.startsWith(asked.plain) || (next !== '.' && next !== '[')) return null
  return stoppingAt(code, [...asked.stops, asked.plain.length])
}
