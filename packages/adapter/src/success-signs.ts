import type { Catalogue, Route, Sign } from '@problemshift/catalogue'

/** Which successes of a route are to be read, because some sign names their status. */
export interface SuccessSigns {
  readonly statuses: ReadonlySet<number>
  /** A body without any of these words fits no sign; `null` where a sign has no word to look for. */
  readonly words: readonly string[] | null
  /** How the sentences begin; `null` where one can begin with anything. */
  readonly beginnings: readonly string[] | null
}

/** The signs of 2xx that hold for a route; `null` when there are none, so that no success is looked at. */
export function successSigns(catalogue: Catalogue, method: string | null, path: string | null): SuccessSigns | null {
  const signs = catalogue.problems
    .flatMap(entry => entry.signs)
    .filter(({ status, route }) => status !== null && status < 300 && mayBe(route, method, path))
  if (signs.length === 0) return null
  const words = signs.map(wordOf)
  const known = words.filter(word => word !== null)
  return {
    statuses: new Set(signs.flatMap(({ status }) => status ?? [])),
    words: known.length === words.length ? known : null,
    beginnings: beginningsOf(signs),
  }
}

/** Whether a success may fit a sign; most do not, and reading one costs a hundred times as much as this. */
export function mayFit({ words }: SuccessSigns, body: string): boolean {
  return words === null || words.some(word => body.includes(word))
}

function beginningsOf(signs: readonly Sign[]): readonly string[] | null {
  const first = signs.map(({ message }) => message?.parts[0])
  const texts = first.flatMap(part => (part?.kind === 'text' ? part.text : []))
  return texts.length === signs.length ? texts : null
}

// One plain word is written the same in JSON, in HTML and in text.
function wordOf({ message, legacyCode }: Sign): string | null {
  const text =
    message === null
      ? String(legacyCode ?? '')
      : message.parts.map(part => (part.kind === 'text' ? part.text : ' ')).join(' ')
  const words = text.match(/[A-Za-z0-9]{3,}/g) ?? []
  return words.toSorted((a, b) => b.length - a.length)[0] ?? null
}

function mayBe(route: Route | null, method: string | null, path: string | null): boolean {
  if (route === null || path === null) return true
  // A route of several methods is told as `GET,POST`.
  const asked = method === 'HEAD' ? 'GET' : method
  const isMethod = route.method === null || asked === null || asked.split(',').includes(route.method)
  return isMethod && route.path === path
}
