import type { BranchStyle } from '../plan/branch-style.ts'
import type { Clients } from '../clients/clients.ts'
import type { Declaration } from '../source/bindings.ts'
import type { ts } from '../source/compiler.ts'
import type { Project } from '../source/project.ts'
import type { SourceModel } from './source-models.ts'
import type { Env, Flow, FunctionNode, FunctionValue, PlaceValue, PromiseValue, Value } from './values.ts'

/** The question "what can reach this place", answered on demand and never by guessing. */
export interface Tracer {
  readonly project: Project
  /** The member of a problem that holds its code, by the contract. */
  readonly codeMember: string
  /** What a rewritten test asks. */
  readonly branch: BranchStyle
  /** The client libraries that are known in this run. */
  readonly clients: Clients
  /** What the user said about wrappers of their own. */
  readonly sources: readonly SourceModel[]
  readonly evaluate: (node: ts.Expression, env: Env | null) => Flow
  readonly define: (declaration: Declaration, env: Env | null) => Flow
  /** Runs a look into a function, unless that function is already being looked into too deeply. */
  readonly enter: (node: FunctionNode, at: ts.Node, look: () => Flow) => Flow
  /** The outermost frame in which a function is being looked into; `null` where it is not. */
  readonly enteredAt: (node: FunctionNode) => number | null
  /** Goes one step deeper by a way that no node marks: circles end here too. */
  readonly deeper: (at: ts.Node, look: () => Flow) => Flow
  /**
   * What a call of a function gives or throws, in an environment of its own; asked once where that has nothing to do with
   * the arguments.
   */
  readonly ofFunction: (fn: FunctionValue, question: string, env: Env, at: ts.Node, look: () => Flow) => Flow
  /** Where we are, to be named when an answer is cut short because of it. */
  readonly frame: () => number
  /** Says that an answer is not the whole one, because of what began at a frame: it is not remembered before that is left. */
  readonly cutAt: (frame: number) => void
  /** Answers that cost much and depend on nothing but their key. */
  readonly remember: <T>(key: object, name: string, make: () => T) => T
  /** Gives the tracer a fresh budget: called before each site. */
  readonly restart: () => void

  // The steps of the analysis, each in a file of its own. They need each other, so they meet here.
  readonly memberOf: (value: Value, name: string, at: ts.Node) => Flow
  readonly exportedFlow: (file: string, name: string, at: ts.Node) => Flow
  readonly moduleFlow: (specifier: string, at: ts.Node) => Flow
  readonly bindingFlow: (node: ts.Node, env: Env | null) => Flow
  readonly evaluateParameter: (node: ts.ParameterDeclaration, env: Env | null) => Flow
  readonly thrownIn: (node: ts.Node, env: Env | null) => Flow
  readonly callFunction: (fn: FunctionValue, args: Arguments, at: ts.Node) => Flow
  readonly thrownByFunction: (fn: FunctionValue, args: Arguments, at: ts.Node) => Flow
  readonly callValue: (node: ts.CallExpression, value: Value, env: Env | null) => Flow
  readonly callPlace: (value: PlaceValue, at: ts.Expression, env: Env | null) => Flow
  readonly piped: (observable: PromiseValue, operators: readonly ts.Expression[], env: Env | null) => PromiseValue
  readonly pipedInto: (operator: ts.Node, slot: 'ok' | 'bad') => Flow
  readonly callMethodValues: (node: ts.CallExpression, env: Env | null) => Flow
  readonly argumentsOf: (node: ts.CallExpression, env: Env | null) => Arguments
  readonly narrow: (id: ts.Identifier, declaration: Declaration | null, flow: Flow, env: Env | null) => Flow
  readonly elementsOf: (list: ts.Expression, env: Env | null) => Flow
  readonly elementsOfValue: (value: Value, at: ts.Node) => Flow
  readonly usesOf: (declaration: Declaration) => readonly ts.Identifier[] | null
}

export type Arguments = (index: number) => Flow
