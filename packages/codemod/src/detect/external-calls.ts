import { isBuiltin } from 'node:module'
import { collectedList, wholeOf } from './collected-text.ts'
import { placeOf } from '../clients/clients.ts'
import { injected } from './injected.ts'
import { parsedWhere } from './json-only.ts'
import { refFlow } from './place-value.ts'
import { awaited, passing, rejectionsOf } from './values.ts'
import type { ts } from '../source/compiler.ts'
import type { Tracer } from './tracer.ts'
import {
  each,
  type Env,
  type Flow,
  NOTHING,
  NUMBER,
  one,
  PLAIN,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

type Known = (t: Tracer, args: (index: number) => Flow, node: ts.CallExpression) => Flow

/** What a call to the platform or to a package gives, where that is known. */
export function callExternal(
  t: Tracer,
  node: ts.CallExpression,
  module: string | null,
  path: readonly string[],
  env: Env | null,
): Flow {
  const name = path.join('.')
  const known = module === null && Object.hasOwn(PLATFORM, name) ? PLATFORM[name] : undefined
  if (known !== undefined) return through(known(t, t.argumentsOf(node, env), node), node, name)
  if (module !== null && /^(?:node:)?stream\/consumers$/.test(module))
    return consumed(t, name, t.argumentsOf(node, env)(0), node)
  if (module === '@angular/core' && name === 'inject')
    return each(t.argumentsOf(node, env)(0), value => made(t, value, node))
  // What Node's own modules reject with carries no response of an API.
  if (module !== null && isBuiltin(module)) {
    const bad = () => one({ kind: 'foreign', at: node, platform: true })
    return one({ kind: 'promise', methods: null, ok: () => unknown('package-call', node), bad })
  }
  return unknown('package-call', node)
}

// inject(HttpClient), inject(LoanService)
function made(t: Tracer, value: Value, node: ts.CallExpression): Flow {
  if (value.kind === 'class') return injected(t, value.node) ?? unknown('package-call', node)
  const construct = value.kind === 'place' ? placeOf(value).construct : undefined
  if (value.kind !== 'place' || construct === undefined) return unknown('package-call', node)
  return refFlow(t, value.client, construct, { call: null, instance: node }, node)
}

// import { json } from 'node:stream/consumers'
function consumed(t: Tracer, name: string, stream: Flow, node: ts.CallExpression): Flow {
  const raw = () => each(stream, value => wholeOf(t, value, node) ?? unknown('package-call', node))
  const ok = name === 'text' ? raw : name === 'json' ? () => each(raw(), value => parsed(value, node)) : null
  if (ok === null) return unknown('package-call', node)
  return one({ kind: 'promise', methods: null, ok, bad: () => one({ kind: 'foreign', at: node, platform: true }) })
}

const PLATFORM: Readonly<Record<string, Known>> = {
  String: (_, args, node) => each(args(0), value => textOf(value, node)),
  Number: () => NUMBER,
  Boolean: () => PLAIN,
  parseInt: () => NUMBER,
  isNaN: () => PLAIN,
  'Array.isArray': () => PLAIN,
  'Date.now': () => NUMBER,
  'JSON.parse': (t, args, node) =>
    parsedWhere(
      t,
      node,
      each(args(0), value => parsed(value, node)),
    ),
  'Buffer.concat': (t, args, node) => each(args(0), value => collectedList(t, value) ?? unknown('joined-text', node)),
  'JSON.stringify': (_, args, node) => each(args(0), value => written(value, node)),
  'Object.freeze': (_, args) => args(0),
  'Object.assign': (_, args, node) => assignedOver(args, node),
  'Promise.resolve': (_, args) =>
    one({ kind: 'promise', methods: null, ok: () => awaited(args(0)), bad: () => rejectionsOf(args(0)) }),
  'Promise.reject': (_, args, node) =>
    one({ kind: 'promise', methods: null, ok: () => [], bad: () => passing(args(0), node) }),
  'Promise.all': (t, args, node) => together(t, args, node),
  'Promise.race': (t, args, node) => together(t, args, node),
  'Promise.any': (_, __, node) => unknown('package-call', node),
}

function textOf(value: Value, node: ts.Node): Flow {
  switch (value.kind) {
    case 'text':
    case 'body':
    case 'raw':
    case 'loose':
    case 'transport':
    case 'made':
    case 'stepped':
    case 'platform-text':
      return one(value)
    case 'absent':
      return one({ kind: 'text', text: 'undefined' })
    case 'plain':
      return PLAIN
    default:
      return unknown('changed-text', node)
  }
}

function parsed(value: Value, node: ts.CallExpression): Flow {
  if (value.kind === 'body' && value.path.length === 0) return one(value)
  // Neither nothing nor an empty text is JSON: it throws.
  if ((value.kind === 'text' && value.text === '') || value.kind === 'absent') return []
  // The sentence of a library is no JSON: nothing comes out of it.
  if (value.kind === 'transport') return NOTHING
  // A reviver may put in what it likes.
  if (value.kind === 'unknown') return one(node.arguments.length > 1 ? value : { ...value, parsed: true })
  if (value.kind !== 'raw') return unknown('changed-text', node)
  const { client, request, success } = value
  return one({ kind: 'body', client, request, path: [], success })
}

// The whole body as text again; of anything else as much is lost as in a text that was changed.
function written(value: Value, node: ts.Node): Flow {
  if (value.kind === 'plain') return PLAIN
  if (value.kind !== 'body' || value.path.length > 0)
    return value.kind === 'unknown' ? one(value) : unknown('changed-text', node)
  const { client, request, success } = value
  return one({ kind: 'raw', client, request, success })
}

function assignedOver(args: (index: number) => Flow, node: ts.CallExpression): Flow {
  const over = node.arguments.slice(1).map((_, index) => args(index + 1))
  return each(args(0), value => {
    if (value.kind !== 'instance') return unknown('assigned-elsewhere', node)
    const laid = over.map(flow => (flow.length === 1 ? (flow[0]?.value ?? null) : null))
    if (laid.includes(null)) return unknown('spread', node)
    return one({ ...value, over: [...laid.filter(one => one !== null).reverse(), ...value.over] })
  })
}

// What all of them give cannot be told apart by position here; what any of them rejects with can be caught.
function together(t: Tracer, args: (index: number) => Flow, node: ts.Node): Flow {
  const parts = () => each(args(0), value => t.elementsOfValue(value, node))
  return one({
    kind: 'promise',
    methods: null,
    ok: () => unknown('unknown-member', node),
    bad: () => union(...parts().map(({ value }) => rejectionsOrUnknown(value, node))),
  })
}

function rejectionsOrUnknown(value: Value, node: ts.Node): Flow {
  if (value.kind === 'promise') return value.bad()
  return value.kind === 'unknown' ? unknown('thrown-by-unknown', node) : []
}
