// One decoder of each kind serves all bodies: making one costs more than decoding a short body.
const UTF8 = new TextDecoder('utf-8', { fatal: true })

// Labels whose bytes are nearly always told apart from UTF-8 by trying: valid UTF-8 beyond ASCII is not Latin by chance.
const SINGLE_BYTE = /^(?:us-ascii|ascii|iso-?8859-\d+|latin-?\d|l1|windows-125\d|cp125\d|x-cp125\d)$/
const DECLARED = /(?:charset|encoding)\s{0,4}=\s{0,4}["']?([\w.:+-]{1,40})/i
const LOOK_AHEAD = 1024
const SAMPLE = 64 * 1024

/** Bytes as text: by the mark in front, else as UTF-8 if they are that, else by label, declaration or as windows-1252. */
export function decodeText(bytes: Uint8Array | string, charset: string | null): string {
  if (typeof bytes === 'string') return bytes.startsWith('\uFEFF') ? bytes.slice(1) : bytes
  const wide = wideCharset(bytes, charset)
  if (wide !== null) return decodeAs(wide, bytes) ?? ''
  if (charset !== null && !isUtf8Like(charset)) {
    const text = decodeAs(charset, bytes)
    if (text !== null) return text
  }
  const text = decodeUtf8(bytes)
  if (text !== null) return text
  if (isMostlyUtf8(bytes)) return decodeAs('utf-8', bytes) ?? ''
  const named = charset !== null && SINGLE_BYTE.test(charset) ? charset : declaredCharset(bytes)
  return (named === null ? null : decodeAs(named, bytes)) ?? decodeAs('windows-1252', bytes) ?? ''
}

function isUtf8Like(charset: string): boolean {
  return charset === 'utf-8' || charset === 'utf8' || SINGLE_BYTE.test(charset)
}

// A byte order mark beats the label (WHATWG Encoding, "decode"); without one, JSON and markup start with ASCII.
function wideCharset(bytes: Uint8Array, charset: string | null): string | null {
  const [a = -1, b = -1, c = -1, d = -1] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (charset?.startsWith('utf-16')) return a === 0 || charset.endsWith('be') ? 'utf-16be' : 'utf-16le'
  if (a > 0 && b === 0 && c > 0 && d === 0) return 'utf-16le'
  if (a === 0 && b > 0 && c === 0 && d > 0) return 'utf-16be'
  return null
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes)
  } catch {
    return null
  }
}

// A text that was cut within a character, or holds a stray byte, is still UTF-8.
function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = decodeAs('utf-8', bytes.subarray(0, SAMPLE)) ?? ''
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  const right = text.match(/[\u0080-\ufffc]/g)?.length ?? 0
  return right > wrong * 2
}

function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(charset)
    const text = decoder.decode(bytes)
    return decoder.encoding === 'windows-1252' ? withSigns(text) : text
  } catch {
    // An unknown label: whoever asked has a next guess.
    return null
  }
}

// Node 20 and 22 decode windows-1252 as Latin-1, which has control characters in place of these
// (https://github.com/nodejs/node/issues/56542).
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function withSigns(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, sign => SIGNS[sign.charCodeAt(0) - 0x80] ?? sign)
}

// `<meta charset=…>`, `<?xml encoding=…?>`
function declaredCharset(bytes: Uint8Array): string | null {
  const head = decodeAs('windows-1252', bytes.subarray(0, LOOK_AHEAD)) ?? ''
  return DECLARED.exec(head)?.[1]?.toLowerCase() ?? null
}
