import { placeValue, externalMember } from './place-value.ts'
import { typeFlow, specifierOf } from './type-flow.ts'
import type { Declaration } from '../source/bindings.ts'
import { ts } from '../source/compiler.ts'
import { collected } from './collected-text.ts'
import { isAssignment } from './assignments.ts'
import { isHandedOn, withWrites } from './member-writes.ts'
import { stateSetters } from './react-state.ts'
import { inner, isFallback, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { ABSENT, each, type Env, type Flow, one, through, union, unknown } from './values.ts'

/** What a name holds where it is used, guards included. */
export function evaluateIdentifier(t: Tracer, id: ts.Identifier, env: Env | null): Flow {
  if (id.text === 'undefined') return ABSENT
  const declaration = t.project.declarationOf(id)
  if (declaration === null) return t.narrow(id, null, globalFlow(t, id), env)
  const held = t.narrow(id, declaration, t.define(declaration, env), env)
  return isHandedOn(id) ? withWrites(t, declaration, held) : held
}

function globalFlow(t: Tracer, id: ts.Identifier): Flow {
  if (id.text === 'NaN' || id.text === 'Infinity') return one({ kind: 'plain' })
  const place = t.clients.globalOf(id.text)
  if (place !== null) return one(placeValue(place, null))
  return one({ kind: 'external', module: null, path: [id.text] })
}

/** Everything that a declared name can hold, wherever it is used. */
export function evaluateDefinitions(t: Tracer, declaration: Declaration, env: Env | null): Flow {
  const said = sourceFlow(t, declaration)
  if (said !== null) return said
  const { node } = declaration
  switch (declaration.kind) {
    case 'function':
      return ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node)
        ? union(
            node.body === undefined && declaration.again.length > 0
              ? []
              : one({ kind: 'function', node, env, self: null }),
            ...declaration.again.map(one => againFlow(t, one, env)),
            assigned(t, declaration, env),
          )
        : unknown('syntax', node)
    case 'class':
      return ts.isClassLike(node) ? one({ kind: 'class', node, env }) : unknown('syntax', node)
    case 'enum':
      return ts.isEnumDeclaration(node) ? one({ kind: 'enum', node }) : unknown('syntax', node)
    case 'import':
      return through(importFlow(t, node), declaration.id, 'import')
    case 'variable':
    case 'parameter':
    case 'catch':
      return typed(t, declaration, union(t.bindingFlow(node, env), assigned(t, declaration, env)))
    case 'type':
      return unknown('unresolved-name', declaration.id)
  }
}

// `var message = …` a second time; without a value it changes nothing.
function againFlow(t: Tracer, node: ts.Node, env: Env | null): Flow {
  if (ts.isFunctionDeclaration(node))
    return node.body === undefined ? [] : one({ kind: 'function', node, env, self: null })
  if (ts.isVariableDeclaration(node) && node.initializer === undefined && !ts.isCatchClause(node.parent)) return []
  return bindingFlow(t, node, env)
}

function sourceFlow(t: Tracer, declaration: Declaration): Flow | null {
  if (t.sources.length === 0) return null
  const { file } = t.project.unitOf(declaration.id)
  const said = t.sources.find(source => source.module === file && source.symbol === declaration.name)
  return said === undefined ? null : through(one(placeValue(said, null)), declaration.id, 'source')
}

/** What a variable declaration, binding element, parameter or catch variable is bound to. */
export function bindingFlow(t: Tracer, node: ts.Node, env: Env | null): Flow {
  if (ts.isBindingElement(node)) return elementFlow(t, node, env)
  if (ts.isParameter(node)) return t.evaluateParameter(node, env)
  if (!ts.isVariableDeclaration(node)) return unknown('syntax', node)
  if (ts.isCatchClause(node.parent)) {
    return through(t.thrownIn(node.parent.parent.tryBlock, env), node, 'catch')
  }
  const list = node.parent
  if (ts.isVariableDeclarationList(list) && ts.isForOfStatement(list.parent)) {
    return through(t.elementsOf(list.parent.expression, env), node, 'for-of')
  }
  if (ts.isVariableDeclarationList(list) && ts.isForInStatement(list.parent)) return unknown('dynamic-key', node)
  if (node.initializer === undefined) return ABSENT
  return through(t.evaluate(node.initializer, env), node, 'variable')
}

function elementFlow(t: Tracer, element: ts.BindingElement, env: Env | null): Flow {
  const pattern = element.parent
  const state = stateSetters(t, element, env)
  if (state !== null) return state
  const source = t.bindingFlow(pattern.parent, env)
  if (element.dotDotDotToken !== undefined) {
    return ts.isObjectBindingPattern(pattern) ? source : unknown('spread', element)
  }
  const key = ts.isObjectBindingPattern(pattern)
    ? nameText(element.propertyName ?? element.name)
    : String(pattern.elements.indexOf(element))
  if (key === null) return unknown('dynamic-key', element)
  const read = through(
    each(source, value => t.memberOf(value, key, element)),
    element,
    `.${key}`,
  )
  if (element.initializer === undefined) return read
  return union(
    read.filter(({ value }) => value.kind !== 'absent'),
    t.evaluate(element.initializer, env),
  )
}

