import { type HolePart, HOLE_PATTERNS, type MessageTemplate } from '../message-template.ts'
import { canHold, type HoleAutomaton, holeAutomaton } from './hole-automaton.ts'
import type { SpanTest } from './span-test.ts'
import { startsOfSpan } from './starts-of-span.ts'

/** A hole and the text that follows it. */
interface HoleStep {
  readonly isText: boolean
  readonly automaton: HoleAutomaton
  readonly span: SpanTest
  readonly after: string
  /** No value holds the first unit of the text behind: the value ends where that unit is met first. */
  readonly endsAtAfter: boolean
  /** No value holds the last unit of the text in front. */
  readonly startsAtBefore: boolean
}

/** The ends of the holes' values, two numbers each: from, to. */
type Spans = number[]

/**
 * Whether a template matches, and what stands in its holes. Where a message can be cut in several ways the first hole
 * takes as little as it can, then the second, and so on. Linear in the length of the message.
 */
export class HoleReader {
  readonly #first: string
  readonly #last: string
  readonly #steps: readonly HoleStep[]
  readonly #shortest: number
  /** Holes whose ends are plain to see from the left, and from the right. */
  readonly #fromLeft: number
  readonly #fromRight: number
  /** What lies between them. */
  readonly #middle: readonly HoleStep[]
  readonly #isMixed: boolean

