import { readableText } from '../readable-text.ts'
import type { LegacyBody } from '../wire.ts'
import type { Findings } from './findings.ts'
import { findCode } from './generic/find-code.ts'
import { fieldsInSentence, MESSAGE_NOTATIONS } from './generic/field-sentence.ts'
import { findLanguage } from './generic/find-language.ts'
import { findRetry } from './generic/find-retry.ts'
import { findStatus } from './generic/find-status.ts'
import { asTrace, findTrace } from './generic/find-trace.ts'
import { isToken, textOf } from './generic/texts.ts'

/** Reads a body that is a text for people: plain, HTML, or an XML that no key list understands. */
export function findInText(body: LegacyBody): Findings {
  const readable = readableText(body)
  const raw =
    body.kind === 'text' || body.kind === 'json' ? textOf(typeof body.json === 'string' ? body.json : body.text) : null
  const sentence =
    readable === null
      ? null
      : readable
          .replace(/^(?:ERROR|Error|error|FATAL|Fehler|Erro|Message): +(?=\S)/, '')
          .replace(/^[=\-*_#]{3,200}\s+/, '')
  const word =
    raw !== null && /^[a-z]+(?:_[a-z]+)+$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(raw) && isToken(raw) ? raw : null
  const context = {
    status: body.status,
    wording: sentence,
    label: null,
    headers: body.headers,
    isBare: sentence === null,
  }
  const code = findCode([], context).code ?? word
  return {
    ...findStatus(body.status, [], code, sentence ?? body.text.slice(0, 2000), body.headers),
    wording: raw ?? sentence,
    sentence: word === null ? sentence : null,
    code,
    category: null,
    traceId: findTrace([], body.headers) ?? traceInText(body),
    retryAfter: findRetry([], body.headers),
    docUrl: null,
    hint: null,
    language: findLanguage([], body.headers),
    fields: sentence === null ? [] : fieldsInSentence(sentence, MESSAGE_NOTATIONS),
    isThrown: body.kind === 'text' && body.status === 500,
  }
}

/** `Request ID: …` at the foot of an error page. */
function traceInText(body: LegacyBody): string | null {
  if (body.kind !== 'html') return null
  const text = body.text.slice(0, 65_536).replace(/<[^>]{0,500}>/g, ' ')
  return asTrace(
    /\b(?:request|trace|correlation|incident|support|reference|error) ?id\s{0,4}[:#]\s{0,8}([\w=+/.-]{6,100})/i.exec(
      text,
    )?.[1],
  )
}
