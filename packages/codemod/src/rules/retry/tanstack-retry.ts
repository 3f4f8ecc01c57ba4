import { ts } from '../../source/compiler.ts'
import { codeOfFailure, failuresOf } from './failures.ts'
import { importedName } from './imported.ts'
import { functionAt, memberOf, optionValue } from './option-of.ts'
import { printRefusals } from './print-refusals.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { RetryLibrary, RetryOption, RetryPlace } from './retry-option.ts'

const PACKAGES = [
  '@tanstack/react-query',
  '@tanstack/preact-query',
  '@tanstack/query-core',
  '@tanstack/vue-query',
  'react-query',
]

/** `useQuery({ queryFn, retry: 5 })`, `new QueryClient({ defaultOptions: { queries: { retry: true } } })` */
export const tanstackRetry: RetryLibrary = {
  name: 'TanStack Query',
  packages: PACKAGES,
  optionsAt(place: RetryPlace) {
    const { t, call } = place
    if (importedName(t, call.expression, PACKAGES) === null) return []
    const [options] = call.arguments ?? []
    const defaults = optionValue(options, 'defaultOptions')
    const all = [
      options,
      ...['queries', 'mutations'].map(name => optionValue(defaults ?? undefined, name) ?? undefined),
    ]
    return all.flatMap(one => [...everything(place, one), ...delay(one)])
  },
}

function everything({ t, unit, call }: RetryPlace, options: ts.Expression | undefined): readonly RetryOption[] {
  const retry = optionValue(options, 'retry')
  const node = memberOf(options, 'retry')
  if (retry === null || node === null) return []
  const always = retry.kind === ts.SyntaxKind.TrueKeyword
  if (!always && !(ts.isNumericLiteral(retry) && Number(retry.text) > 0)) return []
  const send = optionValue(options, 'queryFn') ?? optionValue(options, 'mutationFn')
  const failures = send === null ? [] : failuresOf(t, send)
  const read = send === null ? null : codeOfFailure(t, unit, failures)
  const write = (codes: readonly string[], code: string) => {
    const wanted = printRefusals(codes, code, quoteOf(call))
    return always ? `(_count, error) => ${wanted}` : `(count, error) => count < ${retry.getText()} && ${wanted}`
  }
  const change =
    read === null
      ? null
      : (codes: readonly string[]) => ({
          file: unit.file,
          start: retry.getStart(),
          end: retry.end,
          text: write(codes, read),
        })
  const recipe = (codes: readonly string[]) => `retry: ${write(codes, `error.response?.data?.${t.codeMember}`)}`
  return [{ library: 'TanStack Query', node, sender: failures, recipe, asks: { kind: 'everything', change } }]
}

function delay(options: ts.Expression | undefined): readonly RetryOption[] {
  const wait = functionAt(options, 'retryDelay')
  const node = memberOf(options, 'retryDelay')
  if (wait === null || node === null || /retry-?after/i.test(wait.getText())) return []
  const recipe = () =>
    "retryDelay: (count, error) => 1000 * Number(error.response?.headers['retry-after'] ?? 2 ** count)"
  return [{ library: 'TanStack Query', node, sender: [], recipe, asks: { kind: 'delay' } }]
}
