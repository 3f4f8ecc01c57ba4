import type { FormMatch, Whose } from '../forms/form.ts'
import type { ts } from '../source/compiler.ts'
import type { Tracer } from './tracer.ts'
import { awaited, each, type Flow, NOTHING, one, through, unknown } from './values.ts'

/** What a test looks at: the tested expression, or what an assertion finds in it. */
export function testedFlow(t: Tracer, { tested, asserted }: FormMatch): Flow {
  if (asserted === undefined) return t.evaluate(tested, null)
  const names = asserted.members.map(member => member.name)
  return memberFlow(t, subjectFlow(t, tested, asserted.whose), names, tested)
}

/** What an assertion is about before it goes into members. */
export function subjectFlow(t: Tracer, tested: ts.Expression, whose: Whose): Flow {
  const flow = t.evaluate(tested, null)
  switch (whose) {
    case 'value':
      return flow
    case 'resolution':
      return through(awaited(called(t, flow, tested)), tested, 'resolves')
    case 'rejection':
      return through(rejected(called(t, flow, tested), tested), tested, 'rejects')
    case 'thrown':
      return through(thrown(t, flow, tested), tested, 'throws')
  }
}

/** What lies at a path of each value. */
export function memberFlow(t: Tracer, flow: Flow, path: readonly string[], at: ts.Node): Flow {
  return path.reduce(
    (found, name) =>
      through(
        each(found, value => t.memberOf(value, name, at)),
        at,
        `.${name}`,
      ),
    flow,
  )
}

// expect(() => borrow()).rejects: a function is called first.
function called(t: Tracer, flow: Flow, at: ts.Node): Flow {
  return each(flow, value => (value.kind === 'function' ? t.callFunction(value, () => NOTHING, at) : one(value)))
}

function rejected(flow: Flow, at: ts.Node): Flow {
  return each(flow, value => {
    if (value.kind === 'promise') return value.bad()
    return value.kind === 'unknown' ? one(value) : unknown('syntax', at)
  })
}

function thrown(t: Tracer, flow: Flow, at: ts.Node): Flow {
  return each(flow, value => {
    if (value.kind === 'function') return t.thrownByFunction(value, () => NOTHING, at)
    return value.kind === 'unknown' ? one(value) : unknown('thrown-by-unknown', at)
  })
}
