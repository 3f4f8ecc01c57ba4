import { decodeEntities } from '../markup/decode-entities.ts'
import { readableText } from '../readable-text.ts'
import type { LegacyBody } from '../wire.ts'
import type { Findings } from './findings.ts'
import { findCode } from './generic/find-code.ts'
import { fieldsInSentence, isProgrammersDump, MESSAGE_NOTATIONS } from './generic/field-sentence.ts'
import { findLanguage } from './generic/find-language.ts'
import { findRetry } from './generic/find-retry.ts'
import { findStatus } from './generic/find-status.ts'
import { findTrace } from './generic/find-trace.ts'
import { isToken, textOf } from './generic/texts.ts'
import { traceOnPage } from './generic/trace-in-text.ts'

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
  const named = raw === null ? null : (/^error code:? ([A-Z0-9][\w-]{2,40})$/i.exec(raw)?.[1] ?? null)
  const code = findCode([], context).code ?? word ?? named
  return {
    ...findStatus(body.status, [], code, sentence ?? body.text.slice(0, 2000), body.headers),
    wording: raw ?? sentence,
    sentence: word === null && named === null && !(sentence !== null && isProgrammersDump(sentence)) ? sentence : null,
    code,
    category: null,
    traceId: findTrace([], body.headers) ?? traceInPage(body),
    retryAfter: findRetry([], body, raw ?? sentence),
    docUrl: null,
    hint: null,
    language: findLanguage([], body.headers),
    fields: sentence === null || body.status >= 500 ? [] : fieldsInSentence(sentence, MESSAGE_NOTATIONS),
    isThrown: body.kind === 'text' && body.status === 500,
  }
}

/** `Request ID: …` at the foot of an error page. */
function traceInPage(body: LegacyBody): string | null {
  return body.kind === 'html' || body.kind === 'text'
    ? traceOnPage(decodeEntities(body.text.slice(0, 65_536).replace(/<[^>]{0,500}>/g, ' ')))
    : null
}
