import { PACKAGES, SENDING_GLOBALS } from '../../clients/marks.ts'
import type { SourceModel } from '../../detect/source-models.ts'
import { stemOf } from '../../find/import-index.ts'
import { sendersAmong } from '../../find/senders.ts'
import type { Project } from '../../source/project.ts'

// The wrapper, the module that speaks for the API, the component. What is further away shows what it is given.
const FARTHEST = 3

/** The files that may hold the body of an answer: those that send requests, and what imports them. */
export function filesNearRequests(project: Project, sources: readonly SourceModel[]): readonly string[] {
  const names = { packages: PACKAGES, globals: SENDING_GLOBALS }
  const senders = sendersAmong(project.root, project.holding, project.imports(), names)
  const found = new Set([...senders, ...sources.map(source => source.module)])
  let edge = [...found]
  for (let step = 0; step < FARTHEST; step += 1) {
    edge = edge.flatMap(file => importersOf(project, file)).filter(file => !found.has(file))
    for (const file of edge) found.add(file)
  }
  return [...found].sort()
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
