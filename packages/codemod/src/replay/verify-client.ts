import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalogue } from '@problemshift/catalogue'
import { differencesOf, isBroken, type Side } from './compare.ts'
import { convertAnswer } from './convert-answer.ts'
import type { Exchange } from './exchange.ts'
import { openForwardServer } from './forward-server.ts'
import type { Comparison, FailedReason, VerifyReport } from './verify-report.ts'
import { type PlayedCall, playCall, type PlaySettings, type Seen } from './play-call.ts'
import { openReplayServer, type ReplayServer } from './replay-server.ts'
import type { RecordedAnswer, Verification } from './verification.ts'
import { factsOf, problemIn } from './wire-facts.ts'

export interface VerifySettings {
  readonly verification: Verification
  readonly catalogue: Catalogue
  /** Running servers that answer; `null`: the recorded answers do. */
  readonly servers: Servers | null
  /** The client as it was. */
  readonly before: string
  /** The client as it is. */
  readonly after: string
  /** How many pairs are played at a time. */
  readonly jobs: number
  readonly onProgress?: (done: number, of: number) => void
}

/** The addresses of a server that speaks v1, and of one that speaks v2. */
export interface Servers {
  readonly v1: string
  readonly v2: string
}

/** Every call with every answer: the old client as v1 answered it, the new one as the migrated server will. */
export async function verifyClient(settings: VerifySettings): Promise<VerifyReport> {
  const started = performance.now()
  const { verification, catalogue, jobs, onProgress } = settings
  const cache = mkdtempSync(join(tmpdir(), 'problemshift-verify-'))
  try {
    const stages = stagesOf(settings)
    const pairs = verification.calls.flatMap((_, index) => stages.map(stage => ({ index, stage })))
    const comparisons = await inTurns(
      pairs,
      jobs,
      ({ index, stage }) => comparePair(settings, cache, index, stage),
      onProgress,
    )
    const codes = new Set(comparisons.map(({ code }) => code))
    const unplayed = catalogue.problems.map(({ code }) => code).filter(code => !codes.has(code))
    return { comparisons, unplayed, ms: performance.now() - started }
  } finally {
    rmSync(cache, { recursive: true, force: true })
  }
}

/** What answers the calls: one recorded answer, or two running servers. */
interface Stage {
  readonly answer: string
  readonly code: string | null
  /** `null`: the catalogue has no entry for the answer. */
  readonly open: Readonly<Record<'v1' | 'v2', () => Promise<ReplayServer>>> | null
}

function stagesOf({ verification, catalogue, servers }: VerifySettings): readonly Stage[] {
  if (servers === null) return verification.answers.map(recorded => stageOf(recorded, catalogue))
  const open = { v1: () => openForwardServer(servers.v1), v2: () => openForwardServer(servers.v2) }
  return [{ answer: 'what the servers say', code: null, open }]
}

function stageOf(recorded: RecordedAnswer, catalogue: Catalogue): Stage {
  const converted = convertAnswer(catalogue, recorded, nobodyAt(recorded))
  if (converted.outcome === 'no-entry') return { answer: recorded.name, code: null, open: null }
  const open = {
    v1: () => openReplayServer(recorded, 'v1', catalogue),
    v2: () => openReplayServer(recorded, 'v2', catalogue),
  }
  return { answer: recorded.name, code: converted.outcome === 'problem' ? converted.code : null, open }
}

function codeIn(exchanges: readonly Exchange[], { contract }: Catalogue): string | null {
  const code = exchanges.map(exchange => problemIn(exchange)?.[contract.code ?? 'type']).findLast(Boolean)
  return typeof code === 'string' ? code : null
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
  { answer, code, open }: Stage,
): Promise<Comparison> {
  const call = verification.calls[index]?.name ?? ''
  if (open === null) return failed({ call, answer, code }, 'no-entry')
  const asBefore: PlaySettings = { verification, root: before, open: open.v1, cache }
  const old = await playCall(asBefore, index)
  if (old.outcome === 'fault') return failed({ call, answer, code }, old.fault.code, `before: ${old.fault.text}`)
  const now = await playCall({ ...asBefore, root: after, open: open.v2 }, index)
  if (now.outcome === 'fault') return failed({ call, answer, code }, now.fault.code, `now: ${now.fault.text}`)
  const names = { call, answer, code: code ?? codeIn(now.exchanges, catalogue) }
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
  const again = await playCall(asBefore, index)
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
