import { memberOfThis } from '../detect/class-member.ts'
import { parentOf } from '../detect/classes.ts'
import { type Access, hasModifier, keyOf, nameText } from '../detect/syntax.ts'
import type { Tracer } from '../detect/tracer.ts'
import type { ClassNode, Flow, Reaching, Value } from '../detect/values.ts'
import { plainValue } from '../detect/sort-flow.ts'
import { isTargetOf } from '../detect/assignments.ts'
import { ts } from '../source/compiler.ts'
import type { CodeRead, CodeReader } from './code-read.ts'
import { messageInClass, messageIndex } from './message-argument.ts'
import type { Splice } from './splice.ts'
import { doesMore, hasWording, isBody, rootsOf } from './text-source.ts'

type Instance = Extract<Value, { kind: 'instance' }>

/**
 * `failure.message` of an error of the client's own that keeps the body as well: `failure.body?.code`. `null` where not
 * every such error keeps it in the same member, or where something else has a body there.
 */
export function readKeptBody(reader: CodeReader, node: Access, owner: Flow): CodeRead | null {
  const { t } = reader
  const key = keyOf(node)
  if (key !== 'message') return null
  const carrying = owner.filter(({ value }) => hasWording(t.memberOf(value, key, node)))
  const others = owner.filter(one => !carrying.includes(one))
  const [first, ...more] = carrying.map(({ value }) => (value.kind === 'instance' ? keeping(t, value, key, node) : []))
  const common = first?.filter(name => more.every(names => names.includes(name)))
  const name = common?.find(one => others.every(({ value }) => hasNothing(t.memberOf(value, one, node))))
  const texts = carrying.map(({ value }) => (value.kind === 'instance' ? textOf(t, value) : null))
  return name === undefined ? null : readOf(reader, node, name, texts)
}

// new LendingError(body.message, body), or super(body.message) in its class.
function textOf(t: Tracer, { node, made }: Instance): ts.Expression | null {
  const index = messageIndex(t, node)
  return (index === -1 ? null : made.arguments?.[index]) ?? (node === null ? null : messageInClass(t, node))
}

/** The members in which an error keeps the very body that its text comes from. */
function keeping(t: Tracer, value: Instance, key: string, at: ts.Node): readonly string[] {
  const text = t.memberOf(value, key, at)
  return membersOf(t, value).filter(name => name !== key && isBodyOf(t.memberOf(value, name, at), text))
}

function isBodyOf(flow: Flow, text: Flow): boolean {
  const asked = requestsOf(text)
  const answered = requestsOf(flow)
  return isBody(flow) && asked.size > 0 && [...asked].every(request => answered.has(request))
}

// Which answers the wordings of a flow are of.
function requestsOf(flow: Flow): ReadonlySet<unknown> {
  return new Set(
    flow.flatMap(({ value }) => {
      const plain = plainValue(value)
      return plain.kind === 'body' && !plain.success ? [plain.request.call] : []
    }),
  )
}

// What has nothing there has no code; an object of the client's own may have one.
function hasNothing(flow: Flow): boolean {
  return flow.every(({ value }: Reaching) => value.kind === 'absent' || value.kind === 'plain' || value.kind === 'text')
}

function membersOf(t: Tracer, value: Instance): readonly string[] {
  const laid = value.over.flatMap(over =>
    over.kind === 'object' ? over.node.properties.map(one => nameText(one.name)) : [],
  )
  return [...laid, ...(value.node === null ? [] : declaredIn(t, value.node))].filter(name => name !== null)
}

function declaredIn(t: Tracer, node: ClassNode): readonly (string | null)[] {
  const names: (string | null)[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isParameter(child) && ts.isParameterPropertyDeclaration(child, child.parent) && isOpen(child)) {
      names.push(nameText(child.name))
    }
    if (ts.isPropertyAccessExpression(child) && child.expression.kind === ts.SyntaxKind.ThisKeyword) {
      if (isTargetOf(child) !== null) names.push(child.name.text)
    }
    ts.forEachChild(child, visit)
  }
  for (const member of node.members) {
    if (ts.isPropertyDeclaration(member) && isOpen(member)) names.push(nameText(member.name))
    if (ts.isConstructorDeclaration(member)) visit(member)
  }
  const hidden = new Set(node.members.filter(member => !isOpen(member)).map(member => nameText(member.name)))
  const parent = parentOf(node)
  const bases = parent === null ? [] : t.evaluate(parent, null)
  const inherited = bases.flatMap(({ value }) => (value.kind === 'class' ? declaredIn(t, value.node) : []))
  return [...names.filter(name => !hidden.has(name)), ...inherited]
}

function isOpen(node: ts.Node): boolean {
  return !hasModifier(node, ts.SyntaxKind.PrivateKeyword) && !hasModifier(node, ts.SyntaxKind.ProtectedKeyword)
}

/** `this.message` inside of such a class. */
export function readOwnBody(reader: CodeReader, node: Access): CodeRead | null {
  const { t } = reader
  const home = classRound(node)
  const key = keyOf(node)
  if (home === null || key !== 'message') return null
  const text = memberOfThis(t, home, key, node)
  const names = declaredIn(t, home).filter(one => one !== null && one !== key)
  const name = names.find(one => one !== null && isBodyOf(memberOfThis(t, home, one, node), text))
  return name === undefined || name === null ? null : readOf(reader, node, name, [messageInClass(t, home)])
}

function classRound(node: ts.Node): ClassNode | null {
  for (let at = node.parent; at !== undefined; at = at.parent) {
    if (ts.isClassLike(at)) return at
    if (ts.isFunctionDeclaration(at) || ts.isFunctionExpression(at)) return null
  }
  return null
}

function readOf(
  { t, readCode }: CodeReader,
  node: Access,
  name: string,
  texts: readonly (ts.Expression | null)[],
): CodeRead | null {
  const edits: Splice[] = []
  const groups: string[] = []
  for (const text of texts) {
    // The text goes on to be shown.
    const read = text === null ? null : readCode(text, text)
    if (read === null || read.outcome === 'kept' || read.shown === null || read.mixed === true) return null
    edits.push(...read.edits, ...read.shown)
    groups.push(...read.groups)
  }
  const dot = node.questionDotToken === undefined ? '.' : '?.'
  return {
    outcome: 'read',
    code: `${node.expression.getText()}${dot}${name}?.${t.codeMember}`,
    once: doesMore(node.expression),
    roots: rootsOf(t, node.expression),
    edits,
    shown: [],
    beside: true,
    groups,
  }
}
