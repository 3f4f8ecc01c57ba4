import { isErrorName, parentOf, superCall } from './classes.ts'
import { classState } from './react-class-state.ts'
import { methodFlow } from './method-flow.ts'
import { methodsOf, overridesOf } from './overrides.ts'
import { ts } from '../source/compiler.ts'
import { isTargetOf } from './assignments.ts'
import { hasModifier, nameText, outer } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import {
  ABSENT,
  type ClassNode,
  each,
  type Env,
  type Flow,
  NOTHING,
  PLAIN,
  through,
  union,
  unknown,
  type Value,
} from './values.ts'

type Instance = Extract<Value, { kind: 'instance' }>

/** What a member of an object holds that `new` made. */
export function memberOfInstance(t: Tracer, value: Instance, name: string, at: ts.Node): Flow {
  for (const over of value.over) {
    const laid = t.memberOf(over, name, at)
    if (laid.some(reaching => reaching.value.kind !== 'absent')) return laid
  }
  const own =
    value.node === null ? errorMember(t, value, name) : classMember(t, value, value.node, givenTo(t, value), name, at)
  return union(own, laterAssigned(t, value, name))
}

/** The arguments of the `new`, evaluated where it stands. */
function givenTo(t: Tracer, value: Instance): Arguments {
  const args = value.made.arguments ?? []
  // What a container gives to a constructor nobody wrote down.
  if (value.node !== null && ts.isCallExpression(value.made)) return { at: () => unknown('field-of-class', value.made) }
  if (args.some(ts.isSpreadElement)) return { at: index => unknown('spread', args[index] ?? value.made) }
  return {
    at: index => {
      const argument = args[index]
      return argument === undefined ? ABSENT : t.evaluate(argument, value.env)
    },
  }
}

interface Arguments {
  readonly at: (index: number) => Flow
}

// new Error(message, { cause })
function errorMember(t: Tracer, value: Instance, name: string): Flow {
  return builtIn(t, givenTo(t, value), name, value.made)
}

function builtIn(t: Tracer, args: Arguments, name: string, at: ts.Node): Flow {
  switch (name) {
    case 'message':
      return through(args.at(0), at, 'new')
    case 'cause':
      return each(args.at(1), options => t.memberOf(options, 'cause', at))
    case 'name':
      return PLAIN
    case 'stack':
      // It begins with the message.
      return unknown('changed-text', at)
    default:
      return ABSENT
  }
}

function classMember(t: Tracer, value: Instance, node: ClassNode, args: Arguments, name: string, at: ts.Node): Flow {
  const maker = node.members.find(ts.isConstructorDeclaration)
  const env = maker === undefined ? value.env : constructorEnv(maker, args, value.env)
  const declared = declaredMember(t, value, node, maker, args, env, name)
  if (declared !== null) return declared
  const parent = parentOf(node)
  if (parent === null) return ABSENT
  const passed = maker === undefined ? args : superArguments(t, maker, env)
  return each(t.evaluate(parent, null), base => {
    if (base.kind === 'class') return classMember(t, value, base.node, passed, name, at)
    if (base.kind === 'place') return t.memberOf(base, name, at)
    if (base.kind === 'external' && base.module === null && isErrorName(base.path)) {
      return builtIn(t, passed, name, value.made)
    }
    return unknown('field-of-class', at)
  })
}

function declaredMember(
  t: Tracer,
  value: Instance,
  node: ClassNode,
  maker: ts.ConstructorDeclaration | undefined,
  args: Arguments,
  env: Env | null,
  name: string,
): Flow | null {
  const found: Flow[] = []
  for (const member of node.members) {
    if (member.name === undefined || nameText(member.name) !== name) continue
    if (hasModifier(member, ts.SyntaxKind.StaticKeyword)) continue
    if (isSignature(member)) continue
    if (ts.isMethodDeclaration(member)) return methodFlow(t, member, value)
    if (ts.isGetAccessorDeclaration(member)) return unknown('field-of-class', member)
    if (ts.isPropertyDeclaration(member)) found.push(initialValue(t, member))
  }
  maker?.parameters.forEach((parameter, index) => {
    if (nameText(parameter.name) === name && ts.isParameterPropertyDeclaration(parameter, maker)) {
      found.push(argumentOr(t, parameter, args.at(index), env))
    }
  })
  const assigned = assignedToThis(t, node, env, name)
  if (found.length === 0 && assigned.length === 0) return null
  // A field without a first value is absent only until the constructor has set it.
  const firsts = assigned.length > 0 ? found.map(flow => flow.filter(it => it.value.kind !== 'absent')) : found
  return union(...firsts, ...assigned)
}

