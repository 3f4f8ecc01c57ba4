import type { Catalogue, FieldEntry, ProblemEntry, Sign } from '../../src/entry.ts'
import { CONTRACTS } from '../../src/contract.ts'
import type { MatchQuery } from '../../src/match.ts'
import { type MessageTemplate, parseTemplate } from '../../src/message-template.ts'

/** What a test says of a sign: the wording, and what narrows it. */
export type SignSketch = Partial<Omit<Sign, 'message' | 'id' | 'entry'>> & { readonly message?: string }

export function template(source: string): MessageTemplate {
  const read = parseTemplate(source)
  if ('code' in read) throw new Error(`${read.code}: ${source}`)
  return read
}

export function signsOf(entry: string, sketches: readonly SignSketch[]): readonly Sign[] {
  return sketches.map((sketch, index) => ({
    language: null,
    legacyCode: null,
    status: null,
    route: null,
    dialect: null,
    ...sketch,
    id: `${entry}#${index}`,
    entry,
    message: sketch.message === undefined ? null : template(sketch.message),
  }))
}

/** A lending library's catalogue: codes with the signs they are known by. */
export function library(
  problems: Readonly<Record<string, readonly SignSketch[]>>,
  fields: Readonly<Record<string, readonly SignSketch[]>> = {},
): Catalogue {
  return {
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    contract: CONTRACTS.kordiam,
    dialects: [],
    ownDialects: [],
    languages: [],
    generic: [],
    problems: Object.entries(problems).map(
      ([code, sketches]): ProblemEntry => ({
        code,
        type: `https://errors.library.example/${code}`,
        status: 404,
        title: { '*': code },
        detail: null,
        retry: null,
        extensions: [],
        description: null,
        signs: signsOf(code, sketches),
      }),
    ),
    fields: Object.entries(fields).map(
      ([code, sketches]): FieldEntry => ({ code, description: null, signs: signsOf(code, sketches) }),
    ),
  }
}

/** A v1 error of which nothing is known but what the test says. */
export function said(known: Partial<MatchQuery>): MatchQuery {
  return { wording: null, code: null, status: 404, dialect: null, language: null, method: null, route: null, ...known }
}
