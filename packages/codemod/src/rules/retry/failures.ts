import { placeOf } from '../../clients/clients.ts'
import type { Tracer } from '../../detect/tracer.ts'
import { ABSENT, type Flow, NOTHING, rejectionsOf, union } from '../../detect/values.ts'
import type { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'

/** What a function that sends a request fails with. */
export function failuresOf(t: Tracer, fn: ts.Expression): Flow {
  return union(
    ...t.evaluate(fn, null).map(({ value }) => {
      if (value.kind === 'unknown') return [{ value, trail: null }]
      return value.kind === 'function' ? rejectionsOf(t.callFunction(value, () => ABSENT, fn)) : NOTHING
    }),
  )
}

/** How the code is read from what a request failed with; `null` where nobody knows. */
export function codeOfFailure(t: Tracer, unit: Unit, failures: Flow): string | null {
  const reads = new Set<string>()
  for (const { value } of failures) {
    if (value.kind === 'unknown' || value.kind === 'absent') return null
    // A body that is rejected with is the failure itself.
    if (value.kind === 'body') {
      if (value.path.length > 0 || value.success || value.lost === true) return null
      reads.add(`?.${t.codeMember}`)
    }
    if (value.kind !== 'place') continue
    const read = (placeOf(value).codeRead ?? '').replace(/code$/, t.codeMember)
    if (read !== '' && value.patched === null) reads.add(read)
  }
  const [read, more] = reads
  if (read === undefined || more !== undefined) return null
  return /\.[cm]?tsx?$/.test(unit.file) ? `(error as ${typeOfPath(read)})${read}` : `error${read}`
}

// .response?.data?.code → { response?: { data?: { code?: string } } }
function typeOfPath(read: string): string {
  const names = read.replaceAll('?.', '.').split('.').filter(Boolean)
  return names.reduceRight((type, name) => `{ ${name}?: ${type} }`, 'string')
}
