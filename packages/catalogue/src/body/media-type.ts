import type { WireResponse } from '../wire.ts'

/** The value of a header that should come once; the first one where it came more often. */
export function headerOf(headers: WireResponse['headers'], name: string): string | null {
  const value = headers[name]
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  return Array.isArray(value) && typeof value[0] === 'string' ? value[0] : null
}

/** The media type of a `Content-Type`, lower-case and without parameters. */
export function mediaTypeOf(contentType: string | null): string | null {
  if (contentType === null) return null
  const end = contentType.search(/[;,]/)
  const media = (end === -1 ? contentType : contentType.slice(0, end)).trim().toLowerCase()
  return media === '' ? null : media
}

/** The `charset` parameter; some servers write `encoding=` (WeChat does). */
export function charsetOf(contentType: string | null): string | null {
  if (contentType === null || contentType.length > 256) return null
  const found = /;\s*(?:charset|encoding)\s*=\s*"?([\w.:+-]+)/i.exec(contentType)
  return found?.[1]?.toLowerCase() ?? null
}

/** Whether a media type promises JSON: `application/json`, and every `+json` or JSON-like subtype. */
export function isJsonMedia(media: string | null): boolean {
  return media?.includes('json') ?? false
}
