import type { Contract } from '../contract.ts'
import { writePath, writePointer } from './field-path.ts'
import type { PathSegment } from '../legacy-error.ts'
import type { FieldProblem, Problem, Scope } from '../problem.ts'

/** What happened, when and to whom: what a problem says about this one response. */
export interface Occurrence {
  readonly instance: string | null
  readonly traceId: string | null
  /** The caller's languages, best first. */
  readonly languages: readonly string[]
  readonly time: Date | null
}

/** Everything that a problem says, before the contract gave names to it. */
export interface ProblemFacts {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly traceId: string | null
  readonly hint: string | null
  readonly fields: readonly FieldFacts[]
  readonly extensions: Readonly<Record<string, unknown>>
}

/** The facts, and the language of the detail. */
export interface Spoken {
  readonly facts: ProblemFacts
  readonly language: string | null
}

/** A field error with its code, before the contract gave it a shape. */
export interface FieldFacts {
  readonly scope: Scope
  readonly path: readonly PathSegment[]
  readonly code: string
  readonly message: string
}

const RFC_MEMBERS: readonly string[] = ['type', 'title', 'status', 'detail', 'instance']

/** Writes the facts with the names, the shapes and the order of the contract. */
export function writeProblem(contract: Contract, facts: ProblemFacts, occurrence: Occurrence): Problem {
  const members = new Map<string, unknown>()
  const set = (name: string | null, value: unknown) => {
    if (name !== null && value !== null) members.set(name, value)
  }
  set('type', facts.type)
  set('title', facts.title)
  set('status', facts.status)
  set('detail', facts.detail)
  set('instance', occurrence.instance)
  set(contract.code, facts.code)
  set(contract.trace, facts.traceId ?? occurrence.traceId)
  set(contract.timestamp, isoTime(occurrence.time))
  if (contract.target !== null) set(contract.target, targetOf(facts.fields))
  if (facts.fields.length > 0) set(contract.errors.member, writeFields(contract, facts.fields))
  set(contract.hint, facts.hint)
  addExtensions(members, facts.extensions, contract)
  return inOrder(members, contract.order, facts)
}

/** The names that no extension may have. */
export function reservedMembers(contract: Contract): ReadonlySet<string> {
  const own = [
    contract.code,
    contract.trace,
    contract.timestamp,
    contract.target,
    contract.errors.member,
    contract.hint,
  ]
  return new Set([...RFC_MEMBERS, ...own.filter(name => name !== null), '__proto__'])
}

function addExtensions(
  members: Map<string, unknown>,
  extensions: Readonly<Record<string, unknown>>,
  contract: Contract,
): void {
  const given = Object.entries(extensions)
  if (given.length === 0) return
  const reserved = reservedMembers(contract)
  for (const [name, value] of given) {
    if (reserved.has(name) || value === undefined) continue
    members.set(name, value)
  }
}

function inOrder(members: ReadonlyMap<string, unknown>, order: readonly string[], facts: ProblemFacts): Problem {
  const problem: Record<string, unknown> = {}
  for (const name of order) if (members.has(name)) problem[name] = members.get(name)
  for (const [name, value] of members) if (!Object.hasOwn(problem, name)) problem[name] = value
  // The three that the type demands are there already; named here they need no cast and keep their place.
  const { type, title, status } = facts
  return Object.assign(problem, { type, title, status })
}

function isoTime(time: Date | null): string | null {
  return time === null || Number.isNaN(time.getTime()) ? null : time.toISOString()
}

// Only where all field errors are about one place is there a place that the error refers to.
function targetOf(fields: readonly FieldFacts[]): string | null {
  const paths = new Set(fields.map(field => writePath(field.path)))
  const [only] = paths
  return paths.size === 1 && only !== undefined && only !== '' ? only : null
}

function writeFields(contract: Contract, fields: readonly FieldFacts[]): unknown {
  const { shape } = contract.errors
  switch (shape) {
    case 'list':
      return fields.map(field => writeField(field, contract.pointer))
    case 'map':
      return writeMap(fields)
    default:
      return shape satisfies never
  }
}

function writeField({ scope, path, code, message }: FieldFacts, pointer: boolean): FieldProblem {
  const written = scope === 'global' || path.length === 0 ? null : writePath(path)
  if (!pointer || scope !== 'body') return { scope, path: written, code, message }
  return { scope, path: written, code, message, pointer: writePointer(path) }
}

function writeMap(fields: readonly FieldFacts[]): Readonly<Record<string, readonly string[]>> {
  const messages = new Map<string, Set<string>>()
  for (const { scope, path, message } of fields) {
    const key = scope === 'global' ? '' : writePath(path)
    const sofar = messages.get(key)
    if (sofar === undefined) messages.set(key, new Set([message]))
    else sofar.add(message)
  }
  // `fromEntries` defines members, so that even a field named `__proto__` is only a member.
  return Object.fromEntries([...messages].map(([key, texts]) => [key, [...texts]]))
}
