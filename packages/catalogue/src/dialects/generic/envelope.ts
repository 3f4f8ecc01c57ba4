import { namesField } from './field-item.ts'
import { hasAny, isList, isRecord, member, membersOf } from './members.ts'

/** The objects in which the facts of an error lie, the innermost first. */
export interface Envelope {
  /** The error itself, then what stands around it up to the body. */
  readonly layers: readonly unknown[]
  /** The member that held the core, where its name is a word of the API (`badRequest`). */
  readonly label: string | null
}

const WRAPPERS = [
  'error',
  'fault',
  'err',
  'exception',
  'errors',
  'errorresponse',
  'response',
  'responsestatus',
  'detail',
  'messages',
  'usererrors',
  'problem',
  'meta',
  'status',
  'erro',
  'fehler',
  'erreur',
]

/** What makes an object an error rather than a map of fields. */
const SPEAKS = [
  'message',
  'msg',
  'code',
  'errorcode',
  'errormessage',
  'errormsg',
  'detail',
  'description',
  'reason',
  'type',
  'title',
  'text',
  'faultstring',
  'mensagem',
  'mensaje',
  'codigo',
  'errordescription',
  'usermessage',
  'status',
  'name',
  'summary',
  'info',
  'sqlmessage',
]

const MAX_LAYERS = 5

/** Unwraps one envelope after the other until the error itself is reached. */
export function envelopeOf(body: unknown): Envelope {
  const around: unknown[] = []
  let core = body
  let label: string | null = null
  while (around.length < MAX_LAYERS) {
    const step = unwrap(core)
    if (step === null) break
    around.unshift(core)
    label = step.label ?? label
    if (step.isField) return { layers: [...around, step.inner], label }
    core = step.inner
  }
  return { layers: [core, ...around], label }
}

interface Step {
  readonly inner: unknown
  readonly label: string | null
  /** The only field error of a body that says nothing else: it speaks for the error where the rest is silent. */
  readonly isField: boolean
}

function unwrap(value: unknown): Step | null {
  if (isList(value)) return firstOf(value)
  if (membersOf(value).names.length === 0) return null
  for (const wrapper of WRAPPERS) {
    const inner = member(value, wrapper)
    if (isRecord(inner) && speaksIn(inner, wrapper, value)) return { inner, label: null, isField: false }
    if (isList(inner) && wrapper !== 'messages' && !saysSomething(value)) {
      const first = firstOf(inner)
      if (first !== null) return first
    }
  }
  return unwrapOnly(value)
}

/** A list of results that are errors, or an object that is the only member of the one around it. */
function unwrapOnly(value: unknown): Step | null {
  const { names, value: map } = membersOf(value)
  const results = member(value, 'results')
  if (isList(results) && hasText(results[0], ['error'])) return { inner: results[0], label: null, isField: false }
  const only = names.length === 1 ? names[0] : undefined
  const inner = only === undefined ? undefined : map[only]
  if (only === undefined || !isRecord(inner)) return null
  if (WRAPPERS.slice(0, 4).some(wrapper => isRecord(member(inner, wrapper))))
    return { inner, label: null, isField: false }
  if (!hasAny(inner, ['message', 'code', 'msg', 'errormessage', 'errorcode'])) return null
  return typeof member(inner, 'message') === 'object' ? null : { inner, label: only, isField: false }
}

/** `status`, `meta` and the like hold an error only where the object around them says nothing itself. */
function speaksIn(inner: unknown, wrapper: string, around: unknown): boolean {
  if (wrapper === 'errors' || wrapper === 'detail' || wrapper === 'messages') {
    return (
      !saysSomething(around) &&
      hasText(inner, ['message', 'code', 'msg', 'detail', 'resultcode', 'text', 'description']) &&
      !holdsMaps(inner)
    )
  }
  if (wrapper === 'error' || wrapper === 'fault' || wrapper === 'err' || wrapper === 'exception')
    return hasAny(inner, SPEAKS) || hasAny(inner, WRAPPERS)
  return (
    !saysSomething(around) &&
    hasText(inner, ['message', 'code', 'msg', 'errormessage', 'errorcode', 'errordetail', 'statusmessage'])
  )
}

function hasText(value: unknown, spellings: readonly string[]): boolean {
  return spellings.some(spelling => ['string', 'number'].includes(typeof member(value, spelling)))
}

function holdsMaps(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  return names.length > 1 && names.every(name => isList(map[name]))
}

/** Whether the object itself carries a sentence. */
function saysSomething(value: unknown): boolean {
  return hasText(value, [
    'message',
    'msg',
    'errormessage',
    'errordescription',
    'description',
    'errorsummary',
    'faultstring',
  ])
}

/** A list of errors: its first item stands for the whole where it names no field. */
function firstOf(list: readonly unknown[]): Step | null {
  const first = list[0]
  if (!isRecord(first) || !hasAny(first, SPEAKS)) return null
  if (!namesField(first)) return { inner: first, label: null, isField: false }
  const isOnly = list.length === 1 && typeof member(first, 'path') !== 'object' && hasText(first, ['code'])
  return isOnly ? { inner: first, label: null, isField: true } : null
}
