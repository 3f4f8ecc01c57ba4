import type { PathSegment, TextStep } from '@problemshift/catalogue'
import type { ClientModel, RequestMethod } from '../clients/client.ts'
import type { ts } from '../source/compiler.ts'

/** Why a value could not be followed any further. */
export type UnknownCause =
  | 'parameter-callers'
  | 'package-call'
  | 'unresolved-import'
  | 'unresolved-name'
  | 'dynamic-key'
  | 'unknown-member'
  | 'changed-text'
  | 'joined-text'
  | 'gathered-texts'
  | 'assigned-elsewhere'
  | 'syntax'
  | 'too-far'
  | 'thrown-by-unknown'
  | 'field-of-class'
  | 'spread'
  | 'hook'

export type FunctionNode = ts.FunctionLikeDeclaration
export type ClassNode = ts.ClassLikeDeclaration

/** What the parameters of a function hold while one call is looked into. */
export interface Env {
  readonly args: ReadonlyMap<ts.ParameterDeclaration, () => Flow>
  readonly parent: Env | null
  /** Whether somebody has asked for one of them so far. */
  readonly asked?: () => boolean
}

/** One request: the call that sent it, and the instance of the client that it went through. */
export interface Request {
  readonly call: ts.Node | null
  /** The node that made the instance; `null` for the library's own default. */
  readonly instance: ts.Node | null
  /** What is read of it hangs on the error that it was rejected with: it went wrong. */
  readonly failed?: true
}

/** Whose status a number is: that of an answer of this request. */
export interface StatusOf {
  readonly client: ClientModel
  readonly request: Request
}

export type PromiseValue = Extract<Value, { kind: 'promise' }>
export type PlaceValue = Extract<Value, { kind: 'place' }>
export type FunctionValue = Extract<Value, { kind: 'function' }>

/** What an expression may hold. */
export type Value =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  /** A number, a boolean, a date: it can hold no wording. */
  | { readonly kind: 'plain'; readonly number?: true; readonly status?: StatusOf }
  /** A place in the parsed body. `success`: only a response that is no error has it. */
  | {
      readonly kind: 'body'
      readonly client: ClientModel
      readonly request: Request
      readonly path: readonly PathSegment[]
      readonly success: boolean
      /** Once the server speaks problem+json there is nothing at this place. */
      readonly lost?: boolean
      /** Members that were written over before it was handed on. */
      readonly patched?: Patches
    }
  /** The whole body as text. */
  | { readonly kind: 'raw'; readonly client: ClientModel; readonly request: Request; readonly success: boolean }
  /** The wording, cut loose from its body: nothing else can be read where it is. */
  | { readonly kind: 'loose'; readonly client: ClientModel; readonly request: Request }
  | {
      readonly kind: 'place'
      readonly client: ClientModel
      readonly place: string
      readonly request: Request
      /** Members that a hook wrote over, or whoever handed it on. */
      readonly patched: Patches | null
    }
  | {
      readonly kind: 'promise'
      readonly ok: () => Flow
      readonly bad: () => Flow
      /** Methods beyond those of every promise. */
      readonly methods: PromiseMethods | null
    }
  | { readonly kind: 'object'; readonly node: ts.ObjectLiteralExpression; readonly env: Env | null }
  | { readonly kind: 'array'; readonly node: ts.ArrayLiteralExpression; readonly env: Env | null }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly env: Env | null; readonly self: Value | null }
  | { readonly kind: 'class'; readonly node: ClassNode; readonly env: Env | null }
  /** `new C(…)`: of a class of the repository, or of the built-in Error where `node` is `null`. */
  | {
      readonly kind: 'instance'
      readonly node: ClassNode | null
      readonly made: ts.NewExpression | ts.CallExpression
      readonly env: Env | null
      /** Members laid over it by `Object.assign(new Error(…), {…})`. */
      readonly over: readonly Value[]
      /** Members that were written over before it was handed on. */
      readonly patched?: Patches
    }
  | { readonly kind: 'enum'; readonly node: ts.EnumDeclaration }
  | { readonly kind: 'module'; readonly file: string }
  /** A thing of a package or of the platform that no client model knows. */
  | {
      readonly kind: 'external'
      readonly module: string | null
      readonly path: readonly string[]
      /** The call of a package that made it, where what is made there is told apart. */
      readonly made?: ts.CallExpression
    }
  /** An object that nobody wrote out: the attributes of a component, the state of a store, an action. */
  | {
      readonly kind: 'record'
      readonly at: ts.Node
      readonly is: 'attributes' | 'state' | 'action'
      readonly member: (name: string) => Flow
    }
  /** Text that a library wrote: a status or a network failure in words. */
  | { readonly kind: 'transport'; readonly client: ClientModel | null; readonly texts: readonly string[] }
  /** A text that the client put together. */
  | { readonly kind: 'made'; readonly parts: readonly MadePart[]; readonly lost: Lost | null }
  /** An error that the platform or a synchronous foreign call threw: it carries no response. */
  | { readonly kind: 'foreign'; readonly at: ts.Node; readonly platform: boolean }
  /** Text that the platform wrote; it may quote anything. */
  | { readonly kind: 'platform-text' }
  | { readonly kind: 'stepped'; readonly of: Value; readonly steps: readonly TextStep[] }
  | {
      readonly kind: 'unknown'
      readonly cause: UnknownCause
      readonly at: ts.Node
      /** The text that it was before it was changed in a way that no step says. */
      readonly of?: Value
      /** It was parsed from a text: whatever it is, it is no promise. */
      readonly parsed?: true
    }

