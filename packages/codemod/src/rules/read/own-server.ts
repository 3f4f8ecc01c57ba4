import type { Asked } from '../../detect/api-scope.ts'
import { isTestFile } from '../../detect/hook-sites.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ts } from '../../source/compiler.ts'

/**
 * Whether the server that a test asks belongs to a package that sends requests itself: a gateway has errors of its own, and
 * nobody can tell them from those of the API behind it.
 */
export function isOfClient(t: Tracer, { request }: Asked): boolean {
  const node = request.call ?? request.instance
  return (
    node !== null &&
    !isHandedText(t, request.instance) &&
    sendingPackages(t).has(t.project.packageOf(t.project.unitOf(node).file))
  )
}

// supertest('https://api.library.example')
function isHandedText(t: Tracer, maker: ts.Node | null): boolean {
  const [server] = maker !== null && ts.isCallExpression(maker) ? maker.arguments : []
  return server !== undefined && t.evaluate(server, null).every(({ value }) => value.kind === 'text')
}

function sendingPackages(t: Tracer): ReadonlySet<string> {
  return t.remember(t.project, 'sending-packages', () => {
    const packages = t.clients.models.filter(({ asksOwnServer }) => asksOwnServer !== true).flatMap(one => one.packages)
    const marks = [...packages.flatMap(name => [`'${name}'`, `"${name}"`]), ' fetch(']
    const files = marks.flatMap(mark => [...t.project.holding(mark)])
    return new Set(files.filter(file => !isTestFile(file)).map(file => t.project.packageOf(file)))
  })
}
