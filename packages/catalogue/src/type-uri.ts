// RFC 6570 section 3.2: for each operator what comes first, whether the name is written, and whether reserved
// characters stay as they are. Every template of a catalogue has one variable, `code`.
const OPERATORS: Readonly<Record<string, { first: string; named: boolean; reserved: boolean }>> = {
  '': { first: '', named: false, reserved: false },
  '+': { first: '', named: false, reserved: true },
  '#': { first: '#', named: false, reserved: true },
  '.': { first: '.', named: false, reserved: false },
  '/': { first: '/', named: false, reserved: false },
  ';': { first: ';', named: true, reserved: false },
  '?': { first: '?', named: true, reserved: false },
  '&': { first: '&', named: true, reserved: false },
}

const EXPRESSION = /\{([+#./;?&]?)([^{}]*)\}/g

/** The type URI of a code: `https://errors.library.example/{code}` expanded by RFC 6570. */
export function typeUri(template: string, code: string): string {
  return template.replace(EXPRESSION, (_, operator: string, name: string) => {
    const rule = OPERATORS[operator]
    if (rule === undefined || name !== 'code') return ''
    const value = rule.reserved ? encodeReserved(code) : encodeSimple(code)
    return rule.first + (rule.named ? `code=${value}` : value)
  })
}

// encodeURIComponent leaves five characters that RFC 3986 reserves, and throws on a lone surrogate.
function encodeSimple(text: string): string {
  return encodeURIComponent(wellFormed(text)).replace(/[!'()*]/g, percent)
}

// Reserved characters and percent triplets that are there already stay (RFC 6570, section 3.2.3).
function encodeReserved(text: string): string {
  return encodeURI(wellFormed(text)).replace(/%25([0-9A-Fa-f]{2})/g, '%$1')
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** A text without lone surrogates: they cannot be written in UTF-8. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
