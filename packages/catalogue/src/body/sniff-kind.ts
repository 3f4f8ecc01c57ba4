const HTML_TAGS = new Set(
  'html head body title meta h1 h2 h3 h4 p div span pre center b i u em strong br hr a font table ul ol li style script section main article header footer form img code tt small blockquote'.split(
    ' ',
  ),
)
const FIRST_TAG = /^<([A-Za-z_][\w.-]{0,60}(?::[A-Za-z_][\w.-]{0,60})?)(?=[\s/>])/
const PROLOGUE = /^(?:\s+|<\?[^>]{0,400}\?>|<!--(?:(?!-->)[\s\S]){0,4000}-->)/
const ANY_TAG = /<\/?[a-z][a-z0-9]{0,20}[\s/>]/i
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});/i
// Between NUL and blank, without tab, line ends, form feed and escape (terminals' colours).
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\ufffd]/g
const SAMPLE = 2048

/** Whether decoded text is markup, and which; told by what it starts with, then by its label. */
export function sniffMarkup(text: string, media: string | null): 'html' | 'xml' | null {
  const head = text.slice(0, 16_384).trimStart()
  if (!head.startsWith('<')) return media?.includes('html') && hasMarkup(head) ? 'html' : null
  const start = skipPrologue(head)
  if (/^<!doctype\s+html/i.test(start)) return 'html'
  if (/^<!doctype/i.test(start)) return 'xml'
  const tag = FIRST_TAG.exec(start)?.[1]
  if (tag === undefined) return media?.includes('html') && hasMarkup(head) ? 'html' : null
  if (HTML_TAGS.has(tag.toLowerCase())) return 'html'
  if (head.startsWith('<?xml') || media?.endsWith('xml') || closes(text, tag)) return 'xml'
  return media?.includes('html') ? 'html' : null
}

/** Whether the text is no text: control characters that no person writes. */
export function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  const found = sample.match(CONTROL)
  return found !== null && (sample.includes('\u0000') || found.length > sample.length / 10)
}

function hasMarkup(text: string): boolean {
  return ANY_TAG.test(text) || ENTITY.test(text)
}

function closes(text: string, tag: string): boolean {
  return text.trimEnd().endsWith(`</${tag}>`) || text.trimEnd().endsWith('/>')
}

function skipPrologue(text: string): string {
  let rest = text
  for (let step = 0; step < 8; step += 1) {
    const found = PROLOGUE.exec(rest)
    if (found === null) break
    rest = rest.slice(found[0].length)
  }
  return rest
}
