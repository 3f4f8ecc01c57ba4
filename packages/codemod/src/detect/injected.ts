import { ts } from '../source/compiler.ts'
import { isTestFile } from './hook-sites.ts'
import { nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import { type ClassNode, type Flow, one } from './values.ts'

/**
 * The one object that a container makes of a class with a decorator such as `@Injectable()`; `null` where another may
 * stand for it: a subclass, or what is provided in its place.
 */
export function injected(t: Tracer, node: ClassNode): Flow | null {
  const decorator = (ts.canHaveDecorators(node) ? ts.getDecorators(node) : undefined)?.find(one =>
    /^Injectable$|^Service$/.test(ts.isCallExpression(one.expression) ? one.expression.expression.getText() : ''),
  )
  if (decorator === undefined || !ts.isCallExpression(decorator.expression) || node.name === undefined) return null
  const declaration = t.project.declarationOf(node.name)
  const uses = declaration === null ? null : t.usesOf(declaration)
  if (uses === null || uses.some(use => isReplaced(t, use))) return null
  return one({ kind: 'instance', node, made: decorator.expression, env: null, over: [] })
}

function isReplaced(t: Tracer, use: ts.Identifier): boolean {
  const { parent } = use
  if (ts.isExpressionWithTypeArguments(parent)) return true
  if (!ts.isPropertyAssignment(parent) || nameText(parent.name) !== 'provide') return false
  return !isTestFile(t.project.unitOf(use).file)
}
