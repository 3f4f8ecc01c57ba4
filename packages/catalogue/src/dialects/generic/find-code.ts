import type { NamedValue } from '../places.ts'
import { headerOf } from '../../body/media-type.ts'
import type { WireResponse } from '../../wire.ts'
import { isList, isRecord, member } from './members.ts'
import { isAnyReasonPhrase, isKnownStatus, statusOfPhrase } from './reason-phrases.ts'
import { isClassName, isScreaming, isSentence, isToken, isUrl, textOf } from './texts.ts'

export type Code = string | number

/** The most specific code, and a broader one beside it. */
export interface FoundCode {
  readonly code: Code | null
  readonly category: string | null
}

/** What the search for a code needs to know about the error. */
export interface CodeContext {
  readonly status: number
  readonly wording: string | null
  readonly label: string | null
  readonly headers: WireResponse['headers']
  /** Whether the body said nothing: then the headers are asked. */
  readonly isBare: boolean
}

/** Members that hold a code and nothing else. */
const SURE = [
  'apierrorcode',
  'errorcode',
  'serviceerrorcode',
  'ecode',
  'errornum',
  'code',
  'errcode',
  'messageid',
  'messagecode',
  'msgcode',
  'resultcode',
  'returncode',
  'retcode',
  'responsecode',
  'reasoncode',
  'faultcode',
  'exceptioncode',
  'subcode',
  'internalcode',
  'statuskey',
  'errorkey',
  'errorkind',
  'errortype',
  'codigo',
  'codigoerro',
  'fehlercode',
  'errorname',
  'errno',
  'errornum',
  'scimtype',
  'typekey',
  'errorid',
  'classname',
] as const

/** Members that hold a code as often as something else: only a token is taken. */
const UNSURE = [
  'type',
  'reason',
  'error',
  'status',
  'id',
  'errors',
  'key',
  'slug',
  'kind',
  'name',
  'tag',
  'symbol',
  'identifier',
  'errornumber',
  'statuscode',
  'title',
  'result',
  'message',
  'category',
] as const

/** Words that stand in such a member without naming an error. */
const NO_CODES = new Set([
  'error',
  'errors',
  'error.list',
  'fail',
  'failed',
  'failure',
  'false',
  'true',
  'status',
  'exception',
  'object',
  'fault',
  'ok',
  'null',
  'none',
  'undefined',
  'client',
  'server',
  'about:blank',
  'err',
  'sender',
  'receiver',
  'list',
  'document',
  'api_error_response',
])

/** The machine code of an error: the innermost layer first, then the words that only sometimes are codes. */
export function findCode(
  layers: readonly unknown[],
  context: CodeContext,
  preferred: readonly NamedValue[] = [],
): FoundCode {
  const first = firstCode(
    preferred
      .filter(({ name, value }) => name !== 'error' || !isAnyReasonPhrase(String(value)))
      .map(({ name, value }) => [value, name === 'error' ? 'error' : 'code'] as const),
    context,
  )
  const detailed = first ?? googleReason(layers[0]) ?? nestedCode(layers[0], context)
  const code =
    detailed ??
    sureCode(layers, context) ??
    codeInDetail(layers, context) ??
    unsureCode(layers, context) ??
    legacyReason(layers[0]) ??
    fromLabel(context) ??
    fromHeaders(context)
  return { code, category: code === null ? null : categoryOf(layers, code, context) }
}

function firstCode(pairs: readonly (readonly [unknown, string])[], context: CodeContext): Code | null {
  for (const [value, key] of pairs) {
    const code = asCode(value, key, context)
    if (code !== null) return code
  }
  return null
}

function sureCode(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    const typed = member(layer, 'type')
    const code =
      typeof typed === 'string' && /^[\w.]+#\w+$/.test(typed)
        ? asCode(typed.slice(typed.indexOf('#') + 1), 'code', context)
        : null
    if (code !== null) return code
    const sure = firstCode(
      SURE.map(key => [member(layer, key), key] as const),
      context,
    )
    if (sure !== null) return sure
  }
  return null
}

function unsureCode(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    const code = firstCode(
      UNSURE.filter(key => mayHoldCode(key, layer, layers, context)).map(key => [member(layer, key), key] as const),
      context,
    )
    if (code !== null) return code
  }
  return null
}

