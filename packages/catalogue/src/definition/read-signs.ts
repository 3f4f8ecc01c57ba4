import type { Sign } from '../entry.ts'
import type { DraftSign } from './draft.ts'
import type { Path } from './finding.ts'
import { type GivenText, readTemplate, readTemplates } from './read-texts.ts'
import { readRoute } from './read-route.ts'
import type { Reader } from './reader.ts'

type GivenSign = string | SignDefinition | undefined

interface SignDefinition {
  readonly message?: GivenText | undefined
  readonly code?: string | number | undefined
  readonly status?: number | undefined
  readonly route?: string | undefined
  readonly dialect?: string | undefined
}

/** The signs of one entry. */
export interface ReadSigns {
  readonly signs: readonly DraftSign[]
  /** Whether none was left out. */
  readonly areAll: boolean
}

/** Reads the list `from` of an entry; `idOf` names the sign at an index. */
export function readSigns(
  reader: Reader,
  given: readonly GivenSign[],
  entry: string,
  idOf: (at: number) => string,
  path: Path,
): ReadSigns {
  const read = given.map((sign, at) => readSign(reader, sign, { id: idOf(at), entry }, [...path, at]))
  return { signs: read.flatMap(signs => signs ?? []), areAll: !read.includes(null) && !reader.isMarred(given) }
}

/** `null` for a sign that is not sound: with a condition left out it would claim what nobody meant. */
function readSign(
  reader: Reader,
  given: GivenSign,
  name: Pick<Sign, 'id' | 'entry'>,
  path: Path,
): readonly DraftSign[] | null {
  if (given === undefined || reader.isMarred(given)) return null
  if (typeof given === 'string') {
    const template = readTemplate(reader, given, path)
    const bare = { legacyCode: null, status: null, route: null, dialect: null }
    return template === null ? null : [{ sign: { ...name, message: template, language: null, ...bare }, path }]
  }
  const rest = {
    legacyCode: given.code ?? null,
    status: given.status ?? null,
    route: given.route === undefined ? null : readRoute(given.route),
    dialect: given.dialect ?? null,
  }
  const { message } = given
  if (message === undefined) return [{ sign: { ...name, message: null, language: null, ...rest }, path }]
  const inner: Path = [...path, 'message']
  if (typeof message === 'string') {
    const template = readTemplate(reader, message, inner)
    return template === null ? null : [{ sign: { ...name, message: template, language: null, ...rest }, path }]
  }
  return Object.entries(readTemplates(reader, message, inner)).map(([language, template]) => ({
    sign: { id: `${name.id}:${language}`, entry: name.entry, message: template, language, ...rest },
    path: [...inner, language],
  }))
}
