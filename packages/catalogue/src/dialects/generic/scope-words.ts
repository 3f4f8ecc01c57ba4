import type { LegacyScope } from '../../legacy-error.ts'

const WORDS: Readonly<Record<string, LegacyScope>> = {
  body: 'body',
  json: 'body',
  payload: 'body',
  form: 'body',
  formdata: 'body',
  requestbody: 'body',
  jsonorform: 'body',
  files: 'body',
  bodyparam: 'body',
  bodyparams: 'body',
  bodyparameter: 'body',
  bodyparameters: 'body',
  formparams: 'body',
  query: 'query',
  querystring: 'query',
  queries: 'query',
  queryparameter: 'query',
  queryparameters: 'query',
  queryparam: 'query',
  queryparams: 'query',
  urlquery: 'query',
  searchparams: 'query',
  path: 'path',
  params: 'path',
  param: 'path',
  pathparameter: 'path',
  pathparameters: 'path',
  pathparams: 'path',
  pathparam: 'path',
  uri: 'path',
  route: 'path',
  viewargs: 'path',
  matchdict: 'path',
  header: 'header',
  headers: 'header',
  cookie: 'cookie',
  cookies: 'cookie',
  signedcookies: 'cookie',
  global: 'global',
}

/** `bodyErrors`, `queryResult`: what a validator says of one place. */
const SAID = /(?:validation)?(?:errors?|results?|issues|violations)$/

/** The scope whose findings a member holds: `body`, `queryErrors`; `null` where its name is of no place. */
export function scopeOfFindings(name: string): LegacyScope | null {
  return scopeOf(name) ?? scopeOf(name.replace(/[_-]/g, '').toLowerCase().replace(SAID, ''))
}

/** The scope that a word for a place in the request names; `null` where it names none. */
export function scopeOf(word: unknown): LegacyScope | null {
  if (typeof word !== 'string' || word.length > 30) return null
  const spelled = word.replace(/[_\-\s]+/g, '').toLowerCase()
  return Object.hasOwn(WORDS, spelled) ? (WORDS[spelled] ?? null) : null
}
