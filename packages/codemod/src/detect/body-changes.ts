import type { ClientModel } from '../clients/client.ts'
import { ts } from '../source/compiler.ts'
import { isAccess, keyOf, nameText } from './syntax.ts'
import type { Tracer } from './tracer.ts'

// What a test sets up says nothing about the program.
const TEST_FILE = /\.(?:spec|test)\.[cm]?[jt]sx?$|(?:^|\/)__(?:tests|mocks)__\//

/**
 * Where the project tells a client library to give errors another form: `transformResponse`, `beforeError`. What such a
 * function leaves of a body is not followed, so nothing that comes through this client is known any more.
 */
export function changesBodies(t: Tracer, client: ClientModel): ts.Node | null {
  return t.remember(client, 'body-changes', () => findChange(t, client))
}

function findChange(t: Tracer, client: ClientModel): ts.Node | null {
  for (const hook of client.hooks) {
    // Interceptors are followed.
    if (hook === 'interceptors') continue
    for (const file of t.project.holding(wordOf(hook))) {
      const unit = TEST_FILE.test(file) ? null : t.project.open(file)
      const found = unit === null ? null : firstChange(unit.tree, hook)
      if (found !== null) return found
    }
  }
  return null
}

function wordOf(hook: string): string {
  return hook.replace(/^new /, '').replace(/=.*$/, '')
}

function firstChange(node: ts.Node, hook: string): ts.Node | null {
  if (isChange(node, hook)) return node
  return ts.forEachChild(node, child => firstChange(child, hook) ?? undefined) ?? null
}

/** `name` is an option or a member, `name=value` an option with this text, `new Name` the making of one. */
function isChange(node: ts.Node, hook: string): boolean {
  const word = wordOf(hook)
  if (hook.startsWith('new ')) {
    return ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === word
  }
  const [, value] = hook.split('=')
  if (ts.isPropertyAssignment(node)) {
    const { initializer } = node
    if (nameText(node.name) !== word) return false
    return value === undefined || !ts.isStringLiteralLike(initializer) || initializer.text === value
  }
  if (ts.isShorthandPropertyAssignment(node)) return node.name.text === word
  if (value !== undefined) return false
  if (ts.isMethodDeclaration(node)) return nameText(node.name) === word
  return isAccess(node) && keyOf(node) === word
}
