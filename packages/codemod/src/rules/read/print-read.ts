import { type Access, inner, isAccess, nameText, outer } from '../../detect/syntax.ts'
import { plainValue } from '../../detect/sort-flow.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { needsParentheses } from '../../plan/precedence.ts'
import { bodyUnder } from '../../plan/body-under.ts'
import { isUnderCast } from '../../plan/read-code.ts'
import { elementOfBody } from '../../plan/read-name.ts'
import { freeName } from '../../plan/names.ts'
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
      readonly also: Unwrapped | null
    }
  | { readonly outcome: 'kept'; readonly reason: 'flow-not-rewritable' | 'name-taken' | 'shown-elsewhere' }

/** `error.response.data.error.message` → `error.response.data.detail ?? error.response.data.title`. */
export function printRead(
  t: Tracer,
  read: BodyRead,
  members: readonly string[],
  reads: ReadonlySet<ts.Node>,
): PrintedRead {
  return ts.isBindingElement(read.node)
    ? printElement(t, read, read.node, members)
    : printAccess(t, read, members, reads)
}

function printAccess(
  t: Tracer,
  { unit, node, sorted }: BodyRead,
  members: readonly string[],
  reads: ReadonlySet<ts.Node>,
): PrintedRead {
  if (!isAccess(node)) return { outcome: 'kept', reason: 'flow-not-rewritable' }
  const body = bodyOf(t, node, reads)
  if (body === null) return { outcome: 'kept', reason: 'flow-not-rewritable' }
  const { holder, dot, also } = body
  if (members.length > 1 && doesMore(holder)) return { outcome: 'kept', reason: 'flow-not-rewritable' }
  const spelled = members.map(member => `${holder.getText()}${dot}${member}`)
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
): PrintedRead {
  const found = elementOfBody(t, node)
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
  const taken = pattern.elements.some(one => {
    const key = one.dotDotDotToken === undefined ? nameText(one.propertyName ?? one.name) : member
    return one !== element && (key === member || key === fallback)
  })
  if (taken) return { outcome: 'kept', reason: 'name-taken' }
  const bound = name === member ? member : `${member}: ${name}`
  const start = element.getStart()
  if (fallback === undefined) {
    const text = own === '' ? bound : `${bound} = ${own}`
    return { outcome: 'printed', says: text, also: null, splice: { file: unit.file, start, end: element.end, text } }
  }
  const declaration = t.project.declarationOf(node.name)
  const helper = declaration === null ? null : freeName(unit, declaration, [fallback, `problem${capital(fallback)}`])
  if (helper === null) return { outcome: 'kept', reason: 'name-taken' }
  const first = helper === fallback ? fallback : `${fallback}: ${helper}`
  const text = `${first}, ${bound} = ${own === '' ? helper : `${helper} ?? ${own}`}`
  return { outcome: 'printed', says: text, also: null, splice: { file: unit.file, start, end: element.end, text } }
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
