import { decodeEntities } from './decode-entities.ts'

/** A stretch of an HTML page that stands by itself, as a person would read it. */
export interface HtmlBlock {
  /** The element that holds it; `text` for what stands loose in the page. */
  readonly tag: string
  /** The words in front of it: `<p><b>Message</b> …`, `<th>Message:</th><td>…`. */
  readonly label: string | null
  /** Whether a class, id or role says that this is the message: `alert`, `error`, `exception`. */
  readonly marked: boolean
  /** White space is collapsed; the lines of `pre` stay lines. */
  readonly text: string
  /** The text without a label that stands in the same block. */
  readonly rest: string
}

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'select',
  'object',
  'nav',
  'button',
])
const INLINE = new Set(
  'a abbr b bdi bdo big cite code del em font i img ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
)
const LABELLING = new Set(['b', 'strong', 'label'])
const LABEL_CELL = new Set(['th', 'dt', 'label'])
const LABEL = /:$|^(?:message|error|reason|details?|description|exception)$/i
const TITLE = /^(?:title|h1)$/
const MARK = /(?:class|id|role)\s{0,3}=\s{0,3}["']?[^"'>]{0,80}(?:alert|message|error|exception|reason|detail)/i
const NAME = /[A-Za-z][A-Za-z0-9:-]{0,30}/y
// More blocks than this is a page, no error.
const MAX_BLOCKS = 400

/** The blocks of a page in reading order: one pass, no element is looked at twice. */
export function readHtml(html: string): readonly HtmlBlock[] {
  const page = new Page()
  let at = 0
  while (at < html.length && page.blocks.length < MAX_BLOCKS) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    if (open > at) page.write(html.slice(at, open))
    at = readMarkup(html, open, page)
  }
  if (page.blocks.length < MAX_BLOCKS) page.write(html.slice(at))
  page.flush()
  return page.blocks
}

// Reads the one tag or comment at `open`, and says where the text goes on.
function readMarkup(html: string, open: number, page: Page): number {
  if (html.startsWith('<!--', open)) return after(html, '-->', open + 4)
  const next = html[open + 1] ?? ''
  if (next === '!' || next === '?') return after(html, '>', open)
  const closing = next === '/'
  NAME.lastIndex = closing ? open + 2 : open + 1
  const name = NAME.exec(html)?.[0]?.toLowerCase()
  if (name === undefined) {
    page.write('<')
    return open + 1
  }
  const end = after(html, '>', open)
  if (SILENT.has(name) && !closing) return endOfSilent(html, name, end)
  if (closing) page.close(name)
  else page.open(name, html.slice(open, Math.min(end, open + 400)))
  return end
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function endOfSilent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = from
  const found = close.exec(html)
  return found === null ? html.length : after(html, '>', found.index)
}

class Page {
  readonly blocks: HtmlBlock[] = []
  #tag = 'text'
  #marked = false
  #pre = false
  #text = ''
  #label: string | null = null
  #pending: string | null = null
  #labelling = false
  #closed = false
  #broken = false
  #blank = true

  write(raw: string): void {
    if (raw.trim() !== '') {
      this.#blank = false
      this.#closed = false
      this.#broken = false
    }
    this.#text += raw
  }

  open(name: string, source: string): void {
    if (name === 'br') {
      // An empty line between two texts parts them.
      if (!this.#pre && this.#broken) this.flush()
      else this.#text += '\n'
      this.#broken = true
      return
    }
    if (INLINE.has(name)) {
      // Two spans side by side without a blank are two things: `timed out</span><span>Error code 522`.
      if (this.#closed) this.flush()
      if (LABELLING.has(name) && this.#blank) this.#labelling = true
      if (!this.#marked) this.#marked = MARK.test(source)
      return
    }
    this.flush()
    this.#tag = name
    this.#marked = MARK.test(source)
    if (name === 'pre') this.#pre = true
  }

  close(name: string): void {
    if (INLINE.has(name)) {
      if (LABELLING.has(name) && this.#labelling) this.#takeLabel()
      this.#closed = name === 'span'
      return
    }
    this.flush()
    if (name === 'pre') this.#pre = false
    this.#tag = 'text'
    this.#marked = false
  }

  flush(): void {
    const text = this.#pre ? tidyLines(this.#text) : decodeEntities(this.#text).replace(/\s+/g, ' ').trim()
    const inner = this.#label
    const label = inner ?? this.#pending
    this.#text = ''
    this.#label = null
    this.#labelling = false
    this.#closed = false
    this.#blank = true
    if (text === '') return
    const rest = inner === null ? text : text.slice(inner.length).replace(/^\s*[:–—-]?\s+/, '')
    const labels = text.length <= 40 && (LABEL_CELL.has(this.#tag) || (LABEL.test(text) && !TITLE.test(this.#tag)))
    this.#pending = labels ? text : null
    this.blocks.push({ tag: this.#tag, label, marked: this.#marked, text, rest })
  }

  #takeLabel(): void {
    this.#labelling = false
    const text = decodeEntities(this.#text).replace(/\s+/g, ' ').trim()
    if (text === '' || text.length > 40) return
    this.#label = text
  }
}

function tidyLines(raw: string): string {
  return decodeEntities(raw)
    .split('\n')
    .map(line => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim()
}
