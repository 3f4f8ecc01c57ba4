import * as zlib from 'node:zlib'

/** A body without its content codings, or why they could not be undone. */
export type Decoded =
  | { readonly outcome: 'decoded'; readonly bytes: Uint8Array }
  | { readonly outcome: 'kept'; readonly reason: 'unknown-coding' | 'broken-coding' | 'too-large' }

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number; finishFlush?: number }) => Buffer

// Some servers send "deflate" without the zlib wrapper (RFC 9110 section 8.4.1.2 notes it), so both are tried.
const inflate: Decode = (bytes, options) => {
  try {
    return zlib.inflateSync(bytes, options)
  } catch (fault) {
    if (isTooLarge(fault)) throw fault
    return zlib.inflateRawSync(bytes, options)
  }
}

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: zlib.gunzipSync,
  'x-gzip': zlib.gunzipSync,
  br: zlib.brotliDecompressSync,
  deflate: inflate,
}

/** The codings in the order in which they were applied; `identity` is none. */
export function listCodings(header: string | null): readonly string[] {
  if (header === null) return []
  return header
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
}

/** Undoes gzip, br and deflate, last applied first. No more than `limit` bytes come out, whatever goes in. */
export function decodeContent(bytes: Uint8Array, codings: readonly string[], limit: number): Decoded {
  let plain = bytes
  for (const coding of codings.toReversed()) {
    const decode = Object.hasOwn(DECODERS, coding) ? DECODERS[coding] : undefined
    if (decode === undefined) return { outcome: 'kept', reason: 'unknown-coding' }
    try {
      plain = decode(plain, { maxOutputLength: limit })
    } catch (fault) {
      return { outcome: 'kept', reason: isTooLarge(fault) ? 'too-large' : 'broken-coding' }
    }
  }
  return { outcome: 'decoded', bytes: plain }
}

/** As much as can be decoded of a body that is not complete yet; `null` where that cannot be told. */
export function decodeBeginning(bytes: Buffer, codings: readonly string[], limit: number): Buffer | null {
  const [coding, ...others] = codings
  if (coding === undefined) return bytes
  const decode = Object.hasOwn(DECODERS, coding) && others.length === 0 ? DECODERS[coding] : undefined
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants
  const finishFlush = coding === 'br' ? BROTLI_OPERATION_FLUSH : Z_SYNC_FLUSH
  try {
    return decode?.(bytes, { maxOutputLength: limit, finishFlush }) ?? null
  } catch {
    // Too short, too large or no such coding: the end of it will tell.
    return null
  }
}

function isTooLarge(fault: unknown): boolean {
  return fault instanceof RangeError && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE'
}
