import { readSource } from '../../find/source-file.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { inner } from '../../detect/syntax.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { codeOfFailure, failuresOf } from './failures.ts'
import { importedName } from './imported.ts'
import { functionAt, isWhole, memberOf, saysOfAnyFailure } from './option-of.ts'
import { printRefusals } from './print-refusals.ts'
import { quoteOf } from '../../plan/print-test.ts'
import type { RetryLibrary, RetryPlace } from './retry-option.ts'

/** `pRetry(send, { retries: 5 })` */
export const pRetry: RetryLibrary = {
  name: 'p-retry',
  packages: ['p-retry'],
  optionsAt({ t, unit, call }: RetryPlace) {
    if (!ts.isCallExpression(call) || importedName(t, call.expression, ['p-retry']) !== 'default') return []
    const [send, options] = call.arguments
    const condition = functionAt(options, 'shouldRetry')
    const isOwn = memberOf(options, 'shouldRetry') !== null
    if (send === undefined || (isOwn && (condition === null || !saysOfAnyFailure(condition)))) return []
    const failures = failuresOf(t, send)
    const read = codeOfFailure(t, unit, failures)
    const given = givenTo(t, unit)
    const write = (codes: readonly string[], code: string) =>
      `shouldRetry: ${given ?? 'error'} => ${printRefusals(codes, code, quoteOf(call))}`
    const change =
      read === null || given === null || isOwn
        ? null
        : (codes: readonly string[]) => withOption(unit, call, options, write(codes, read))
    const recipe = (codes: readonly string[]) => write(codes, read ?? `error.response?.data?.${t.codeMember}`)
    return [
      { library: 'p-retry', node: condition ?? call, sender: failures, recipe, asks: { kind: 'everything', change } },
    ]
  },
}

function withOption(unit: Unit, call: ts.CallExpression, options: ts.Expression | undefined, text: string) {
  const { file } = unit
  if (options === undefined) {
    const [send] = call.arguments
    return send === undefined ? null : { file, start: send.end, end: send.end, text: `, { ${text} }` }
  }
  const object = inner(options)
  const last = ts.isObjectLiteralExpression(object) && isWhole(object) ? object.properties.at(-1) : undefined
  return last === undefined ? null : { file, start: last.end, end: last.end, text: `, ${text}` }
}

// Since version 7 it hands over what it knows of the attempt, before the error alone; `shouldRetry` came with version 6.
function givenTo(t: Tracer, unit: Unit): string | null {
  const folder = t.project.packageOf(unit.file)
  const read = readSource(t.project.root, folder === '' ? 'package.json' : `${folder}/package.json`)
  if (read.outcome !== 'text') return null
  const [, version] = /"p-retry"\s*:\s*"[\^~>=v]*(\d+)/.exec(read.source.text) ?? []
  const major = Number(version)
  if (!(major >= 6)) return null
  return major >= 7 ? '({ error })' : 'error'
}
