import { join, resolve } from 'node:path'
import type { Catalogue } from '../../entry.ts'
import { type Page, type PageFormat, printPage, printPages } from '../../print/pages.ts'
import { nearest } from '../../definition/nearest.ts'
import { type CommandRun, done, type Request, UsageError, flagValue } from '../command.ts'
import { withCatalogue } from '../read-catalogue-file.ts'
import { writeWhole } from '../write-files.ts'

/** Writes the pages of all types to a folder, or some of them to stdout. */
export const pages: CommandRun = (request, world) =>
  withCatalogue(request, world, async catalogue => {
    const folder = flagValue(request, 'output-dir')
    if (folder === null) return done(printSome(catalogue, request))
    const made = printPages(catalogue, formatsOf(request)).filter(page => isAsked(page, request))
    let changed = 0
    for (const { file, text } of made) {
      if ((await writeWhole(join(resolve(world.cwd, folder), file), text)) === 'written') changed += 1
    }
    return done('', `${made.length} pages in ${folder}, ${changed} of them new or changed.\n`)
  })

function formatsOf(request: Request): readonly PageFormat[] {
  const asked = flagValue(request, 'format')
  return asked === 'html' || asked === 'markdown' ? [asked] : ['html', 'markdown']
}

function isAsked(page: Page, { words }: Request): boolean {
  return words.length === 0 || words.some(code => page.file.startsWith(`${code}.`))
}

function printSome(catalogue: Catalogue, request: Request): string {
  const format = flagValue(request, 'format') === 'html' ? 'html' : 'markdown'
  if (request.words.length > 0) return request.words.map(code => onePage(catalogue, code, format)).join('\n')
  const [index, ...rest] = printPages(catalogue, [format])
  // Several HTML documents in one stream would be none: there the index alone is printed.
  return [index, ...(format === 'html' ? [] : rest)].map(page => page?.text ?? '').join('\n')
}

function onePage(catalogue: Catalogue, code: string, format: PageFormat): string {
  const text = printPage(catalogue, code, format)
  if (text !== null) return text
  const known = [...catalogue.problems, ...catalogue.generic].map(one => one.code)
  const near = nearest(code, known)
  throw new UsageError(`There is no problem with the code ${code}.${near === null ? '' : ` Did you mean ${near}?`}`)
}
