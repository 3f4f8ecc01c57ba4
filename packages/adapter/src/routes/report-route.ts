import type { FastifyInstance } from 'fastify'
import { createControl } from '../control.ts'
import type { PluginState } from '../state.ts'
import { HIDDEN } from './hidden.ts'

/** Serves what was seen: text for people, JSON for those who ask for it. */
export function serveReport(app: FastifyInstance, state: PluginState): void {
  const { report } = state.settings
  if (report === null) return
  const control = createControl(state)
  const options = { onRequest: report.guard, config: { problemshift: false }, schema: HIDDEN }
  app.get(report.path, options, (request, reply) => {
    reply.header('cache-control', 'no-store').header('vary', 'Accept')
    const seen = control.report()
    if (request.headers.accept?.includes('application/json') === true) return reply.send(seen)
    const text = seen.stub === '' ? seen.summary : `${seen.summary}\n\n# To paste into the catalogue\n${seen.stub}`
    return reply.type('text/plain; charset=utf-8').send(`${text}\n`)
  })
}
