import { stateCall } from '../detect/react-state.ts'
import { inner } from '../detect/syntax.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { type CodeRead, type CodeReader, kept, type Read, readsOf } from './code-read.ts'
import { codeNames, freeName, isWrite } from './names.ts'
import { hasWording } from './text-source.ts'
import { readBeside } from './read-beside.ts'
import { readJustWritten } from './read-just-written.ts'
import { groupOf, renameSplices, shownUses } from './names-used.ts'
import type { Splice } from './splice.ts'

/** `let reason = null; … reason = error.response.data.message`: each assignment gives the code instead. */
export function readWritten(reader: CodeReader, declaration: Declaration, id: ts.Identifier, at: ts.Node): CodeRead {
  const { t } = reader
  const { node } = declaration
  if (!ts.isVariableDeclaration(node)) return kept('flow-not-rewritable', node)
  const unit = t.project.unitOf(declaration.id)
  const groups = [groupOf(unit, declaration)]
  const writes = declaration.references.filter(isWrite)
  const isGathering = writes.some(write => isGathered(write, declaration))
  const shown = shownUses(t, unit, declaration).filter(id => !isWrite(id))
  if (shown.length > 0) {
    const justWritten = isGathering ? null : readJustWritten(reader, declaration, id, at)
    const reason = isGathering ? 'flow-not-rewritable' : 'shown-elsewhere'
    return justWritten ?? readBeside(reader, declaration) ?? kept(reason, declaration.id, groups)
  }
  if (isGathering) return kept('flow-not-rewritable', node, groups)
  const given: ts.Expression[] = node.initializer === undefined ? [] : [node.initializer]
  for (const id of writes) {
    const { parent } = id
    const isPlain = ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    if (!isPlain || !ts.isExpressionStatement(parent.parent)) return kept('flow-not-rewritable', id, groups)
    given.push(parent.right)
  }
  const name = freeName(unit, declaration, codeNames(t).slice(0, 1)) ?? declaration.name
  const renames = writes.flatMap(id => renamed(unit.file, id, declaration, name))
  return readGiven(reader, given, name, [...renameSplices(unit.file, declaration, name), ...renames], groups)
}

// text = text || body.message: the code of what it held before would have to be kept, too.
function isGathered({ parent }: ts.Identifier, { references }: Declaration): boolean {
  if (!ts.isBinaryExpression(parent)) return false
  const { right } = parent
  return references.some(id => id.pos >= right.pos && id.end <= right.end)
}

function renamed(file: string, id: ts.Identifier, declaration: Declaration, name: string): readonly Splice[] {
  return name === declaration.name ? [] : [{ file, start: id.getStart(), end: id.end, text: name }]
}

// Every value with wording in it becomes its code; what the client itself puts there stays.
function readGiven(
  reader: CodeReader,
  given: readonly ts.Expression[],
  name: string,
  renames: readonly Splice[],
  groups: readonly string[],
): CodeRead {
  const { t } = reader
  const edits = [...renames]
  const all = [...groups]
  const reads: Read[] = []
  for (const expression of given) {
    if (!hasWording(t.evaluate(expression, null))) continue
    const read = reader.readCode(expression, expression)
    if (read.outcome === 'kept') return { ...read, groups }
    const { file } = t.project.unitOf(expression)
    edits.push(...read.edits, { file, start: expression.getStart(), end: expression.end, text: read.code })
    all.push(...read.groups)
    reads.push(read)
  }
  return {
    outcome: 'read',
    code: name,
    once: false,
    roots: [],
    edits,
    shown: null,
    reads: readsOf(...reads),
    groups: all,
  }
}

/** `const [reason, setReason] = useState('')`: what the setter is given becomes the code. */
export function readState(reader: CodeReader, declaration: Declaration, node: ts.BindingElement): CodeRead {
  const { t } = reader
  const unit = t.project.unitOf(node)
  const groups = [groupOf(unit, declaration)]
  const made = stateCall(t, node)
  const [state, setter] = ts.isArrayBindingPattern(node.parent) ? node.parent.elements : []
  // Another pair, `[text, null]` of a function of the client's own: who made it is not changed along.
  if (made === null || state !== node) return kept('flow-not-rewritable', node, groups)
  if (setter === undefined || !ts.isBindingElement(setter) || !ts.isIdentifier(setter.name)) {
    return kept('flow-not-rewritable', node, groups)
  }
  const uses = shownUses(t, unit, declaration).filter(id => !ts.isArrayLiteralExpression(id.parent))
  if (uses.length > 0) return kept('shown-elsewhere', node, groups)
  const given: ts.Expression[] = made.arguments.slice(0, 1).map(inner)
  for (const id of t.project.declarationOf(setter.name)?.references ?? []) {
    const call = id.parent
    if (!ts.isCallExpression(call) || call.expression !== id) continue
    const [argument] = call.arguments
    if (argument !== undefined) given.push(inner(argument))
  }
  return readGiven(reader, given, declaration.name, [], groups)
}
