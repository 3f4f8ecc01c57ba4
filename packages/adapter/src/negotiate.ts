/** One range of an `Accept` header (RFC 9110 section 12.5.1). */
export interface AcceptRange {
  readonly media: string
  readonly quality: number
}

export const PROBLEM_JSON = 'application/problem+json'
const JSON_MEDIA = 'application/json'

/** Reads an `Accept` header; what is not a range is passed over. */
export function parseAccept(header: string): readonly AcceptRange[] {
  const ranges: AcceptRange[] = []
  for (const part of header.split(',')) {
    const [media, ...parameters] = part.split(';').map(piece => piece.trim().toLowerCase())
    if (media === undefined || !media.includes('/')) continue
    ranges.push({ media, quality: qualityIn(parameters) })
  }
  return ranges
}

/** How much a media type is wanted: the most specific range decides, 0 when none names it. */
export function qualityOf(ranges: readonly AcceptRange[], media: string): number {
  const family = `${media.slice(0, media.indexOf('/'))}/*`
  for (const name of [media, family, '*/*']) {
    const range = ranges.find(candidate => candidate.media === name)
    if (range !== undefined) return range.quality
  }
  return 0
}

/** The quality of a media type that is written out; `null` when only a wildcard or nothing covers it. */
function namedQuality(ranges: readonly AcceptRange[], media: string): number | null {
  return ranges.find(range => range.media === media)?.quality ?? null
}

/**
 * Whether the caller asked for problems: it names `application/problem+json`, and does not want the v1 type more.
 * A wildcard is no opt-in: curl and fetch send it without a thought.
 */
export function asksForProblem(accept: string | undefined, legacyMedia: string | null): boolean {
  if (accept === undefined || !accept.toLowerCase().includes(PROBLEM_JSON)) return false
  const ranges = parseAccept(accept)
  const wanted = namedQuality(ranges, PROBLEM_JSON)
  if (wanted === null || wanted === 0) return false
  return legacyMedia === null || wanted >= qualityOf(ranges, legacyMedia)
}

/**
 * The media type for a caller that gets a problem: `application/json` only where it is named and problems are not,
 * or are wanted less. Never a 406 in place of the error.
 */
export function mediaFor(accept: string | undefined): string {
  if (accept === undefined) return PROBLEM_JSON
  const ranges = parseAccept(accept)
  const json = namedQuality(ranges, JSON_MEDIA)
  if (json === null || json === 0) return PROBLEM_JSON
  return json > (namedQuality(ranges, PROBLEM_JSON) ?? 0) ? JSON_MEDIA : PROBLEM_JSON
}

/** The languages of an `Accept-Language` header, most wanted first. */
export function parseLanguages(header: string): readonly string[] {
  return header
    .split(',')
    .map(part => {
      const [tag = '', ...parameters] = part.split(';').map(piece => piece.trim())
      return { tag, quality: qualityIn(parameters.map(parameter => parameter.toLowerCase())) }
    })
    .filter(({ tag, quality }) => tag !== '' && tag !== '*' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

function qualityIn(parameters: readonly string[]): number {
  const written = parameters.find(parameter => parameter.startsWith('q='))
  if (written === undefined) return 1
  const quality = Number(written.slice(2))
  return Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0
}
