import { GLOBAL_MARKS, PACKAGES } from '../../clients/marks.ts'
import { stemOf } from '../../find/import-index.ts'
import type { Project } from '../../source/project.ts'
import type { SourceModel } from '../../detect/source-models.ts'

/** The files that may hold the body of an answer: those that send requests, and whatever imports them, however far. */
export function filesNearRequests(project: Project, sources: readonly SourceModel[]): readonly string[] {
  const found = new Set([...sendersOf(project), ...sources.map(source => source.module)])
  for (const file of found) for (const importer of importersOf(project, file)) found.add(importer)
  return [...found].sort()
}

function sendersOf(project: Project): readonly string[] {
  const { byModule } = project.imports()
  const importing = PACKAGES.flatMap(name =>
    (byModule.get(stemOf(name)) ?? []).filter(({ specifier }) => isOf(name, specifier)).map(({ file }) => file),
  )
  return [...importing, ...GLOBAL_MARKS.flatMap(mark => project.holding(mark))]
}

function isOf(name: string, specifier: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`)
}

function importersOf(project: Project, file: string): readonly string[] {
  const named = project.imports().byModule.get(stemOf(file)) ?? []
  return named
    .filter(({ file: from, specifier }) => {
      const target = project.resolve(specifier, from)
      return target.kind === 'file' && target.file === file
    })
    .map(({ file: from }) => from)
}
