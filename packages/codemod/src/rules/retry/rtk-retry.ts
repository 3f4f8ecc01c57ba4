import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import { importedName } from './imported.ts'
import { memberOf } from './option-of.ts'
import { printRefusals } from './print-refusals.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { RetryLibrary, RetryPlace } from './retry-option.ts'

const PACKAGES = ['@reduxjs/toolkit/query', '@reduxjs/toolkit/query/react']

/** `retry(fetchBaseQuery({ … }), { maxRetries: 5 })` */
export const rtkRetry: RetryLibrary = {
  name: 'RTK Query',
  packages: PACKAGES,
  optionsAt({ t, unit, call }: RetryPlace) {
    if (!ts.isCallExpression(call) || importedName(t, call.expression, PACKAGES) !== 'retry') return []
    const [query, options] = call.arguments
    if (query === undefined || options === undefined || memberOf(options, 'retryCondition') !== null) return []
    const object = inner(options)
    const most = memberOf(options, 'maxRetries')
    if (!ts.isObjectLiteralExpression(object) || most === null || !ts.isPropertyAssignment(most)) return []
    const made = inner(query)
    const isPlain = ts.isCallExpression(made) && importedName(t, made.expression, PACKAGES) === 'fetchBaseQuery'
    const typed = /\.[cm]?tsx?$/.test(unit.file)
    const { codeMember } = t
    const read = typed
      ? `(error as { data?: { ${codeMember}?: string } }).data?.${codeMember}`
      : `error.data?.${codeMember}`
    const number = most.initializer.getText()
    const write = (codes: readonly string[]) =>
      `retryCondition: (error, _args, { attempt }) => attempt <= ${number} && ${printRefusals(codes, read, quoteOf(call))}`
    // The types of the library refuse both members at once; without the number it is five.
    const canSay = typed ? number === '5' : /^[\w$]+$/.test(number)
    const start = typed ? most.getStart() : most.end
    const change =
      isPlain && canSay
        ? (codes: readonly string[]) => ({
            file: unit.file,
            start,
            end: most.end,
            text: `${typed ? '' : ', '}${write(codes)}`,
          })
        : null
    return [
      {
        library: 'RTK Query',
        node: most,
        sender: t.evaluate(query, null),
        recipe: write,
        asks: { kind: 'everything', change },
      },
    ]
  },
}
