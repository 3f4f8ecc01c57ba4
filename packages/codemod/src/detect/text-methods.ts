import { stepped } from './values.ts'
import { applyStep, type TextStep } from '@problemshift/catalogue'
import { ts } from '../source/compiler.ts'
import { inner } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type Env, type Flow, one, PLAIN, through, type Value } from './values.ts'

const STEPS: Readonly<Record<string, TextStep>> = {
  trim: { kind: 'trim' },
  trimStart: { kind: 'trim-start' },
  trimEnd: { kind: 'trim-end' },
  toLowerCase: { kind: 'lower-case' },
  toUpperCase: { kind: 'upper-case' },
}

const TEXT_METHODS = new Set([
  ...Object.keys(STEPS),
  'toString',
  'valueOf',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'replace',
  'replaceAll',
  'slice',
  'substring',
  'split',
  'concat',
  'normalize',
  'charAt',
  'startsWith',
  'endsWith',
  'match',
  'search',
])

/** Whether a method of this name, called on this value, is a method of strings. */
export function isText(value: Value, key: string): boolean {
  if (value.kind === 'body') return TEXT_METHODS.has(key)
  return (
    value.kind === 'text' ||
    value.kind === 'raw' ||
    value.kind === 'loose' ||
    value.kind === 'transport' ||
    value.kind === 'made' ||
    value.kind === 'stepped' ||
    value.kind === 'platform-text'
  )
}

/** What a method of strings makes of a text: a step that can be taken along, or the end of the way. */
export function callTextMethod(node: ts.CallExpression, value: Value, key: string, t: Tracer, env: Env | null): Flow {
  if (key === 'toString' || key === 'valueOf') return one(value)
  if (value.kind === 'platform-text') return one(value)
  const step = stepOf(node, key, t, env)
  if (step === null) return isTest(key) ? PLAIN : one({ kind: 'unknown', cause: 'changed-text', at: node, of: value })
  if (value.kind === 'text') return one({ kind: 'text', text: applyStep(value.text, step) })
  return through(one(stepped(value, step)), node, key)
}

function isTest(key: string): boolean {
  return key === 'includes' || key === 'startsWith' || key === 'endsWith' || key === 'indexOf' || key === 'search'
}

function stepOf(node: ts.CallExpression, key: string, t: Tracer, env: Env | null): TextStep | null {
  const known = Object.hasOwn(STEPS, key) ? STEPS[key] : undefined
  if (known !== undefined) return known
  if (key === 'concat') return concatStep(node, t, env)
  if (key !== 'replace' && key !== 'replaceAll') return null
  const [pattern, by] = node.arguments.map(inner)
  const isBlank = by !== undefined && ts.isStringLiteralLike(by) && by.text === ' '
  if (pattern === undefined || !ts.isRegularExpressionLiteral(pattern) || !isBlank) return null
  return pattern.text === '/\\s+/g' ? { kind: 'normalise-space' } : null
}

function concatStep(node: ts.CallExpression, t: Tracer, env: Env | null): TextStep | null {
  const [argument] = node.arguments
  if (argument === undefined || node.arguments.length !== 1) return null
  const [only, more] = t.evaluate(argument, env)
  return only?.value.kind === 'text' && more === undefined ? { kind: 'append', text: only.value.text } : null
}
