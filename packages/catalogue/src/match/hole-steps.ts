import { HOLE_PATTERNS, holesOf, type MessageTemplate } from '../message-template.ts'
import { canHold, type HoleAutomaton, holeAutomaton } from './hole-automaton.ts'
import { SpanTest } from './span-test.ts'
import type { UnitClasses } from './unit-classes.ts'

/** A hole and the text that follows it; the text behind the last hole is not told. */
export interface HoleStep {
  readonly isText: boolean
  readonly automaton: HoleAutomaton
  readonly span: SpanTest
  readonly after: string
  /** No value holds the first unit of the text behind: the value ends where that unit is met first. */
  readonly endsAtAfter: boolean
  /** No value holds the last unit of the text in front. */
  readonly startsAtBefore: boolean
}

/** How the holes of a template are read. */
export interface HolePlan {
  readonly steps: readonly HoleStep[]
  /** How many holes have ends that are plain to see from the left, and from the right. */
  readonly fromLeft: number
  readonly fromRight: number
  /** What lies between those. */
  readonly middle: readonly HoleStep[]
  readonly isMixed: boolean
}

/** The plans of many templates. Templates that differ only at their ends share one: there are few, and they stay near. */
export class HoleSteps {
  readonly #classes: UnitClasses
  readonly #spans = new Map<string, SpanTest>()
  readonly #plans = new Map<string, HolePlan>()

  constructor(classes: UnitClasses) {
    this.#classes = classes
  }

  /** `texts` are those before, between and behind the holes. */
  planOf(template: MessageTemplate, texts: readonly string[]): HolePlan {
    const patterns = holesOf(template).map(hole => hole.pattern)
    const between = texts.slice(1, -1)
    const lastOfFirst = texts[0]?.slice(-1) ?? ''
    const name = JSON.stringify([patterns, between, lastOfFirst])
    const known = this.#plans.get(name)
    if (known !== undefined) return known
    const around = [lastOfFirst, ...between]
    const made = planFor(
      patterns.map((pattern, index) => this.#stepOf(pattern, around[index] ?? '', around[index + 1] ?? '')),
    )
    this.#plans.set(name, made)
    return made
  }

  #stepOf(pattern: string, before: string, after: string): HoleStep {
    const automaton = holeAutomaton(pattern)
    return {
      isText: pattern === HOLE_PATTERNS.text,
      automaton,
      span: this.#spanOf(pattern),
      after,
      endsAtAfter: after !== '' && !canHold(automaton, after.charCodeAt(0)),
      startsAtBefore: before !== '' && !canHold(automaton, before.charCodeAt(before.length - 1)),
    }
  }

  #spanOf(pattern: string): SpanTest {
    const known = this.#spans.get(pattern)
    if (known !== undefined) return known
    const made = new SpanTest(holeAutomaton(pattern), this.#classes)
    this.#spans.set(pattern, made)
    return made
  }
}

function planFor(steps: readonly HoleStep[]): HolePlan {
  // One hole at least is left for the middle.
  const most = Math.max(0, steps.length - 1)
  const left = steps.findIndex(step => !step.endsAtAfter)
  const fromLeft = Math.min(left === -1 ? most : left, most)
  const right = steps.toReversed().findIndex(step => !step.startsAtBefore)
  const fromRight = Math.min(right === -1 ? most : right, most - fromLeft)
  const middle = steps.slice(fromLeft, steps.length - fromRight)
  return { steps, fromLeft, fromRight, middle, isMixed: middle.length > 1 && !middle.every(step => step.isText) }
}
