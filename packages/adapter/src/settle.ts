import type { ConvertedReply, Conversion, KeptReason } from './exchange.ts'
import { addNames } from './header-names.ts'
import type { Passage } from './passage.ts'
import { thrownOf } from './reply-marks.ts'
import type { Rewrite } from './write-reply.ts'

type Header = readonly [name: string, value: string]

const NO_NAMES: readonly string[] = []

/** What the conversion means for the headers of this reply. */
export function planRewrite(passage: Passage, converted: ConvertedReply, media: string, bridge: boolean): Rewrite {
  const { present, state } = passage
  // Written out: the first push onto an empty list makes room for seventeen.
  const headers: Header[] = converted.traceId === null ? [] : [[state.settings.requestId.header, converted.traceId]]
  if (converted.retryAfter !== null && present['retry-after'] === undefined) {
    headers.push(['retry-after', converted.retryAfter])
  }
  if (converted.contentLanguage !== null) headers.push(['content-language', converted.contentLanguage])
  if (bridge) headers.push(...deprecationHeaders(passage))
  exposeToBrowsers(passage, headers)
  return { status: converted.status, body: converted.body, media, headers, vary: varyOf(passage, converted.localised) }
}

/** The headers of a reply that still carries a v1 error body, and says so. */
export function planLegacy(passage: Passage): { headers: readonly Header[]; vary: readonly string[] } {
  const headers = deprecationHeaders(passage)
  exposeToBrowsers(passage, headers)
  return { headers, vary: varyOf(passage, false) }
}

/** Tells the ledger, and the log where the caller was not told all. */
export function record(passage: Passage, conversion: Conversion, mode: string): void {
  const { state, plan, request, status } = passage
  if (conversion.outcome === 'kept') {
    if (conversion.reason === 'success') return
    recordKept(passage, conversion.reason, mode)
    return
  }
  state.ledger.converted({ mode, method: request.method, route: plan.path, wireStatus: status, reply: conversion })
  if (conversion.redacted && mode !== 'observe') logOriginal(passage, conversion)
}

export function recordKept({ state, plan, request, status }: Passage, reason: KeptReason, mode: string): void {
  state.ledger.kept({ mode, method: request.method, route: plan.path, status, reason })
}

function logOriginal({ request, reply }: Passage, { traceId, error }: ConvertedReply): void {
  const thrown = thrownOf(reply)
  const original = error?.wording ?? null
  request.log.error({ traceId, err: thrown instanceof Error ? thrown : undefined, original }, 'redacted error')
}

// v1's body is what is deprecated, not the resource: RFC 9745 section 2.2 lets a document say so.
function deprecationHeaders({ state, present }: Passage): Header[] {
  const { deprecation } = state.settings
  if (deprecation === null) return []
  const headers: Header[] = [['deprecation', deprecation.deprecation]]
  if (deprecation.sunset !== null) headers.push(['sunset', deprecation.sunset])
  if (deprecation.link !== null) headers.push(['link', addLink(present.link, deprecation.link)])
  return headers
}

function addLink(present: unknown, link: string): string {
  return present === undefined ? link : `${Array.isArray(present) ? present.join(', ') : String(present)}, ${link}`
}

// A script of another origin sees only the headers that are exposed to it.
function exposeToBrowsers({ present }: Passage, headers: Header[]): void {
  if (present['access-control-allow-origin'] === undefined || headers.length === 0) return
  const exposed = String(present['access-control-expose-headers'] ?? '')
  const names = headers.map(([name]) => name)
  headers.push(['access-control-expose-headers', addNames(exposed, names)])
}

function varyOf({ state, stance }: Passage, localised: boolean): readonly string[] {
  const { negotiate, languageHeader } = state.settings
  const negotiated = stance.kind === 'legacy' || (stance.kind === 'convert' && stance.mode === 'negotiate')
  if (!negotiated && !localised) return NO_NAMES
  const names: string[] = []
  if (negotiated) names.push('Accept')
  if (negotiated && negotiate.header !== null) names.push(negotiate.header)
  if (localised) names.push('Accept-Language')
  if (localised && languageHeader !== null) names.push(languageHeader)
  return names
}