/** Some members are only a code beside others. */
function mayHoldCode(key: string, layer: unknown, layers: readonly unknown[], context: CodeContext): boolean {
  const text = textOf(member(layer, key))
  if (text === null)
    return key === 'errornumber' || key === 'statuscode' || (key === 'error' && context.wording !== null)
  return HOLDS_CODE[key]?.(text, layer, layers, context) ?? true
}

type Holds = (text: string, layer: unknown, layers: readonly unknown[], context: CodeContext) => boolean

const noPhrase: Holds = text => !isAnyReasonPhrase(text)
const wordChain: Holds = (text, _, __, { wording }) => wording !== null && isWordChain(text)
const besideWording: Holds = (text, _, __, { wording }) => wording !== null && isToken(text)
const screaming: Holds = text => isScreaming(text)

const HOLDS_CODE: Readonly<Record<string, Holds>> = {
  error: noPhrase,
  statuscode: () => false,
  errors: noPhrase,
  reason: (text, _, __, { wording }) => text !== wording,
  status: isStatusWord,
  message: screaming,
  result: screaming,
  title: text => isScreaming(text) || isSnake(text),
  id: (text, layer, layers, context) =>
    /^\d{1,6}$/.test(text) ? layers.length > 1 && layer === layers[0] : wordChain(text, layer, layers, context),
  key: wordChain,
  tag: wordChain,
  identifier: wordChain,
  name: (text, layer, layers) => isScreaming(text) || isSnake(text) || isNamedError(text, layer, layers),
  kind: besideWording,
  category: besideWording,
}

function isSnake(text: string): boolean {
  return /^[a-z]+(?:_[a-z]+)+$/.test(text)
}

/** `NOT_FOUND` inside an error is a code (Google); beside the message of a flat body it only repeats the status. */
function isStatusWord(text: string, layer: unknown, layers: readonly unknown[]): boolean {
  if (isSnake(text)) return layer !== layers.at(-1)
  if (!isScreaming(text) && !/^[A-Z_]{4,}$/.test(text)) return false
  return layer !== layers.at(-1) || statusOfPhrase(text) === null
}

function isWordChain(text: string): boolean {
  return /^[A-Za-z]+(?:[_.-][A-Za-z]+)*$/.test(text)
}

/** Strapi and Contentful name the error where others put the class: an envelope with its data set to null says so. */
function isNamedError(text: string, layer: unknown, layers: readonly unknown[]): boolean {
  if (!/^[A-Z][A-Za-z]+Error$/.test(text)) return false
  return layers.some(outer => outer !== layer && isRecord(outer) && outer.data === null)
}

