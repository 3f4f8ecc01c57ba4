import { LISTS } from './field-containers.ts'
import { namesField } from './field-item.ts'
import { isFragmentMap } from './fragment-map.ts'
import { hasAny, heldBy, isList, isRecord, member, membersOf, spell } from './members.ts'
import { withoutAsides } from './without-asides.ts'

/** The objects in which the facts of an error lie, the innermost first. */
export interface Envelope {
  /** The error itself, then what stands around it up to the body. */
  readonly layers: readonly unknown[]
  /** The member that held the core, where its name is a word of the API (`badRequest`). */
  readonly label: string | null
}

/** Members that hold the error itself: what they hold is believed. */
const ERRORS = [
  'error',
  'odataerror',
  'fault',
  'err',
  'exception',
  'erro',
  'erreur',
  'fehler',
  'errore',
  'failure',
] as const

/** Members that hold the error only where the object around them says nothing itself. */
const WRAPPERS = [
  'errors',
  'errorresponse',
  'response',
  'responsestatus',
  'detail',
  'messages',
  'usererrors',
  'errordetails',
  'reasons',
  'failures',
  'message',
  'problem',
  'meta',
  'status',
  'data',
  'result',
  'results',
  'body',
  'header',
  'responseheader',
  'head',
  'resultinfo',
  'issue',
  'erros',
  'errores',
  'erreurs',
  'errori',
] as const

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
  'descricao',
  'descripcion',
  'codice',
  'messaggio',
  'meldung',
  'libelle',
  'errordescription',
  'usermessage',
  'status',
  'name',
  'summary',
  'info',
  'sqlmessage',
]

const MAX_LAYERS = 5
/** A longer text is no error that somebody put into a string. */
const MAX_TEXT = 16_384

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

function unwrap(value: unknown, depth = 0): Step | null {
  if (depth > MAX_LAYERS) return null
  if (isList(value)) return firstOf(value)
  if (membersOf(value).names.length === 0) return null
  return (
    unwrapError(value) ??
    unwrapText(value) ??
    (saysSomething(value) ? null : (unwrapAround(value, depth) ?? unwrapOnly(value, depth)))
  )
}

/** `error`, `fault` and their like: an object, or a list of errors. */
function unwrapError(value: unknown): Step | null {
  for (const wrapper of heldBy(value, ERRORS)) {
    const inner = member(value, wrapper)
    if (isRecord(inner) && (hasAny(inner, SPEAKS) || hasAny(inner, ERRORS) || hasErrorWord(inner) || isWrapped(inner)))
      return { inner, label: null, isField: false }
    const first = isList(inner) && !saysSomething(value) ? firstOf(inner) : null
    if (first !== null) return first
  }
  return null
}

/** `error: { json: { message, code } }`: one more name around the error. */
function isWrapped(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  const inner = names.length === 1 ? map[names[0] ?? ''] : undefined
  return hasText(inner, ['message']) && hasText(inner, ['code'])
}

