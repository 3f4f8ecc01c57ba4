import type { MessageTemplate } from '../message-template.ts'
import type { HolePlan, HoleSteps } from './hole-steps.ts'
import { startsOfSpan } from './starts-of-span.ts'

/** The ends of the holes' values, two numbers each: from, to. */
type Spans = number[]

/**
 * Whether a template matches, and what stands in its holes. Where a message can be cut in several ways the first hole
 * takes as little as it can, then the second, and so on. Linear in the length of the message.
 */
export class HoleReader {
  readonly #first: string
  readonly #last: string
  readonly #shortest: number
  readonly #plan: HolePlan

  constructor(template: MessageTemplate, steps: HoleSteps) {
    const texts = textsAround(template)
    this.#first = texts[0] ?? ''
    this.#last = texts.at(-1) ?? ''
    this.#plan = steps.planOf(template, texts)
    this.#shortest = texts.reduce((sum, text) => sum + text.length, 0) + this.#plan.steps.length
  }

  /** The values from left to right, or `null` where the template does not match. */
  read(text: string): Spans | null {
    if (text.length < this.#shortest || !text.startsWith(this.#first) || !text.endsWith(this.#last)) return null
    const plan = this.#plan
    const spans: Spans = []
    for (let left = 2 * plan.steps.length; left > 0; left--) spans.push(0)
    const start = readFromLeft(plan, text, this.#first.length, spans)
    if (start === -1) return null
    const end = readFromRight(plan, text, start, text.length - this.#last.length, spans)
    if (end === -1) return null
    const isRead = plan.isMixed ? readAny(plan, text, start, end, spans) : readTexts(plan, text, start, end, spans)
    return isRead ? spans : null
  }
}

// Returns where the hole after the read ones begins.
function readFromLeft(plan: HolePlan, text: string, start: number, spans: Spans): number {
  let at = start
  for (let index = 0; index < plan.fromLeft; index++) {
    const step = plan.steps[index]
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
function readFromRight(plan: HolePlan, text: string, start: number, last: number, spans: Spans): number {
  let end = last
  for (let index = plan.steps.length - 1; index >= plan.steps.length - plan.fromRight; index--) {
    const step = plan.steps[index]
    const before = plan.steps[index - 1]?.after ?? ''
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
function readTexts(plan: HolePlan, text: string, start: number, end: number, spans: Spans): boolean {
  let at = start
  const last = plan.steps.length - plan.fromRight - 1
  for (let index = plan.fromLeft; index < last; index++) {
    const after = plan.steps[index]?.after ?? ''
    const found = text.indexOf(after, at + 1)
    if (found === -1 || found + after.length >= end || hasLineBreak(text, at, found)) return false
    spans[2 * index] = at
    spans[2 * index + 1] = found
    at = found + after.length
  }
  spans[2 * last] = at
  spans[2 * last + 1] = end
  const step = plan.steps[last]
  if (step === undefined || at >= end) return false
  return step.isText ? !hasLineBreak(text, at, end) : step.span.holds(text, at, end)
}

// Any mix: from the right, the places from which the rest matches; then from the left, the shortest value that leads
// to such a place.
function readAny(plan: HolePlan, text: string, start: number, end: number, spans: Spans): boolean {
  const piece = text.slice(start, end)
  const steps = plan.middle
  let ends: Uint8Array = new Uint8Array(piece.length + 1)
  ends[piece.length] = 1
  const ahead: Uint8Array[] = []
  for (let index = steps.length - 1; index >= 0; index--) {
    const step = steps[index]
    if (step === undefined) return false
    if (index < steps.length - 1) ends = placesBefore(step.after, piece, ends)
    ahead[index] = ends
    ends = startsOfSpan(step.automaton, piece, ends)
  }
  if (ends[0] !== 1) return false
  let at = 0
  for (const [index, step] of steps.entries()) {
    const found = step.span.firstEnd(piece, at, place => ahead[index]?.[place] === 1)
    if (found === -1) return false
    spans[2 * (plan.fromLeft + index)] = start + at
    spans[2 * (plan.fromLeft + index) + 1] = start + found
    at = found + step.after.length
  }
  return true
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
