import { inner, isAccess } from '../../detect/syntax.ts'
import type { Flow } from '../../detect/values.ts'
import { ts } from '../../source/compiler.ts'
import { functionAt, memberOf, optionValue } from './option-of.ts'
import type { RetryLibrary, RetryOption, RetryPlace } from './retry-option.ts'

/** `ky.create({ retry: { statusCodes: [409, 503] } })` */
export const kyRetry: RetryLibrary = {
  name: 'ky',
  packages: ['ky', 'ky-universal'],
  optionsAt: place => listsAt(place, 'ky'),
}

/** `got.extend({ retry: { statusCodes: [409, 503], calculateDelay: () => 1000 } })` */
export const gotRetry: RetryLibrary = {
  name: 'got',
  packages: ['got'],
  optionsAt: place => [...listsAt(place, 'got'), ...delayAt(place)],
}

function listsAt({ t, call }: RetryPlace, library: string): readonly RetryOption[] {
  return retriesOf({ t, call }, library).flatMap(({ retry, sender }) => {
    const list = optionValue(retry, 'statusCodes')
    if (list === null || !ts.isArrayLiteralExpression(list)) return []
    const recipe = (codes: readonly string[]) => `statusCodes: without the statuses of ${codes.join(', ')}`
    return [{ library, node: list, sender, recipe, asks: { kind: 'statuses', list } }]
  })
}

// got waits for as long as `Retry-After` says, unless it is told how long.
function delayAt({ t, call }: RetryPlace): readonly RetryOption[] {
  return retriesOf({ t, call }, 'got').flatMap(({ retry, sender }) => {
    const wait = functionAt(retry, 'calculateDelay')
    if (wait === null || /retryAfter|computedValue|retry-after/i.test(wait.getText())) return []
    const node = memberOf(retry, 'calculateDelay') ?? wait
    const recipe = () => 'calculateDelay: ({ computedValue }) => computedValue'
    return [{ library: 'got', node, sender, recipe, asks: { kind: 'delay' } }]
  })
}

function retriesOf({ t, call }: Pick<RetryPlace, 't' | 'call'>, library: string) {
  const callee = inner(call.expression)
  const made = t.evaluate(call, null).filter(({ value }) => value.kind === 'place')
  const holder = t.evaluate(isAccess(callee) ? callee.expression : callee, null)
  // An instance is what the call gives; a request goes through the one that it is called on.
  const sender: Flow =
    made.length > 0
      ? made
      : holder.map(({ value, trail }) => ({
          value: value.kind === 'place' ? { ...value, request: { ...value.request, call } } : value,
          trail,
        }))
  if (!sender.some(({ value }) => value.kind === 'place' && value.client.name === library)) return []
  return (call.arguments ?? []).flatMap(argument => {
    const retry = optionValue(argument, 'retry')
    return retry === null ? [] : [{ retry, sender }]
  })
}
