import { type HoleEdge, holeAutomaton } from '../match/hole-automaton.ts'
import type { MessageTemplate } from '../message-template.ts'

/** A template as an automaton without empty steps. State 0 is its start, and only the last state is final. */
export interface TemplateStates {
  readonly edges: readonly (readonly HoleEdge[])[]
  readonly final: number
}

const kept = new WeakMap<MessageTemplate, TemplateStates>()

/** The automaton of a template: one state per unit of its texts, and the states of its holes. */
export function templateStates(template: MessageTemplate): TemplateStates {
  const known = kept.get(template)
  if (known !== undefined) return known
  const made = build(template)
  kept.set(template, made)
  return made
}

function build(template: MessageTemplate): TemplateStates {
  const edges: HoleEdge[][] = []
  for (const part of template.parts) {
    if (part.kind === 'text') addText(edges, part.text)
    else addHole(edges, part.pattern)
  }
  return { edges: [...edges, []], final: edges.length }
}

function addText(edges: HoleEdge[][], text: string): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    edges.push([{ to: edges.length + 1, ranges: [{ min: unit, max: unit }] }])
  }
}

// A step into a final state of the hole is also a step to what follows the hole.
function addHole(edges: HoleEdge[][], pattern: string): void {
  const { edges: steps, finals } = holeAutomaton(pattern)
  const first = edges.length
  const after = first + steps.length
  for (const from of steps) {
    edges.push(
      from.flatMap(({ to, ranges }) => {
        const inside = { to: first + to, ranges }
        return finals[to] ? [inside, { to: after, ranges }] : [inside]
      }),
    )
  }
}
