import type { ShapeFacts } from '../fault.ts'
import type { Finding, Path, Spot } from './finding.ts'
import { nearest } from './nearest.ts'
import { formOf, isInherited } from './patterns.ts'

/** The part of JSON Schema that the catalogue's schema is written in. */
export interface Shape {
  readonly type?: string | undefined
  readonly description?: string | undefined
  readonly anyOf?: readonly Shape[] | undefined
  readonly enum?: readonly string[] | undefined
  readonly properties?: Readonly<Record<string, Shape>> | undefined
  readonly patternProperties?: Readonly<Record<string, Shape>> | undefined
  readonly required?: readonly string[] | undefined
  readonly minProperties?: number | undefined
  readonly items?: Shape | undefined
  readonly minItems?: number | undefined
  readonly uniqueItems?: boolean | undefined
  readonly pattern?: string | undefined
  readonly minLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
}

/** What is sound of a value, with all that was faulty left out: an item of a list becomes `undefined`. */
export interface ShapeResult {
  readonly sound: unknown
  readonly findings: readonly Finding[]
  /** Whether something was left out of a sound object or list, at any depth. */
  readonly isMarred: (value: unknown) => boolean
}

/** Holds a value against the schema and reports everything that does not fit. */
export function checkShape(shape: Shape, value: unknown): ShapeResult {
  const findings: Finding[] = []
  const marred = new Set<unknown>()
  const sound = walk({ findings, above: new Set(), marred }, shape, value, [])
  return { sound, findings, isMarred: part => marred.has(part) }
}

interface Walk {
  readonly findings: Finding[]
  /** The objects on the way down, to meet a cycle before the stack does. */
  readonly above: Set<object>
  readonly marred: Set<unknown>
}

function walk(run: Walk, shape: Shape, value: unknown, path: Path): unknown {
  const kind = kindOf(value)
  if (kind === null) return refuse(run, { code: 'not-data', came: nameOf(value) }, path)
  const branch = shape.anyOf === undefined ? shape : branchFor(shape.anyOf, kind, value)
  if (branch === undefined || !fits(branch, kind, value)) {
    return refuse(run, { code: 'wrong-type', came: nameOf(value), expected: expectedOf(shape) }, path)
  }
  if (typeof value === 'string') return walkText(run, branch, value, path)
  if (typeof value === 'number') return walkNumber(run, branch, value, path)
  if (typeof value !== 'object' || value === null) return value
  if (run.above.has(value)) return refuse(run, { code: 'value-cycle' }, path)
  run.above.add(value)
  const before = run.findings.length
  const sound = Array.isArray(value) ? walkList(run, branch, value, path) : walkObject(run, branch, value, path)
  run.above.delete(value)
  if (run.findings.length > before) run.marred.add(sound)
  return sound
}

function walkText(run: Walk, shape: Shape, value: string, path: Path): unknown {
  if (shape.enum !== undefined && !shape.enum.includes(value)) {
    const facts = { code: 'not-one-of', came: value, known: shape.enum, nearest: nearest(value, shape.enum) } as const
    return refuse(run, facts, path)
  }
  if (value === '' && (shape.minLength ?? 0) > 0) return refuse(run, { code: 'text-empty' }, path)
  if (shape.pattern !== undefined && !matches(shape.pattern, value)) {
    return refuse(run, badName(value, shape.pattern), path)
  }
  return value
}

function walkNumber(run: Walk, shape: Shape, value: number, path: Path): unknown {
  const least = shape.minimum ?? Number.NEGATIVE_INFINITY
  const most = shape.maximum ?? Number.POSITIVE_INFINITY
  if (value < least || value > most) return refuse(run, { code: 'out-of-range', came: value, least, most }, path)
  return value
}

function walkList(run: Walk, shape: Shape, value: readonly unknown[], path: Path): unknown {
  if (value.length < (shape.minItems ?? 0)) {
    return refuse(run, { code: 'value-empty', expected: shape.description ?? '' }, path)
  }
  const seen = new Set<unknown>()
  // A `for` over the indices: the holes of a sparse array must be seen too.
  const sound: unknown[] = []
  for (let at = 0; at < value.length; at += 1) {
    const item = walk(run, shape.items ?? {}, value[at], [...path, at])
    if (shape.uniqueItems && item !== undefined && seen.has(item)) {
      refuse(run, { code: 'item-repeated', came: String(item) }, [...path, at])
    }
    seen.add(item)
    sound.push(item)
  }
  return sound
}

