import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import fastify50 from 'fastify-5-0'
import fastify56 from 'fastify-5-6'

/** Fastify as users have it: the first 5, one in the middle, the newest. */
export const VERSIONS: readonly { readonly name: string; make(options?: FastifyServerOptions): FastifyInstance }[] = [
  // The three declare the same types; TypeScript only sees three declarations of one unique symbol.
  { name: '5.0.0', make: options => fastify50(options as never) as unknown as FastifyInstance },
  { name: '5.6.2', make: options => fastify56(options as never) as unknown as FastifyInstance },
  { name: 'newest', make: options => fastify(options ?? {}) as unknown as FastifyInstance },
]
