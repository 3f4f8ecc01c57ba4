import type { TextStep, TextTest } from '../text-test.ts'
import { applyStep } from './evaluate-test.ts'

/** What a part of an expression stands for. */
export type TestValue =
  /** The message, after some steps. */
  | { readonly kind: 'message'; readonly steps: readonly TextStep[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'regex'; readonly source: string; readonly flags: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'boolean'; readonly test: TextTest }
  /** What `match` and `exec` give: something, or null. */
  | { readonly kind: 'match'; readonly test: TextTest }
  /** What `indexOf` and `search` give; `first` is `null` where a place in a list was asked for. */
  | { readonly kind: 'index'; readonly found: TextTest; readonly first: TextTest | null }
  | { readonly kind: 'nothing' }

const ALWAYS: TextTest = { kind: 'and', tests: [] }
const NEVER: TextTest = { kind: 'or', tests: [] }

export function constant(holds: boolean): TextTest {
  return holds ? ALWAYS : NEVER
}

export function negate(test: TextTest): TextTest {
  return test.kind === 'not' ? test.test : { kind: 'not', test }
}

/** A test of the message after steps. */
export function after(steps: readonly TextStep[], test: TextTest): TextTest {
  return steps.length === 0 ? test : { kind: 'after', steps, test }
}

/** A value as a condition; `null` where it is none. */
export function truthOf(value: TestValue): TextTest | null {
  switch (value.kind) {
    case 'boolean':
    case 'match':
      return value.test
    case 'message':
      return negate(after(value.steps, { kind: 'equals', text: '' }))
    case 'index':
      return value.first === null ? null : negate(value.first)
    case 'text':
      return constant(value.text !== '')
    case 'nothing':
      return NEVER
    case 'number':
    case 'regex':
    case 'list':
      return null
    default:
      return value satisfies never
  }
}

/** The text or the message after one more step. */
export function withStep(
  value: Extract<TestValue, { kind: 'message' | 'text' }>,
  step: TextStep,
): Extract<TestValue, { kind: 'message' | 'text' }> {
  if (value.kind === 'text') return { kind: 'text', text: applyStep(value.text, step) }
  return { kind: 'message', steps: [...value.steps, step] }
}

/** `a + b`; `null` where that is not a text. */
export function joinValues(left: TestValue, right: TestValue): TestValue | null {
  if (left.kind === 'text' && (right.kind === 'text' || right.kind === 'message')) {
    return withStep(right, { kind: 'prepend', text: left.text })
  }
  return left.kind === 'message' && right.kind === 'text' ? withStep(left, { kind: 'append', text: right.text }) : null
}

/** `a === b` and its kin; `null` where the two cannot be compared. */
export function compareValues(operator: string, left: TestValue, right: TestValue): TextTest | null {
  if (right.kind === 'index' && left.kind !== 'index') return compareValues(mirrored(operator), right, left)
  if (left.kind === 'index') return right.kind === 'number' ? compareIndex(operator, left, right.number) : null
  if (!EQUALITIES.has(operator)) return null
  const equal = equality(left, right) ?? equality(right, left)
  return equal === null || operator.startsWith('=') ? equal : negate(equal)
}

const EQUALITIES: ReadonlySet<string> = new Set(['===', '==', '!==', '!='])

function equality(left: TestValue, right: TestValue): TextTest | null {
  if (left.kind === 'message' && right.kind === 'text') return after(left.steps, { kind: 'equals', text: right.text })
  if (left.kind === 'text' && right.kind === 'text') return constant(left.text === right.text)
  if (right.kind === 'nothing') return left.kind === 'match' ? negate(left.test) : nothing(left)
  if (left.kind !== 'boolean' || right.kind !== 'boolean') return null
  if (right.test === ALWAYS) return left.test
  return right.test === NEVER ? negate(left.test) : null
}

// The message is a text: it is neither null nor undefined.
function nothing(value: TestValue): TextTest | null {
  return value.kind === 'message' || value.kind === 'text' ? NEVER : value.kind === 'nothing' ? ALWAYS : null
}

function mirrored(operator: string): string {
  return operator.replace(/^[<>]/, sign => (sign === '<' ? '>' : '<'))
}

function compareIndex(
  operator: string,
  { found, first }: Extract<TestValue, { kind: 'index' }>,
  number: number,
): TextTest | null {
  const [missing, atStart, second, far] = [-1, 0, 1, Number.MAX_SAFE_INTEGER].map(at => holds(operator, at, number))
  // Somewhere behind the start is all that a test can say.
  if (second !== far || !Number.isInteger(number) || number > 1) return null
  if (atStart === second) return missing === atStart ? constant(missing === true) : atStart ? found : negate(found)
  if (first === null) return null
  if (missing === second) return atStart ? first : negate(first)
  return atStart ? { kind: 'or', tests: [negate(found), first] } : { kind: 'and', tests: [found, negate(first)] }
}

function holds(operator: string, at: number, number: number): boolean {
  switch (operator) {
    case '>':
      return at > number
    case '>=':
      return at >= number
    case '<':
      return at < number
    case '<=':
      return at <= number
    case '!==':
    case '!=':
      return at !== number
    default:
      return at === number
  }
}
