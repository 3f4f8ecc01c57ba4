import { decodeText } from './body/decode-text.ts'
import { charsetOf, headerOf, isJsonMedia, mediaTypeOf } from './body/media-type.ts'
import { jsonOnPage } from './body/json-on-page.ts'
import { type JsonReading, parseJson, parseJsonBehind } from './body/parse-json.ts'
import { isForm, readForm } from './body/read-form.ts'
import { isYamlMedia, readYamlBody } from './body/read-yaml-body.ts'
import { isBinary, sniffMarkup } from './body/sniff-kind.ts'
import type { BodyKind, LegacyBody, WireResponse } from './wire.ts'

/** The largest body that is parsed; of a larger one only the first part is decoded, and it stays text. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024
const KEPT_OF_LARGE = 64 * 1024

/** Decodes and sniffs a body once. Whatever the bytes are, it gives an answer and does not throw. */
export function readBody(response: WireResponse): LegacyBody {
  const contentType = headerOf(response.headers, 'content-type')
  const media = mediaTypeOf(contentType)
  const { status, headers, body } = response
  if (body.length === 0) return { status, headers, media, kind: 'empty', text: '', json: undefined }

  const tooLarge = body.length > MAX_BODY_BYTES
  const text = decodeText(tooLarge ? body.slice(0, KEPT_OF_LARGE) : body, charsetOf(contentType))
  if (tooLarge) return { status, headers, media, kind: kindOf(text, media), text, json: undefined, unread: 'too-large' }

  const json = findJson(text, media, status)
  switch (json.outcome) {
    case 'value': {
      const { value, repaired } = json
      if (repaired === null) return { status, headers, media, kind: 'json', text, json: value }
      return { status, headers, media, kind: 'json', text, json: value, repaired }
    }
    case 'broken':
      return { status, headers, media, kind: kindOf(text, media), text, json: undefined, unread: 'broken-json' }
    case 'none':
      return { status, headers, media, kind: kindOf(text, media), text, json: undefined }
  }
}

function findJson(text: string, media: string | null, status: number): JsonReading {
  if (isForm(text, media)) return { outcome: 'value', value: readForm(text), repaired: 'form' }
  if (isYamlMedia(media)) return readYamlBody(text)
  const found = parseJson(text, isJsonMedia(media))
  const isPage = found.outcome === 'none' && status >= 400 && sniffMarkup(text, media) === 'html'
  const shown = isPage ? onPage(text) : null
  if (shown !== null) return shown
  if (found.outcome === 'value' || !(isJsonMedia(media) || /[}\]]\s*$/.test(text.slice(-20)))) return found
  const behind = parseJsonBehind(text)
  return behind.outcome === 'value' ? behind : found
}

function onPage(html: string): JsonReading | null {
  const value = jsonOnPage(html)
  return value === null ? null : { outcome: 'value', value, repaired: 'page' }
}

function kindOf(text: string, media: string | null): BodyKind {
  if (text.trim() === '') return 'empty'
  if (isBinary(text)) return 'binary'
  return sniffMarkup(text, media) ?? 'text'
}
