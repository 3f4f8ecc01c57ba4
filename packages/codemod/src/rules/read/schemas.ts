import { inner, isAccess, keyOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

const METHODS =
  /^(?:parse|safeParse|parseAsync|safeParseAsync|spa|validate|validateSync|validateAsync|isValid|isValidSync|cast|decode|attempt)$/
const PACKAGES =
  /^(?:zod|yup|valibot|io-ts|ajv|@sinclair\/typebox|typebox|superstruct|arktype|joi|runtypes|@effect\/schema|effect|class-validator|class-transformer)(?:\/|$)/

/** The arguments of a call that asks a schema about a value: zod, yup, valibot, io-ts, ajv, TypeBox, superstruct. */
export function checkedBySchema(t: Tracer, node: ts.Node): readonly ts.Expression[] {
  if (!ts.isCallExpression(node)) return []
  return isSchemaCall(t, inner(node.expression)) ? node.arguments.map(inner) : []
}

function isSchemaCall(t: Tracer, callee: ts.Expression): boolean {
  if (isAccess(callee)) {
    const owner = inner(callee.expression)
    if (owner.getText() === 'JSON') return false
    return METHODS.test(keyOf(callee) ?? '') || isOfSchemaPackage(t, owner)
  }
  return isOfSchemaPackage(t, callee) || isCompiled(t, callee)
}

// import { parse } from 'valibot', import * as v from 'valibot'
function isOfSchemaPackage(t: Tracer, node: ts.Expression): boolean {
  if (!ts.isIdentifier(node)) return false
  return t.evaluate(node, null).some(({ value }) => value.kind === 'external' && PACKAGES.test(value.module ?? ''))
}

// const isRefusal = ajv.compile(schema)
function isCompiled(t: Tracer, callee: ts.Expression): boolean {
  const declaration = ts.isIdentifier(callee) ? t.project.declarationOf(callee) : null
  if (declaration === null || !ts.isVariableDeclaration(declaration.node)) return false
  const maker = declaration.node.initializer === undefined ? null : inner(declaration.node.initializer)
  if (maker === null || !ts.isCallExpression(maker)) return false
  const method = inner(maker.expression)
  return isAccess(method) && /^compile$/i.test(keyOf(method) ?? '')
}
