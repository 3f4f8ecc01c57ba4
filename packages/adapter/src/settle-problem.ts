import { type Catalogue, fillTemplate, holesOf, type ProblemEntry } from '@problemshift/catalogue'
import { isProblemError, type ProblemError } from './problem-error.ts'

/** Gives a thrown problem its status and its v1 wording before any error handler sees it. */
export function settleProblem(catalogue: Catalogue, error: unknown): void {
  if (!isProblemError(error)) return
  const entry = catalogue.problems.find(({ code }) => code === error.code)
  const generic = entry ?? catalogue.generic.find(({ code }) => code === error.code)
  error.statusCode = generic?.status ?? 500
  if (entry !== undefined) error.message = wordingOf(entry, error.holes) ?? error.message
}

/** What v1 would have said: the first wording that the values can fill. */
function wordingOf(entry: ProblemEntry, holes: ProblemError['holes']): string | null {
  for (const { message } of entry.signs) {
    if (message !== null && holesOf(message).every(({ name }) => holes[name] !== undefined)) {
      return fillTemplate(message, holes)
    }
  }
  return null
}
