import type { ClientModel, Ref } from '../../clients/client.ts'

/**
 * Takes out of a text what names the whole body of an answer: `const { data } = await maps.get('/places')`, where `maps` is a
 * client of a library that has the body there. Only of a name that the file makes itself and never hands on. It holds only
 * where nobody intercepts answers: what an interceptor gives in their place may have a member of that name, too.
 */
export function answerMarks(models: readonly ClientModel[]): (text: string) => string {
  const clients = models.filter(isWholeAtData)
  return text => {
    if (!/\{\s*data\b/.test(text)) return text
    return clients.flatMap(client => namesIn(client, text)).reduce(withoutAnswersOf, text)
  }
}

// `data` is the whole body of whatever the client gives, and `create` makes another one.
function isWholeAtData({ exports, places }: ClientModel): boolean {
  const main = exports.default
  if (typeof main !== 'string') return false
  const { call, members = {} } = places[main] ?? {}
  const creates = members.create
  if (call === undefined || creates === undefined || typeof creates === 'string' || !('place' in creates)) return false
  const given = Object.values(members).flatMap(ref => (typeof ref === 'object' && 'place' in ref ? [ref.place] : []))
  const calls = [call, ...given.flatMap(name => places[name]?.call ?? [])]
  return calls.flatMap(answersOf).every(name => {
    const data = places[name]?.members?.data
    return name === main || data === 'body' || data === 'ok-body'
  })
}

/** The places of what a call resolves with. */
function answersOf(ref: Ref): readonly string[] {
  if (typeof ref === 'string') return []
  if ('ok' in ref) return answersOf(ref.ok)
  if ('chosen' in ref) return [...answersOf(ref.chosen), ...answersOf(ref.otherwise)]
  return 'place' in ref ? [ref.place] : []
}

/** The names that a file gives to clients of its own, and asks them by only. */
function namesIn({ packages }: ClientModel, text: string): readonly string[] {
  return packages.flatMap(name => {
    const imported = new RegExp(`\\bimport\\s+([\\w$]+)(?:\\s*,[^;'"]*)?\\s+from\\s*['"]${name}['"]`).exec(text)?.[1]
    if (imported === undefined) return []
    const made = new RegExp(`\\bconst\\s+(\\w+)\\s*=\\s*${imported.replaceAll('$', '\\$')}\\.create\\(`, 'g')
    return [...text.matchAll(made)].flatMap(([, one]) => (one !== undefined && isOnlyAsked(text, one) ? [one] : []))
  })
}

// Each time it stands there it is made, or it is asked.
function isOnlyAsked(text: string, name: string): boolean {
  const bare = text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, `''`)
  // A member of that name is something else; `...shelves` hands it on.
  const all = [...bare.matchAll(new RegExp(`(?<!(?:^|[^.])\\.)\\b${name}\\b`, 'g'))].length
  const asked = [...bare.matchAll(new RegExp(`(?<![.\\w$])${name}\\.\\w+\\s*[(<]`, 'g'))].length
  return all === asked + 1
}

function withoutAnswersOf(text: string, name: string): string {
  return text.replace(
    new RegExp(`\\{\\s*data(?:\\s*:\\s*\\w+)?\\s*\\}\\s*=\\s*await\\s+${name}\\.\\w+\\s*[(<]`, 'g'),
    '',
  )
}
