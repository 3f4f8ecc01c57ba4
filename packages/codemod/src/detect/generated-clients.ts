import type { ClientModel } from '../clients/client.ts'
import { readSource } from '../find/source-file.ts'
import type { Project } from '../source/project.ts'
import type { SourceModel } from './source-models.ts'

/** The clients that generators wrote into the repository: each name of theirs is known like one of a package. */
export function generatedClients(
  project: Pick<Project, 'root' | 'files'>,
  clients: readonly ClientModel[],
): readonly SourceModel[] {
  const found: SourceModel[] = []
  for (const client of clients) {
    for (const { path, holds, names } of client.generated ?? []) {
      const pattern = new RegExp(path)
      for (const file of project.files) {
        if (!pattern.test(file)) continue
        const read = readSource(project.root, file)
        if (read.outcome !== 'text' || !holds.every(word => read.source.text.includes(word))) continue
        for (const [symbol, place] of Object.entries(names)) found.push({ module: file, symbol, client, place })
      }
    }
  }
  return found
}
