import { headerOf } from '../../body/media-type.ts'
import type { WireResponse } from '../../wire.ts'
import { isRecord, member } from './members.ts'

/** The language of the wording, where the response said one. */
export function findLanguage(layers: readonly unknown[], headers: WireResponse['headers']): string | null {
  for (const layer of layers) {
    const message = member(layer, 'message') ?? member(layer, 'usermessage')
    const tag = isRecord(message) ? asTag(message.lang ?? message.locale ?? message.language) : null
    if (tag !== null) return tag
  }
  const tags = (headerOf(headers, 'content-language') ?? '').split(',')
  return tags.length === 1 ? asTag(tags[0]?.trim()) : null
}

function asTag(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(value)
    ? value.replaceAll('_', '-')
    : null
}
