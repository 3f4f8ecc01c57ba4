import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { memberRef, placeOf } from '../clients/clients.ts'
import { isTargetOf } from './assignments.ts'
import { type Access, functionOf, inner, isAccess, keyOf, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type Flow, type Patches, type Reaching, union, unknown, type Value } from './values.ts'

/** Members of the thing that a name holds, by what is written over them; `*` stands for members that nobody can name. */
type Writes = ReadonlyMap<string, () => Flow>

const NONE: Writes = new Map()
const DEEPEST = 3

/** What is written over the members of the thing that a name holds: `error.message = …`, by itself or by whom it is given to. */
export function writesOver(t: Tracer, declaration: Declaration, depth = 0): Writes {
  return asked(t, declaration, `member-writes-${depth}`, () =>
    gather(declaration, id => [...writesByName(t, id), ...writesByWhomItIsGiven(t, id, depth)]),
  )
}

/** The same without what stands on the name itself. */
export function writesByOthers(t: Tracer, declaration: Declaration): Writes {
  return asked(t, declaration, 'member-writes-by-others', () =>
    gather(declaration, id => writesByWhomItIsGiven(t, id, 0)),
  )
}

// A function may give its own to itself. The answer to the part is no answer to the whole: it is not remembered.
function asked(t: Tracer, declaration: Declaration, question: string, look: () => Writes): Writes {
  const busy = t.remember(t.project, 'member-writes-busy', () => new Map<Declaration, number>())
  const begun = busy.get(declaration)
  if (begun !== undefined) {
    t.cutAt(begun)
    return NONE
  }
  return t.remember(declaration, question, () => {
    busy.set(declaration, t.frame())
    try {
      return look()
    } finally {
      busy.delete(declaration)
    }
  })
}

function gather(declaration: Declaration, ask: (id: ts.Identifier) => readonly Write[]): Writes {
  const members = new Map<string, () => Flow>()
  for (const id of declaration.references) for (const write of ask(id)) add(members, write)
  return members.size === 0 ? NONE : members
}

function add(members: Map<string, () => Flow>, [key, flow]: Write): void {
  const before = members.get(key)
  members.set(key, before === undefined ? flow : () => union(before(), flow()))
}

type Write = readonly [string, () => Flow]

function writesByName(t: Tracer, id: ts.Identifier): readonly Write[] {
  const node = outer(id)
  return isAccess(node.parent) && node.parent.expression === node ? writesByAccess(t, node.parent) : []
}

function writesByWhomItIsGiven(t: Tracer, id: ts.Identifier, depth: number): readonly Write[] {
  if (depth > DEEPEST) return []
  const node = outer(id)
  const { parent } = node
  if (ts.isCallExpression(parent)) return writesByCall(t, parent, parent.arguments.indexOf(node), depth)
  // const failure = error as Failure
  if (!ts.isVariableDeclaration(parent) || parent.initializer !== node || !ts.isIdentifier(parent.name)) return []
  const alias = t.project.declarationOf(parent.name)
  return alias === null ? [] : [...writesOver(t, alias, depth + 1)]
}

function writesByAccess(t: Tracer, access: Access): readonly Write[] {
  const written = isTargetOf(access)
  const key = keyOf(access) ?? '*'
  if (written !== null) {
    const { value } = written
    const flow = () => (value === null || key === '*' ? unknown('assigned-elsewhere', access) : t.evaluate(value, null))
    return [[key, flow]]
  }
  // error.response.data = …: what lies under this member is another thing from then on.
  for (let at: ts.Node = outer(access).parent; isAccess(at); at = outer(at).parent) {
    const deep = at
    if (isTargetOf(deep) !== null) return [[key, () => unknown('assigned-elsewhere', deep)]]
  }
  return []
}