  constructor(template: MessageTemplate, spanOf: (pattern: string) => SpanTest) {
    const texts = textsAround(template)
    this.#first = texts[0] ?? ''
    this.#last = texts.at(-1) ?? ''
    const holes = template.parts.filter((part): part is HolePart => part.kind === 'hole')
    this.#steps = holes.map((hole, index) => {
      const automaton = holeAutomaton(hole.pattern)
      const before = texts[index] ?? ''
      const after = texts[index + 1] ?? ''
      return {
        isText: hole.pattern === HOLE_PATTERNS.text,
        automaton,
        span: spanOf(hole.pattern),
        after,
        endsAtAfter: after !== '' && !canHold(automaton, after.charCodeAt(0)),
        startsAtBefore: before !== '' && !canHold(automaton, before.charCodeAt(before.length - 1)),
      }
    })
    this.#shortest = texts.reduce((sum, text) => sum + text.length, 0) + holes.length
    const most = Math.max(0, holes.length - 1)
    const left = this.#steps.findIndex(step => !step.endsAtAfter)
    this.#fromLeft = Math.min(left === -1 ? most : left, most)
    const right = this.#steps.toReversed().findIndex(step => !step.startsAtBefore)
    this.#fromRight = Math.min(right === -1 ? most : right, most - this.#fromLeft)
    this.#middle = this.#steps.slice(this.#fromLeft, this.#steps.length - this.#fromRight)
    this.#isMixed = this.#middle.length > 1 && !this.#middle.every(step => step.isText)
  }

  /** The values from left to right, or `null` where the template does not match. */
  read(text: string): Spans | null {
    if (text.length < this.#shortest || !text.startsWith(this.#first) || !text.endsWith(this.#last)) return null
    if (this.#steps.length === 0) return text === this.#first ? [] : null
    const spans: Spans = new Array(2 * this.#steps.length).fill(0)
    const start = this.#readFromLeft(text, spans)
    if (start === -1) return null
    const end = this.#readFromRight(text, spans, start)
    if (end === -1) return null
    if (this.#isMixed) return this.#readAny(text, spans, start, end)
    return this.#readTexts(text, spans, start, end) ? spans : null
  }

  // Returns where the hole after the read ones begins.
  #readFromLeft(text: string, spans: Spans): number {
    let at = this.#first.length
    for (let index = 0; index < this.#fromLeft; index++) {
      const step = this.#steps[index]
      if (step === undefined) return -1
      const end = text.indexOf(step.after.charAt(0), at)
      if (end === -1 || !text.startsWith(step.after, end) || !step.span.holds(text, at, end)) return -1
      spans[2 * index] = at
      spans[2 * index + 1] = end
      at = end + step.after.length
    }
    return at
  }

  // Returns where the hole before the read ones ends.
  #readFromRight(text: string, spans: Spans, start: number): number {
    let end = text.length - this.#last.length
    for (let index = this.#steps.length - 1; index >= this.#steps.length - this.#fromRight; index--) {
      const step = this.#steps[index]
      const before = this.#steps[index - 1]?.after ?? ''
      if (step === undefined || end <= start) return -1
      const at = text.lastIndexOf(before.charAt(before.length - 1), end - 1) + 1
      if (at - before.length <= start || !text.startsWith(before, at - before.length)) return -1
      if (!step.span.holds(text, at, end)) return -1
      spans[2 * index] = at
      spans[2 * index + 1] = end
      end = at - before.length
    }
    return end
  }

  // One hole of any type, or text holes only: the first place of each text is the best one, because whatever a text
  // hole reaches from a later place on the same line it reaches from an earlier one too.
  #readTexts(text: string, spans: Spans, start: number, end: number): boolean {
    let at = start
    const last = this.#steps.length - this.#fromRight - 1
    for (let index = this.#fromLeft; index < last; index++) {
      const after = this.#steps[index]?.after ?? ''
      const found = text.indexOf(after, at + 1)
      if (found === -1 || found + after.length >= end || hasLineBreak(text, at, found)) return false
      spans[2 * index] = at
      spans[2 * index + 1] = found
      at = found + after.length
    }
    spans[2 * last] = at
    spans[2 * last + 1] = end
    const step = this.#steps[last]
    if (step === undefined || at >= end) return false
    return step.isText ? !hasLineBreak(text, at, end) : step.span.holds(text, at, end)
  }

  // Any mix: from the right, the places from which the rest matches; then from the left, the shortest value that leads
  // to such a place.
  #readAny(text: string, spans: Spans, start: number, end: number): Spans | null {
    const piece = text.slice(start, end)
    const steps = this.#middle
    let ends: Uint8Array = new Uint8Array(piece.length + 1)
    ends[piece.length] = 1
    const ahead: Uint8Array[] = []
    for (let index = steps.length - 1; index >= 0; index--) {
      const step = steps[index]
      if (step === undefined) return null
      if (index < steps.length - 1) ends = placesBefore(step.after, piece, ends)
      ahead[index] = ends
      ends = startsOfSpan(step.automaton, piece, ends)
    }
    if (ends[0] !== 1) return null
    let at = 0
    for (const [index, step] of steps.entries()) {
      const found = step.span.firstEnd(piece, at, place => ahead[index]?.[place] === 1)
      if (found === -1) return null
      spans[2 * (this.#fromLeft + index)] = start + at
      spans[2 * (this.#fromLeft + index) + 1] = start + found
      at = found + step.after.length
    }
    return spans
  }
}

/** The texts before, between and behind the holes; empty where two parts have nothing between them. */
function textsAround(template: MessageTemplate): readonly string[] {
  const texts = ['']
  for (const part of template.parts) {
    if (part.kind === 'hole') texts.push('')
    else texts[texts.length - 1] += part.text
  }
  return texts
}

/** Marks the places at which the text stands and ends at a marked place. */
function placesBefore(text: string, piece: string, ends: Uint8Array): Uint8Array {
  const places = new Uint8Array(ends.length)
  for (let at = nextPlace(text, piece, 0); at !== -1; at = nextPlace(text, piece, at + 1)) {
    if (ends[at + text.length] === 1) places[at] = 1
  }
  return places
}

function nextPlace(text: string, piece: string, from: number): number {
  return from > piece.length ? -1 : piece.indexOf(text, from)
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 10 || unit === 13 || unit === 0x2028 || unit === 0x2029) return true
  }
  return false
}
