import { inner, isAccess, rootOf } from '../../detect/syntax.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

const SERVERS =
  /\b(?:from|require\()\s*['"](?:express|fastify|koa|restify|hono|h3|polka|@hapi\/hapi|@nestjs\/(?:common|core)|@koa\/[\w-]+)['"]/
const ASKED = /^_*(?:req|request|ctx|context)$/
const ANSWERED = /^_*(?:res|reply|response|h|next)$/

/**
 * Whether what is tested is handed to a function by a server: the error that one of its routes threw, the answer that it
 * is about to send. A client's answer never comes that way.
 */
export function isOfServer(t: Tracer, subject: ts.Expression): boolean {
  const node = inner(subject)
  const root = isAccess(node) ? rootOf(node) : ts.isIdentifier(node) ? node : null
  const declared = root === null ? null : (t.project.declarationOf(root)?.node ?? null)
  if (declared === null || !ts.isParameter(declared)) return false
  return isHandler(declared.parent) || SERVERS.test(t.project.unitOf(subject).source.text)
}

// (error, request, reply) => …: whatever else is handed over, a request and its answer are.
function isHandler(fn: ts.SignatureDeclaration): boolean {
  const names = fn.parameters.map(({ name }) => name.getText())
  return names.some(name => ASKED.test(name)) && names.some(name => ANSWERED.test(name))
}
