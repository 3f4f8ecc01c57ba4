import { type Access, inner, isAccess, nameText, outer } from '../../detect/syntax.ts'
import { plainValue } from '../../detect/sort-flow.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { bodyUnder } from '../../plan/body-under.ts'
import { isUnderCast } from '../../plan/read-code.ts'
import { elementOfBody } from '../../plan/read-name.ts'
import { bindBeside } from '../../plan/bind-beside.ts'
import { freeName, isWrite } from '../../plan/names.ts'
import { doesMore, isBody } from '../../plan/text-source.ts'
import type { Reaching } from '../../detect/values.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { BodyRead } from './find-reads.ts'
import { type Unwrapped, unwrap } from './unwrap.ts'

/** How a read is written in v2, or why it cannot be. */
export type PrintedRead =
  | {
      readonly outcome: 'printed'
      /** The new text without the fallback to the old member, by which neighbours are found to read the same. */
      readonly says: string
      readonly splice: Splice
      /** What else has to change for it, together with all that share the group. */
      readonly also: Also | null
    }
  | { readonly outcome: 'kept'; readonly reason: 'flow-not-rewritable' | 'name-taken' | 'shown-elsewhere' }

interface Also {
  readonly splices: readonly Splice[]
  readonly group: string | null
}

/** `error.response.data.error.message` → `error.response.data.detail ?? error.response.data.title`. */
export function printRead(
  t: Tracer,
  read: BodyRead,
  members: readonly string[],
  reads: ReadonlySet<ts.Node>,
): PrintedRead {
  return ts.isBindingElement(read.node)
    ? printElement(t, read, read.node, members, reads)
    : printAccess(t, read, members, reads)
}

function printAccess(
  t: Tracer,
  { unit, node, sorted }: BodyRead,
  members: readonly string[],
  reads: ReadonlySet<ts.Node>,
): PrintedRead {
  if (!isAccess(node)) return { outcome: 'kept', reason: 'flow-not-rewritable' }
  const spelling = spellingOf(t, node, members, reads)
  if (typeof spelling === 'string') return { outcome: 'kept', reason: spelling }
  const { spelled, also } = spelling
  const says = spelled.join(' ?? ')
  // Something else than a body may stand here, and has the old member only.
  const others = [
    ...sorted.wording.filter(isNoBody),
    ...sorted.literals,
    ...sorted.transport,
    ...sorted.platform,
    ...sorted.silent.filter(isSomething),
  ]
  const text = others.length === 0 ? says : [...spelled, node.getText()].join(' ?? ')
  const many = members.length > 1 || others.length > 0
  const wrapped = many && (needsParentheses(outer(node), 'nullish') || isUnderCast(node)) ? `(${text})` : text
  return {
    outcome: 'printed',
    says,
    also,
    splice: { file: unit.file, start: node.getStart(), end: node.end, text: wrapped },
  }
}

interface Spelling {
  readonly spelled: readonly string[]
  readonly also: Also | null
}

function spellingOf(
  t: Tracer,
  node: Access,
  members: readonly string[],
  reads: ReadonlySet<ts.Node>,
): Spelling | 'flow-not-rewritable' | 'name-taken' {
  const body = bodyOf(t, node, reads)
  if (body === null) return spelledBeside(t, node, members)
  const { holder, dot, also } = body
  if (members.length > 1 && doesMore(holder)) return 'flow-not-rewritable'
  return {
    spelled: members.map(member => `${holder.getText()}${dot}${member}`),
    also: also === null ? null : { splices: [also.splice], group: also.group },
  }
}

// const { error } = await response.json(), where something else needs `error`: what is read is bound beside it.
function spelledBeside(
  t: Tracer,
  node: Access,
  members: readonly string[],
): Spelling | 'flow-not-rewritable' | 'name-taken' {
  const id = inner(node.expression)
  const declaration = ts.isIdentifier(id) ? t.project.declarationOf(id) : null
  const bound = declaration?.node
  if (declaration === null || bound === undefined || !ts.isBindingElement(bound)) return 'flow-not-rewritable'
  if (declaration.again.length > 0 || declaration.references.some(isWrite)) return 'flow-not-rewritable'
  const spelled: string[] = []
  const splices: Splice[] = []
  for (const member of members) {
    const beside = bindBeside(t, declaration, bound, { member, names: [member, `problem${capital(member)}`] })
    if (beside === null) return 'flow-not-rewritable'
    if (beside === 'name-taken') return beside
    spelled.push(beside.name)
    splices.push(beside.splice)
  }
  return { spelled, also: { splices, group: null } }
}

interface HeldBody {
  readonly holder: ts.Expression
  readonly dot: '.' | '?.'
  readonly also: Unwrapped | null
}

