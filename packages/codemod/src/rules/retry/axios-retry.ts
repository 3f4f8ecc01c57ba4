import { ts } from '../../source/compiler.ts'
import { importedName } from './imported.ts'
import { functionAt, memberOf, saysAlways, saysOfAnyFailure } from './option-of.ts'
import { printRefusals, readOfBody } from './print-refusals.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { RetryLibrary, RetryOption, RetryPlace } from './retry-option.ts'

/** `axiosRetry(client, { retryCondition: () => true })` */
export const axiosRetry: RetryLibrary = {
  name: 'axios-retry',
  packages: ['axios-retry'],
  optionsAt(place) {
    const { t, call } = place
    if (!ts.isCallExpression(call) || importedName(t, call.expression, ['axios-retry']) !== 'default') return []
    return [...everything(place), ...delay(place)]
  },
}

function everything(place: RetryPlace): readonly RetryOption[] {
  const { t, unit, call } = place
  const [client, options] = call.arguments ?? []
  const condition = functionAt(options, 'retryCondition')
  if (client === undefined || condition === null) return []
  if (!saysAlways(condition)) return saysOfAnyFailure(condition) ? [ofAnyFailure(place, client, condition)] : []
  const read = readOfBody(unit, 'error.response?.data', t.codeMember)
  const write = (codes: readonly string[]) => `error => ${printRefusals(codes, read, quoteOf(call))}`
  const isMethod = ts.isMethodDeclaration(condition)
  const head = isMethod ? 'retryCondition: ' : ''
  return [
    {
      library: 'axios-retry',
      node: condition,
      sender: t.evaluate(client, null),
      recipe: codes => `retryCondition: ${write(codes)}`,
      asks: {
        kind: 'everything',
        change: codes => ({
          file: unit.file,
          start: condition.getStart(),
          end: condition.end,
          text: head + write(codes),
        }),
      },
    },
  ]
}

// retryCondition: error => error.response?.status >= 400: what else it says is the author's to keep.
function ofAnyFailure({ t, unit, call }: RetryPlace, client: ts.Expression, node: ts.Node): RetryOption {
  const read = readOfBody(unit, 'error.response?.data', t.codeMember)
  const recipe = (codes: readonly string[]) => `retryCondition: error => ${printRefusals(codes, read, quoteOf(call))}`
  return {
    library: 'axios-retry',
    node,
    sender: t.evaluate(client, null),
    recipe,
    asks: { kind: 'everything', change: null },
  }
}

// Left to itself it waits for as long as `Retry-After` says.
function delay({ t, call }: RetryPlace): readonly RetryOption[] {
  const [client, options] = call.arguments ?? []
  const wait = functionAt(options, 'retryDelay')
  if (client === undefined || wait === null || /retry-?after/i.test(wait.getText())) return []
  return [
    {
      library: 'axios-retry',
      node: memberOf(options, 'retryDelay') ?? wait,
      sender: t.evaluate(client, null),
      recipe: () =>
        "retryDelay: (count, error) => Math.max(retryAfter(error), 1000 * count), with `retryAfter` of 'axios-retry'",
      asks: { kind: 'delay' },
    },
  ]
}
