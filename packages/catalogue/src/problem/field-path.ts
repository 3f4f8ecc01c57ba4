import type { PathSegment } from '../legacy-error.ts'

// What has no meaning in the notation: letters, digits, `_`, `$` and the hyphen of header names.
const PLAIN_WORD = /^[\p{L}\p{M}\p{N}_$-]+$/u

/** Writes a path as the contract does: `items[0].name`, and `["a.b"]` for a name that is no plain word. */
export function writePath(segments: readonly PathSegment[]): string {
  return segments
    .map((segment, position) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (!PLAIN_WORD.test(segment)) return `[${JSON.stringify(segment)}]`
      return position === 0 ? segment : `.${segment}`
    })
    .join('')
}

/** The same path as a JSON Pointer (RFC 6901): `/items/0/name`. */
export function writePointer(segments: readonly PathSegment[]): string {
  return segments.map(segment => `/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')
}

// Java without -parameters names arguments by number; what stands before one is a class and a method of the server.
const ARGUMENT = /^arg\d{1,3}$/

/** The path within the input: `AccountResource.create.arg0.email`, as Bean Validation writes it, is only `email`. */
export function inputPath(segments: readonly PathSegment[]): readonly PathSegment[] {
  const at = segments.slice(0, 3).findIndex(segment => typeof segment === 'string' && ARGUMENT.test(segment))
  return at < 1 ? segments : segments.slice(at + 1)
}
