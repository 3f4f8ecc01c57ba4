import { decodeEntities } from '../markup/decode-entities.ts'

/** A page longer than this holds more than an error. */
const MAX_PAGE = 262_144
const MAX_BLOCKS = 12

/**
 * The JSON in the one `<pre>` of a page that holds any: what a viewer or a browsable API made of an answer, be it
 * below the headers. Two of them are examples, and a page of documentation is no error.
 */
export function jsonOnPage(html: string): Readonly<Record<string, unknown>> | null {
  if (html.length > MAX_PAGE || !/<pre[\s>]/i.test(html)) return null
  const found: Readonly<Record<string, unknown>>[] = []
  for (const block of preformatted(html)) {
    const value = objectIn(block)
    if (value !== null) found.push(value)
  }
  const [only, ...others] = found
  return only === undefined || others.length > 0 ? null : only
}

function preformatted(html: string): readonly string[] {
  const blocks: string[] = []
  const lower = html.toLowerCase()
  let at = lower.indexOf('<pre')
  while (at !== -1 && blocks.length < MAX_BLOCKS) {
    const start = lower.indexOf('>', at)
    const end = start === -1 ? -1 : lower.indexOf('</pre', start)
    if (end === -1) break
    blocks.push(html.slice(start + 1, end))
    at = lower.indexOf('<pre', end)
  }
  return blocks
}

/** The object with which a block begins, or that starts on a line of its own and ends the block. */
function objectIn(block: string): Readonly<Record<string, unknown>> | null {
  const text = decodeEntities(block.replace(/<[^<>]{0,500}>/g, '')).trim()
  const at = text.startsWith('{') ? 0 : text.search(/\n\s{0,80}\{/)
  if (at === -1 || !text.endsWith('}')) return null
  try {
    const value: unknown = JSON.parse(text.slice(at))
    return typeof value === 'object' && value !== null && speaks(value, 0) ? { ...value } : null
  } catch {
    return null
  }
}

/** Whether it holds a sentence: where it is for machines only, the page around it says more. */
function speaks(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return /\S\s+\S/.test(value)
  if (typeof value !== 'object' || value === null || depth > 4) return false
  return Object.values(value)
    .slice(0, 50)
    .some(inner => speaks(inner, depth + 1))
}