// An overload says nothing that the method itself does not say.
function isSignature(member: ts.ClassElement): boolean {
  return ts.isMethodDeclaration(member) && member.body === undefined
}

function initialValue(t: Tracer, member: ts.PropertyDeclaration): Flow {
  return member.initializer === undefined ? ABSENT : through(t.evaluate(member.initializer, null), member, 'field')
}

function argumentOr(t: Tracer, parameter: ts.ParameterDeclaration, flow: Flow, env: Env | null): Flow {
  if (parameter.initializer === undefined) return flow
  return union(
    flow.filter(({ value }) => value.kind !== 'absent'),
    t.evaluate(parameter.initializer, env),
  )
}

function constructorEnv(node: ts.ConstructorDeclaration, args: Arguments, parent: Env | null): Env {
  const held = new Map<ts.ParameterDeclaration, () => Flow>()
  node.parameters.forEach((parameter, index) => {
    held.set(parameter, parameter.dotDotDotToken ? () => unknown('spread', parameter) : () => args.at(index))
  })
  return { args: held, parent }
}

function superArguments(t: Tracer, maker: ts.ConstructorDeclaration, env: Env | null): Arguments {
  const found = superCall(maker)
  if (found === null) return { at: () => ABSENT }
  return {
    at: index => {
      const argument = found.arguments[index]
      if (argument === undefined) return ABSENT
      return ts.isSpreadElement(argument) ? unknown('spread', argument) : t.evaluate(argument, env)
    },
  }
}

/** Everything that `this.name = …` puts into a field, anywhere in the class. */
function assignedToThis(t: Tracer, node: ClassNode, env: Env | null, name: string): readonly Flow[] {
  const all = t.remember(node, 'this-assignments', () => collectThisAssignments(node))
  return all
    .filter(one => one.name === name)
    .map(one =>
      one.value === null
        ? unknown('assigned-elsewhere', node)
        : through(t.evaluate(one.value, one.inConstructor ? env : null), one.value, 'field'),
    )
}

interface ThisAssignment {
  readonly name: string
  readonly value: ts.Expression | null
  readonly inConstructor: boolean
}

function collectThisAssignments(node: ClassNode): readonly ThisAssignment[] {
  const found: ThisAssignment[] = []
  const visit = (child: ts.Node, inConstructor: boolean): void => {
    if (ts.isPropertyAccessExpression(child) && child.expression.kind === ts.SyntaxKind.ThisKeyword) {
      const value = isTargetOf(child)
      if (value !== null) found.push({ name: child.name.text, value: value.value, inConstructor })
    }
    ts.forEachChild(child, grandchild => visit(grandchild, inConstructor))
  }
  for (const member of node.members) visit(member, ts.isConstructorDeclaration(member))
  return found
}

/** `const e = new Error(…); e.status = …`: what is laid on before it is thrown. */
function laterAssigned(t: Tracer, value: Instance, name: string): Flow {
  const holder = outer(value.made).parent
  if (!ts.isVariableDeclaration(holder) || !ts.isIdentifier(holder.name)) return NOTHING
  const declaration = t.project.declarationOf(holder.name)
  if (declaration === null) return NOTHING
  const flows = declaration.references.map(id => {
    const access = outer(id).parent
    if (!ts.isPropertyAccessExpression(access) || access.name.text !== name) return NOTHING
    const target = isTargetOf(access)
    if (target === null) return NOTHING
    return target.value === null ? unknown('assigned-elsewhere', access) : t.evaluate(target.value, value.env)
  })
  return union(...flows)
}

