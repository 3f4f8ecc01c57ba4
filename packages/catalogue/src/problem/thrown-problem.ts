import { chooseText } from './choose-text.ts'
import { entryOf, genericOfCode } from '../code-index.ts'
import type { Catalogue, GenericProblem, ProblemEntry } from '../entry.ts'
import type { Occurrence, ProblemFacts } from './problem-body.ts'
import { anyWording, entryDetail, type Holes } from './wording-detail.ts'

/** New code asked for a problem that the catalogue does not have. */
export class UnknownProblemError extends Error {
  override readonly name = 'UnknownProblemError'
  readonly code = 'problem-unknown'
  readonly asked: string

  constructor(asked: string) {
    super(`The catalogue has no problem with the code ${JSON.stringify(asked)}.`)
    this.asked = asked
  }
}

/** What is said of a problem that new code throws by its code, an entry's or a generic one. */
export function thrownProblem(catalogue: Catalogue, code: string, holes: Holes, occurrence: Occurrence): ProblemFacts {
  const entry = entryOf(catalogue, code)
  return entry === undefined
    ? genericFacts(genericOfCode(catalogue, code), code)
    : thrownFacts(catalogue, entry, holes, occurrence)
}

function thrownFacts(catalogue: Catalogue, entry: ProblemEntry, holes: Holes, { languages }: Occurrence): ProblemFacts {
  const title = chooseText(entry.title, languages, catalogue.languages)?.text ?? entry.code
  const detail = entryDetail(catalogue, entry, holes, languages) ?? anyWording(entry, holes, languages)
  const { type, status, code } = entry
  const named = entry.extensions.filter(name => Object.hasOwn(holes, name))
  const extensions = Object.fromEntries(named.map(name => [name, holes[name]]))
  return { ...NOTHING_ELSE, type, title, status, detail: detail?.text ?? title, code, extensions }
}

function genericFacts(generic: GenericProblem | undefined, asked: string): ProblemFacts {
  if (generic === undefined) throw new UnknownProblemError(asked)
  const { type, title, status, code } = generic
  return { ...NOTHING_ELSE, type, title, status, detail: title, code }
}

const NOTHING_ELSE = { traceId: null, hint: null, fields: [], extensions: {} } as const
