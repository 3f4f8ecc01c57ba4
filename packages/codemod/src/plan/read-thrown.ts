import { conditionsRound } from '../detect/narrow.ts'
import { type Access, inner, keyOf, nameText } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import { type Flow, one, type Reaching, type Value } from '../detect/values.ts'
import { ts } from '../source/compiler.ts'
import { type CodeRead, type CodeReader, kept, type Read, readsOf, shownBy } from './code-read.ts'
import { messageIndex } from './message-argument.ts'
import { readKeptBody } from './kept-body.ts'
import { hasWording, isBody, rootsOf } from './text-source.ts'
import type { Splice } from './splice.ts'

type Instance = Extract<Value, { kind: 'instance' }>
type ObjectValue = Extract<Value, { kind: 'object' }>

/** `error.message` of something that the client made of the body's text: the code has to travel on the same thing. */
export function readThrown(reader: CodeReader, node: Access, owner: Flow): CodeRead {
  const { t } = reader
  const key = keyOf(node)
  if (key === null) return kept('flow-not-rewritable', node)
  const produced = produceAll(reader, owner, node, key)
  if (produced.outcome === 'kept') return readKeptBody(reader, node, owner) ?? produced
  return { ...produced, code: consumerText(t, node), roots: rootsOf(t, node.expression), beside: true }
}

/** Lets everything of the client's own that carries the text in a member carry the code, too. */
export function produceAll(reader: CodeReader, owner: Flow, at: ts.Node, key = 'message'): CodeRead {
  const edits: Splice[] = []
  const groups: string[] = []
  const reads: Read[] = []
  const seen = new Set<ts.Node>()
  for (const { value } of owner) {
    const made = value.kind === 'instance' ? value.made : value.kind === 'object' ? value.node : null
    if (made !== null && seen.has(made)) continue
    if (made !== null) seen.add(made)
    const produced = produceOn(reader, value, at, key)
    if (produced === null) continue
    if (produced.outcome === 'kept') return produced
    edits.push(...produced.edits)
    groups.push(...produced.groups)
    reads.push(produced)
  }
  return { outcome: 'read', code: 'code', once: false, roots: [], edits, shown: [], reads: readsOf(...reads), groups }
}

// `null` where nothing has to be done: what carries no wording has no code either, and a whole body has its own.
function produceOn(reader: CodeReader, value: Value, at: ts.Node, key: string): CodeRead | null {
  const { t } = reader
  const carries = hasWording(t.memberOf(value, key, at))
  if (value.kind === 'object') return carries ? produceField(reader, value, key) : codeOfItsOwn(t, value, at)
  if (!carries) return null
  if (value.kind === 'instance') return produce(reader, value, key)
  return isBody(one(value)) ? null : kept('flow-not-rewritable', at)
}

// An object that says no wording may have a code all the same: then the new test could hold for it.
function codeOfItsOwn(t: Tracer, value: Value, at: ts.Node): CodeRead | null {
  const isPlain = ({ value: code }: Reaching) => code.kind === 'absent' || code.kind === 'plain'
  return t.memberOf(value, 'code', at).every(isPlain) ? null : kept('name-taken', at)
}

// { success: false, message: body.message } → { …, message: body.detail ?? body.title, code: body.code }
function produceField(reader: CodeReader, { node }: ObjectValue, key: string): CodeRead {
  const { t } = reader
  const own = node.properties.find(property => property.name !== undefined && nameText(property.name) === key)
  const others = node.properties.filter(property => property !== own)
  if (others.some(property => property.name === undefined)) return kept('code-not-carried', node)
  if (others.some(({ name }) => name === undefined || nameText(name) === 'code')) return kept('name-taken', node)
  if (own === undefined || !(ts.isPropertyAssignment(own) || ts.isShorthandPropertyAssignment(own))) {
    return kept('code-not-carried', node)
  }
  const read = reader.readCode(ts.isPropertyAssignment(own) ? own.initializer : own.name, node)
  if (read.outcome === 'kept') return read
  const moved = shownBy(read)
  if (read.once || moved === null) return kept('code-not-carried', node)
  if (read.mixed === true) return kept('shown-of-a-success', node)
  const { file } = t.project.unitOf(node)
  const text = read.code === 'code' ? ', code' : `, code: ${read.code}`
  return {
    ...read,
    edits: [...read.edits, ...moved.edits, { file, start: own.end, end: own.end, text }],
    reads: readsOf(read, moved),
    groups: [...read.groups, ...moved.groups, `${file}:${node.getStart()}`],
  }
}

