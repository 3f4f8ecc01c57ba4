import { printFrame } from './html-frame.ts'
import { escapeHtml, markdownToHtml } from './html-text.ts'
import { type FieldLine, type ProblemPage, pageName, retryAdvice, type SignLine } from './problem-page.ts'

/** The page of a type as one HTML file. */
export function printHtmlPage(api: string, page: ProblemPage): string {
  const sections = [
    `<header class="top"><a href="index.html">All problems of ${escapeHtml(api)}</a></header>`,
    '<main>',
    `<h1>${escapeHtml(page.title)}</h1>`,
    printFacts(page),
    ...(page.description === null ? [] : [markdownToHtml(page.description)]),
    section('What to do', `<p>${escapeHtml(retryAdvice(page.retry))}</p>`),
    section('Example', `<pre tabindex="0"><code>${escapeHtml(page.example)}</code></pre>`),
    ...(page.extensions.length === 0 ? [] : [section('More members', printNames(page.extensions))]),
    ...(page.signs.length === 0 ? [] : [section('How v1 said it', printSigns(page.signs))]),
    '</main>',
  ]
  return printFrame(`${page.title} · ${api}`, sections.join('\n'), null)
}

/** The index of all types as one HTML file, with a search over codes, titles and wordings. */
export function printHtmlIndex(api: string, pages: readonly ProblemPage[], fields: readonly FieldLine[]): string {
  const own = pages.filter(page => !page.generic)
  const generic = pages.filter(page => page.generic)
  const sections = [
    '<main>',
    `<h1>Problems of ${escapeHtml(api)}</h1>`,
    '<p class="lead">Branch on the code, never on the wording.</p>',
    SEARCH,
    ...(own.length === 0 ? [] : [`<div data-group>${printRows(own)}</div>`]),
    ...(generic.length === 0
      ? []
      : [`<div data-group>${section('Errors that only have a status', printRows(generic))}</div>`]),
    ...(fields.length === 0 ? [] : [`<div data-group>${section('Field errors', printFields(fields))}</div>`]),
    '</main>',
  ]
  return printFrame(`Problems of ${api}`, sections.join('\n'), FILTER)
}

function section(title: string, html: string): string {
  return `<section>\n<h2>${escapeHtml(title)}</h2>\n${html}\n</section>`
}

function printFacts({ code, status, type, titles }: ProblemPage): string {
  const web = /^https?:\/\//.test(type)
  const address = web ? `<a href="${escapeHtml(type)}">${escapeHtml(type)}</a>` : `<code>${escapeHtml(type)}</code>`
  const others = Object.entries(titles).map(
    ([language, title]) =>
      `<dt>Title (${escapeHtml(language)})</dt><dd lang="${escapeHtml(language)}">${escapeHtml(title)}</dd>`,
  )
  const facts = [
    `<dt>Code</dt><dd><code>${escapeHtml(code)}</code></dd>`,
    `<dt>Status</dt><dd>${badge(status)}</dd>`,
    `<dt>Type</dt><dd>${address}</dd>`,
    ...others,
  ]
  return `<dl>\n${facts.join('\n')}\n</dl>`
}

function badge(status: number): string {
  return `<span class="badge${status >= 500 ? ' five' : ''}">${status}</span>`
}

function printNames(names: readonly string[]): string {
  return `<ul>\n${names.map(name => `<li><code>${escapeHtml(name)}</code></li>`).join('\n')}\n</ul>`
}

function printSigns(signs: readonly SignLine[]): string {
  const items = signs.map(sign => `<li class="sign">${printSign(sign)}</li>`)
  return `<ul class="list">\n${items.join('\n')}\n</ul>`
}

function printSign(sign: SignLine): string {
  const language = sign.language === null ? '' : ` lang="${escapeHtml(sign.language)}"`
  const wording = sign.wording === null ? '' : `<p${language}>${escapeHtml(sign.wording)}</p>`
  const when = [
    ...(sign.language === null ? [] : [escapeHtml(sign.language)]),
    ...(sign.legacyCode === null ? [] : [`code <code>${escapeHtml(sign.legacyCode)}</code>`]),
    ...(sign.status === null ? [] : [`status ${sign.status}`]),
    ...(sign.route === null ? [] : [`route <code>${escapeHtml(sign.route)}</code>`]),
    ...(sign.dialect === null ? [] : [`body <code>${escapeHtml(sign.dialect)}</code>`]),
  ]
  return wording + (when.length === 0 ? '' : `<p class="when">${when.join(' · ')}</p>`)
}

function printRows(pages: readonly ProblemPage[]): string {
  const rows = pages.map(page => {
    const { code, status, title } = page
    const text = searchText([code, String(status), title, ...Object.values(page.titles), ...wordings(page.signs)])
    const cells = `${badge(status)}<span class="title">${escapeHtml(title)}</span><span class="code"><code>${escapeHtml(code)}</code></span>`
    return `<li data-text="${text}"><a class="row" href="${escapeHtml(encodeURIComponent(pageName(code)))}.html">${cells}</a></li>`
  })
  return `<ul class="list">\n${rows.join('\n')}\n</ul>`
}

function printFields(fields: readonly FieldLine[]): string {
  const rows = fields.map(({ code, description, signs }) => {
    const text = searchText([code, description ?? '', ...wordings(signs)])
    const about = description === null ? '' : markdownToHtml(description)
    return `<li class="sign" data-text="${text}"><p><code>${escapeHtml(code)}</code></p>${about}${signs.map(printSign).join('')}</li>`
  })
  return `<ul class="list">\n${rows.join('\n')}\n</ul>`
}

function wordings(signs: readonly SignLine[]): readonly string[] {
  return signs.flatMap(sign => [sign.wording ?? '', sign.legacyCode ?? ''])
}

function searchText(texts: readonly string[]): string {
  return escapeHtml(texts.join(' ').replace(/\s+/g, ' ').trim().toLowerCase())
}

// Shown by the script only: without one all rows are there, and a search box would do nothing.
const SEARCH = `<div class="find" role="search" hidden>
<label for="find">Search codes, titles and wordings</label>
<input id="find" type="search" autocomplete="off" spellcheck="false">
<p class="count" role="status" id="count"></p>
</div>`

const FILTER = `
const find = document.getElementById('find')
const count = document.getElementById('count')
const rows = [...document.querySelectorAll('[data-text]')]
const groups = [...document.querySelectorAll('[data-group]')]
function filter() {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean)
  let shown = 0
  for (const row of rows) {
    row.hidden = !words.every(word => row.dataset.text.includes(word))
    if (!row.hidden) shown += 1
  }
  for (const group of groups) group.hidden = !group.querySelector('[data-text]:not([hidden])')
  count.textContent = words.length === 0 ? rows.length + ' entries' : shown + ' of ' + rows.length + ' entries'
}
find.parentElement.hidden = false
find.addEventListener('input', filter)
addEventListener('keydown', event => {
  if (event.key === '/' && document.activeElement !== find) { event.preventDefault(); find.focus() }
  if (event.key === 'Escape' && document.activeElement === find) { find.value = ''; filter() }
})
filter()
`
