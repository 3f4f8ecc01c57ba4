import type { TextStep, TextTest } from '../text-test.ts'
import { after, type TestValue, withStep } from './test-value.ts'

type Called = TestValue | 'call-unknown' | 'argument-wrong'

const STEPS: ReadonlyMap<string, TextStep> = new Map([
  ['trim', { kind: 'trim' }],
  ['trimStart', { kind: 'trim-start' }],
  ['trimLeft', { kind: 'trim-start' }],
  ['trimEnd', { kind: 'trim-end' }],
  ['trimRight', { kind: 'trim-end' }],
  ['toLowerCase', { kind: 'lower-case' }],
  ['toUpperCase', { kind: 'upper-case' }],
])

/** What a call gives: of the message, of a regular expression or of a list. */
export function callMethod(value: TestValue, method: string, given: readonly TestValue[]): Called {
  if (value.kind === 'message' || value.kind === 'text') return callOnText(value, method, given)
  if (value.kind === 'regex') return callOnRegex(value, method, given)
  return value.kind === 'list' ? callOnList(value.texts, method, given) : 'call-unknown'
}

function callOnText(
  value: Extract<TestValue, { kind: 'message' | 'text' }>,
  method: string,
  given: readonly TestValue[],
): Called {
  const step = STEPS.get(method)
  if (step !== undefined) return given.length === 0 ? withStep(value, step) : 'argument-wrong'
  if (method === 'toString' || method === 'valueOf') return value
  if (method === 'concat') return concat(value, given)
  if (method === 'replace' || method === 'replaceAll') return replaceSpace(value, given)
  if (value.kind === 'text') return 'call-unknown'
  const [first, ...rest] = given
  if (method === 'match' || method === 'search') return matchRegex(value.steps, method, first)
  const kind = CONTAINMENTS.get(method)
  if (kind === undefined) return 'call-unknown'
  // A second argument is a place: another question.
  if (first?.kind !== 'text' || rest.length > 0) return 'argument-wrong'
  const test = after(value.steps, { kind, text: first.text })
  if (method !== 'indexOf') return { kind: 'boolean', test }
  return { kind: 'index', found: test, first: after(value.steps, { kind: 'starts', text: first.text }) }
}

const CONTAINMENTS: ReadonlyMap<string, 'contains' | 'starts' | 'ends'> = new Map([
  ['includes', 'contains'],
  ['indexOf', 'contains'],
  ['startsWith', 'starts'],
  ['endsWith', 'ends'],
])

function concat(value: Extract<TestValue, { kind: 'message' | 'text' }>, given: readonly TestValue[]): Called {
  let joined = value
  for (const each of given) {
    if (each.kind !== 'text') return 'argument-wrong'
    joined = withStep(joined, { kind: 'append', text: each.text })
  }
  return joined
}

// `replace(/\s+/g, ' ')` is the one replacement that is a step.
function replaceSpace(
  value: Extract<TestValue, { kind: 'message' | 'text' }>,
  [from, to]: readonly TestValue[],
): Called {
  const isSpace =
    from?.kind === 'regex' &&
    from.source === '\\s+' &&
    /^g[a-z]*$/.test([...from.flags].sort().join('')) &&
    !from.flags.includes('y')
  if (!isSpace || to?.kind !== 'text' || to.text !== ' ') return 'argument-wrong'
  return withStep(value, { kind: 'normalise-space' })
}

function matchRegex(steps: readonly TextStep[], method: string, given: TestValue | undefined): Called {
  const regex = given?.kind === 'text' ? { source: given.text, flags: '' } : given?.kind === 'regex' ? given : null
  if (regex === null) return 'argument-wrong'
  const test: TextTest = { kind: 'regex', source: regex.source, flags: regex.flags }
  if (method === 'match') return { kind: 'match', test: after(steps, test) }
  const sticky: TextTest = regex.flags.includes('y') ? test : { ...test, flags: `${regex.flags}y` }
  return { kind: 'index', found: after(steps, test), first: after(steps, sticky) }
}

function callOnRegex(
  { source, flags }: Extract<TestValue, { kind: 'regex' }>,
  method: string,
  [given]: readonly TestValue[],
): Called {
  if (method !== 'test' && method !== 'exec') return 'call-unknown'
  if (given?.kind !== 'message') return 'argument-wrong'
  const test = after(given.steps, { kind: 'regex', source, flags })
  return method === 'test' ? { kind: 'boolean', test } : { kind: 'match', test }
}

function callOnList(texts: readonly string[], method: string, given: readonly TestValue[]): Called {
  if (method !== 'includes' && method !== 'has' && method !== 'indexOf') return 'call-unknown'
  const [message] = given
  if (message?.kind !== 'message' || given.length > 1) return 'argument-wrong'
  const test = after(message.steps, { kind: 'one-of', texts })
  return method === 'indexOf' ? { kind: 'index', found: test, first: null } : { kind: 'boolean', test }
}
