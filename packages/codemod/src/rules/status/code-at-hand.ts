import { placeOf } from '../../clients/clients.ts'
import { type Access, functionOf, inner, isAccess } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { doesMore, isBody } from '../../plan/text-source.ts'
import { ts } from '../../source/compiler.ts'

/** How the code of the problem is read where a status is tested; `null` where the body is not at hand. */
export function codeAtHand(t: Tracer, subject: ts.Expression): string | null {
  const access = statusAccess(t, subject)
  if (access === null || doesMore(access.expression)) return null
  return onThePlace(t, access) ?? inABodyRead(t, access, subject)
}

/** `error.response.status`, also where a constant holds it. */
function statusAccess(t: Tracer, subject: ts.Expression): Access | null {
  const node = inner(subject)
  if (isAccess(node)) return node
  const declaration = ts.isIdentifier(node) ? t.project.declarationOf(node) : null
  const made = declaration?.node
  if (made === undefined || !ts.isVariableDeclaration(made) || (made.parent.flags & ts.NodeFlags.Const) === 0)
    return null
  const value = made.initializer === undefined ? null : inner(made.initializer)
  return value !== null && isAccess(value) ? value : null
}

// error.response?.status → error.response?.data?.code
function onThePlace(t: Tracer, access: Access): string | null {
  const reads = new Set<string>()
  for (const { value } of t.evaluate(access.expression, null)) {
    if (value.kind === 'absent') continue
    if (value.kind !== 'place' || value.patched !== null) return null
    reads.add((placeOf(value).codeRead ?? '').replace(/code$/, t.codeMember))
  }
  const [read = '', more] = reads
  if (read === '' || more !== undefined) return null
  const stops = access.questionDotToken !== undefined && !read.startsWith('?')
  return `${access.expression.getText()}${stops ? '?' : ''}${read}`
}

// const body = await response.json(): the code is in the body that was read before.
function inABodyRead(t: Tracer, access: Access, at: ts.Node): string | null {
  const requests = t
    .evaluate(access.expression, null)
    .map(({ value }) => (value.kind === 'place' ? value.request.call : null))
  const scope = functionOf(at) ?? at.getSourceFile()
  const { bindings } = t.project.unitOf(at)
  let found: string | null = null
  const visit = (node: ts.Node): void => {
    if (found !== null || node.getStart() >= at.getStart()) return
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.end < at.getStart()) {
      const flow = t.evaluate(node.name, null)
      const isOf = flow.every(({ value }) => value.kind === 'body' && requests.includes(value.request.call))
      const isSeen = bindings.named(node.name.text, at)?.node === node
      if (isSeen && isOf && isBody(flow)) found = `${node.name.text}?.${t.codeMember}`
    }
    ts.forEachChild(node, visit)
  }
  visit(scope)
  return found
}
