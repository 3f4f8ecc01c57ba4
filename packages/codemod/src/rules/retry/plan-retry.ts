import type { Catalogue } from '@problemshift/catalogue'
import type { Reason } from '../../decide/reasons.ts'
import type { Asked } from '../../detect/api-scope.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import { mustStay } from '../../plan/must-stay.ts'
import { type PlannedSite, textAfter } from '../../plan/plan.ts'
import type { Splice } from '../../plan/splice.ts'
import { ts } from '../../source/compiler.ts'
import type { Unit } from '../../source/project.ts'
import { whoseAnswer } from '../read/whose-answer.ts'
import { siteAt } from '../rule-site.ts'
import { knownNumber } from '../status/known-number.ts'
import { axiosRetry } from './axios-retry.ts'
import { askedAgain } from './by-hand.ts'
import { codeOfFailure } from './failures.ts'
import { mayAskAgain } from './retry-marks.ts'
import { printRefused } from './print-refusals.ts'
import { quoteOf } from '../../plan/print-test.ts'
import { gotRetry, kyRetry } from './ky-and-got.ts'
import { pRetry } from './p-retry.ts'
import { type RetryAdvice, retriedStatuses, retryAdvice } from './refusals.ts'
import type { RetryLibrary, RetryOption } from './retry-option.ts'
import { rtkRetry } from './rtk-retry.ts'
import { tanstackRetry } from './tanstack-retry.ts'

const LIBRARIES: readonly RetryLibrary[] = [axiosRetry, kyRetry, gotRetry, pRetry, rtkRetry, tanstackRetry]

interface RetryScope {
  readonly catalogue: Catalogue
  readonly api: ApiScope | null
}

/** The rule `retry`: what asks again after any failure asks no more after one that the catalogue says is a refusal. */
export function planRetry(t: Tracer, files: readonly string[], scope: RetryScope): readonly PlannedSite[] {
  const advice = retryAdvice(scope.catalogue)
  return files.flatMap(file => {
    const text = t.project.sourceOf(file)?.text ?? ''
    const unit = mayAskAgain(text) ? t.project.open(file) : null
    return unit === null ? [] : [...retriesIn(t, unit, advice, scope), ...byHandIn(t, unit, advice, scope)]
  })
}

// What a client asks again itself is told with what to write: where the refusal is to go is for its author to say.
function byHandIn(t: Tracer, unit: Unit, advice: RetryAdvice, scope: RetryScope): readonly PlannedSite[] {
  return askedAgain(t, unit.tree).flatMap(({ node, failures }) => {
    const read = codeOfFailure(t, unit, failures) ?? `error.response?.data?.${t.codeMember}`
    const recipe = (codes: readonly string[]) => `if (${printRefused(codes, read, quoteOf(node))}) throw error`
    const asks = { kind: 'everything', change: null } as const
    const option = { library: 'by hand', node, sender: failures, recipe, asks }
    const site = planOption(t, unit, option, advice, scope)
    return site === null ? [] : [{ ...site, before: shown(node) }]
  })
}

// A loop may be long: its head says which it is.
function shown(node: ts.Node): string {
  return node.getText().split(/\r?\n/)[0] ?? ''
}

function retriesIn(t: Tracer, unit: Unit, advice: RetryAdvice, scope: RetryScope): readonly PlannedSite[] {
  const { text } = unit.source
  const libraries = LIBRARIES.filter(({ packages }) => packages.some(name => text.includes(name)))
  const sites: PlannedSite[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      for (const library of libraries) {
        t.restart()
        const options = library.optionsAt({ t, unit, call: node, catalogue: scope.catalogue })
        for (const option of options) {
          const site = planOption(t, unit, option, advice, scope)
          if (site !== null) sites.push(site)
        }
      }
    }
    ts.forEachChild(node, visit)
  }
  if (libraries.length > 0) visit(unit.tree)
  return sites
}

function planOption(
  t: Tracer,
  unit: Unit,
  option: RetryOption,
  advice: RetryAdvice,
  { catalogue, api }: RetryScope,
): PlannedSite | null {
  const { node, library, sender } = option
  const asked = sender.flatMap(({ value, trail }): readonly Asked[] =>
    value.kind === 'place' ? [{ client: value.client, request: value.request, trail }] : [],
  )
  const apis = new Set(asked.map(one => whoseAnswer(t, catalogue, api, one)))
  if (apis.has('other')) return null
  const base = siteAt(unit, node, 'retry', library)
  const keep = (reason: Reason): PlannedSite => ({ ...base, reason, recipe: option.recipe(advice.refusals) })
  const stays = mustStay(t, unit, node)
  if (stays !== null) return { ...base, reason: stays }
  if (option.asks.kind === 'delay') return advice.transient.length === 0 ? null : keep('retry-after-unread')
  if (option.asks.kind === 'statuses') return planList(t, base, option.asks.list, keep, apis.has('unknown'), catalogue)
  if (advice.refusals.length === 0 && advice.transient.length > 0 && advice.unsaid.length === 0) return null
  if (advice.unsaid.length > 0) return keep('retry-unsaid')
  if (apis.has('unknown')) return keep('api-unknown')
  if (catalogue.contract.code === null) return keep('no-code-member')
  const splice = option.asks.change?.(advice.refusals) ?? null
  return splice === null ? keep('retry-not-exact') : rewritten(base, node, splice, advice.refusals)
}

function planList(
  t: Tracer,
  base: PlannedSite,
  list: ts.ArrayLiteralExpression,
  keep: (reason: Reason) => PlannedSite,
  isDoubtful: boolean,
  catalogue: Catalogue,
): PlannedSite | null {
  const numbers = list.elements.map(element => knownNumber(t, element))
  if (numbers.some(number => number === null)) return null
  const before = numbers.flatMap(number => number ?? [])
  const after = retriedStatuses(catalogue, before)
  if (after === null) return keep('retry-not-exact')
  if (after.length === before.length && after.every((status, index) => status === before[index])) return null
  if (isDoubtful) return keep('api-unknown')
  const codes = catalogue.problems
    .filter(({ status }) => before.includes(status) !== after.includes(status))
    .map(({ code }) => code)
  const kept = list.elements.filter((_, index) => after.includes(before[index] ?? 0)).map(element => element.getText())
  const come = after.filter(status => !before.includes(status)).map(String)
  const text = `[${[...kept, ...come].join(', ')}]`
  return rewritten(base, list, { file: base.file, start: list.getStart(), end: list.end, text }, codes)
}

function rewritten(base: PlannedSite, node: ts.Node, splice: Splice, codes: readonly string[]): PlannedSite {
  return { ...base, outcome: 'rewrite', reason: null, codes, after: textAfter(node, [splice]), splices: [splice] }
}
