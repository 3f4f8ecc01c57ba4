import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue } from '@problemshift/catalogue'
import { differencesOf, isBroken, type Side } from './compare.ts'
import { convertAnswer } from './convert-answer.ts'
import type { Comparison, FailedReason, VerifyReport } from './verify-report.ts'
import { type PlayedCall, playCall, type PlaySettings, type Seen } from './play-call.ts'
import type { RecordedAnswer, Verification } from './verification.ts'
import { factsOf } from './wire-facts.ts'

export interface VerifySettings {
  readonly verification: Verification
  readonly catalogue: Catalogue
  /** The client as it was. */
  readonly before: string
  /** The client as it is. */
  readonly after: string
  /** How many pairs are played at a time. */
  readonly jobs: number
  readonly onProgress?: (done: number, of: number) => void
}

/** Every call with every answer: the old client as v1 answered it, the new one as the migrated server will. */
export async function verifyClient(settings: VerifySettings): Promise<VerifyReport> {
  const started = performance.now()
  const { verification, catalogue, jobs, onProgress } = settings
  const cache = mkdtempSync(join(tmpdir(), 'problemshift-verify-'))
  try {
    const pairs = verification.calls.flatMap((_, index) => verification.answers.map(answer => ({ index, answer })))
    const comparisons = await inTurns(
      pairs,
      jobs,
      ({ index, answer }) => comparePair(settings, cache, index, answer),
      onProgress,
    )
    const codes = new Set(comparisons.map(({ code }) => code))
    const unplayed = catalogue.problems.map(({ code }) => code).filter(code => !codes.has(code))
    return { comparisons, unplayed, ms: performance.now() - started }
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

async function inTurns<In, Out>(
  items: readonly In[],
  width: number,
  work: (item: In) => Promise<Out>,
  onProgress: VerifySettings['onProgress'],
): Promise<readonly Out[]> {
  const done: Out[] = []
  let next = 0
  let finished = 0
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) {
      // Below the length there is an item.
      done[at] = await work(items[at] as In)
      onProgress?.(++finished, items.length)
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, width) }, lane))
  return done
}

async function comparePair(
  { verification, catalogue, before, after }: VerifySettings,
  cache: string,
  index: number,
  answer: RecordedAnswer,
): Promise<Comparison> {
  const converted = convertAnswer(catalogue, answer, nobodyAt(answer))
  const code = converted.outcome === 'problem' ? converted.code : null
  const names = { call: verification.calls[index]?.name ?? '', answer: answer.name, code }
  if (converted.outcome === 'no-entry') return failed(names, 'no-entry')
  const asBefore: PlaySettings = { verification, catalogue, root: before, contract: 'v1', cache }
  const old = await playCall(asBefore, index, answer)
  if (old.outcome === 'fault') return failed(names, old.fault.code, `before: ${old.fault.text}`)
  const now = await playCall({ ...asBefore, root: after, contract: 'v2' }, index, answer)
  if (now.outcome === 'fault') return failed(names, now.fault.code, `now: ${now.fault.text}`)
  if (old.observation.outcome.kind === 'never-ended') return failed(names, 'never-ended')
  const refused = [...new Set([...old.refused, ...now.refused])]
  if (old.exchanges.length === 0 && now.exchanges.length === 0) {
    return failed(names, 'no-request', refused.length === 0 ? null : `it tried ${refused.join(', ')}`)
  }
  const both = { before: old.observation, after: now.observation }
  const isAsked = [...old.exchanges, ...now.exchanges].some(exchange => exchange.isAsked)
  if (!isAsked) return { ...names, outcome: 'left-out', reason: 'not-asked', detail: null, differences: [], ...both }
  const sides = { old: sideOf(old, catalogue), now: sideOf(now, catalogue) }
  const differences = differencesOf(sides.old, sides.now)
  if (differences.length === 0) return { ...names, outcome: 'equal', reason: null, detail: null, differences, ...both }
  if (isBroken(old.observation.outcome)) {
    return { ...names, outcome: 'left-out', reason: 'crashed-before', detail: null, differences: [], ...both }
  }
  // What is another each time says nothing about the rewrite.
  const again = await playCall(asBefore, index, answer)
  const moods = again.outcome === 'fault' ? [] : differencesOf(sides.old, sideOf(again, catalogue))
  const lasting = differences.filter(({ aspect }) => !moods.some(mood => mood.aspect === aspect))
  if (lasting.length > 0)
    return { ...names, outcome: 'different', reason: null, detail: null, differences: lasting, ...both }
  return failed(names, 'not-repeatable', `each time another: ${moods.map(({ aspect }) => aspect).join(', ')}`)
}

function sideOf(played: PlayedCall & { readonly outcome: 'played' }, catalogue: Catalogue): Side<Seen> {
  return { observation: played.observation, facts: played.exchanges.map(exchange => factsOf(exchange, catalogue)) }
}

function failed(
  names: Pick<Comparison, 'call' | 'answer' | 'code'>,
  reason: FailedReason,
  detail: string | null = null,
): Comparison {
  return { ...names, outcome: 'failed', reason, detail, differences: [], before: null, after: null }
}

// Whoever asks, the entry is the same.
function nobodyAt({ route }: RecordedAnswer) {
  const request = {
    method: route?.method ?? 'GET',
    path: route?.path ?? '/',
    route: route?.path ?? null,
    params: [],
    query: [],
    headers: [],
    cookies: [],
    body: null,
  }
  return { request, languages: [] }
}
