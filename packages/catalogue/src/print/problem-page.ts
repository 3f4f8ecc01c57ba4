import { chooseText } from '../problem/choose-text.ts'
import { entryOf, genericOfCode } from '../code-index.ts'
import type { Catalogue, GenericProblem, Localised, ProblemEntry, Retry, Sign } from '../entry.ts'
import { type HolePart, holesOf, type MessageTemplate } from '../message-template.ts'
import { problemFor } from '../to-problem.ts'

/** Everything that the page of a type says, before it is written as Markdown or HTML. */
export interface ProblemPage {
  readonly code: string
  readonly type: string
  readonly status: number
  readonly title: string
  /** The title in other languages. */
  readonly titles: Localised<string>
  readonly description: string | null
  readonly retry: Retry | null
  readonly extensions: readonly string[]
  readonly signs: readonly SignLine[]
  /** A response as it would go out, in JSON. */
  readonly example: string
  /** Whether it only stands for its status. */
  readonly generic: boolean
}

/** One way in which v1 said it. */
export interface SignLine {
  readonly wording: string | null
  readonly language: string | null
  readonly legacyCode: string | null
  readonly status: number | null
  readonly route: string | null
  readonly dialect: string | null
}

/** One code of `errors[]`. */
export interface FieldLine {
  readonly code: string
  readonly description: string | null
  readonly signs: readonly SignLine[]
}

/** The pages of all types: those of the catalogue, then the generic ones of registered statuses. */
export function problemPages(catalogue: Catalogue): readonly ProblemPage[] {
  const generic = registeredGeneric(catalogue).filter(({ code }) => entryOf(catalogue, code) === undefined)
  return [
    ...catalogue.problems.map(entry => entryPage(catalogue, entry)),
    ...generic.map(
      ({ code, type, status, title }): ProblemPage => ({
        ...{
          code,
          type,
          status,
          title,
          titles: {},
          description: null,
          retry: retryOf(status),
          extensions: [],
          signs: [],
        },
        ...{ example: exampleOf(catalogue, code, {}), generic: true },
      }),
    ),
  ]
}

/**
 * The generic problems that people meet, each code once. A status that no registry knows has one as well; nobody has a
 * use for 150 names like `http_499`.
 */
export function registeredGeneric(catalogue: Catalogue): readonly GenericProblem[] {
  return catalogue.generic.filter(one => genericOfCode(catalogue, one.code) === one && !/^http_\d+$/i.test(one.code))
}

/** The codes of field errors that the catalogue names. */
export function fieldLines(catalogue: Catalogue): readonly FieldLine[] {
  return catalogue.fields.map(({ code, description, signs }) => ({ code, description, signs: signs.map(signLine) }))
}

function entryPage(catalogue: Catalogue, entry: ProblemEntry): ProblemPage {
  const { code, type, status, description, extensions } = entry
  const chosen = chooseText(entry.title, [], catalogue.languages)
  const others = Object.entries(entry.title).filter(([language]) => language !== (chosen?.language ?? '*'))
  return {
    ...{ code, type, status, description, extensions, generic: false },
    title: chosen?.text ?? code,
    titles: Object.fromEntries(others),
    retry: entry.retry ?? retryOf(status),
    signs: entry.signs.map(signLine),
    example: exampleOf(catalogue, code, exampleHoles(entry)),
  }
}

// What the contract says of every error: only 429 and 5xx may go away by themselves.
function retryOf(status: number): Retry | null {
  return status === 429 || status >= 500 ? 'transient' : null
}

function signLine(sign: Sign): SignLine {
  const { language, status, dialect, route } = sign
  return {
    ...{ language, status, dialect },
    wording: sign.message?.source ?? null,
    legacyCode: sign.legacyCode === null ? null : String(sign.legacyCode),
    route: route === null ? null : [route.method, route.path].filter(part => part !== null).join(' '),
  }
}

function exampleOf(catalogue: Catalogue, code: string, holes: Readonly<Record<string, unknown>>): string {
  const occurrence = { instance: null, traceId: '0af7651916cd43dd8448eb211c80319c', languages: [], time: new Date(0) }
  return JSON.stringify(problemFor(catalogue, code, holes, occurrence), null, 2)
}

function exampleHoles(entry: ProblemEntry): Readonly<Record<string, unknown>> {
  const templates: readonly MessageTemplate[] = [
    ...Object.values(entry.detail ?? {}),
    ...entry.signs.flatMap(sign => sign.message ?? []),
  ]
  return Object.fromEntries(templates.flatMap(holesOf).map(hole => [hole.name, exampleValue(hole)]))
}

function exampleValue({ name, type }: HolePart): unknown {
  switch (type) {
    case 'int':
      return 42
    case 'uuid':
      return '0b3f9f2e-6c1d-4b8e-9a57-2f1c6d0e8a41'
    case 'email':
      return 'reader@library.example'
    case 'word':
    case 'text':
    case 'pattern':
      return `<${name}>`
    default:
      return type satisfies never
  }
}

/** The name of a page without its ending: safe on every disk, and never that of the index. */
export function pageName(code: string): string {
  const name = code.replace(/[^A-Za-z0-9_.-]/g, character => `~${character.codePointAt(0)?.toString(16)}`)
  return name.toLowerCase() === 'index' ? `${name}-problem` : name
}

/** What a client does about it, as one sentence. */
export function retryAdvice(retry: Retry | null): string {
  switch (retry) {
    case 'never':
      return 'Do not send the same request again.'
    case 'transient':
      return 'Send the same request again later; wait as long as Retry-After says where it is given.'
    case 'after-change':
      return 'Send the request again only after you have changed it, or after the state that it met has changed.'
    case null:
      return 'Do not send the same request again before you know the cause.'
    default:
      return retry satisfies never
  }
}