/** The expression that is the body itself, where a member of it is read. */
function bodyOf(t: Tracer, node: Access, reads: ReadonlySet<ts.Node>): HeldBody | null {
  let link = node
  while (!isBody(t.evaluate(link.expression, null))) {
    const next = inner(link.expression)
    if (!isAccess(next)) {
      const also = ts.isIdentifier(next) && link === node ? unwrap(t, next, reads) : null
      if (also !== null) break
      // The name of a wrapper that something else needs stays: the body that it was taken from is asked instead.
      const behind = bodyUnder(t, node)
      return behind === null ? null : { holder: behind.holder, dot: dotOf(behind.link), also: null }
    }
    link = next
  }
  const owner = inner(link.expression)
  const isWrapper = ts.isIdentifier(owner) && !isBody(t.evaluate(owner, null))
  return { holder: link.expression, dot: dotOf(link), also: isWrapper ? unwrap(t, owner, reads) : null }
}

// A chain that could end early above the body must go on doing so: `body.error?.message` never asked for `body?.`.
function dotOf(link: Access): '.' | '?.' {
  return link.questionDotToken === undefined ? '.' : '?.'
}

function isNoBody({ value }: Reaching): boolean {
  return plainValue(value).kind !== 'body'
}

function isSomething({ value }: Reaching): boolean {
  return value.kind !== 'absent'
}

// const { message } = body → const { title, detail: message = title } = body
function printElement(
  t: Tracer,
  { unit, sorted }: BodyRead,
  node: ts.BindingElement,
  [member, fallback]: readonly string[],
  reads: ReadonlySet<ts.Node>,
): PrintedRead {
  const flat = flattened(t, unit.file, node, reads)
  const found = flat ?? elementOfBody(t, node)
  if (found === null || member === undefined || !ts.isIdentifier(node.name)) {
    return { outcome: 'kept', reason: 'flow-not-rewritable' }
  }
  const isMixed = sorted.wording.some(isNoBody) || sorted.transport.length > 0 || sorted.platform.length > 0
  if (isMixed || hasFallbackObject(t, found.pattern)) {
    return { outcome: 'kept', reason: 'flow-not-rewritable' }
  }
  const name = node.name.text
  const own = node.initializer === undefined ? '' : node.initializer.getText()
  const { pattern, element } = found
  const also = flat?.also ?? null
  const taken = pattern.elements.some(one => {
    const key = one.dotDotDotToken === undefined ? nameText(one.propertyName ?? one.name) : member
    return one !== element && one !== flat?.wrapper && (key === member || key === fallback)
  })
  if (taken) return { outcome: 'kept', reason: 'name-taken' }
  const bound = name === member ? member : `${member}: ${name}`
  const start = element.getStart()
  if (fallback === undefined) {
    const text = own === '' ? bound : `${bound} = ${own}`
    return { outcome: 'printed', says: text, also, splice: { file: unit.file, start, end: element.end, text } }
  }
  const declaration = t.project.declarationOf(node.name)
  const helper = declaration === null ? null : freeName(unit, declaration, [fallback, `problem${capital(fallback)}`])
  if (helper === null) return { outcome: 'kept', reason: 'name-taken' }
  const first = helper === fallback ? fallback : `${fallback}: ${helper}`
  const text = `${first}, ${bound} = ${own === '' ? helper : `${helper} ?? ${own}`}`
  return { outcome: 'printed', says: text, also, splice: { file: unit.file, start, end: element.end, text } }
}

interface Flattened {
  readonly element: ts.BindingElement
  readonly pattern: ts.ObjectBindingPattern
  readonly wrapper: ts.BindingElement
  readonly also: Also
}

// const { error: { message, code } } = body → const { …, code } = body: v2 has no wrapper, where all that is taken out of it moves.
function flattened(t: Tracer, file: string, node: ts.BindingElement, reads: ReadonlySet<ts.Node>): Flattened | null {
  const inside = node.parent
  const wrapper = inside.parent
  const first = inside.elements[0]
  const last = inside.elements.at(-1)
  if (!ts.isObjectBindingPattern(inside) || !ts.isBindingElement(wrapper) || first === last) return null
  const pattern = wrapper.parent
  if (!ts.isObjectBindingPattern(pattern) || first === undefined || last === undefined) return null
  if (wrapper.initializer !== undefined || !isBody(t.bindingFlow(pattern.parent, null))) return null
  if (!inside.elements.every(one => reads.has(one))) return null
  const splices = [
    { file, start: wrapper.getStart(), end: first.getStart(), text: '' },
    { file, start: last.end, end: wrapper.end, text: '' },
  ]
  return { element: node, pattern, wrapper, also: { splices, group: `${file}:flatten:${wrapper.getStart()}` } }
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

// const { message } = body ?? { message: 'Nobody answers' }: the other object has no `detail`.
function hasFallbackObject(t: Tracer, pattern: ts.ObjectBindingPattern): boolean {
  return t
    .bindingFlow(pattern.parent, null)
    .some(({ value }) => value.kind === 'object' && value.node.properties.length > 0)
}
