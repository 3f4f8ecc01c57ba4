import type { LegacyField, LegacyScope, PathSegment } from '@problemshift/catalogue'

/** What an error that was thrown, or sent, tells beyond the body that was made of it. */
export interface Thrown {
  readonly code: string | null
  readonly message: string | null
  /** Fields of a failed validation, as Ajv reported them; empty when it was none. */
  readonly fields: readonly LegacyField[]
  /** What another validator (Joi, Zod, Yup) listed, as JSON for a dialect to read; `null` when there is no list. */
  readonly issues: string | null
  readonly scope: LegacyScope | null
  readonly kind: 'validation' | 'json-syntax' | 'fault' | 'other'
}

const SCOPES: Readonly<Record<string, LegacyScope>> = {
  body: 'body',
  querystring: 'query',
  query: 'query',
  params: 'path',
  headers: 'header',
}

// What Ajv calls the member that an error of the whole object is really about.
const NAMED_MEMBER = ['missingProperty', 'additionalProperty', 'unevaluatedProperty', 'propertyName']

const NOTHING: Thrown = { code: null, message: null, fields: [], issues: null, scope: null, kind: 'other' }
const LISTS = ['details', 'issues', 'inner']

/** Reads the stashed original; its type is anybody's guess, since anything can be thrown. */
export function readThrown(value: unknown): Thrown {
  if (typeof value === 'string') return { ...NOTHING, message: value }
  const code = memberOf(value, 'code')
  const message = memberOf(value, 'message')
  const fields = readValidation(value)
  return {
    code: typeof code === 'string' && code !== '' ? code : null,
    message: typeof message === 'string' && message !== '' ? message : null,
    fields,
    issues: fields.length > 0 ? null : readIssues(value),
    scope: scopeOf(value),
    kind: kindOf(value, fields),
  }
}

function kindOf(value: unknown, fields: readonly LegacyField[]): Thrown['kind'] {
  if (fields.length > 0) return 'validation'
  if (isJsonSyntax(value)) return 'json-syntax'
  return isFault(value) ? 'fault' : 'other'
}

// The engine throws these for a mistake in the program; whoever means one for a client gives it a status.
function isFault(value: unknown): boolean {
  const isEngines = value instanceof TypeError || value instanceof RangeError || value instanceof ReferenceError
  return isEngines && memberOf(value, 'statusCode') === undefined && memberOf(value, 'status') === undefined
}

function readValidation(value: unknown): readonly LegacyField[] {
  const validation = memberOf(value, 'validation')
  if (!Array.isArray(validation)) return []
  const scope = scopeOf(value)
  return validation.map(fault => readFault(fault, scope))
}

function scopeOf(value: unknown): LegacyScope | null {
  const context = memberOf(value, 'validationContext')
  return typeof context === 'string' && Object.hasOwn(SCOPES, context) ? (SCOPES[context] ?? null) : null
}

function readIssues(value: unknown): string | null {
  for (const name of LISTS) {
    const list = memberOf(value, name)
    if (!Array.isArray(list) || list.length === 0) continue
    try {
      return JSON.stringify({ [name]: list })
    } catch {
      // A cycle in a value that was rejected: the sentence has to do.
      return null
    }
  }
  return null
}

function readFault(fault: unknown, scope: LegacyScope | null): LegacyField {
  const pointer = memberOf(fault, 'instancePath')
  const keyword = memberOf(fault, 'keyword')
  const message = memberOf(fault, 'message')
  const path = typeof pointer === 'string' ? splitPointer(pointer, scope) : []
  const named = namedMember(memberOf(fault, 'params'))
  return {
    scope,
    scopeSource: scope === null ? 'inferred' : 'explicit',
    path: named === null ? path : [...path, named],
    code: typeof keyword === 'string' ? keyword : null,
    message: typeof message === 'string' ? message : null,
  }
}

/** RFC 6901. Only a body has lists; `/0` of a query is a name. */
function splitPointer(pointer: string, scope: LegacyScope | null): readonly PathSegment[] {
  return pointer
    .split('/')
    .slice(1)
    .map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((segment, at) => (/^\d{1,9}$/.test(segment) && (scope === 'body' || at > 0) ? Number(segment) : segment))
}

function namedMember(params: unknown): string | null {
  for (const name of NAMED_MEMBER) {
    const member = memberOf(params, name)
    if (typeof member === 'string') return member
  }
  return null
}

// Fastify 5.0 lets the engine's own text through, where later versions have FST_ERR_CTP_INVALID_JSON_BODY.
function isJsonSyntax(value: unknown): boolean {
  return value instanceof SyntaxError && memberOf(value, 'statusCode') === 400
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Reflect.get(value, name)
}