/** A code as it was sent; `null` for a status, a reason phrase, a class name, a sentence. */
export function asCode(value: unknown, key: string, { status, wording }: CodeContext): Code | null {
  if (typeof value === 'number') return asNumber(value, key, status)
  const text = textOf(value)
  if (text === null || text.length > 200 || isUrl(text) || (text === wording && !isScreaming(text))) return null
  if (/^-?\d+$/.test(text)) return asDigits(text, key, status)
  if (NO_CODES.has(text.toLowerCase()) || isClassName(text)) return null
  if (key === 'error' || key === 'errors') return isToken(text) ? text : null
  if (key === 'errorid') return null
  if (key === 'code' && wording !== null && /^[a-z]+(?: [a-z]+){1,3}$/.test(text)) return text
  if (isSentence(text)) return null
  return isToken(text) || /^[\w.:/#\-[\]()]+$/.test(text) ? text : null
}

function asNumber(value: number, key: string, status: number): number | null {
  if (!Number.isFinite(value) || value === 0 || !NUMBER_KEYS.has(key)) return null
  return isStatusLike(value, key, status) ? null : value
}

function asDigits(text: string, key: string, status: number): string | null {
  if (key === 'errorid' || /^-?0+$/.test(text) || isStatusLike(Number(text), key, status)) return null
  return text
}

const NUMBER_KEYS = new Set([
  'code',
  'errorcode',
  'errcode',
  'errno',
  'errornum',
  'errornumber',
  'resultcode',
  'returncode',
  'retcode',
  'responsecode',
  'apierrorcode',
  'codigo',
  'reasoncode',
  'subcode',
  'messagecode',
  'internalcode',
  'statuskey',
  'serviceerrorcode',
  'errorid',
  'error',
  'statuscode',
])

/** A number that is the status; under a name that other APIs use for it, any status. */
function isStatusLike(value: number, key: string, status: number): boolean {
  if (value === status) return true
  if (key === 'statuscode') return value >= 100 && value < 600
  return (key === 'code' || key === 'error' || key === 'status') && (value === 200 || isKnownStatus(value))
}

/** tRPC, GraphQL, Contentful: the word lies one level deeper than the number. */
function nestedCode(core: unknown, context: CodeContext): Code | null {
  const data = member(core, 'data')
  if (isRecord(data) && typeof data.httpStatus === 'number') return asCode(data.code, 'code', context)
  const extensions = member(core, 'extensions')
  if (isRecord(extensions)) return asCode(extensions.code, 'code', context)
  const sys = member(core, 'sys')
  return isRecord(sys) && sys.type === 'Error' ? asCode(sys.id, 'code', context) : null
}

/** Google before AIP-193: `errors: [{ domain, reason, message }]` beside the message. */
function legacyReason(core: unknown): Code | null {
  const errors = member(core, 'errors')
  const first: unknown = isList(errors) ? errors[0] : null
  const reason = isRecord(first) && typeof first.domain === 'string' ? textOf(first.reason) : null
  return reason !== null && isToken(reason) ? reason : null
}

/** Apigee: `detail: { errorcode }` beside the sentence. */
function codeInDetail(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    for (const key of ['detail', 'details', 'errorinfo']) {
      const detail = member(layer, key)
      const code = isRecord(detail)
        ? firstCode(
            [
              [member(detail, 'errorcode'), 'errorcode'],
              [member(detail, 'code'), 'code'],
            ],
            context,
          )
        : null
      if (code !== null) return code
    }
  }
  return null
}

/** AIP-193: the reason in `ErrorInfo` says more than the status word. */
function googleReason(core: unknown): Code | null {
  const details = member(core, 'details')
  if (!isList(details)) return null
  for (const detail of details.slice(0, 20)) {
    if (isRecord(detail) && String(detail['@type']).endsWith('google.rpc.ErrorInfo')) return textOf(detail.reason)
  }
  return null
}

/** `{ badRequest: { code: 400, message } }`: the name of the only member is the code. */
function fromLabel({ label }: CodeContext): Code | null {
  if (label === null || !isToken(label) || NO_CODES.has(label.toLowerCase())) return null
  return /(?:[a-z][A-Z]|_|[A-Z][a-z]+[A-Z]|Fault|Exception|Error)/.test(label) &&
    !/^(?:error|fault)_?(?:response|message|details?)$/i.test(label)
    ? label
    : null
}

/** Headers that carry the code; a challenge only where the body said nothing. */
function fromHeaders({ headers, isBare }: CodeContext): Code | null {
  for (const name of ['x-amzn-errortype', 'x-ms-error-code', 'x-error-code', 'error-code', 'x-api-error-code']) {
    const text = headerOf(headers, name)
    const code = text === null ? null : (text.split(/[:;,\s]/)[0] ?? null)
    if (code !== null && isToken(code)) return code.slice(code.lastIndexOf('#') + 1)
  }
  if (!isBare) return null
  const challenge = headerOf(headers, 'www-authenticate')
  const found = challenge === null ? null : /\berror="?([a-z][\w.-]{0,80})"?(?:[,\s]|$)/.exec(challenge.slice(0, 2000))
  return found?.[1] ?? null
}

/** A second, broader word: `type` beside `code`. */
function categoryOf(layers: readonly unknown[], code: Code, context: CodeContext): string | null {
  for (const layer of layers) {
    for (const key of ['type', 'errortype', 'category', 'status', 'class', 'family']) {
      const value = textOf(member(layer, key))
      if (
        value === null ||
        (value === code && member(layer, 'code') !== code) ||
        value.includes('#') ||
        NO_CODES.has(value.toLowerCase())
      )
        continue
      if (key === 'status' && !/^[A-Z]+(?:_[A-Z]+)+$/.test(value)) continue
      const word = asCode(value, key, context)
      if (typeof word === 'string' && isToken(word) && !isAnyReasonPhrase(word)) return word
    }
  }
  return null
}
