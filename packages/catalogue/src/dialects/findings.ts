import type { LegacyError } from '../legacy-error.ts'
import type { LegacyBody } from '../wire.ts'
import type { Places } from './dialect.ts'
import { isDump } from './generic/debug-members.ts'
import { readPlaces } from './generic/declared-fields.ts'
import { envelopeOf } from './generic/envelope.ts'
import { fieldAtError } from './generic/field-at-error.ts'
import { findCode } from './generic/find-code.ts'
import { findDocs } from './generic/find-docs.ts'
import type { FieldContext } from './generic/field-context.ts'
import { findFields } from './generic/find-fields.ts'
import { readTree } from './generic/field-tree.ts'
import { findHint } from './generic/find-hint.ts'
import { findLanguage } from './generic/find-language.ts'
import { filled, findMessage, undecorated } from './generic/find-message.ts'
import { findRetry } from './generic/find-retry.ts'
import { findStatus } from './generic/find-status.ts'
import { findTrace } from './generic/find-trace.ts'
import { findWord } from './generic/find-word.ts'
import type { FoundField } from './generic/found-field.ts'
import { traceInSentence } from './generic/trace-in-text.ts'
import { isProgrammersDump } from './generic/field-sentence.ts'
import { isRecord, member } from './generic/members.ts'
import { isReasonPhrase } from './generic/reason-phrases.ts'
import { isBareMap } from './generic/root-map.ts'
import { type NamedValue, namedValue, valuesAt } from './places.ts'

/** Everything that a body says, before anything was made safe. */
export interface Findings extends Omit<LegacyError, 'dialect' | 'message' | 'fields' | 'leaks'> {
  /** What says more than the status. */
  readonly sentence: string | null
  readonly fields: readonly FoundField[]
  /** Whether the message is the text of something thrown, not written for clients. */
  readonly isThrown: boolean
}

/** Reads a parsed value: the places of the dialect first, and where they hold nothing, by the words of the members. */
export function findIn(value: unknown, body: LegacyBody, places: Places): Findings {
  if (isBareMap(value, body.status)) return bareMap(value, body)
  const { layers, label } = envelopeOf(value)
  const at = (paths: readonly string[] = []) => {
    const named: NamedValue[] = []
    for (const path of paths) {
      for (const found of valuesAt(value, path).slice(0, 20)) named.push(namedValue(path, found))
    }
    return named
  }
  const hasMessage = places.message?.length !== 0
  const { wording, sentence, isListed } = hasMessage ? findMessage(layers, body.status, at(places.message)) : NO_MESSAGE
  const context = { status: body.status, wording, label, headers: body.headers, isBare: sentence === null }
  const hasCode = places.code?.length !== 0
  const { code: told, category } = hasCode ? findCode(layers, context, at(places.code)) : NO_CODE
  const { status, statusSource } = findStatus(body.status, layers, told, wording, body.headers, at(places.status))
  const fields = fieldsIn(value, layers, places, { status, wording: isListed ? null : wording, code: told })
  const code = told ?? codeOfRepeated(fields, sentence)
  const isField =
    isListed &&
    fields.some(field => field.path.length > 0 && field.message !== null && sentence?.includes(field.message))
  const said =
    sentence === null || isField || isProgrammersDump(sentence)
      ? null
      : undecorated(filled(sentence, parametersIn(layers)))
  // Written out, here and wherever each error passes: a spread costs more than the search for a member.
  return {
    status,
    statusSource,
    wording,
    word: findWord(layers),
    sentence: said,
    code,
    category,
    traceId: findTrace(layers, body.headers, at(places.trace)) ?? traceInSentence(wording),
    retryAfter: findRetry(layers, body, wording, at(places.retry)),
    docUrl: findDocs(layers, at(places.docs)),
    hint: findHint(layers, at(places.hint)),
    language: findLanguage(layers, body.headers),
    fields,
    isThrown: isDump(layers) || isDefaultAnswer(layers, body.status),
  }
}

/** The shape has no place for a sentence: the ones in it belong to fields. */
const NO_MESSAGE = { wording: null, sentence: null, isListed: false }

const NO_CODE = { code: null, category: null }

function bareMap(value: unknown, body: LegacyBody): Findings {
  return {
    ...findStatus(body.status, [], null, null, body.headers),
    ...NO_CODE,
    wording: null,
    sentence: null,
    traceId: findTrace([], body.headers),
    retryAfter: findRetry([], body, null),
    docUrl: null,
    hint: null,
    language: findLanguage([], body.headers),
    fields: readTree(value),
    isThrown: false,
  }
}

function fieldsIn(
  value: unknown,
  layers: readonly unknown[],
  places: Places,
  context: FieldContext,
): readonly FoundField[] {
  const declared = readPlaces(value, places.fields ?? [], context)
  if (declared.length > 0) return declared
  const found = findFields(layers, context)
  if (found.length > 0) return found
  return fieldAtError(layers, context.wording, context.code, context.status)
}

/** `{ message, errors: [{ code, message }] }` with one sentence twice: the listed one is the error itself. */
function codeOfRepeated(fields: readonly FoundField[], sentence: string | null): string | number | null {
  if (sentence === null) return null
  const repeated = fields.find(field => field.scope === 'global' && field.message === sentence && field.code !== null)
  return repeated?.code ?? null
}

function parametersIn(layers: readonly unknown[]): unknown {
  return layers.map(layer => member(layer, 'parameters')).find(value => value !== undefined)
}

/** `{ error: "Internal Server Error", message }`: a framework's own answer to whatever was thrown. */
function isDefaultAnswer(layers: readonly unknown[], status: number): boolean {
  return layers.some(layer => {
    const phrase = isRecord(layer) ? layer.error : null
    return typeof phrase === 'string' && status >= 500 && isReasonPhrase(phrase, status)
  })
}
