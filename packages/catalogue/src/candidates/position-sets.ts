import type { Budget } from './budget.ts'
import { NO, YES } from './machine.ts'
import type { Partition } from './partition.ts'
import { END, type Program } from './regex-program.ts'

/*
 * A subset construction for patterns with look-arounds.
 *
 * A thread is a node of the graph and its dues: sets of threads, started by look-aheads that it has passed, each of which
 * must come true (or must not) in the rest of the text. A look-behind is a set of threads that runs along from the start
 * of the text; where it is asked, its threads that have reached the end say under which dues it holds. So `$`, `\b` and
 * look-arounds of any depth are decided, not approximated; only the number of sets is bounded.
 */

/** A set's number times two, plus one where it must not come true. */
type Due = number

interface Thread {
  readonly node: number
  /** Sorted, each once. */
  readonly dues: readonly Due[]
}

/** The ways in which a look-behind holds: each is a list of dues, and none means that it does not. */
type Ways = readonly (readonly Due[])[]

/** What is known at one position of the text. */
interface Position {
  /** By look; only look-behinds have ways. */
  readonly ways: Map<number, Ways>
  /** The set that a look-ahead starts here. */
  readonly opened: Map<number, number>
  /** Where the sets of the position before have got to. */
  readonly moved: Map<number, number>
}

const NONE: readonly Due[] = []

export class PositionSets {
  readonly #program: Program
  readonly #budget: Budget
  readonly #has: readonly Uint8Array[]
  readonly #behinds: readonly number[]
  readonly #ids = new Map<string, number>()
  // 0 and 1 stand for NO and YES, and hold nothing.
  readonly #sets: (readonly Thread[])[] = [[], []]

  constructor(program: Program, partition: Partition, budget: Budget) {
    this.#program = program
    this.#budget = budget
    this.#has = program.sets.map(set => Uint8Array.from(partition.samples, unit => (set.has(unit) ? 1 : 0)))
    this.#behinds = [...program.looks.keys()].filter(look => program.looks[look]?.kind === 'behind')
  }

  start(): { top: number; behinds: readonly number[] } {
    const position = newPosition()
    const behinds = this.#behinds.map(look => this.#enterBehind(look, [this.#entry(look)], position))
    return { top: this.#close([{ node: this.#program.start, dues: NONE }], position), behinds }
  }

  step(state: { top: number; behinds: readonly number[] }, cls: number): { top: number; behinds: readonly number[] } {
    const position = newPosition()
    // A look-behind may ask those inside it, which stand before it in the list.
    const behinds = this.#behinds.map((look, index) =>
      this.#enterBehind(look, this.#move(state.behinds[index] ?? NO, cls, position), position),
    )
    return { top: this.#advance(state.top, cls, position), behinds }
  }

  /** Whether a set is true when the text ends here. */
  holdsAtEnd(set: number): boolean {
    if (set <= YES) return set === YES
    return this.#threads(set).some(({ node, dues }) => node === END && dues.every(due => this.#dueHoldsAtEnd(due)))
  }

  #dueHoldsAtEnd(due: Due): boolean {
    return this.holdsAtEnd(due >> 1) !== isNegated(due)
  }

  #entry(look: number): Thread {
    return { node: this.#program.looks[look]?.start ?? END, dues: NONE }
  }

