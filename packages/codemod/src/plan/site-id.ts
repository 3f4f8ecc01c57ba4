import { createHash } from 'node:crypto'

interface Named {
  readonly file: string
  readonly form: string
  readonly before: string
}

/** Names that stay when lines move: a hash of file, form and text, with a count for equal ones. */
export function siteIds(sites: readonly Named[]): readonly string[] {
  const counts = new Map<string, number>()
  return sites.map(({ file, form, before }) => {
    const text = before.replace(/\s+/g, ' ')
    const hash = createHash('sha256').update(`${file}\n${form}\n${text}`).digest('hex').slice(0, 10)
    const count = (counts.get(hash) ?? 0) + 1
    counts.set(hash, count)
    return count === 1 ? hash : `${hash}-${count}`
  })
}
