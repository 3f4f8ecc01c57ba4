import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEAD, LazyDfa, type ThreadAutomaton } from '../../src/match/lazy-dfa.ts'
import { unitClasses } from '../../src/match/unit-classes.ts'

const LETTERS = 'abcd'

interface Note {
  readonly at: readonly number[]
  readonly stops: boolean
}

/** Counts in a ring, each letter by its own step; writes down what it was asked. A note says whether a walk stops. */
class Ring implements ThreadAutomaton<Note> {
  readonly classes = unitClasses([LETTERS], [])
  readonly asked: string[] = []
  readonly #size: number
  readonly #stops: (at: readonly number[]) => boolean

  constructor(size: number, stops: (at: readonly number[]) => boolean = () => false) {
    this.#size = size
    this.#stops = stops
  }

  start(): readonly number[] {
    return [0]
  }

  step(threads: readonly number[], unit: number): readonly number[] {
    const letter = LETTERS.indexOf(String.fromCharCode(unit))
    this.asked.push(`${threads.join()} ${letter}`)
    return letter === -1 ? [] : threads.map(thread => next(thread, letter, this.#size))
  }

  note(at: readonly number[]): Note {
    return { at, stops: this.#stops(at) }
  }

  stops({ stops }: Note): boolean {
    return stops
  }
}

function next(thread: number, letter: number, size: number): number {
  return (thread * (letter + 1) + letter + 1) % size
}

function endOf(text: string, size: number): number {
  return [...text].reduce((thread, letter) => next(thread, LETTERS.indexOf(letter), size), 0)
}

function walkAll(dfa: LazyDfa<Note>, text: string): readonly number[] {
  return dfa.note(dfa.walk(dfa.start(), text, 0, text.length)).at
}

const aText = fc.array(fc.constantFrom(...LETTERS), { maxLength: 60 }).map(letters => letters.join(''))

describe('a walk', () => {
  test('ends where the automaton ends, and asks it for no step twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.array(aText, { maxLength: 8 }), (size, texts) => {
        const ring = new Ring(size)
        const dfa = new LazyDfa(ring)
        for (const text of texts) expect(walkAll(dfa, text)).toEqual([endOf(text, size)])
        expect(ring.asked).toEqual([...new Set(ring.asked)])
      }),
    )
  })

  test('begins and ends where it is told', () => {
    const dfa = new LazyDfa(new Ring(50))
    const state = dfa.walk(dfa.start(), 'xxabcdxx', 2, 5)
    expect([dfa.note(state).at, dfa.at]).toEqual([[endOf('abc', 50)], 5])
  })

  test('stops at the first state that stops it, on a new way and on a known one, and goes on from there', () => {
    const dfa = new LazyDfa(new Ring(50, ([at]) => at === 2))
    for (const _ of ['new', 'known']) {
      const stopped = dfa.walk(dfa.start(), 'aaaa', 0, 4)
      expect([dfa.note(stopped).at, dfa.at]).toEqual([[2], 2])
      const end = dfa.walk(stopped, 'aaaa', 2, 4)
      expect([dfa.note(end).at, dfa.at]).toEqual([[4], 4])
    }
  })

  test('is over behind a unit that nothing follows', () => {
    const dfa = new LazyDfa(new Ring(50))
    for (const _ of ['new', 'known']) {
      expect(dfa.walk(dfa.start(), 'a?aa', 0, 4)).toBe(DEAD)
      expect(dfa.at).toBe(2)
    }
  })

  test('of more states than are kept ends right all the same', () => {
    const size = 50_000
    const text = 'a'.repeat(40_000)
    const dfa = new LazyDfa(new Ring(size))
    expect(walkAll(dfa, text)).toEqual([endOf(text, size)])
    expect(walkAll(dfa, text)).toEqual([endOf(text, size)])
    const stopped = new LazyDfa(new Ring(size, ([at]) => at === 39_990))
    stopped.walk(stopped.start(), text, 0, text.length)
    expect(stopped.at).toBe(39_990)
  })
})

describe('a state', () => {
  test('of one thread with nothing behind it is the thread itself', () => {
    const ring = new Ring(50)
    const dfa = new LazyDfa(ring)
    const jump = (threads: readonly number[]) => dfa.jump(dfa.start(), threads)
    expect(jump([-7])).toBe(-7)
    expect(new LazyDfa(ring).jump(dfa.start(), [-7, 3])).toBeGreaterThan(DEAD)
  })

  test('behind a run is remembered for where the run was', () => {
    const dfa = new LazyDfa(new Ring(50))
    const start = dfa.start()
    const behind = dfa.jump(start, [9])
    expect(dfa.note(behind).at).toEqual([9])
    expect(dfa.jump(start, [9])).toBe(behind)
    // It is no step of a letter: those lead where they led.
    for (const [index, letter] of [...LETTERS].entries()) {
      expect(dfa.note(dfa.walk(start, letter, 0, 1)).at).toEqual([endOf(letter, 50)])
      expect(dfa.note(dfa.walk(behind, letter, 0, 1)).at).toEqual([next(9, index, 50)])
    }
    expect(dfa.jump(behind, [11])).not.toBe(behind)
    expect(dfa.jump(start, [9])).toBe(behind)
  })
})