/** A known text, a hole for a number, or a hole for any text. */
export type MadePart = { readonly text: string } | 'number' | 'any'

/** Where a value was lost. */
export interface Lost {
  readonly cause: UnknownCause
  readonly at: ts.Node
}

/** The methods of a request of a client, by name. */
export interface PromiseMethods {
  readonly client: ClientModel
  readonly request: Request
  readonly byName: Readonly<Record<string, RequestMethod>>
}

export interface Patches {
  readonly members: ReadonlyMap<string, () => Flow>
}

/** A value and how it came: the steps nearest the test first. */
export interface Reaching {
  readonly value: Value
  readonly trail: Trail | null
}

/** Ways are joined without being copied: they are read for few of the values that are made. */
export type Trail =
  | { readonly at: ts.Node; readonly step: string; readonly rest: Trail | null }
  | { readonly front: Trail; readonly back: Trail }

/** The steps of a way, nearest the test first. */
export function stepsOf(trail: Trail | null): readonly { readonly at: ts.Node; readonly step: string }[] {
  const steps: { readonly at: ts.Node; readonly step: string }[] = []
  const open: (Trail | null)[] = [trail]
  while (open.length > 0 && steps.length < MOST_STEPS) {
    const next = open.pop() ?? null
    if (next === null) continue
    if ('front' in next) open.push(next.back, next.front)
    else {
      steps.push({ at: next.at, step: next.step })
      open.push(next.rest)
    }
  }
  return steps
}

/** The steps that a report tells. */
export function toldSteps(trail: Trail | null): ReturnType<typeof stepsOf> {
  return stepsOf(trail).filter(({ step }) => step !== PASSED)
}

const MOST_STEPS = 100
// More values than this cannot all be wording; following them on would only cost time.
const MOST_VALUES = 64

/** Every value that can reach a place. */
export type Flow = readonly Reaching[]

export const NOTHING: Flow = []

export function one(value: Value): Flow {
  return [{ value, trail: null }]
}

export function unknown(cause: UnknownCause, at: ts.Node): Flow {
  return one({ kind: 'unknown', cause, at })
}

export const ABSENT: Flow = one({ kind: 'absent' })
export const PLAIN: Flow = one({ kind: 'plain' })
export const NUMBER: Flow = one({ kind: 'plain', number: true })

/** Marks that all these values came through a node. */
export function through(flow: Flow, at: ts.Node, step: string): Flow {
  return flow.map(({ value, trail }) => ({ value, trail: { at, step, rest: trail } }))
}