  #threads(set: number): readonly Thread[] {
    return this.#sets[set] ?? []
  }

  #advance(set: number, cls: number, position: Position): number {
    if (set <= YES) return set
    const known = position.moved.get(set)
    if (known !== undefined) return known
    const to = this.#close(this.#move(set, cls, position), position)
    position.moved.set(set, to)
    return to
  }

  #move(set: number, cls: number, position: Position): Thread[] {
    const moved: Thread[] = []
    for (const { node, dues } of this.#threads(set)) {
      const to = this.#target(node, cls)
      if (to === -1) continue
      const left = this.#advanceDues(dues, cls, position)
      if (left !== null) moved.push({ node: to, dues: left })
    }
    this.#budget.learn(1 + this.#threads(set).length)
    return moved
  }

  // The end stays the end: what follows a match does not matter.
  #target(index: number, cls: number): number {
    if (index === END) return END
    const node = this.#program.nodes[index]
    return node?.kind === 'char' && this.#has[node.set]?.[cls] === 1 ? node.to : -1
  }

  #advanceDues(dues: readonly Due[], cls: number, position: Position): readonly Due[] | null {
    if (dues.length === 0) return NONE
    let left: readonly Due[] | null = NONE
    for (const due of dues) {
      left = left && addDue(left, this.#advance(due >> 1, cls, position) * 2 + (due & 1))
    }
    return left
  }

  #enterBehind(look: number, threads: readonly Thread[], position: Position): number {
    const closed = this.#follow(threads, position)
    position.ways.set(
      look,
      closed.filter(thread => thread.node === END).map(thread => thread.dues),
    )
    return this.#intern(closed.filter(thread => thread.node !== END))
  }

  #close(threads: readonly Thread[], position: Position): number {
    const closed = this.#follow(threads, position)
    if (closed.some(thread => thread.node === END && thread.dues.length === 0)) return YES
    return this.#intern(closed)
  }

  #intern(threads: readonly Thread[]): number {
    if (threads.length === 0) return NO
    const key = threads.map(({ node, dues }) => (dues.length === 0 ? node : `${node}:${dues.join('.')}`)).join()
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#budget.learn(threads.length)
    this.#sets.push(threads)
    this.#ids.set(key, this.#sets.length - 1)
    return this.#sets.length - 1
  }

  /** Follows what reads no character. What is left are threads before a character or at the end, in a fixed order. */
  #follow(threads: readonly Thread[], position: Position): Thread[] {
    const seen = new Map<number, (readonly Due[])[]>()
    const stack = [...threads]
    for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
      const { node: index, dues } = thread
      const before = seen.get(index) ?? []
      // A thread with fewer dues does all that this one could.
      if (before.some(other => isSubset(other, dues))) continue
      seen.set(index, [...before.filter(other => !isSubset(dues, other)), dues])
      this.#budget.learn(1 + before.length)
      const node = this.#program.nodes[index]
      if (node?.kind === 'split') for (const to of node.to) stack.push({ node: to, dues })
      if (node?.kind !== 'look') continue
      for (const way of this.#waysOf(node.look, node.negate, position)) {
        const joined = joinDues(dues, way)
        if (joined !== null) stack.push({ node: node.to, dues: joined })
      }
    }
    const kept = [...seen].filter(([index]) => this.#isResting(index)).sort(([a], [b]) => a - b)
    return kept.flatMap(([node, all]) => [...all].sort(compareDues).map(dues => ({ node, dues })))
  }

  #isResting(index: number): boolean {
    const kind = this.#program.nodes[index]?.kind
    return kind === 'char' || kind === 'end'
  }

  #waysOf(look: number, negate: boolean, position: Position): Ways {
    const behind = position.ways.get(look)
    if (behind !== undefined) return negate ? this.#noneOf(behind) : behind
    const set = this.#open(look, position)
    const due = addDue(NONE, set * 2 + (negate ? 1 : 0))
    return due === null ? [] : [due]
  }

  #open(look: number, position: Position): number {
    const known = position.opened.get(look)
    if (known !== undefined) return known
    const set = this.#close([this.#entry(look)], position)
    position.opened.set(look, set)
    return set
  }

  /** The ways in which none of the ways holds: from each of them one due must fail. */
  #noneOf(ways: Ways): Ways {
    let none: (readonly Due[])[] = [NONE]
    for (const way of ways) {
      none = none.flatMap(dues => way.map(due => addDue(dues, due ^ 1)).filter(joined => joined !== null))
      this.#budget.learn(1 + none.length)
    }
    return none
  }
}

function newPosition(): Position {
  return { ways: new Map(), opened: new Map(), moved: new Map() }
}

function isNegated(due: Due): boolean {
  return (due & 1) === 1
}

/** The dues with one more; `null` where they can no longer all be met. */
function addDue(dues: readonly Due[], due: Due): readonly Due[] | null {
  const set = due >> 1
  if (set <= YES) return (set === YES) === isNegated(due) ? null : dues
  if (dues.includes(due)) return dues
  if (dues.includes(due ^ 1)) return null
  return [...dues, due].sort((a, b) => a - b)
}

function joinDues(dues: readonly Due[], more: readonly Due[]): readonly Due[] | null {
  let joined: readonly Due[] | null = dues
  for (const due of more) joined = joined && addDue(joined, due)
  return joined
}

function isSubset(few: readonly Due[], many: readonly Due[]): boolean {
  return few.length <= many.length && few.every(due => many.includes(due))
}

function compareDues(a: readonly Due[], b: readonly Due[]): number {
  const left = a.join()
  const right = b.join()
  return left < right ? -1 : left > right ? 1 : 0
}
