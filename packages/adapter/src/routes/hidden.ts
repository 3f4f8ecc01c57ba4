import type { FastifySchema } from 'fastify'

/** `@fastify/swagger` leaves such a route out; it reads a member that Fastify's own type does not know. */
export const HIDDEN = { hide: true } as FastifySchema