/** What assignments beyond the declaration put into a name. */
function assigned(t: Tracer, declaration: Declaration, env: Env | null): Flow {
  return union(...declaration.references.map(id => assignedBy(t, id, env)))
}

function assignedBy(t: Tracer, id: ts.Identifier, env: Env | null): Flow {
  const parent = id.parent
  if (ts.isBinaryExpression(parent) && parent.left === id) {
    switch (parent.operatorToken.kind) {
      case ts.SyntaxKind.EqualsToken:
      case ts.SyntaxKind.QuestionQuestionEqualsToken:
      case ts.SyntaxKind.BarBarEqualsToken:
      case ts.SyntaxKind.AmpersandAmpersandEqualsToken:
        return through(givenBeside(t, parent.right, id, env), parent, 'assignment')
    }
    return isAssignment(parent.operatorToken.kind) ? (collected(t, parent, env) ?? unknown('joined-text', parent)) : []
  }
  if ((ts.isForOfStatement(parent) || ts.isForInStatement(parent)) && parent.initializer === id) {
    return ts.isForOfStatement(parent) ? t.elementsOf(parent.expression, env) : unknown('dynamic-key', parent)
  }
  return isPatternTarget(id) ? unknown('assigned-elsewhere', id) : []
}

// text = body.message ?? text: what the name held before is known already.
function givenBeside(t: Tracer, given: ts.Expression, id: ts.Identifier, env: Env | null): Flow {
  const node = inner(given)
  const isOwn = (side: ts.Expression) => {
    const named = inner(side)
    return ts.isIdentifier(named) && t.project.declarationOf(named) === t.project.declarationOf(id)
  }
  if (ts.isConditionalExpression(node) && (isOwn(node.whenTrue) || isOwn(node.whenFalse))) {
    return t.evaluate(isOwn(node.whenTrue) ? node.whenFalse : node.whenTrue, env)
  }
  if (!ts.isBinaryExpression(node) || !isFallback(node)) return t.evaluate(given, env)
  if (isOwn(node.left)) return t.evaluate(node.right, env)
  if (!isOwn(node.right)) return t.evaluate(given, env)
  return t.evaluate(node.left, env).filter(({ value }) => value.kind !== 'absent')
}

// `({ message: text } = body)`, `[first] = list`: rare, and never worth a guess.
function isPatternTarget(id: ts.Identifier): boolean {
  let at: ts.Node = id
  for (;;) {
    const parent = at.parent
    if (ts.isPropertyAssignment(parent) ? parent.initializer !== at : !isPatternPart(parent)) {
      return ts.isBinaryExpression(parent) && parent.left === at && at !== id
    }
    at = parent
  }
}

function isPatternPart(node: ts.Node): boolean {
  return (
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isSpreadElement(node) ||
    ts.isSpreadAssignment(node)
  )
}

// A declared type is the author's word for what they pass. It is taken where nothing better is known.
function typed(t: Tracer, declaration: Declaration, flow: Flow): Flow {
  if (!flow.some(({ value }) => value.kind === 'unknown')) return flow
  const { node } = declaration
  const annotation =
    ts.isVariableDeclaration(node) || ts.isParameter(node) ? (node.type ?? ts.getJSDocType(node)) : undefined
  const place = annotation === undefined ? null : typeFlow(t, annotation)
  return place === null ? flow : through(place, declaration.id, 'type')
}

function importFlow(t: Tracer, node: ts.Node): Flow {
  const specifier = specifierOf(node)
  if (specifier === null) return unknown('unresolved-import', node)
  if (ts.isImportClause(node)) return moduleMember(t, specifier, 'default', node)
  if (ts.isImportSpecifier(node)) return moduleMember(t, specifier, (node.propertyName ?? node.name).text, node)
  return t.moduleFlow(specifier, node)
}

/** A whole module, as `import * as` or `require` gives it. */
export function moduleFlow(t: Tracer, specifier: string, at: ts.Node): Flow {
  const target = t.project.resolve(specifier, t.project.unitOf(at).file)
  if (target.kind === 'file') return one({ kind: 'module', file: target.file })
  if (target.kind === 'none') return unknown('unresolved-import', at)
  const place = t.clients.exportOf(target.name, '*')
  if (place !== null) return one(placeValue(place, null))
  return one({ kind: 'external', module: target.name, path: [] })
}

function moduleMember(t: Tracer, specifier: string, name: string, at: ts.Node): Flow {
  const target = t.project.resolve(specifier, t.project.unitOf(at).file)
  if (target.kind === 'file') return t.exportedFlow(target.file, name, at)
  if (target.kind === 'none') return unknown('unresolved-import', at)
  const said = t.sources.find(source => source.module === target.name && source.symbol === name)
  return said === undefined ? externalMember(t, target.name, name) : one(placeValue(said, null))
}
