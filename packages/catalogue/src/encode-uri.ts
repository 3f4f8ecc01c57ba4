/** The simple expansion of RFC 6570: everything but the unreserved characters is percent-encoded. */
export function encodeSimple(text: string): string {
  // encodeURIComponent leaves five characters that RFC 3986 reserves, and throws on a lone surrogate.
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, percent)
}

/** The reserved expansion: reserved characters, and percent triplets that are there already, stay as they are. */
export function encodeReserved(text: string): string {
  return encodeURI(wellFormed(text)).replace(/%25([0-9A-Fa-f]{2})/g, '%$1')
}

/** A text without lone surrogates: they cannot be written in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}
