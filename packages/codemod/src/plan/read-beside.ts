import { exportedNames } from '../detect/uses-of.ts'
import { inner, isFallback, isFunctionNode } from '../detect/syntax.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import type { CodeRead, CodeReader } from './code-read.ts'
import { codeNames, freeName, isWrite } from './names.ts'
import { groupOf } from './names-used.ts'
import type { Splice } from './splice.ts'
import { hasWording } from './text-source.ts'

/**
 * `let message = response.statusText; … message = body.message ?? message; … throw new ApiError(message)`: the variable
 * goes on to hold what is shown, and a second one beside it, written wherever the first is, holds the code.
 * `null` where a write is not a statement of its own.
 */
export function readBeside(reader: CodeReader, declaration: Declaration): CodeRead | null {
  const { t } = reader
  const unit = t.project.unitOf(declaration.id)
  const home = homeOf(declaration)
  const writes = writesOf(declaration)
  if (home === null || writes === null || exportedNames(declaration).length > 0) return null
  const name = freeName(unit, declaration, codeNames(t))
  if (name === null) return null
  const first = codeGiven(reader, home.initializer)
  const given = writes.map(write => codeGiven(reader, write.given))
  const isOneOfMany = given.filter(read => read?.code !== undefined).length > 1
  const edits: Splice[] = []
  const groups = [groupOf(unit, declaration)]
  for (const [at, write] of writes.entries()) {
    const read = given[at]
    if (read === undefined || read === null || first === null) return null
    if (write.isElse && read.code === undefined) return null
    const mayHold =
      write.isElse && (isOneOfMany || first.code !== undefined || isRepeated(write.statement, home.statement))
    const code = `${name} = ${read.code ?? 'undefined'}${mayHold ? ` ?? ${name}` : ''}`
    edits.push(...read.edits, ...standBeside(unit, write.statement, code))
    groups.push(...read.groups)
  }
  const { flags } = home.statement.declarationList
  const type = /\.[cm]?tsx?$/.test(unit.file) ? ': string | undefined' : ''
  const start = first?.code === undefined ? '' : ` = ${first.code}`
  const keyword = (flags & ts.NodeFlags.BlockScoped) === 0 ? 'var' : 'let'
  edits.push(...(first?.edits ?? []), ...standBeside(unit, home.statement, `${keyword} ${name}${type}${start}`))
  groups.push(...(first?.groups ?? []))
  return { outcome: 'read', code: name, once: false, roots: [declaration], edits, shown: [], groups }
}

interface Home {
  readonly statement: ts.VariableStatement
  readonly initializer: ts.Expression | undefined
}

// The statement that declares the name.
function homeOf({ node }: Declaration): Home | null {
  if (!ts.isVariableDeclaration(node) || !ts.isVariableDeclarationList(node.parent)) return null
  const statement = node.parent.parent
  if (!ts.isVariableStatement(statement) || statement.modifiers !== undefined || !isListed(statement)) return null
  return { statement, initializer: node.initializer }
}

interface Write {
  readonly statement: ts.ExpressionStatement
  /** What is given beside the name itself. */
  readonly given: ts.Expression
  /** The name keeps what it has where nothing is given. */
  readonly isElse: boolean
}

function writesOf(declaration: Declaration): readonly Write[] | null {
  const writes: Write[] = []
  for (const id of declaration.references.filter(isWrite)) {
    const { parent } = id
    if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null
    const statement = parent.parent
    if (!ts.isExpressionStatement(statement) || !(isListed(statement) || ts.isIfStatement(statement.parent)))
      return null
    const isOwn = (side: ts.Expression) => declaration.references.some(one => one === inner(side))
    const right = inner(parent.right)
    const isElse = ts.isBinaryExpression(right) && isFallback(right) && isOwn(right.right)
    const given = isElse ? right.left : parent.right
    if (declaration.references.some(one => given.pos <= one.pos && one.end <= given.end)) return null
    writes.push({ statement, given, isElse })
  }
  return writes
}

// Another statement can stand behind it.
function isListed(statement: ts.Statement): boolean {
  const { parent } = statement
  return ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent)
}

// What was given the last time round may still be held.
function isRepeated(statement: ts.Node, home: ts.Node): boolean {
  for (let at = statement.parent; at !== home.parent && at !== undefined; at = at.parent) {
    if (ts.isIterationStatement(at, false) || isFunctionNode(at)) return true
  }
  return false
}

interface Given {
  /** `undefined` for what the client itself puts there: it takes the place of what had a code. */
  readonly code: string | undefined
  readonly edits: readonly Splice[]
  readonly groups: readonly string[]
}

function codeGiven({ t, readCode }: CodeReader, given: ts.Expression | undefined): Given | null {
  if (given === undefined || !hasWording(t.evaluate(given, null))) return { code: undefined, edits: [], groups: [] }
  const read = readCode(given, given)
  if (read.outcome === 'kept' || read.once || read.mixed === true || read.shown === null) return null
  return { code: read.code, edits: [...read.edits, ...read.shown], groups: read.groups }
}

// In a line of its own where the statement has one, and with a semicolon where that has one.
function standBeside({ file, source: { text } }: Unit, statement: ts.Statement, code: string): readonly Splice[] {
  const start = statement.getStart()
  const { end } = statement
  const ending = text[end - 1] === ';' ? ';' : ''
  const sameLine = `${ending === '' ? ';' : ''} ${code}${ending}`
  // if (body.message) message = body.message
  if (!isListed(statement)) {
    return [
      { file, start, end: start, text: '{ ' },
      { file, start: end, end, text: `${sameLine} }` },
    ]
  }
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const isAlone = /^[ \t]*$/.test(indent)
  return [{ file, start: end, end, text: isAlone ? `${lineEnd}${indent}${code}${ending}` : sameLine }]
}
