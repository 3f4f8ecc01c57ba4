import fastify from 'fastify'
import { routes } from './routes.js'

export async function createServer() {
  const app = fastify()
  await app.register(routes)
  return app
}
