import { printPage, printPages } from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'
import { escapeText, codeSpan } from '../../src/print/markdown-page.ts'
import { markdownToHtml } from '../../src/print/html-text.ts'
import { catalogueOf, lendingLibrary, oneProblem } from './shelf.ts'

const page = (file: string, catalogue = lendingLibrary()) =>
  printPages(catalogue).find(one => one.file === file)?.text ?? ''

describe('the pages of a catalogue', () => {
  test('are an index and one for each type, in both formats', () => {
    const files = printPages(lendingLibrary()).map(one => one.file)
    expect(files).toEqual(
      expect.arrayContaining(['index.html', 'index.md', 'loan_not_found.html', 'loan_not_found.md', 'not_found.html']),
    )
    expect(new Set(files).size).toBe(files.length)
  })

  test('name a generic code once, whatever its statuses', () => {
    const catalogue = catalogueOf({
      type: 'https://errors.library.example/all',
      contract: 'contraforce',
      problems: {},
      generic: { 408: 'TIMEOUT' },
    })
    const index = page('index.md', catalogue)
    expect(index.match(/\(TIMEOUT\.md\)/g)).toHaveLength(1)
  })

  test('link to no page that is not there', () => {
    const pages = printPages(lendingLibrary())
    const files = new Set(pages.map(one => one.file))
    const links = pages.flatMap(one =>
      [...one.text.matchAll(/(?:href="|\]\()([^":)]+\.(?:html|md))/g)].map(found => found[1] ?? ''),
    )
    expect(links.length).toBeGreaterThan(100)
    expect(links.filter(link => !files.has(decodeURIComponent(link)))).toEqual([])
  })

  test('fetch nothing', () => {
    const html = printPages(lendingLibrary(), ['html'])
      .map(one => one.text)
      .join('')
    expect(html).not.toMatch(/\ssrc=|<link|@import|url\(/)
    expect(html).toContain("default-src 'none'")
  })

  test('say status, retry, example and wordings', () => {
    const text = page('loan_not_found.md')
    for (const part of [
      '- Status: 404',
      'Do not send the same request again',
      '"detail": "No loan has the number 42."',
      '`Loan {id:int} not found`',
      '`LOAN_404`',
      '`GET /loans/:id`',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('have the texts that are searched for in the index', () => {
    expect(page('index.html')).toContain(
      'data-text="loan_not_found 404 loan not found loan {id:int} not found loan_404 not found"',
    )
  })

  test('mark the language of a wording', () => {
    expect(page('member_not_found.html')).toContain('<p lang="pt-BR">Leitor inexistente')
  })

  test('are found by the code, for a server at the type URI', () => {
    expect(printPage(lendingLibrary(), 'copy_on_loan', 'html')).toBe(page('copy_on_loan.html'))
    expect(printPage(lendingLibrary(), 'no_such_code', 'html')).toBeNull()
  })

  test('do not overwrite the index with a problem of that name', () => {
    const catalogue = oneProblem({}, { problems: { index: { status: 404, title: 'No index' } } })
    expect(printPages(catalogue, ['html']).map(one => one.file)).toEqual(
      expect.arrayContaining(['index.html', 'index-problem.html']),
    )
  })
})

describe('a text of the catalogue is only text', () => {
  const evil = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`
  const catalogue = oneProblem(
    {
      title: evil,
      description: `${evil}\n\n- ${evil}\n\n[x](javascript:alert(1)) [y](https://a.example/"onmouseover=alert(1))\n\n\`\`\`\n${evil}\n\`\`\``,
      from: [{ message: `${evil} {id}` }, { code: evil }],
      detail: `${evil} {id}`,
    },
    { api: evil, fields: { required: { description: evil, from: [evil] } } },
  )

  test('in HTML', () => {
    for (const { text } of printPages(catalogue, ['html'])) {
      const tags = new Set([...text.matchAll(/<\/?([a-z0-9]+)/gi)].map(found => found[1]))
      expect(tags.has('img')).toBe(false)
      expect(text.match(/<script/g)?.length ?? 0).toBeLessThanOrEqual(1)
      expect(text.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]*\son[a-z]+=/i)
      expect(text).not.toContain('href="javascript:')
    }
  })

  test('in Markdown, outside of code', () => {
    for (const { text } of printPages(catalogue, ['markdown'])) {
      expect(text.replace(/```[\s\S]*?```|`+[^`]*`+/g, '')).not.toMatch(/<[a-z/]/i)
    }
  })

  test('with every mark of Markdown in it', () => {
    expect(escapeText('# *a* [b](c) <d> | _e_\n- f')).toBe('\\# \\*a\\* \\[b\\]\\(c\\) &lt;d&gt; \\| \\_e\\_ \\- f')
    expect(codeSpan('a `` b')).toBe('```a `` b```')
    expect(codeSpan('`a')).toBe('`` `a ``')
  })
})

describe('the Markdown of a description', () => {
  test.each([
    ['One\ntwo.\n\nThree.', '<p>One\ntwo.</p>\n<p>Three.</p>'],
    ['- a `b`\n- **c** *d*', '<ul>\n<li>a <code>b</code></li>\n<li><strong>c</strong> <em>d</em></li>\n</ul>'],
    ['1. a\n2. b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>'],
    ['## What now', '<h3>What now</h3>'],
    [
      'See [the desk](https://library.example/desk?a=1&b=2).',
      '<p>See <a href="https://library.example/desk?a=1&amp;b=2" rel="noreferrer">the desk</a>.</p>',
    ],
    ['```json\n{ "a": 1 }\n```', '<pre><code>{ &quot;a&quot;: 1 }\n</code></pre>'],
    ['2 < 3 & 4 > 3', '<p>2 &lt; 3 &amp; 4 &gt; 3</p>'],
    ['[x](javascript:alert)', '<p>[x](javascript:alert)</p>'],
    ['', ''],
  ])('%j becomes HTML', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html)
  })
})
