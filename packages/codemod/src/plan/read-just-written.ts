import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { functionOf, isFunctionNode } from '../detect/syntax.ts'
import { type CodeRead, type CodeReader, readsOf, shownBy } from './code-read.ts'
import { allMeanTheSame, isWrite } from './names.ts'
import { groupOf } from './names-used.ts'
import { hasWording } from './text-source.ts'

/**
 * `message = body.message; if (message === '…') …; show(message)`: the test asks the body that was read just before it,
 * and the variable goes on to hold what is shown. `null` where the last value is not plain to see.
 */
export function readJustWritten(
  reader: CodeReader,
  declaration: Declaration,
  id: ts.Identifier,
  at: ts.Node,
): CodeRead | null {
  const { t } = reader
  const written = writtenJustBefore(declaration, id)
  if (written === null || isWrittenByOthers(declaration, id)) return null
  const others = declaration.references.filter(isWrite).map(assignedBy)
  if (others.some(other => other === null || (other !== written && hasWording(t.evaluate(other, null))))) return null
  const read = reader.readCode(written, written)
  if (read.outcome === 'kept') return read
  const unit = t.project.unitOf(declaration.id)
  const moved = shownBy(read)
  if (read.once || read.mixed === true || moved === null || !allMeanTheSame(unit, read.roots, at)) return null
  return {
    ...read,
    edits: [...read.edits, ...moved.edits],
    shown: [],
    reads: readsOf(read, moved),
    groups: [...read.groups, ...moved.groups, groupOf(unit, declaration)],
  }
}

function assignedBy(id: ts.Identifier): ts.Expression | null {
  const { parent } = id
  return ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken ? parent.right : null
}

/** What the variable was given by a statement before the one of this use, in the same block, with nothing in between. */
function writtenJustBefore(declaration: Declaration, id: ts.Identifier): ts.Expression | null {
  for (let at: ts.Node = id; at.parent !== undefined && !isFunctionNode(at); at = at.parent) {
    const block = at.parent
    if (!ts.isBlock(block)) continue
    const earlier = block.statements.filter(statement => statement.end <= at.pos)
    for (const statement of earlier.reverse()) {
      const value = givenBy(statement, declaration)
      if (value !== null) return hasWrite(at, declaration) ? null : value
      if (hasWrite(statement, declaration)) return null
    }
    if (ts.isIterationStatement(block.parent, false)) return null
  }
  return null
}

function givenBy(statement: ts.Statement, declaration: Declaration): ts.Expression | null {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return null
  const { left, operatorToken, right } = statement.expression
  const isIt = ts.isIdentifier(left) && declaration.references.includes(left)
  return isIt && operatorToken.kind === ts.SyntaxKind.EqualsToken ? right : null
}

// A function that writes it may be called in between.
function isWrittenByOthers(declaration: Declaration, id: ts.Identifier): boolean {
  return declaration.references.some(write => isWrite(write) && functionOf(write) !== functionOf(id))
}

function hasWrite(node: ts.Node, declaration: Declaration): boolean {
  return declaration.references.some(id => isWrite(id) && node.pos <= id.pos && id.end <= node.end)
}
