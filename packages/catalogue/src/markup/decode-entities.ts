// The named references that occur in error pages; an unknown one stays as it is written.
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  hellip: '…',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  times: '×',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  sect: '§',
  deg: '°',
  micro: 'µ',
  para: '¶',
  iexcl: '¡',
  iquest: '¿',
  ordf: 'ª',
  ordm: 'º',
  plusmn: '±',
  frac12: '½',
  larr: '←',
  rarr: '→',
  uarr: '↑',
  darr: '↓',
  zwnj: '\u200c',
  zwj: '\u200d',
  shy: '\u00ad',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  sol: '/',
  lsqb: '[',
  rsqb: ']',
  lpar: '(',
  rpar: ')',
  colon: ':',
  semi: ';',
  comma: ',',
  period: '.',
  excl: '!',
  quest: '?',
  num: '#',
  dollar: '$',
  percnt: '%',
  ast: '*',
  plus: '+',
  equals: '=',
  commat: '@',
  bsol: '\\',
  lowbar: '_',
  grave: '`',
  lcub: '{',
  rcub: '}',
  verbar: '|',
  tilde: '˜',
  szlig: 'ß',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  atilde: 'ã',
  auml: 'ä',
  aring: 'å',
  aelig: 'æ',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  igrave: 'ì',
  iacute: 'í',
  icirc: 'î',
  iuml: 'ï',
  ntilde: 'ñ',
  ograve: 'ò',
  oacute: 'ó',
  ocirc: 'ô',
  otilde: 'õ',
  ouml: 'ö',
  oslash: 'ø',
  oelig: 'œ',
  ugrave: 'ù',
  uacute: 'ú',
  ucirc: 'û',
  uuml: 'ü',
  yacute: 'ý',
  yuml: 'ÿ',
}
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,9}));/g
// HTML reads C1 numbers as windows-1252 (WHATWG HTML, "numeric character reference end state").
const C1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Replaces character references once: `&amp;lt;` is `&lt;`. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(REFERENCE, (whole: string, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named(name) ?? whole
    return character(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10))
  })
}

function named(name: string): string | undefined {
  if (Object.hasOwn(NAMED, name)) return NAMED[name]
  const lower = name.toLowerCase()
  if (!Object.hasOwn(NAMED, lower)) return undefined
  const value = NAMED[lower]
  // `&Eacute;` is a letter of its own, `&AMP;` is not.
  return name === name.toUpperCase() && name.length > 1 && !/[a-zß-ÿœ]/.test(value ?? '') ? value : value?.toUpperCase()
}

function character(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return C1[code - 0x80] ?? '\ufffd'
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd'
  return String.fromCodePoint(code)
}