/** The same where nothing is done at the node but handing on: no step to tell, but its conditions count. */
export function passing(flow: Flow, at: ts.Node): Flow {
  return through(flow, at, PASSED)
}

/** The name of a step that no report tells. */
export const PASSED = ''

/** Joins what may come from several places; equal values that carry nothing are kept once. */
export function union(...flows: readonly Flow[]): Flow {
  const [only, other] = flows.filter(flow => flow.length > 0)
  if (only === undefined) return NOTHING
  // Most of what is joined is one value.
  if (other === undefined && only.length === 1) return only
  const seen = new Set<unknown>()
  const joined: Reaching[] = []
  for (const flow of flows) {
    for (const reaching of flow) {
      const key = keyOfBare(reaching.value)
      if (key !== null && seen.has(key)) continue
      if (key !== null) seen.add(key)
      joined.push(reaching)
      if (joined.length > MOST_VALUES) return tooMany(joined)
    }
  }
  return joined
}

// Of a value that carries nothing, what makes it another than the next; `null` for one that carries something.
function keyOfBare(value: Value): unknown {
  if (value.kind === 'absent') return value.kind
  return value.kind === 'plain' ? (value.status?.request.call ?? String(value.number)) : null
}

function tooMany(flow: Flow): Flow {
  const lost = flow.find(({ value }) => value.kind === 'unknown')
  if (lost !== undefined) return [lost]
  const at = flow.find(({ trail }) => trail !== null)
  const [last] = stepsOf(at?.trail ?? null)
  return last === undefined ? flow.slice(0, MOST_VALUES) : unknown('too-far', last.at)
}

/** Asks each value, and keeps the way it came. */
export function each(flow: Flow, ask: (value: Value) => Flow): Flow {
  const answers = flow.map(({ value, trail }) =>
    ask(value).map(answer => ({ value: answer.value, trail: append(answer.trail, trail) })),
  )
  return union(...answers)
}

function append(front: Trail | null, back: Trail | null): Trail | null {
  if (front === null) return back
  return back === null || front === back ? front : { front, back }
}

/** What `await` gives: a promise's value, or the thing itself. */
export function awaited(flow: Flow): Flow {
  return each(flow, value => (value.kind === 'promise' ? awaited(value.ok()) : one(value)))
}

/** The text after one more step. */
export function stepped(value: Value, step: TextStep): Value {
  return value.kind === 'stepped'
    ? { kind: 'stepped', of: value.of, steps: [...value.steps, step] }
    : { kind: 'stepped', of: value, steps: [step] }
}

// What was lost after it had become a text is no promise.
const TEXT_CAUSES: readonly UnknownCause[] = ['changed-text', 'joined-text', 'gathered-texts']

/** Whether a value is the same whatever the functions round its code were called with. */
export function isFree({ value }: Reaching): boolean {
  switch (value.kind) {
    case 'promise':
    case 'record':
      return false
    case 'stepped':
      return isFree({ value: value.of, trail: null })
    case 'unknown':
      return value.of === undefined || isFree({ value: value.of, trail: null })
    case 'place':
      return value.patched === null
    case 'body':
      return value.patched === undefined
    case 'instance':
      return value.env === null && value.over.length === 0 && value.patched === undefined
    case 'function':
    case 'object':
    case 'array':
    case 'class':
      return value.env === null
  }
  return true
}

/** Whether what could not be followed may be a promise. */
export function mayReject({ cause, parsed }: Extract<Value, { kind: 'unknown' }>): boolean {
  return parsed !== true && !TEXT_CAUSES.includes(cause)
}

/** What the promises among these values reject with; what is not known may be a promise too. */
export function rejectionsOf(flow: Flow): Flow {
  return union(
    ...flow.map(({ value }) => {
      if (value.kind === 'promise') return value.bad()
      return value.kind === 'unknown' && mayReject(value)
        ? unknown(value.cause === 'too-far' ? 'too-far' : 'thrown-by-unknown', value.at)
        : NOTHING
    }),
  )
}
