import { CLIENTS } from './clients.ts'

/** The globals that a file of some client names, as they stand there. */
export const GLOBAL_MARKS: readonly string[] = [
  ...new Set(CLIENTS.flatMap(client => Object.keys(client.globals)).map(markOf)),
]

/** The packages of all clients. */
export const PACKAGES: readonly string[] = CLIENTS.flatMap(client => client.packages)

// A bare `$` stands in every template.
function markOf(name: string): string {
  return name === '$' ? '$.' : name
}
