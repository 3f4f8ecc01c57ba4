/** An access chain without its question marks, and where these stood. */
export interface Chain {
  readonly plain: string
  readonly stops: ReadonlySet<number>
}

export function chainOf(text: string): Chain {
  const stops = new Set<number>()
  let plain = ''
  for (const [index, part] of text.split('?.').entries()) {
    if (index > 0) {
      stops.add(plain.length)
      if (!part.startsWith('[')) plain += '.'
    }
    plain += part
  }
  return { plain, stops }
}

export function printChain({ plain, stops }: Chain): string {
  return [...plain].map((letter, index) => mark(letter, stops.has(index))).join('')
}

function mark(letter: string, stops: boolean): string {
  if (!stops) return letter
  return letter === '.' ? '?.' : `?.${letter}`
}

/** The same chain, that also ends early at these places. */
export function stoppingAt({ plain, stops }: Chain, more: Iterable<number>): Chain {
  return { plain, stops: new Set([...stops, ...more]) }
}

/** The same chain with another last member: `body?.code` → `body?.detail`; `null` for a name alone. */
export function withMember({ plain, stops }: Chain, member: string): Chain | null {
  const [last] = /\.[\w$]+$/.exec(plain) ?? []
  return last === undefined ? null : { plain: `${plain.slice(0, -last.length)}.${member}`, stops }
}
