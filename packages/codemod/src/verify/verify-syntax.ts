import { parseText, syntaxFaults } from '../source/project.ts'

/** Whether a rewritten file still parses. */
export function parses(file: string, text: string): boolean {
  return syntaxFaults(parseText(file, text)) === 0
}
