import { posix } from 'node:path'
import { inner } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { Declaration } from '../../source/bindings.ts'
import { ts } from '../../source/compiler.ts'
import { type BodyLiteral, bodyLiteral, chainOf, isBodyOfAnswer, memberAt } from './body-literal.ts'
import { type Replayed, replayedAt } from './replayed.ts'

/** Where the body of a replayed answer is written out: on the spot, behind a constant, or in a file of JSON. */
export function bodyOf(t: Tracer, replayed: Replayed): BodyLiteral | null {
  return bodyFile(t, replayed) ?? (replayed.bodyIs === 'value' ? bodyLiteral(t, replayed.body) : null)
}

// The body may be imported, or named by the path of its file.
function bodyFile(t: Tracer, { body, bodyIs }: Replayed): BodyLiteral | null {
  const file = bodyIs === 'value' ? importedFile(t, body) : fileNamed(t, body, bodyIs)
  const unit = file === null ? null : t.project.open(file)
  const [only] = unit?.tree.statements ?? []
  if (unit === null || only === undefined || !ts.isExpressionStatement(only)) return null
  const keys = bodyIs === 'value' ? keysInto(t, body) : []
  const node = memberAt(only.expression, keys)
  return node === null ? null : { unit, node, isShared: !isOnlyReplayed(t, unit.file) }
}

// import body from './not-found.json', const body = require('./not-found.json')
function importedFile(t: Tracer, body: ts.Expression): string | null {
  const { root } = chainOf(body)
  if (!ts.isIdentifier(root)) {
    const required = requiredPath(root)
    return required === null ? null : jsonAt(t, root, required)
  }
  const declaration = t.project.declarationOf(root)
  const path = declaration === null ? null : pathOfModule(declaration)
  return path === null ? null : jsonAt(t, root, path)
}

function pathOfModule({ kind, node }: Declaration): string | null {
  if (kind !== 'import') return ts.isVariableDeclaration(node) ? requiredPath(node.initializer) : null
  for (let at: ts.Node = node; at !== undefined; at = at.parent) {
    if (ts.isImportDeclaration(at)) {
      return ts.isStringLiteralLike(at.moduleSpecifier) ? at.moduleSpecifier.text : null
    }
  }
  return null
}

function requiredPath(node: ts.Expression | undefined): string | null {
  const at = node === undefined ? undefined : inner(node)
  if (at === undefined || !ts.isCallExpression(at) || at.expression.getText() !== 'require') return null
  const [path] = at.arguments
  return path !== undefined && ts.isStringLiteralLike(path) ? path.text : null
}

function keysInto(t: Tracer, body: ts.Expression): readonly string[] {
  const { root, keys } = chainOf(body)
  const declaration = ts.isIdentifier(root) ? t.project.declarationOf(root) : null
  if (declaration === null || !ts.isImportSpecifier(declaration.node)) return keys
  return [(declaration.node.propertyName ?? declaration.node.name).text, ...keys]
}

function fileNamed(t: Tracer, name: ts.Expression, bodyIs: Replayed['bodyIs']): string | null {
  const path = pathIn(name)
  if (path === null) return null
  if (bodyIs === 'path') return jsonAt(t, name, path)
  const named = path.endsWith('.json') ? path : `${path}.json`
  const home = t.project.packageOf(t.project.unitOf(name).file)
  return firstThere(t, [posix.join(home, 'cypress/fixtures', named), posix.join('cypress/fixtures', named)])
}

/** `path.join(__dirname, 'answers', 'not-found.json')`, `new URL('./not-found.json', import.meta.url)`, or just the text. */
function pathIn(node: ts.Expression): string | null {
  const at = inner(node)
  if (ts.isStringLiteralLike(at)) return at.text
  if (ts.isNewExpression(at)) return at.expression.getText() === 'URL' ? pathOfFirst(at.arguments) : null
  if (ts.isTemplateExpression(at)) return pathOfTemplate(at)
  if (!ts.isCallExpression(at)) return null
  const callee = inner(at.expression)
  const name = callee.getText()
  if (/^(?:(?:path\.)?(?:join|resolve))$/.test(name)) return joined(at.arguments)
  return /^(?:fileURLToPath|require\.resolve)$/.test(name) ? pathOfFirst(at.arguments) : null
}

