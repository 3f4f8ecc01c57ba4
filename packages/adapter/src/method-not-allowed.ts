import { answerWhole } from './answer-whole.ts'
import { pathOf } from './occurrence.ts'
import type { Passage } from './passage.ts'

/** Answers 405 with `Allow` where the path is known and the method is not; `undefined` for a true 404. */
export function answerMethod(passage: Passage): string | undefined {
  const { request, reply, status, stance } = passage
  if (status !== 404 || !request.is404 || stance.kind !== 'convert' || stance.bridge) return undefined
  const allowed = allowedMethods(passage)
  // A route of this very method called `callNotFound`, or a constraint of it did not hold: that is a true 404.
  if (allowed.length === 0 || allowed.includes(request.method)) return undefined
  const written = answerWhole({ ...passage, status: 405 }, '')
  // RFC 9110 section 15.5.6: a 405 must say what is allowed.
  if (written !== undefined) reply.header('allow', allowed.join(', '))
  return written
}

function allowedMethods({ request }: Passage): readonly string[] {
  const { server } = request
  const url = pathOf(request.url)
  const allowed = server.supportedMethods.filter(method => server.findRoute({ method, url }) !== null)
  // A catch-all OPTIONS route (CORS) makes no path known.
  return allowed.some(method => method !== 'OPTIONS') ? allowed : []
}
