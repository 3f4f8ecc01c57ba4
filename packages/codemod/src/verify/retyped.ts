import { type Access, keyOf } from '../detect/syntax.ts'
import { ts } from '../source/compiler.ts'
import { MEMBERS } from './missing-member.ts'

/** What a rewrite wrote, said so that TypeScript takes it; places are of the new texts. */
export interface Retyped {
  readonly file: string
  readonly at: number
  readonly end: number
  readonly text: string
}

const IS_UNKNOWN = 18046
// The same, where null is not checked for.
const DOES_NOT_EXIST = 2339
const NO_INDEX = 2538

/** Another wording of what a diagnostic complains of; `null` where none means the same. */
export function retyped(program: ts.Program, file: string, diagnostic: ts.Diagnostic): Retyped | null {
  const { code, file: source, start, length } = diagnostic
  if (source === undefined || start === undefined || length === undefined) return null
  const at = expressionAt(source, start, start + length)
  if (at === null) return null
  if (code === IS_UNKNOWN) return castRoot(file, at)
  if (code === DOES_NOT_EXIST) return isMemberOfUnknown(program, at) ? castRoot(file, at.parent.expression) : null
  return code === NO_INDEX ? filledIndex(program, file, at) : null
}

function isMemberOfUnknown(program: ts.Program, name: ts.Expression): name is ts.Identifier & { parent: Access } {
  const { parent } = name
  if (!ts.isPropertyAccessExpression(parent) || parent.name !== name) return false
  return (program.getTypeChecker().getTypeAtLocation(parent.expression).flags & ts.TypeFlags.Unknown) !== 0
}

// `caught.response?.data?.code` of a caught error: a cast to just what is read of it.
function castRoot(file: string, root: ts.Expression): Retyped | null {
  const links = linksUpTo(root)
  const last = links?.at(-1)
  if (links === null || last === undefined) return null
  const source = root.getSourceFile()
  const text = `(${root.getText()} as ${typeOf(links)})${source.text.slice(root.end, last.end)}`
  return { file, at: root.getStart(), end: last.end, text }
}

// TEXTS[body.code]: where there is no code, there is nothing in the table either.
function filledIndex(program: ts.Program, file: string, index: ts.Expression): Retyped | null {
  const lookup = index.parent
  if (!ts.isElementAccessExpression(lookup) || lookup.argumentExpression !== index) return null
  const table = program.getTypeChecker().getTypeAtLocation(lookup.expression)
  if (table.getProperty('') !== undefined) return null
  return { file, at: index.getStart(), end: index.end, text: `${index.getText()} ?? ''` }
}

function expressionAt(source: ts.SourceFile, start: number, end: number): ts.Expression | null {
  let found: ts.Expression | null = null
  const visit = (node: ts.Node): void => {
    if (node.pos > start || node.end < end || found !== null) return
    if (ts.isExpression(node) && node.getStart(source) === start && node.end === end) found = node
    else ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

// Down to the member of v2, whatever is done with it.
function linksUpTo(root: ts.Expression): readonly ts.PropertyAccessExpression[] | null {
  const links: ts.PropertyAccessExpression[] = []
  for (
    let at: ts.Node = root;
    ts.isPropertyAccessExpression(at.parent) && at.parent.expression === at;
    at = at.parent
  ) {
    links.push(at.parent)
    if (Object.hasOwn(MEMBERS, keyOf(at.parent) ?? '')) return links
  }
  return null
}

function typeOf([first, ...rest]: readonly ts.PropertyAccessExpression[]): string {
  if (first === undefined) return 'unknown'
  const [next] = rest
  const name = first.name.text
  const held = next === undefined ? MEMBERS[name] : typeOf(rest)
  const mayMiss = next === undefined || next.questionDotToken !== undefined
  return `{ ${name}${mayMiss ? '?' : ''}: ${held} }`
}