function pathOfFirst(given: ts.NodeArray<ts.Expression> | undefined): string | null {
  const [first] = given ?? []
  return first === undefined ? null : pathIn(first)
}

function pathOfTemplate({ head, templateSpans }: ts.TemplateExpression): string | null {
  const [span, more] = templateSpans
  if (head.text !== '' || span === undefined || more !== undefined || !isHere(span.expression)) return null
  return `.${span.literal.text}`
}

function joined(parts: readonly ts.Expression[]): string | null {
  const texts = parts.map(part => (isHere(part) ? '.' : ts.isStringLiteralLike(part) ? part.text : null))
  return texts.includes(null) ? null : posix.join('.', ...texts.filter(text => text !== null))
}

function isHere(node: ts.Expression): boolean {
  return /^(?:__dirname|import\.meta\.dirname)$/.test(node.getText())
}

// A path is read from the file that names it, or from where the tests are run.
function jsonAt(t: Tracer, at: ts.Node, path: string): string | null {
  if (!path.endsWith('.json')) return null
  const { file } = t.project.unitOf(at)
  return firstThere(t, [posix.join(posix.dirname(file), path), posix.join(t.project.packageOf(file), path), path])
}

function firstThere(t: Tracer, paths: readonly string[]): string | null {
  return paths.find(path => !path.startsWith('..') && t.project.sourceOf(path) !== null) ?? null
}

/** Whether all that names a file, anywhere in the repository, is the body of a replayed answer. */
function isOnlyReplayed(t: Tracer, json: string): boolean {
  const base = posix.basename(json)
  return t.project
    .holding(base.replace(/\.json$/, ''))
    .every(file => mentionsIn(t, file, base).every(mention => isReplay(t, mention, json)))
}

function mentionsIn(t: Tracer, file: string, base: string): readonly ts.StringLiteralLike[] {
  const unit = t.project.open(file)
  const found: ts.StringLiteralLike[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && isNamed(node.text, base)) found.push(node)
    ts.forEachChild(node, visit)
  }
  if (unit !== null) visit(unit.tree)
  return found
}

function isNamed(text: string, base: string): boolean {
  const last = text.split('/').at(-1) ?? ''
  return last === base || `${last}.json` === base
}

function isReplay(t: Tracer, mention: ts.StringLiteralLike, json: string): boolean {
  const { parent } = mention
  if (ts.isImportDeclaration(parent) || requiredPath(ts.isExpression(parent) ? parent : undefined) !== null) {
    if (jsonAt(t, mention, mention.text) !== json) return true
    return namesOf(t, parent).every(one => one.references.every(isBodyOfAnswer))
  }
  for (let at: ts.Node = mention; at.parent !== undefined && !ts.isStatement(at); at = at.parent) {
    const replayed = replayedAt(at)
    if (replayed !== null && replayed.bodyIs !== 'value') return fileNamed(t, replayed.body, replayed.bodyIs) !== null
  }
  // A plain word of that name is no file: `'not-found'` is a route as well.
  return !mention.text.endsWith('.json') && !/fixture/.test(mention.parent.getText().slice(0, 40))
}

/** The names that an import or a `require` gives its module. */
function namesOf(t: Tracer, node: ts.Node): readonly Declaration[] {
  const holder = ts.isImportDeclaration(node) ? node : node.parent
  return [...t.project.unitOf(node).bindings.top.names.values()].filter(({ node: own }) => {
    for (let at: ts.Node = own; at !== undefined; at = at.parent) if (at === holder) return true
    return false
  })
}
