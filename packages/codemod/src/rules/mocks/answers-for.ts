import type { ApiScope } from '../../migrate.ts'
import { ts } from '../../source/compiler.ts'

/** Whether an answer is replayed for a host that the configuration does not name. */
export function answersForAnother(node: ts.Node, api: ApiScope | null): boolean {
  const bases = api?.baseUrls.filter(isAbsolute) ?? []
  if (bases.length === 0) return false
  const urls = urlsIn(statementOf(node))
  return urls.length > 0 && !urls.some(url => bases.some(base => url.startsWith(base)))
}

function statementOf(node: ts.Node): ts.Node {
  let at = node
  while (!ts.isStatement(at) && !ts.isSourceFile(at.parent)) at = at.parent
  return at
}

function urlsIn(node: ts.Node): readonly string[] {
  const found: string[] = []
  const visit = (child: ts.Node): void => {
    if (ts.isStringLiteralLike(child) && isAbsolute(child.text)) found.push(child.text)
    if (ts.isTemplateHead(child) && isAbsolute(child.text)) found.push(child.text)
    ts.forEachChild(child, visit)
  }
  visit(node)
  return found
}

function isAbsolute(url: string): boolean {
  return /^https?:\/\//i.test(url)
}
