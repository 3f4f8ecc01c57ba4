import { DIALECT_NAMES } from '../definition/dialect-names.ts'
import { nearest } from '../definition/nearest.ts'
import { LANGUAGE_PATTERN } from '../definition/patterns.ts'
import type { Catalogue } from '../entry.ts'
import { flagValue, type Request, UsageError } from './command.ts'

/** The status that a v1 response is said to have had; `null` where nothing is said. */
export function statusFlag(request: Request): number | null {
  const status = flagValue(request, 'status')
  if (status === null) return null
  if (!/^[1-5]\d\d$/.test(status)) throw new UsageError(`--status is a number from 100 to 599, and ${status} came.`)
  return Number(status)
}

/** The route that is said to have answered, and its method. */
export function routeFlag(request: Request): { method: string | null; route: string | null } {
  const asked = flagValue(request, 'route')
  if (asked === null) return { method: null, route: null }
  const [, method = null, route = null] = /^(?:([A-Za-z]+) +)?(\/\S*)$/.exec(asked) ?? []
  if (route !== null) return { method: method?.toUpperCase() ?? null, route }
  throw new UsageError('--route is written as the server registers it: "GET /loans/:id" or /loans/:id.')
}

/** The language that a wording is said to be in. */
export function languageFlag(request: Request): string | null {
  const language = flagValue(request, 'language')
  if (language === null || new RegExp(LANGUAGE_PATTERN).test(language)) return language
  throw new UsageError(`--language is a BCP 47 tag such as en or pt-BR, and ${JSON.stringify(language)} came.`)
}

/** The dialect that a body is said to have been read with: a misspelt one would fit no sign, and nobody would know why. */
export function dialectFlag(request: Request, catalogue: Catalogue): string | null {
  const dialect = flagValue(request, 'dialect')
  const known = [...DIALECT_NAMES, 'generic', ...catalogue.ownDialects.map(({ name }) => name)]
  if (dialect === null || known.includes(dialect)) return dialect
  const near = nearest(dialect, known)
  const hint = near === null ? `There are ${known.join(', ')}.` : `Did you mean ${near}?`
  throw new UsageError(`There is no dialect ${JSON.stringify(dialect)}. ${hint}`)
}
