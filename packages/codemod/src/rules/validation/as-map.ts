import type { Reason } from '../../decide/reasons.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { wholeName } from './field-places.ts'
import { choose, ENTRY_TYPE, type Held, isTyped, literal, type Look, on, surely } from './held.ts'

/** The map that v1 sent, made of v2's list: `sure` is one in any case, `asWas` is missing where v1's was. */
export interface MadeMap {
  readonly sure: string
  readonly asWas: string
}

/** For what hands the whole map on, or does with it what nobody can foresee; why not, where its values are in doubt. */
export function asMap(look: Look, held: Held): MadeMap | Reason {
  const chosen = choose(look, ['text-map', 'list-map'])
  if (typeof chosen === 'string') return chosen
  const whole = literal(wholeName(chosen), quoteOf(held.node))
  const key = `path ?? ${whole}`
  const hasTexts = chosen[0]?.shape === 'list-map'
  const value = hasTexts ? `[...(all[${key}] ?? []), message]` : 'message'
  const params = isTyped(look.unit)
    ? `(all: Record<string, ${hasTexts ? 'string[]' : 'string'}>, { path, message }: ${ENTRY_TYPE})`
    : '(all, { path, message })'
  const reduce = `reduce(${params} => ({ ...all, [${key}]: ${value} }), {})`
  return { sure: `${surely(held)}.${reduce}`, asWas: `${on(held)}${reduce}` }
}
