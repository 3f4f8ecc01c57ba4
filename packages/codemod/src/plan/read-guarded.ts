import { placeOf } from '../clients/clients.ts'
import { inner, isAccess } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { ts } from '../source/compiler.ts'
import type { CodeRead, Read } from './code-read.ts'
import { doesMore, rootsOf } from './text-source.ts'

/** How the code is read in the place of a v1 member, where that is looked into by a guard. */
type CodeOf = (guard: ts.Expression) => string | null

/** `error.response && error.response.data.message`: where the guard stopped the old read, it stops the new one. */
export function readBehind(t: Tracer, guard: ts.Expression, read: CodeRead, codeOf: CodeOf): CodeRead {
  if (read.outcome === 'kept' || isName(read.code)) return read
  const chain = operandsOfAnd(guard).reduce<Chain | null>(
    (code, operand) => (code === null ? null : stoppedBy(operand, code, codeOf)),
    chainOf(read.code),
  )
  return chain === null ? guarded(t, guard, read, `${operand(guard)} && ${read.code}`) : { ...read, code: print(chain) }
}

/** `error.response === undefined ? error.message : error.response.data.message` */
export function readUnless(t: Tracer, guard: ts.Expression, read: CodeRead): CodeRead {
  if (read.outcome === 'kept' || isName(read.code)) return read
  return guarded(t, guard, read, `${operand(guard)} ? undefined : ${read.code}`)
}

// A variable of its own has been reached already: nothing can fail there.
function isName(code: string): boolean {
  return /^[\w$]+$/.test(code)
}

function guarded(t: Tracer, guard: ts.Expression, read: Read, code: string): CodeRead {
  const once = read.once || (doesMore(guard) && !isGuardOfClient(t, guard))
  return { ...read, once, code: `(${code})`, roots: [...read.roots, ...rootsOf(t, guard)] }
}

// axios.isAxiosError(error) may be asked twice.
function isGuardOfClient(t: Tracer, guard: ts.Expression): boolean {
  const call = inner(guard)
  if (!ts.isCallExpression(call) || call.arguments.some(doesMore)) return false
  return t
    .evaluate(call.expression, null)
    .every(({ value }) => value.kind === 'place' && placeOf(value).guards !== undefined)
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

/** An access chain without its question marks, and where these stood. */
interface Chain {
  readonly plain: string
  readonly stops: ReadonlySet<number>
}

function chainOf(text: string): Chain {
  const stops = new Set<number>()
  let plain = ''
  for (const [index, part] of text.split('?.').entries()) {
    if (index > 0) {
      stops.add(plain.length)
      if (!part.startsWith('[')) plain += '.'
    }
    plain += part
  }
  return { plain, stops }
}

function print({ plain, stops }: Chain): string {
  return [...plain].map((letter, index) => mark(letter, stops.has(index))).join('')
}

function mark(letter: string, stops: boolean): string {
  if (!stops) return letter
  return letter === '.' ? '?.' : `?.${letter}`
}

/** The chain that ends where the operand had no value; `null` for a guard that asks something else. */
function stoppedBy(operand: ts.Expression, code: Chain, codeOf: CodeOf): Chain | null {
  if (!ts.isIdentifier(operand) && !isAccess(operand)) return null
  // What v1 had below its body is not asked for: v2 has it elsewhere.
  const own = codeOf(operand)
  const asked = chainOf(own ?? operand.getText())
  if (own !== null) return asked.plain === code.plain ? both(code, asked.stops) : null
  const next = code.plain[asked.plain.length]
  if (!code.plain.startsWith(asked.plain) || (next !== '.' && next !== '[')) return null
  return both(code, [...asked.stops, asked.plain.length])
}

function both(code: Chain, stops: Iterable<number>): Chain {
  return { plain: code.plain, stops: new Set([...code.stops, ...stops]) }
}