/** What a static member of a class holds. */
export function memberOfClass(t: Tracer, value: Extract<Value, { kind: 'class' }>, name: string, at: ts.Node): Flow {
  for (const member of value.node.members) {
    if (member.name === undefined || nameText(member.name) !== name) continue
    if (!hasModifier(member, ts.SyntaxKind.StaticKeyword) || isSignature(member)) continue
    if (ts.isMethodDeclaration(member)) return methodFlow(t, member, value)
    if (ts.isPropertyDeclaration(member)) return initialValue(t, member)
  }
  const parent = parentOf(value.node)
  return parent === null ? ABSENT : each(t.evaluate(parent, null), base => t.memberOf(base, name, at))
}

function membersOfThis(t: Tracer, node: ClassNode, name: string, at: ts.Node): readonly Flow[] {
  const members = node.members.filter(member => member.name !== undefined && nameText(member.name) === name)
  const fields = members
    .filter(member => !ts.isMethodDeclaration(member))
    .map(member => (ts.isPropertyDeclaration(member) ? initialValue(t, member) : unknown('field-of-class', member)))
  if (!members.some(ts.isMethodDeclaration)) return fields
  const bodies = [...methodsOf(node, name), ...overridesOf(t, node, name)]
  // An abstract method that nobody fills in here.
  if (bodies.length === 0) return [...fields, unknown('field-of-class', at)]
  return [...fields, ...bodies.map(body => methodFlow(t, body, null))]
}

/** `this.name` inside a class, when the object is not known. */
export function memberOfThis(t: Tracer, node: ClassNode, name: string, at: ts.Node): Flow {
  const found = [...membersOfThis(t, node, name, at)]
  const maker = node.members.find(ts.isConstructorDeclaration)
  for (const parameter of maker?.parameters ?? []) {
    if (nameText(parameter.name) !== name || maker === undefined) continue
    if (ts.isParameterPropertyDeclaration(parameter, maker)) found.push(parameterFlow(t, parameter))
  }
  const assigned = assignedToThis(t, node, null, name)
  const firsts = assigned.length > 0 ? found.map(flow => flow.filter(it => it.value.kind !== 'absent')) : found
  const parent = parentOf(node)
  const state = name === 'state' ? classState(t, node, parent, union(...firsts, ...assigned)) : null
  if (state !== null) return state
  if (firsts.length > 0 || assigned.length > 0) return union(...firsts, ...assigned)
  if (parent === null) return unknown('field-of-class', at)
  return each(t.evaluate(parent, null), base =>
    base.kind === 'class'
      ? memberOfThis(t, base.node, name, at)
      : base.kind === 'place'
        ? t.memberOf(base, name, at)
        : (messageOfThis(t, base, maker, name) ?? unknown('field-of-class', at)),
  )
}

// class Refusal extends Error { constructor(body) { super(body.message) } … this.message }
function messageOfThis(
  t: Tracer,
  base: Value,
  maker: ts.ConstructorDeclaration | undefined,
  name: string,
): Flow | null {
  const isError = base.kind === 'external' && base.module === null && isErrorName(base.path)
  if (!isError || maker === undefined || name !== 'message') return null
  return through(superArguments(t, maker, null).at(0), maker, 'new')
}

function parameterFlow(t: Tracer, parameter: ts.ParameterDeclaration): Flow {
  const declaration = ts.isIdentifier(parameter.name) ? t.project.declarationOf(parameter.name) : null
  return declaration === null ? unknown('field-of-class', parameter) : t.define(declaration, null)
}

/** Whether a class is, or extends, another. */
export function isDerived(t: Tracer, node: ClassNode, from: ClassNode): boolean {
  if (node === from) return true
  const parent = parentOf(node)
  if (parent === null) return false
  return t.evaluate(parent, null).some(({ value }) => value.kind === 'class' && isDerived(t, value.node, from))
}