// throw new Error(body.message) → throw Object.assign(new Error(body.detail ?? body.title), { code: body.code })
function produce(reader: CodeReader, value: Instance, key: string): CodeRead {
  const { t } = reader
  const { made } = value
  if (t.memberOf(value, 'code', made).some(it => it.value.kind !== 'absent')) return kept('name-taken', made)
  if (!ts.isNewExpression(made) || value.over.length > 0) return kept('code-not-carried', made)
  const argument = key === 'message' ? made.arguments?.[messageIndex(t, value.node)] : wordingIn(t, made)
  if (argument === undefined) return kept('code-not-carried', made)
  const read = reader.readCode(argument, made)
  if (read.outcome === 'kept') return read
  const moved = shownBy(read)
  if (read.once || moved === null) return kept('code-not-carried', made)
  if (read.mixed === true) return kept('shown-of-a-success', made)
  const { file } = t.project.unitOf(made)
  const start = made.getStart()
  return {
    ...read,
    edits: [
      ...read.edits,
      ...moved.edits,
      { file, start, end: start, text: 'Object.assign(' },
      {
        file,
        start: made.end,
        end: made.end,
        text: read.code === 'code' ? ', { code })' : `, { code: ${read.code} })`,
      },
    ],
    reads: readsOf(read, moved),
    groups: [...read.groups, ...moved.groups, `${file}:${start}`],
  }
}

/** The one argument that is a wording, where the class keeps it in a field of its own. */
function wordingIn(t: Tracer, made: ts.NewExpression): ts.Expression | undefined {
  const [only, more] = (made.arguments ?? []).filter(argument => hasWording(t.evaluate(argument, null)))
  return only === undefined || more !== undefined || isBody(t.evaluate(only, null)) ? undefined : only
}

/** The read of the code at the test; in TypeScript the static type of an error has no such member. */
function consumerText(t: Tracer, node: Access): string {
  const dot = node.questionDotToken === undefined ? '.' : '?.'
  const owner = node.expression
  const text = owner.getText()
  const { file } = t.project.unitOf(node)
  if (!/\.[cm]?tsx?$/.test(file)) return `${text}${dot}code`
  const type = staticType(t, owner) ?? inferredType(t, owner)
  if (type === null) return `${text}${dot}code`
  return `(${type.expression} as ${type.name} & { code?: string })${dot}code`
}

// const failure = castError(error): the class that the function gives has no `code`.
function inferredType(t: Tracer, owner: ts.Expression): { expression: string; name: string } | null {
  const declared = ts.isIdentifier(owner) ? t.project.declarationOf(owner)?.node : undefined
  if (declared === undefined || !ts.isVariableDeclaration(declared) || ts.isCatchClause(declared.parent)) return null
  if (declared.type !== undefined || !t.evaluate(owner, null).some(({ value }) => value.kind === 'instance'))
    return null
  return { expression: owner.getText(), name: `typeof ${owner.getText()}` }
}

function staticType(t: Tracer, owner: ts.Expression): { expression: string; name: string } | null {
  let node = owner
  while (ts.isParenthesizedExpression(node)) node = node.expression
  if (ts.isAsExpression(node)) {
    return node.type.kind === ts.SyntaxKind.AnyKeyword
      ? null
      : { expression: node.expression.getText(), name: node.type.getText() }
  }
  if (!ts.isIdentifier(node)) return null
  const declaration = t.project.declarationOf(node)
  for (const { condition, holds } of conditionsRound(node)) {
    const name = holds ? instanceName(t, condition, declaration) : null
    if (name !== null) return { expression: node.text, name }
  }
  const declared = declaration?.node
  const annotation =
    declared !== undefined && (ts.isParameter(declared) || ts.isVariableDeclaration(declared))
      ? declared.type
      : undefined
  if (annotation === undefined || annotation.kind === ts.SyntaxKind.AnyKeyword) return null
  return { expression: node.text, name: annotation.getText() }
}

// error instanceof ApiError && …
function instanceName(t: Tracer, condition: ts.Expression, declaration: unknown): string | null {
  const node = inner(condition)
  if (!ts.isBinaryExpression(node)) return null
  if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
    return instanceName(t, node.left, declaration) ?? instanceName(t, node.right, declaration)
  }
  if (node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword) return null
  const left = inner(node.left)
  return ts.isIdentifier(left) && t.project.declarationOf(left) === declaration ? node.right.getText() : null
}
