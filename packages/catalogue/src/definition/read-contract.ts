import { CONTRACTS, type Contract } from '../contract.ts'
import type { CatalogueDefinition } from './schema.ts'
import { isThere, type Sound } from './sound.ts'

/** The contract that a definition names or writes out; what it leaves out is that of the one it extends. */
export function readContract(given: Sound<CatalogueDefinition['contract']>): Contract {
  if (given === undefined) return CONTRACTS.kordiam
  if (typeof given === 'string') return CONTRACTS[given]
  const base = CONTRACTS[given.extends ?? 'kordiam']
  const renamed = new Map<string, string | null>()
  const member = <T extends string | null>(before: T, after: T | string | undefined): T | string => {
    if (after === undefined) return before
    if (before !== null) renamed.set(before, after)
    return after
  }
  // Codes that the base names itself are in its letters.
  const sameLetters = given.genericCase === undefined || given.genericCase === base.genericCase
  const contract: Contract = {
    ...base,
    name: 'custom',
    trace: member(base.trace, given.trace),
    code: member(base.code, given.code),
    errors: {
      member: member(base.errors.member, given.errors?.member),
      shape: given.errors?.shape ?? base.errors.shape,
    },
    timestamp: member(base.timestamp, given.timestamp),
    target: member(base.target, given.target),
    hint: member(base.hint, given.hint),
    type: given.type ?? base.type,
    pointer: given.pointer ?? base.pointer,
    genericCase: given.genericCase ?? base.genericCase,
    genericCodes: sameLetters ? (base.genericCodes ?? {}) : {},
    validationCode: sameLetters ? (base.validationCode ?? null) : null,
  }
  // Without an order of its own the base's order holds, under the new names.
  const order =
    given.order?.filter(isThere) ?? base.order.map(name => (renamed.has(name) ? (renamed.get(name) ?? null) : name))
  return { ...contract, order: order.filter(name => name !== null) }
}
