import { extname, resolve } from 'node:path'
import { type ModuleFormat, printCodesModule } from '../../print/codes-module.ts'
import { type CommandRun, done, type Request, flagValue } from '../command.ts'
import { withCatalogue } from '../read-catalogue-file.ts'
import { writeWhole } from '../write-files.ts'

/** Writes the module of codes for clients. */
export const codes: CommandRun = (request, world) =>
  withCatalogue(request, world, async catalogue => {
    const text = printCodesModule(catalogue, formatOf(request))
    const file = flagValue(request, 'output-file')
    if (file === null) return done(text)
    const written = await writeWhole(resolve(world.cwd, file), text)
    return done('', written === 'written' ? `Wrote ${file}.\n` : `${file} is up to date.\n`)
  })

function formatOf(request: Request): ModuleFormat {
  const asked = flagValue(request, 'format')
  if (asked === 'ts' || asked === 'js' || asked === 'dts') return asked
  const file = flagValue(request, 'output-file') ?? ''
  if (/\.d\.[cm]?ts$/.test(file)) return 'dts'
  return ['.js', '.mjs'].includes(extname(file)) ? 'js' : 'ts'
}
