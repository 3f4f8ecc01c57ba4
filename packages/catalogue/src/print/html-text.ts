/** A text as HTML, fit for an element and for a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

// Bounded, so that a line of opening brackets costs no more than its length.
const INLINE =
  /`([^`\n]{1,400})`|\*\*([^*\n]{1,400})\*\*|\*([^*\n]{1,400})\*|\[([^[\]\n]{1,400})\]\((https?:\/\/[^()\s]{1,400})\)/g

/** The Markdown of a description as HTML: paragraphs, lists, headings, code and web links; all else is text. */
export function markdownToHtml(markdown: string): string {
  const pieces = markdown.replaceAll('\r\n', '\n').split(/^```[^\n]*\n([\s\S]*?)^```[^\n]*$/m)
  return pieces
    .map((piece, at) => (at % 2 === 1 ? `<pre><code>${escapeHtml(piece)}</code></pre>` : blocks(piece)))
    .filter(html => html !== '')
    .join('\n')
}

function blocks(markdown: string): string {
  return markdown
    .split(/\n[ \t]*\n/)
    .map(block => block.trim())
    .filter(block => block !== '')
    .map(printBlock)
    .join('\n')
}

function printBlock(block: string): string {
  const lines = block.split('\n')
  const heading = /^#{1,6}[ \t]+(.*)$/.exec(block)
  if (heading?.[1] !== undefined && lines.length === 1) return `<h3>${printInline(heading[1])}</h3>`
  if (lines.every(line => /^[-*+][ \t]/.test(line.trim()))) return printList('ul', lines, /^[-*+][ \t]+/)
  if (lines.every(line => /^\d{1,9}[.)][ \t]/.test(line.trim()))) return printList('ol', lines, /^\d{1,9}[.)][ \t]+/)
  return `<p>${printInline(lines.map(line => line.trim()).join('\n'))}</p>`
}

function printList(tag: 'ul' | 'ol', lines: readonly string[], marker: RegExp): string {
  const items = lines.map(line => `<li>${printInline(line.trim().replace(marker, ''))}</li>`)
  return `<${tag}>\n${items.join('\n')}\n</${tag}>`
}

function printInline(text: string): string {
  let html = ''
  let at = 0
  for (const found of text.matchAll(INLINE)) {
    const [whole, code, strong, emphasis, label, address] = found
    html += escapeHtml(text.slice(at, found.index))
    if (code !== undefined) html += `<code>${escapeHtml(code)}</code>`
    else if (strong !== undefined) html += `<strong>${escapeHtml(strong)}</strong>`
    else if (emphasis !== undefined) html += `<em>${escapeHtml(emphasis)}</em>`
    else if (label !== undefined && address !== undefined)
      html += `<a href="${escapeHtml(address)}" rel="noreferrer">${escapeHtml(label)}</a>`
    at = found.index + whole.length
  }
  return html + escapeHtml(text.slice(at))
}