function walkObject(run: Walk, shape: Shape, value: object, path: Path): unknown {
  const sound: Record<string, unknown> = {}
  const keys = Object.keys(value).filter(key => Reflect.get(value, key) !== undefined)
  for (const key of keys) {
    const inner = walkMember(run, shape, key, Reflect.get(value, key), [...path, key])
    if (inner !== undefined) sound[key] = inner
  }
  for (const key of shape.required ?? []) {
    if (keys.includes(key)) continue
    const expected = shape.properties?.[key]?.description ?? ''
    run.findings.push({ facts: { code: 'missing-key', key, expected }, spot: { path, part: 'key' }, also: null })
  }
  if (keys.length < (shape.minProperties ?? 0)) {
    return refuse(run, { code: 'value-empty', expected: shape.description ?? '' }, path)
  }
  return sound
}

function walkMember(run: Walk, shape: Shape, key: string, value: unknown, path: Path): unknown {
  const named = shape.properties
  if (named !== undefined && Object.hasOwn(named, key)) return walk(run, named[key] ?? {}, value, path)
  const spot: Spot = { path, part: 'key' }
  for (const [pattern, inner] of Object.entries(shape.patternProperties ?? {})) {
    if (!matches(pattern, key)) run.findings.push({ facts: badName(key, pattern), spot, also: null })
    // What lies under a bad name is looked at all the same, so that a second run has no news.
    const sound = walk(run, inner, value, path)
    return matches(pattern, key) ? sound : undefined
  }
  const known = Object.keys(named ?? {})
  run.findings.push({ facts: { code: 'unknown-key', key, known, nearest: nearest(key, known) }, spot, also: null })
  return undefined
}

function refuse(run: Walk, facts: ShapeFacts, path: Path): undefined {
  run.findings.push({ facts, spot: { path, part: 'value' }, also: null })
}

function badName(came: string, pattern: string): ShapeFacts {
  return isInherited(came) ? { code: 'reserved-name', came } : { code: 'bad-name', came, expected: formOf(pattern) }
}

type Kind = 'null' | 'boolean' | 'number' | 'string' | 'array' | 'object'

/** The JSON kind of a value; `null` for what JSON cannot say. */
function kindOf(value: unknown): Kind | null {
  if (value === null) return 'null'
  if (typeof value === 'boolean' || typeof value === 'string') return typeof value === 'string' ? 'string' : 'boolean'
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : null
  if (typeof value !== 'object') return null
  if (Array.isArray(value)) return 'array'
  const prototype: unknown = Object.getPrototypeOf(value)
  // An object of another realm has another Object.prototype, whose own prototype is null all the same.
  return prototype === null || Object.getPrototypeOf(prototype) === null ? 'object' : null
}

/** How a value is called in a fault. */
function nameOf(value: unknown): string {
  if (value === null) return 'nothing (null)'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string')
    return `the text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)}`
  if (typeof value === 'object') {
    const kind = Object.prototype.toString.call(value).slice(8, -1)
    return kindOf(value) === 'object' ? 'an object' : `a ${kind === 'Object' ? 'class instance' : kind}`
  }
  if (typeof value === 'function' || typeof value === 'symbol') return `a ${typeof value}`
  return String(value)
}

function fits(shape: Shape, kind: Kind, value: unknown): boolean {
  if (shape.enum !== undefined) return kind === 'string'
  if (shape.type === 'integer') return kind === 'number' && Number.isInteger(value)
  return shape.type === undefined || shape.type === kind
}

// The branches of one `anyOf` differ in kind, so the kind picks the one that the author meant.
function branchFor(branches: readonly Shape[], kind: Kind, value: unknown): Shape | undefined {
  return branches.find(branch => fits(branch, kind, value))
}

function expectedOf(shape: Shape): readonly string[] {
  if (shape.anyOf !== undefined) return shape.anyOf.flatMap(expectedOf)
  if (shape.enum !== undefined) return [`one of ${shape.enum.join(', ')}`]
  switch (shape.type) {
    case 'integer':
      return ['a whole number']
    case 'string':
      return ['a text']
    case 'array':
      return ['a list']
    case 'object':
      return ['an object']
    case 'boolean':
      return ['true or false']
    case 'null':
      return ['null']
    case 'number':
      return ['a number']
    default:
      return []
  }
}

const compiled = new Map<string, RegExp>()

// JSON Schema patterns are read with the `u` flag, as Ajv does.
function matches(pattern: string, value: string): boolean {
  let regex = compiled.get(pattern)
  if (regex === undefined) {
    regex = new RegExp(pattern, 'u')
    compiled.set(pattern, regex)
  }
  return regex.test(value)
}
