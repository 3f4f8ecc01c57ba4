import { CLIENTS } from './clients.ts'

/** The globals that send requests; one that only stands for an answer is none of them. */
export const SENDING_GLOBALS: readonly string[] = CLIENTS.flatMap(client =>
  Object.keys(client.globals).filter(name => client.types[name] !== 'response'),
)

/** The packages of all clients. */
export const PACKAGES: readonly string[] = CLIENTS.flatMap(client => client.packages)
