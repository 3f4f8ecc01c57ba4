import { type CharSet, JS, type Node } from 'refa'

/** A pattern's characters as they are written, and which may stand behind which. */
export interface Positions {
  readonly sets: readonly CharSet[]
  readonly follow: readonly ReadonlySet<number>[]
}

interface Piece {
  readonly isEmpty: boolean
  readonly first: readonly number[]
  readonly last: readonly number[]
}

const EMPTY: Piece = { isEmpty: true, first: [], last: [] }

/** The positions of a pattern (Glushkov's automaton), or `null` where there are more than `most`. */
export function positionsOf(source: string, most: number): Positions | null {
  // As written: what a simplification would merge is what a backtracking engine walks twice.
  const { expression } = JS.Parser.fromLiteral({ source, flags: '' }).parse({ simplify: false })
  const builder = new Builder(most)
  builder.add(expression)
  return builder.isOver ? null : builder
}

class Builder {
  readonly sets: CharSet[] = []
  readonly follow: Set<number>[] = []
  isOver = false
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  add(node: Node): Piece {
    switch (node.type) {
      case 'CharacterClass':
        return this.#character(node.characters)
      case 'Concatenation':
        return node.elements.reduce((before, element) => this.#join(before, this.add(element)), EMPTY)
      case 'Quantifier':
        return this.#repeat(node.min, node.max, () => this.#either(node.alternatives))
      case 'Expression':
      case 'Alternation':
        return this.#either(node.alternatives)
      // Neither is left in a pattern that has been looked through for what is not regular.
      case 'Assertion':
      case 'Unknown':
        return EMPTY
    }
  }

  #character(characters: CharSet): Piece {
    if (this.sets.length >= this.#most) {
      this.isOver = true
      return EMPTY
    }
    const position = this.sets.push(characters) - 1
    this.follow.push(new Set())
    return { isEmpty: false, first: [position], last: [position] }
  }

  #either(alternatives: readonly Node[]): Piece {
    const pieces = alternatives.map(alternative => this.add(alternative))
    return {
      isEmpty: pieces.some(piece => piece.isEmpty),
      first: pieces.flatMap(piece => piece.first),
      last: pieces.flatMap(piece => piece.last),
    }
  }

  // The second copy stands behind the first only, not in its place: a count by itself is not two ways to read.
  #repeat(min: number, max: number, make: () => Piece): Piece {
    const isEndless = max === Number.POSITIVE_INFINITY
    const copies = isEndless ? Math.max(1, min) : max
    const last = new Set<number>()
    let chain = EMPTY
    for (let copy = 1; copy <= copies && !this.isOver; copy++) {
      const piece = make()
      if (isEndless && copy === copies) this.#link(piece.last, piece.first)
      chain = this.#join(chain, piece)
      if (copy >= min) for (const position of chain.last) last.add(position)
    }
    return { isEmpty: min === 0 || chain.isEmpty, first: chain.first, last: [...last] }
  }

  #join(before: Piece, after: Piece): Piece {
    this.#link(before.last, after.first)
    return {
      isEmpty: before.isEmpty && after.isEmpty,
      first: before.isEmpty ? [...before.first, ...after.first] : before.first,
      last: after.isEmpty ? [...before.last, ...after.last] : after.last,
    }
  }

  #link(from: readonly number[], to: readonly number[]): void {
    for (const position of from) for (const next of to) this.follow[position]?.add(next)
  }
}
