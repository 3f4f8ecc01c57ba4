/** The places in a text at which it is asked anything, in order; only good until the next text. */
export interface Signs {
  readonly places: Int32Array
  readonly count: number
}

/** Calls, comparisons and lookups begin at these; requests are sent there, and modules named. */
const SIGNS = `(=[.'"`
const IS_SIGN = Uint8Array.from({ length: 256 }, (_, byte) => (SIGNS.includes(String.fromCharCode(byte)) ? 1 : 0))

let places = new Int32Array(1 << 16)

// One look at every byte of a repository costs more than all that is asked at the signs, so there is only one.
export function signsOf(bytes: Buffer): Signs {
  const { length } = bytes
  if (places.length < length) places = new Int32Array(2 * length)
  const found = places
  let count = 0
  for (let at = 0; at < length; at += 1) {
    if (IS_SIGN[bytes[at] ?? 0] === 0) continue
    found[count] = at
    count += 1
  }
  return { places: found, count }
}
