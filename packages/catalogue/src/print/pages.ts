import type { Catalogue } from '../entry.ts'
import { printHtmlIndex, printHtmlPage } from './html-page.ts'
import { printMarkdownIndex, printMarkdownPage } from './markdown-page.ts'
import { fieldLines, pageName, problemPages } from './problem-page.ts'

/** What pages are written in. */
export type PageFormat = 'html' | 'markdown'

/** One page, by the name of its file. */
export interface Page {
  readonly file: string
  readonly text: string
}

/** Writes the pages of a catalogue: one for each type, and an index. */
export function printPages(
  catalogue: Catalogue,
  formats: readonly PageFormat[] = ['html', 'markdown'],
): readonly Page[] {
  const { api } = catalogue
  const pages = problemPages(catalogue)
  const fields = fieldLines(catalogue)
  return formats.flatMap(format => {
    const html = format === 'html'
    const index = html ? printHtmlIndex(api, pages, fields) : printMarkdownIndex(api, pages, fields)
    const print = html ? printHtmlPage : printMarkdownPage
    const ending = html ? 'html' : 'md'
    return [
      { file: `index.${ending}`, text: index },
      ...pages.map(page => ({ file: `${pageName(page.code)}.${ending}`, text: print(api, page) })),
    ]
  })
}

/** The page of one code, or `null` where the catalogue has none: what a server answers at a type URI. */
export function printPage(catalogue: Catalogue, code: string, format: PageFormat): string | null {
  const page = problemPages(catalogue).find(one => one.code === code)
  if (page === undefined) return null
  return format === 'html' ? printHtmlPage(catalogue.api, page) : printMarkdownPage(catalogue.api, page)
}