/** The whole error as a text in place of its sentence: `message: "{\"code\": …}"`. */
function unwrapText(value: unknown): Step | null {
  for (const key of ['message', 'error', 'detail', 'errormessage', 'body']) {
    const text = member(value, key)
    if (typeof text !== 'string' || text.length > MAX_TEXT || !/^\s*\{\s*"/.test(text)) continue
    const inner = parsed(text)
    if (isRecord(inner) && hasAny(inner, SPEAKS)) return { inner, label: null, isField: false }
  }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** `response`, `meta`, `data` and their like. */
function unwrapAround(value: unknown, depth: number): Step | null {
  for (const wrapper of heldBy(value, WRAPPERS)) {
    const inner = member(value, wrapper)
    const first = isList(inner) && wrapper !== 'messages' ? firstOfWrapped(inner, wrapper) : null
    if (first !== null) return first
    if (isRecord(inner) && speaksIn(inner, wrapper, value, depth)) return { inner, label: null, isField: false }
  }
  const inner = errorByName(value) ?? propertiesIn(value)
  return inner === null ? errorsByName(value) : { inner, label: null, isField: false }
}

/** A list of coded errors that no list of names has: `tppMessages`. */
function errorsByName(value: unknown): Step | null {
  const { spelled, value: map } = membersOf(value)
  for (const [spelling, name] of spelled) {
    const list = map[name]
    if (!isList(list) || !/(?:messages?|errors?|faults?|failures|problems)$/.test(spelling) || isOfFields(spelling))
      continue
    const [first] = withoutAsides(list)
    if (hasText(first, ['code', 'errorcode']) && hasText(first, ['message', 'text', 'description']))
      return firstOf(list)
  }
  return null
}

function isOfFields(spelling: string): boolean {
  return /field|inner|validation|^(?:general|global|form|object)/.test(spelling)
}

/** A wrapper that no list has, and whose name says what it is: `detailedError`. */
function errorByName(value: unknown): Readonly<Record<string, unknown>> | null {
  const { spelled, value: map } = membersOf(value)
  for (const [spelling, name] of spelled) {
    const inner = map[name]
    if (/(?:error|exception|fault)$/.test(spelling) && !isOfFields(spelling) && isRecord(inner) && hasText(inner, SAYS))
      return inner
  }
  return null
}

/** Siren: what an entity says lies in `properties`, beside its `class`. */
function propertiesIn(value: unknown): Readonly<Record<string, unknown>> | null {
  const inner = member(value, 'properties')
  return isRecord(inner) && isList(member(value, 'class')) && hasText(inner, SAYS) ? inner : null
}

/** Wrappers whose lists hold errors and nothing else. */
const LISTED = new Set([
  'errors',
  'usererrors',
  'errordetails',
  'reasons',
  'failures',
  'detail',
  'problem',
  'issue',
  'erros',
  'errores',
  'erreurs',
  'errori',
])

/** A list of results is a list of errors only where the first of them says that it is one. */
function firstOfWrapped(list: readonly unknown[], wrapper: string): Step | null {
  if (LISTED.has(wrapper)) return firstOf(list)
  const first = list[0]
  const isError =
    hasText(first, ['error']) ||
    (hasText(first, ['code', 'errorcode']) && hasText(first, ['message', 'text', 'description']))
  return isError && !namesField(first) ? { inner: first, label: null, isField: false } : null
}

/** Names of lists of errors. Any other is the field that the listed errors are about. */
const HOLDS_ERRORS = /err|fault|exception|fail|problem|messag|issue|violation|result|response|status|data|detail|info/i

/** The only member of an object: its name may be the code (`{ badRequest: { message } }`). */
function unwrapOnly(value: unknown, depth: number): Step | null {
  const { names, value: map } = membersOf(value)
  const only = names.length === 1 ? names[0] : undefined
  const inner = only === undefined ? undefined : map[only]
  if (isList(inner)) return only !== undefined && HOLDS_ERRORS.test(only) ? firstOfWrapped(inner, 'only') : null
  if (only === undefined || !isRecord(inner) || (depth > 0 && !HOLDS_ERRORS.test(only))) return null
  // ASP.NET's model state as it is in memory: the name is that of a field.
  if (hasAny(inner, ['attemptedvalue', 'rawvalue'])) return null
  if (!saysSomething(inner) && unwrap(inner, depth + 1) !== null) return { inner, label: null, isField: false }
  if (!hasAny(inner, ['message', 'code', 'msg', 'errormessage', 'errorcode', 'faultstring', 'messageid'])) return null
  if (typeof member(inner, 'message') === 'object') return null
  // `parameterViolations` says what kind of things it holds, not which error it is.
  return { inner, label: LISTS.includes(spell(only)) ? null : only, isField: false }
}

const SAYS = [
  'message',
  'code',
  'msg',
  'errormessage',
  'errorcode',
  'errordetail',
  'detail',
  'statusdesc',
  'statusmessage',
  'resultmessage',
  'resultmsg',
  'resultcode',
] as const

function speaksIn(inner: unknown, wrapper: string, around: unknown, depth: number): boolean {
  if (!saysSomething(inner) && wrapper !== 'detail' && unwrap(inner, depth + 1) !== null) return true
  switch (wrapper) {
    case 'errors':
    case 'detail':
    case 'messages':
      return (
        (hasText(inner, ['message', 'code', 'msg', 'detail', 'resultcode', 'text', 'description']) ||
          isOnlyError(inner)) &&
        !holdsMaps(inner) &&
        !isFragmentMap(inner)
      )
    case 'data':
    case 'result':
    case 'body':
      return (
        hasText(inner, ['message', 'error', 'msg', 'errormessage']) &&
        (isFailure(around) || typeof member(inner, 'errors') === 'object')
      )
    case 'status':
      return hasText(inner, ['message', 'error', 'code', 'msg', 'errormessage', 'errorcode', 'statusmessage', 'detail'])
    case 'response':
      return hasText(inner, SAYS) || hasErrorWord(inner)
    default:
      return hasText(inner, SAYS) || listsSentences(inner)
  }
}

/** `messages: { error: "…" }` (CodeIgniter) */
function isOnlyError(inner: unknown): boolean {
  return membersOf(inner).names.length === 1 && typeof member(inner, 'error') === 'string'
}

/** `meta: { errors: ["…"] }` */
function listsSentences(inner: unknown): boolean {
  const list = member(inner, 'errors')
  return isList(list) && list.length > 0 && list.every(text => typeof text === 'string')
}

/** `success: false` and its like. */
function isFailure(value: unknown): boolean {
  return (
    ['success', 'ok', 'succeeded', 'issuccess'].some(flag => member(value, flag) === false) ||
    member(value, 'status') === 'error'
  )
}

/** A member that only an error has, whatever it is called in full: `briefSummary`, `errorKey`. */
function hasErrorWord(value: unknown): boolean {
  const { spelled, value: map } = membersOf(value)
  return [...spelled].some(
    ([spelling, name]) =>
      typeof map[name] === 'string' && /(?:message|msg|summary|code|errorkey|errorname|statuscode)$/.test(spelling),
  )
}

function hasText(value: unknown, spellings: readonly string[]): boolean {
  return spellings.some(spelling => {
    const kind = typeof member(value, spelling)
    return kind === 'string' || kind === 'number'
  })
}

function holdsMaps(value: unknown): boolean {
  const { names, value: map } = membersOf(value)
  return names.length > 1 && names.every(name => isList(map[name]))
}

/** Whether the object itself carries a sentence. */
function saysSomething(value: unknown): boolean {
  return heldBy(value, SENTENCES).some(spelling => typeof member(value, spelling) === 'string')
}

const SENTENCES = [
  'message',
  'msg',
  'errormessage',
  'errordescription',
  'description',
  'errorsummary',
  'detail',
  'faultstring',
]

/** A list of errors: its first item stands for the whole where it names no field. */
function firstOf(all: readonly unknown[]): Step | null {
  const list = withoutAsides(all)
  const first = list[0]
  if (!isRecord(first) || !(hasAny(first, SPEAKS) || isRecord(member(first, 'error')))) return null
  if (namesField(member(first, 'error'))) return null
  if (!namesField(first)) return { inner: first, label: null, isField: false }
  const isOnly = list.length === 1 && typeof member(first, 'path') !== 'object' && hasText(first, ['code', 'datacode'])
  return isOnly ? { inner: first, label: null, isField: true } : null
}
