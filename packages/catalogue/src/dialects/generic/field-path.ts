import type { PathSegment } from '../../legacy-error.ts'
import { isList, isRecord } from './members.ts'

/** Deeper input than this no validator speaks of. */
const MAX_SEGMENTS = 64
const MAX_PATH_TEXT = 300

/** A path as a validator wrote it, in whatever notation, or `null` where the value is none. */
export function pathOf(value: unknown): readonly PathSegment[] | null {
  if (typeof value === 'string') return value.length > MAX_PATH_TEXT ? null : parsePath(value)
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? [value] : null
  if (isList(value)) return pathOfList(value)
  return null
}

/** `items[1].qty`, `items.1.qty`, `/items/1/qty`, `$.items[1].qty`, `[items][1][qty]`, `items->1->qty`. */
export function parsePath(text: string): readonly PathSegment[] {
  if (text.length > MAX_PATH_TEXT) return [text.slice(0, MAX_PATH_TEXT)]
  const trimmed = text.trim()
  if (trimmed === '' || trimmed === '$' || trimmed === '#' || trimmed === '/' || trimmed === '.') return []
  if (/^#?\//.test(trimmed)) return pointer(trimmed.slice(trimmed.indexOf('/') + 1))
  if (WITHOUT_SLASH.test(trimmed)) return pointer(trimmed)
  if (/\s/.test(trimmed) && !/["'\]]/.test(trimmed)) return [trimmed]
  if (trimmed.includes('->')) return trimmed.split('->').slice(0, MAX_SEGMENTS).map(segmentOf)
  return dotted(trimmed.replace(/^\$\.?/, ''))
}

/** `data/attributes/isbn`, `copies/0/shelf`: a pointer that lost its first slash. Another name may hold one itself. */
const WITHOUT_SLASH = /^(?:data\/(?:attributes|relationships)|[A-Za-z_$][\w$-]*(?:\/[\w$-]+)*\/\d+)(?:\/[\w$-]+)*$/

/** RFC 6901. A JSON:API document wraps its input; what it wraps is the field. */
function pointer(text: string): readonly PathSegment[] {
  const segments = text
    .split('/')
    .slice(0, MAX_SEGMENTS)
    .map(part => segmentOf(part.replaceAll('~1', '/').replaceAll('~0', '~')))
  if (segments[0] === 'data' && segments[1] === 'attributes') return segments.slice(2)
  if (segments[0] === 'data' && segments[1] === 'relationships' && segments.length > 2) return segments.slice(2, 3)
  return segments.filter(segment => segment !== '')
}

/** Names parted by dots, with brackets for indices and for names that hold dots. */
function dotted(text: string): readonly PathSegment[] {
  const segments: PathSegment[] = []
  const part = /\[(?:"([^"]*)"|'([^']*)'|([^\]]*))\]|([^.[\]]+)/g
  for (const found of text.matchAll(part)) {
    if (segments.length >= MAX_SEGMENTS) break
    const quoted = found[1] ?? found[2]
    const bare = (found[3] ?? found[4])?.trim()
    if (quoted !== undefined) segments.push(quoted)
    else if (bare !== undefined && bare !== '') segments.push(segmentOf(bare))
  }
  // `AccountResource.create.arg0.email`: a compiled Java parameter, in front of the field.
  const parameter = segments.findIndex(segment => /^arg\d+$/.test(String(segment)))
  return parameter > 0 && parameter < segments.length - 1 ? segments.slice(parameter + 1) : segments
}

function segmentOf(part: string): PathSegment {
  return /^(?:0|[1-9]\d{0,8})$/.test(part) ? Number(part) : part
}

/** A list of names and indices, or of objects that hold the key (Valibot). */
function pathOfList(list: readonly unknown[]): readonly PathSegment[] | null {
  const segments: PathSegment[] = []
  for (const part of list.slice(0, MAX_SEGMENTS)) {
    const key = isRecord(part) ? (part.key ?? part.property ?? part.name) : part
    if (typeof key === 'number') segments.push(key)
    else if (typeof key === 'string') segments.push(segmentOf(key))
    else return null
  }
  return segments
}
