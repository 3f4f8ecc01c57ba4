import type { Declaration } from '../source/bindings.ts'
import type { PlaceOf } from '../clients/clients.ts'
import { ts } from '../source/compiler.ts'
import { changesBodies } from './hook-sites.ts'
import { injected } from './injected.ts'
import { placeValue } from './place-value.ts'
import type { Tracer } from './tracer.ts'
import { type Flow, one, unknown } from './values.ts'

/** The place that a type stands for, when it is a type of a client library. */
export function typeFlow(t: Tracer, type: ts.TypeNode): Flow | null {
  if (ts.isUnionTypeNode(type)) {
    const parts = type.types.filter(part => !isEmptyType(part))
    const [only] = parts
    return only !== undefined && parts.length === 1 ? typeFlow(t, only) : null
  }
  if (ts.isImportTypeNode(type)) return importedType(t, type)
  if (ts.isTypeQueryNode(type)) return queriedType(t, type)
  if (!ts.isTypeReferenceNode(type)) return null
  const left = ts.isIdentifier(type.typeName) ? type.typeName : type.typeName.left
  if (!ts.isIdentifier(left)) return null
  const name = ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text
  const declaration = t.project.declarationOf(left)
  return declaration === null ? globalType(t, type) : declaredType(t, declaration, name, type)
}

const HOLDERS = ['globalThis', 'window', 'self']

// typeof fetch, typeof globalThis.fetch: whatever is passed does what the global does.
function queriedType(t: Tracer, { exprName }: ts.TypeQueryNode): Flow | null {
  const isHeld = ts.isQualifiedName(exprName) && HOLDERS.includes(exprName.left.getText())
  const name = isHeld ? exprName.right : exprName
  if (!ts.isIdentifier(name) || (!isHeld && t.project.declarationOf(name) !== null)) return null
  const place = t.clients.globalOf(name.text)
  return place === null ? null : one(placeValue(place, null))
}

function globalType(t: Tracer, type: ts.TypeReferenceNode): Flow | null {
  const place = ts.isIdentifier(type.typeName) ? t.clients.typeOf(null, type.typeName.text) : null
  return place === null ? null : typedFlow(t, place, type)
}

function declaredType(t: Tracer, declaration: Declaration, name: string, type: ts.TypeNode): Flow | null {
  const { node } = declaration
  if (ts.isTypeAliasDeclaration(node) && node.typeParameters === undefined) return typeFlow(t, node.type)
  if (declaration.kind === 'class') return ts.isClassLike(node) ? injected(t, node) : null
  const specifier = declaration.kind === 'import' ? specifierOf(node) : null
  if (specifier === null) return null
  const exported = ts.isImportSpecifier(node) ? (node.propertyName ?? node.name).text : name
  const place = t.clients.typeOf(specifier, exported)
  // Which instance it is, a type does not say: it stands for one that nobody else has.
  return place === null ? importedClass(t, declaration) : typedFlow(t, place, type)
}

// A type of the repository is a class that a container makes, or it says nothing.
function importedClass(t: Tracer, declaration: Declaration): Flow | null {
  const [only, more] = t.define(declaration, null)
  return only?.value.kind === 'class' && more === undefined ? injected(t, only.value.node) : null
}

// import('axios').AxiosError, as JSDoc spells it.
function importedType(t: Tracer, type: ts.ImportTypeNode): Flow | null {
  const { argument, qualifier } = type
  if (qualifier === undefined || !ts.isIdentifier(qualifier)) return null
  if (!ts.isLiteralTypeNode(argument) || !ts.isStringLiteral(argument.literal)) return null
  const place = t.clients.typeOf(argument.literal.text, qualifier.text)
  return place === null ? null : typedFlow(t, place, type)
}

function typedFlow(t: Tracer, place: PlaceOf, type: ts.TypeNode): Flow {
  const changed = changesBodies(t, place.client)
  return changed === null ? one(placeValue(place, type)) : unknown('hook', changed)
}

function isEmptyType(type: ts.TypeNode): boolean {
  if (type.kind === ts.SyntaxKind.UndefinedKeyword) return true
  return ts.isLiteralTypeNode(type) && type.literal.kind === ts.SyntaxKind.NullKeyword
}

/** The module that an import names. */
export function specifierOf(node: ts.Node): string | null {
  let at: ts.Node | undefined = node
  while (at !== undefined && !ts.isImportDeclaration(at) && !ts.isImportEqualsDeclaration(at)) at = at.parent
  if (at === undefined) return null
  if (ts.isImportDeclaration(at)) return ts.isStringLiteral(at.moduleSpecifier) ? at.moduleSpecifier.text : null
  const reference = at.moduleReference
  if (!ts.isExternalModuleReference(reference)) return null
  return ts.isStringLiteral(reference.expression) ? reference.expression.text : null
}
