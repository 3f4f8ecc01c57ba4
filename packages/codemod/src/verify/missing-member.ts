import { isGenerated } from '../find/kind-of-file.ts'
import { ts } from '../source/compiler.ts'
import { identifierAt } from './identifier-at.ts'

/** A member of v2 that a rewrite reads and a type of the repository's own does not have; places are of the new texts. */
export interface MissingMember {
  readonly file: string
  /** Where it is read. */
  readonly at: number
  /** What would give it to the types. */
  readonly insertions: readonly Insertion[]
  /** Members stand in one order, whichever was missed first. */
  readonly rank: number
}

export interface Insertion {
  readonly file: string
  readonly at: number
  readonly text: string
}

/** What a problem has beyond v1, and what it holds there. */
export const MEMBERS: Readonly<Record<string, string>> = {
  code: 'string',
  detail: 'string',
  title: 'string',
  type: 'string',
  traceId: 'string',
  requestId: 'string',
  hint: 'string',
  errors: '{ path: string | null; code: string; message: string }[]',
}

const DOES_NOT_EXIST = new Set([2339, 2551])

/** The member that a diagnostic misses, and how the types that miss it could get it; `null` where that is not ours to give. */
export function missingMember(
  program: ts.Program,
  diagnostic: ts.Diagnostic,
  nameOf: (path: string) => string | null,
): MissingMember | null {
  const { file: source, start } = diagnostic
  if (source === undefined || start === undefined || !DOES_NOT_EXIST.has(diagnostic.code)) return null
  const id = identifierAt(source, start)
  const file = nameOf(source.fileName)
  const written = id === null || !Object.hasOwn(MEMBERS, id.text) ? undefined : MEMBERS[id.text]
  if (id === null || file === null || written === undefined) return null
  const type = ownerType(program.getTypeChecker(), id)
  if (type === null) return null
  const insertions: Insertion[] = []
  for (const home of homesOf(type, id.text)) {
    const place = home === null ? null : nameOf(home.getSourceFile().fileName)
    if (home === null || place === null || isGenerated(place, home.getSourceFile().text)) return null
    insertions.push({ file: place, ...insertionIn(home, `${id.text}?: ${written}`) })
  }
  return insertions.length === 0 ? null : { file, at: start, insertions, rank: Object.keys(MEMBERS).indexOf(id.text) }
}

// body.code, or const { code } = body
function ownerType(checker: ts.TypeChecker, id: ts.Identifier): ts.Type | null {
  const { parent } = id
  if (ts.isPropertyAccessExpression(parent)) return checker.getTypeAtLocation(parent.expression)
  if (!ts.isBindingElement(parent) || !ts.isObjectBindingPattern(parent.parent)) return null
  return checker.getTypeAtLocation(parent.parent)
}

type Home = ts.InterfaceDeclaration | ts.TypeLiteralNode

/** The hand-written declarations of the parts of a type that miss a member; `null` for one that is not written so. */
function homesOf(type: ts.Type, name: string): readonly (Home | null)[] {
  if (type.isUnion()) {
    return type.types.filter(part => !isNothing(part)).flatMap(part => homesOf(part, name))
  }
  if (type.getProperty(name) !== undefined) return []
  if (type.isIntersection()) return type.types.slice(0, 1).flatMap(part => homesOf(part, name))
  const declarations = type.getSymbol()?.declarations ?? []
  const home = declarations.find(isHome)
  return [home ?? null]
}

function isHome(node: ts.Node): node is Home {
  return (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) && node.members.length > 0
}

function isNothing(type: ts.Type): boolean {
  return (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) !== 0
}

// Behind the last member, in its own line where the members have theirs, with the separator that they have.
function insertionIn(home: Home, member: string): { readonly at: number; readonly text: string } {
  const { text } = home.getSourceFile()
  const last = home.members.at(-1) ?? home
  const end = last.end
  const ending = text[end - 1] ?? ''
  const separator = ending === ';' || ending === ',' ? ending : ''
  const line = text.lastIndexOf('\n', last.getStart() - 1)
  const opening = text.indexOf('{', home.getStart())
  if (line > opening) {
    const indent = /^[ \t]*/.exec(text.slice(line + 1))?.[0] ?? ''
    const lineEnd = text[line - 1] === '\r' ? '\r\n' : '\n'
    return { at: end, text: `${lineEnd}${indent}${member}${separator}` }
  }
  const [first] = home.members
  const between = first === last || first === undefined ? ';' : (text[first.end - 1] ?? ';')
  const joined = separator !== '' ? ' ' : `${between === ',' ? ',' : ';'} `
  return { at: end, text: `${joined}${member}${separator}` }
}
