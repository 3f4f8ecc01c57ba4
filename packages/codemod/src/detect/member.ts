import { placeValue, refFlow } from './place-value.ts'
import { memberRef, placeOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { memberOfClass, memberOfInstance } from './class-member.ts'
import { isChangedLater } from './changed-later.ts'
import { patchOf } from './member-writes.ts'
import { nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, each, type Env, type Flow, NUMBER, one, PLAIN, union, unknown, type Value } from './values.ts'

/** What a member of a value holds. */
export function memberOf(t: Tracer, value: Value, name: string, at: ts.Node): Flow {
  switch (value.kind) {
    case 'absent':
      return ABSENT
    case 'plain':
      return PLAIN
    case 'text':
    case 'raw':
    case 'loose':
    case 'transport':
    case 'made':
    case 'stepped':
    case 'platform-text':
      return name === 'length' ? NUMBER : ABSENT
    case 'body':
      return memberOfBody(value, name)
    case 'place':
      return memberOfPlace(t, value, name, at)
    case 'object':
      return t.deeper(at, () => memberOfObject(t, value.node, value.env, name, at))
    case 'array':
      return memberOfArray(t, value.node, value.env, name, at)
    case 'instance':
      return t.deeper(at, () => union(memberOfInstance(t, value, name, at), patchOf(value.patched, name)))
    case 'class':
      return t.deeper(at, () => memberOfClass(t, value, name, at))
    case 'enum':
      return memberOfEnum(t, value.node, name, at)
    case 'module':
      return t.exportedFlow(value.file, name, at)
    case 'record':
      return t.deeper(at, () => value.member(name))
    case 'external':
      if (value.made !== undefined) return one({ ...value, path: [...value.path, name] })
      return memberOfExternal(t, value.module, value.path, name)
    case 'foreign':
      return memberOfForeign(value, name)
    case 'promise':
    case 'function':
      return unknown('unknown-member', at)
    case 'unknown':
      return one(value)
  }
}

// Where a library gives the status under one of its names, it is the number.
const STATUSES = new Set(['status', 'statusCode'])

function memberOfPlace(t: Tracer, value: Extract<Value, { kind: 'place' }>, name: string, at: ts.Node): Flow {
  const place = placeOf(value)
  const ref = memberRef(place, name)
  if (ref === 'plain' && STATUSES.has(name)) {
    return one({ kind: 'plain', number: true, status: { client: value.client, request: value.request } })
  }
  const request = place.error === true ? { ...value.request, failed: true as const } : value.request
  const own = ref === undefined ? missing(place.closed === true, at) : refFlow(t, value.client, ref, request, at)
  return union(own, patchOf(value.patched, name))
}

function memberOfBody(value: Extract<Value, { kind: 'body' }>, name: string): Flow {
  const { patched, ...body } = value
  const own = one({ ...body, path: [...body.path, /^\d+$/.test(name) ? Number(name) : name] })
  return union(own, patchOf(patched, name))
}

function missing(closed: boolean, at: ts.Node): Flow {
  return closed ? ABSENT : unknown('unknown-member', at)
}

function memberOfObject(t: Tracer, node: ts.ObjectLiteralExpression, env: Env | null, name: string, at: ts.Node): Flow {
  if (isChangedLater(t, node, name)) return unknown('assigned-elsewhere', node)
  // The last of two equal names wins; a spread behind it may win over both.
  for (const property of [...node.properties].reverse()) {
    if (ts.isSpreadAssignment(property)) {
      const spread = each(t.evaluate(property.expression, env), value => t.memberOf(value, name, at))
      if (spread.every(({ value }) => value.kind === 'absent')) continue
      return spread.some(({ value }) => value.kind === 'absent') ? unknown('spread', property) : spread
    }
    const key = nameText(property.name)
    if (key === null) return unknown('dynamic-key', property)
    if (key !== name) continue
    if (ts.isPropertyAssignment(property)) return t.evaluate(property.initializer, env)
    if (ts.isShorthandPropertyAssignment(property)) return shorthand(t, property, env)
    if (ts.isMethodDeclaration(property)) return one({ kind: 'function', node: property, env, self: null })
    return unknown('syntax', property)
  }
  return ABSENT
}

function shorthand(t: Tracer, property: ts.ShorthandPropertyAssignment, env: Env | null): Flow {
  return t.evaluate(property.name, env)
}

function memberOfArray(t: Tracer, node: ts.ArrayLiteralExpression, env: Env | null, name: string, at: ts.Node): Flow {
  if (!/^\d+$/.test(name)) return PLAIN
  if (isChangedLater(t, node, null)) return unknown('assigned-elsewhere', node)
  if (node.elements.some(ts.isSpreadElement)) return unknown('spread', at)
  const element = node.elements[Number(name)]
  return element === undefined ? ABSENT : t.evaluate(element, env)
}

function memberOfEnum(t: Tracer, node: ts.EnumDeclaration, name: string, at: ts.Node): Flow {
  const member = node.members.find(one => nameText(one.name) === name)
  if (member === undefined) return unknown('unresolved-name', at)
  return member.initializer === undefined ? PLAIN : t.evaluate(member.initializer, null)
}

const GLOBAL_OBJECTS = new Set(['window', 'globalThis', 'self', 'global'])

function memberOfExternal(t: Tracer, module: string | null, path: readonly string[], name: string): Flow {
  if (module !== null && path.length === 0) {
    const place = t.clients.exportOf(module, name)
    if (place !== null) return one(placeValue(place, null))
  }
  const [root] = path
  if (module === null && path.length === 1 && root !== undefined && GLOBAL_OBJECTS.has(root)) {
    return globalMember(t, name)
  }
  return one({ kind: 'external', module, path: [...path, name] })
}

function globalMember(t: Tracer, name: string): Flow {
  const place = t.clients.globalOf(name)
  return one(place === null ? { kind: 'external', module: null, path: [name] } : placeValue(place, null))
}

function memberOfForeign(value: Extract<Value, { kind: 'foreign' }>, name: string): Flow {
  switch (name) {
    case 'message':
    case 'stack':
      // The call that may throw is the step to look at, not the place where its text is read.
      return value.platform ? one({ kind: 'platform-text' }) : unknown('thrown-by-unknown', value.at)
    case 'name':
    case 'code':
    case 'status':
    case 'statusCode':
      return PLAIN
    default:
      return ABSENT
  }
}
