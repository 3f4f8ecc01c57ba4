import { mayNameBody } from '../detect/speaking-names.ts'

/** What stands before a dot, as far as it is names; with a bracket in front when it goes on. */
export function ownerBefore(text: string, dot: number): string {
  let start = dot
  while (/[\w$.?!\s]/.test(text[start - 1] ?? '') && (start === dot || !/\s/.test(text[start - 1] ?? ''))) start -= 1
  const before = text[start - 1] ?? ''
  return `${/[)\]}'"`]/.test(before) ? before : ''}${text.slice(start, dot)}`.trim()
}

/** Whether the owner's names speak of an answer, or it was waited for; what is no name may be anything. */
export function mayBeBody(text: string, owner: string): boolean {
  if (!/^[\w$]/.test(owner)) return true
  const names = owner.split(/[?!]*\./).map(name => name.replace(/[?!\s]+/g, ''))
  const [root = ''] = names
  return names.some(mayNameBody) || isAnswered(text, root)
}

// const loan = await ask(), const loan = id ? await ask(id) : null, ask().then(loan => …), ask().catch(loan => …)
function isAnswered(text: string, name: string): boolean {
  return answeredAs(name).test(text)
}

const answeredAs = remembering(name => {
  const word = escaped(name)
  const awaited = `\\b${word}\\b[^;=]{0,300}=[^;{}\\n]*(?:\\n\\s*[?:|&(][^;{}\\n]*)*\\bawait\\b`
  const settled = `\\.(?:then|catch)\\([^)]{0,300}\\b${word}\\b`
  return new RegExp(`${awaited}|${settled}`)
})

const MOST_REMEMBERED = 1_000

/** Makes a thing for a name once, as long as there are not too many names. */
export function remembering<T>(make: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return name => {
    const made = known.get(name) ?? make(name)
    if (known.size < MOST_REMEMBERED) known.set(name, made)
    return made
  }
}

/** A name as it stands in a pattern. */
export function escaped(name: string): string {
  return name.replaceAll('$', '\\$')
}
