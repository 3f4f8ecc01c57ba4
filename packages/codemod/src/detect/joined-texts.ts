import type { ts } from '../source/compiler.ts'
import {
  type Flow,
  type Lost,
  type MadePart,
  NOTHING,
  PLAIN,
  stepped,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

const MOST_PAIRS = 32

/** Texts glued together: exact for a wording with known texts round it, else as much as is known of the whole. */
export function joined(at: ts.Node, parts: readonly Flow[]): Flow {
  if (parts.every(part => part.length > 0 && part.every(({ value }) => value.kind === 'plain'))) return PLAIN
  let sum: Flow | null = null
  for (const part of parts) sum = sum === null ? part : glue(sum, part, at)
  return sum ?? NOTHING
}

function glue(front: Flow, back: Flow, at: ts.Node): Flow {
  if (front.length * back.length > MOST_PAIRS) return unknown('joined-text', at)
  const pairs = front.flatMap(head =>
    back.map(tail => ({ value: glueValues(head.value, tail.value, at), trail: head.trail ?? tail.trail })),
  )
  return through(union(pairs), at, 'template')
}

function glueValues(head: Value, tail: Value, at: ts.Node): Value {
  if (head.kind === 'text' && tail.kind === 'text') return { kind: 'text', text: head.text + tail.text }
  if (head.kind === 'text' && head.text === '' && isLikeText(tail)) return tail
  if (tail.kind === 'text' && tail.text === '' && isLikeText(head)) return head
  if (head.kind === 'text' && isWording(tail)) return stepped(tail, { kind: 'prepend', text: head.text })
  if (tail.kind === 'text' && isWording(head)) return stepped(head, { kind: 'append', text: tail.text })
  return {
    kind: 'made',
    parts: neighbours([...partsOf(head), ...partsOf(tail)]),
    lost: lostIn(head, at) ?? lostIn(tail, at),
  }
}

/** Whether a value is a text that a step can be done to. */
function isWording(value: Value): boolean {
  return (
    value.kind === 'body' ||
    value.kind === 'raw' ||
    value.kind === 'loose' ||
    value.kind === 'transport' ||
    value.kind === 'stepped'
  )
}

// A template with nothing round the one value in it is that value, written as text.
function isLikeText(value: Value): boolean {
  return isWording(value) || value.kind === 'made' || value.kind === 'plain' || value.kind === 'unknown'
}

function partsOf(value: Value): readonly MadePart[] {
  switch (value.kind) {
    case 'text':
      return [{ text: value.text }]
    case 'made':
      return value.parts
    case 'plain':
      return [value.number ? 'number' : 'any']
    default:
      return ['any']
  }
}

// Two holes side by side are one; so are two texts.
function neighbours(parts: readonly MadePart[]): readonly MadePart[] {
  const found: MadePart[] = []
  for (const part of parts) {
    const last = found.at(-1)
    if (isHole(part) && isHole(last)) found[found.length - 1] = part === last ? part : 'any'
    else if (!isHole(part) && last !== undefined && !isHole(last))
      found[found.length - 1] = { text: last.text + part.text }
    else if (isHole(part) || part.text !== '') found.push(part)
  }
  return found
}

function isHole(part: MadePart | undefined): part is 'number' | 'any' {
  return part === 'number' || part === 'any'
}

/** What is lost with a value in a text: a number in words can hold no wording, an error's text can. */
function lostIn(value: Value, at: ts.Node): Lost | null {
  switch (value.kind) {
    case 'text':
    case 'plain':
    case 'absent':
    case 'transport':
      return null
    case 'made':
      return value.lost
    case 'unknown':
      return { cause: value.cause, at: value.at }
    default:
      return { cause: 'joined-text', at }
  }
}
