import { headerOf } from '../../body/media-type.ts'
import type { NamedValue } from '../places.ts'
import { asCode, type Code, type CodeContext, firstCode } from './as-code.ts'
import { NO_CODES, SURE_CODES, UNSURE_CODES } from './code-words.ts'
import { mayHoldCode } from './may-hold-code.ts'
import { leadingCode } from './find-message.ts'
import { heldBy, member } from './members.ts'
import { codeInDetail, googleReason, legacyReason, nestedCode } from './nested-code.ts'
import { isAnyReasonPhrase } from './reason-phrases.ts'
import { isToken, textOf } from './texts.ts'

/** The most specific code, and a broader one beside it. */
export interface FoundCode {
  readonly code: Code | null
  readonly category: string | null
}

/** The machine code of an error: the innermost layer first, then the words that only sometimes are codes. */
export function findCode(
  layers: readonly unknown[],
  context: CodeContext,
  preferred: readonly NamedValue[] = [],
): FoundCode {
  const first = firstCode(
    preferred
      .filter(({ name, value }) => name !== 'error' || !(typeof value === 'string' && isAnyReasonPhrase(value)))
      .map(({ name, value }) => [value, name === 'error' ? 'error' : 'code'] as const),
    context,
  )
  const detailed = first ?? googleReason(layers[0]) ?? nestedCode(layers[0], context)
  const code =
    detailed ??
    sureCode(layers, context) ??
    codeInDetail(layers, context) ??
    unsureCode(layers, context) ??
    (context.wording === null ? null : leadingCode(context.wording)) ??
    legacyReason(layers[0]) ??
    fromLabel(context) ??
    fromHeaders(context)
  return { code, category: code === null ? null : categoryOf(layers, code, context) }
}

function sureCode(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    const typed = member(layer, 'type')
    const code =
      typeof typed === 'string' && /^[\w.]+#\w+$/.test(typed)
        ? asCode(typed.slice(typed.indexOf('#') + 1), 'code', context)
        : null
    if (code !== null) return code
    const held = heldBy(layer, SURE_CODES)
    if (held.length === 0) continue
    const sure = firstCode(
      held.map(key => [member(layer, key), key] as const),
      { ...context, tellsStatus: tellsStatus(layer, context.status) },
    )
    if (sure !== null) return sure
  }
  return null
}

/** `{ status: 400, code: 425 }` */
function tellsStatus(layer: unknown, status: number): boolean {
  return ['status', 'statuscode', 'httpstatus'].some(key => {
    const value = member(layer, key)
    return (typeof value === 'number' || typeof value === 'string') && Number(value) === status
  })
}

function unsureCode(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    const code = firstCode(
      heldBy(layer, UNSURE_CODES)
        .filter(key => mayHoldCode(key, layer, layers, context))
        .map(key => [member(layer, key), key] as const),
      context,
    )
    if (code !== null) return code
  }
  return null
}

/** `{ badRequest: { code: 400, message } }`: the name of the only member is the code. */
function fromLabel({ label }: CodeContext): Code | null {
  if (label === null || !isToken(label) || NO_CODES.has(label.toLowerCase())) return null
  return /(?:[a-z][A-Z]|_|[A-Z][a-z]+[A-Z]|Fault|Exception|Error)/.test(label) &&
    !/^(?:xml|soap)?(?:error|fault)_?(?:response|message|details?)?$/i.test(label)
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

const CATEGORIES = ['type', 'errortype', 'category', 'status', 'class', 'family']

/** A second, broader word: `type` beside `code`. */
function categoryOf(layers: readonly unknown[], code: Code, context: CodeContext): string | null {
  for (const layer of layers) {
    for (const key of heldBy(layer, CATEGORIES)) {
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
