// By character: on texts this short a regular expression costs several times as much as what it looks at.
const ZERO = 48
const NINE = 57
const IN_PATH = new Uint8Array(128)
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._~-')
  IN_PATH[sign.charCodeAt(0)] = 1

/** `0`, or a number of up to eight digits: short enough to be no telephone number and no card, which a reading strikes out. */
export function isShortInt(value: string): boolean {
  const { length } = value
  if (length === 0 || length > 8 || (length > 1 && value.charCodeAt(0) === ZERO)) return false
  for (let at = 0; at < length; at += 1) {
    const code = value.charCodeAt(at)
    if (code < ZERO || code > NINE) return false
  }
  return true
}

/** A path in which nothing is escaped, neither in a URL nor in JSON. */
export function isPlainPath(path: string): boolean {
  for (let at = 0; at < path.length; at += 1) if (IN_PATH[path.charCodeAt(at)] !== 1) return false
  return true
}
