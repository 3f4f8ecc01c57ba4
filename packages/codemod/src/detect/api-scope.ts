import type { ClientModel } from '../clients/client.ts'
import type { ApiScope } from '../migrate.ts'
import { ts } from '../source/compiler.ts'
import { urlOf } from './request-url.ts'
import type { Tracer } from './tracer.ts'
import { type Request, stepsOf, type Trail } from './values.ts'

/** Whether a request goes to the API that is meant: surely, surely not, or nobody can tell. */
export type Belonging = 'ours' | 'other' | 'unknown'

/** Tells by what sends a request, by the function or class that it is sent in, or by its URL. */
export function belongingOf(t: Tracer, scope: ApiScope | null, asked: Asked): Belonging {
  if (scope === null || (scope.baseUrls.length === 0 && scope.modules.length === 0)) return 'ours'
  if (isSentBy(t, scope.modules, asked)) return 'ours'
  if (scope.baseUrls.length === 0) return isSentFor(t, scope.modules, asked.trail) ? 'unknown' : 'other'
  const url = urlOf(t, asked.request)
  if (url === null) return 'unknown'
  return isUnder(url, scope.baseUrls) ? 'ours' : 'other'
}

// A relative URL goes to where the page came from: to that API, unless the configuration names paths of it.
function isUnder(url: string, baseUrls: readonly string[]): boolean {
  const relative = !/^(?:[a-z]+:)?\/\//i.test(url)
  const bases = relative ? baseUrls.filter(base => base.startsWith('/')) : baseUrls
  if (relative && bases.length === 0) return true
  const path = relative ? url.replace(/^\/*/, '/') : url
  return bases.some(base => path === base || path.startsWith(base.replace(/\/?$/, '/')))
}

/** A request as a decision asks about it: the client that sends it, and the way that its answer came. */
export interface Asked {
  readonly request: Request
  readonly client: ClientModel
  readonly trail: Trail | null
}

function isSentBy(t: Tracer, modules: readonly string[], { request, client }: Asked): boolean {
  const nodes = [request.call, request.instance].filter(node => node !== null)
  return modules.some(
    module => client.packages.includes(module) || nodes.some(node => isInside(t, node, sender(t, module))),
  )
}

// A wrapper elsewhere that a module of the API calls serves others too: then the URL has to tell.
function isSentFor(t: Tracer, modules: readonly string[], trail: Trail | null): boolean {
  return stepsOf(trail).some(
    ({ at, step }) => step === 'call' && modules.some(module => isInside(t, at, sender(t, module))),
  )
}

/** A file or folder, a package of the workspace, or a function or class in a file: `src/desk.ts#DeskClient`. */
interface Sender {
  readonly path: string
  readonly symbol: readonly string[]
}

function sender(t: Tracer, module: string): Sender {
  const [name = '', symbol] = module.split('#')
  const path = name.replace(/^\.\//, '').replace(/\/$/, '')
  const target = name.startsWith('.') ? null : t.project.resolve(name, '')
  const found = target?.kind === 'file' ? t.project.packageOf(target.file) : path
  return { path: found, symbol: symbol === undefined ? [] : symbol.split('.') }
}

function isInside(t: Tracer, node: ts.Node, { path, symbol }: Sender): boolean {
  const { file } = t.project.unitOf(node)
  if (path !== '.' && file !== path && !file.startsWith(`${path}/`) && !file.startsWith(`${path}.`)) return false
  const names = namesRound(node)
  return symbol.every((name, depth) => names[depth] === name)
}

/** The names of what a node stands in, outermost first: `DeskClient`, `borrow`. */
function namesRound(node: ts.Node): readonly string[] {
  const names: string[] = []
  for (let at = node; at !== undefined && !ts.isSourceFile(at); at = at.parent) {
    if (isNamed(at) && at.name !== undefined) names.unshift(at.name.getText())
  }
  return names
}

function isNamed(
  node: ts.Node,
): node is ts.SignatureDeclaration | ts.ClassLikeDeclaration | ts.VariableDeclaration | ts.PropertyAssignment {
  return (
    ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)
  )
}