function writesByCall(t: Tracer, call: ts.CallExpression, position: number, depth: number): readonly Write[] {
  if (position === -1) return []
  const name = call.expression.getText()
  if (name === 'Object.assign') return position > 0 ? [] : writesByAssign(t, call)
  if (name === 'Object.defineProperty') return position > 0 ? [] : writesByDefine(call)
  if (!mayBeOwn(t, call)) return []
  return t.callMethodValues(call, null).flatMap(({ value }) => {
    const parameter = value.kind === 'function' ? value.node.parameters[position] : undefined
    if (parameter === undefined || !ts.isIdentifier(parameter.name)) return []
    const declaration = t.project.declarationOf(parameter.name)
    return declaration === null ? [] : [...writesOver(t, declaration, depth + 1)]
  })
}

// What a function was given to call, or what the platform has, is not looked into.
function mayBeOwn(t: Tracer, { expression }: ts.CallExpression): boolean {
  let root: ts.Expression = inner(expression)
  while (isAccess(root)) root = inner(root.expression)
  if (root.kind === ts.SyntaxKind.ThisKeyword) return true
  const declaration = ts.isIdentifier(root) ? t.project.declarationOf(root) : null
  return declaration !== null && declaration.kind !== 'parameter' && declaration.kind !== 'catch'
}

function writesByAssign(t: Tracer, call: ts.CallExpression): readonly Write[] {
  return call.arguments.slice(1).flatMap((argument): readonly Write[] => {
    const literal = inner(argument)
    if (!ts.isObjectLiteralExpression(literal)) return [['*', () => unknown('assigned-elsewhere', call)]]
    return literal.properties.map((property): Write => {
      const key = nameText(property.name) ?? '*'
      if (key === '*') return [key, () => unknown('assigned-elsewhere', property)]
      return [key, () => t.memberOf({ kind: 'object', node: literal, env: null }, key, property)]
    })
  })
}

function writesByDefine(call: ts.CallExpression): readonly Write[] {
  const [, name] = call.arguments
  const key = name !== undefined && ts.isStringLiteralLike(name) ? name.text : '*'
  return [[key, () => unknown('assigned-elsewhere', call)]]
}

/** What is written over one member of the thing that a name holds. */
export function writtenAs(writes: Writes, key: string): Flow {
  return union(writes.get(key)?.() ?? [], writes.get('*')?.() ?? [])
}

/** What a name hands on, with what is written over its members: whoever gets it reads them. */
export function withWrites(t: Tracer, declaration: Declaration, flow: Flow): Flow {
  const writes = writesOver(t, declaration)
  return writes.size === 0 ? flow : flow.map(reaching => patch(reaching, writes))
}

function patch({ value, trail }: Reaching, writes: Writes): Reaching {
  const patches = patchesFor(value, writes)
  return patches === null ? { value, trail } : { value: { ...value, patched: patches } as Value, trail }
}

// Of a library's thing only the members that it has tell of an answer.
function patchesFor(value: Value, writes: Writes): Patches | null {
  if (value.kind === 'instance' || (value.kind === 'body' && value.path.length === 0)) {
    return joined(value.patched ?? null, writes)
  }
  if (value.kind !== 'place') return null
  const place = placeOf(value)
  const own = new Map([...writes].filter(([key]) => key === '*' || memberRef(place, key) !== undefined))
  return own.size === 0 ? null : joined(value.patched, own)
}

function joined(patches: Patches | null, writes: Writes): Patches {
  if (patches === null) return { members: writes }
  const members = new Map(patches.members)
  for (const write of writes) add(members, write)
  return { members }
}

/** What a read of a member gives beside its own, where it was written over before it got here. */
export function patchOf(patches: Patches | null | undefined, key: string): Flow {
  return patches ? writtenAs(patches.members, key) : []
}

/** Whether a name is handed on here, and not only asked for a member. */
export function isHandedOn(id: ts.Identifier): boolean {
  const node = outer(id)
  return !(isAccess(node.parent) && node.parent.expression === node)
}

/** Whether this is a part of what is written: what it reads was there before. */
export function isInsideOf(node: ts.Node, value: ts.Node): boolean {
  return node.pos >= value.pos && node.end <= value.end && functionOf(node) === functionOf(value)
}
