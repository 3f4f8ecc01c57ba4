import type { FastifyRequest } from 'fastify'
import type { Mode } from './mode.ts'
import { asksForProblem, mediaFor, PROBLEM_JSON } from './negotiate.ts'
import { pathOf } from './occurrence.ts'
import { modeOf, type RoutePlan } from './route-plan.ts'
import type { Settings } from './settings.ts'
import { isOff, type PluginState } from './state.ts'

/** What is to be done with one error reply. */
export type Stance =
  | { readonly kind: 'off' }
  | { readonly kind: 'observe' }
  /** Negotiated, and the caller did not ask. */
  | { readonly kind: 'legacy' }
  | { readonly kind: 'convert'; readonly mode: Mode; readonly bridge: boolean; readonly media: string }

const OFF: Stance = { kind: 'off' }
const OBSERVE: Stance = { kind: 'observe' }
const LEGACY: Stance = { kind: 'legacy' }
const ENFORCE: Stance = { kind: 'convert', mode: 'enforce', bridge: false, media: PROBLEM_JSON }
const BRIDGE: Stance = { kind: 'convert', mode: 'bridge', bridge: true, media: PROBLEM_JSON }

/** Decides from the mode, the rollout and the caller. */
export function takeStance(
  state: PluginState,
  plan: RoutePlan,
  status: number,
  request: FastifyRequest,
  legacyMedia: string | null,
): Stance {
  if (isOff(state)) return OFF
  const { settings } = state
  const chosen = modeOf(state, plan, status, plan.path === null ? pathOf(request.url) : plan.path)
  if (chosen === false) return OFF
  if (chosen === 'observe') return OBSERVE
  const mode = settings.rollout === null || isChosen(settings.rollout, request) ? chosen : settings.rollout.rest
  switch (mode) {
    case false:
      return OFF
    case 'observe':
      return OBSERVE
    case 'enforce':
      return ENFORCE
    case 'bridge':
      return BRIDGE
    case 'negotiate':
      return negotiate(settings, request, legacyMedia)
    default:
      return mode satisfies never
  }
}

function negotiate(settings: Settings, request: FastifyRequest, legacyMedia: string | null): Stance {
  const { accept } = request.headers
  if (!asksForProblem(accept, legacyMedia) && !asksOtherwise(settings, request)) return LEGACY
  return { kind: 'convert', mode: 'negotiate', bridge: false, media: mediaFor(accept) }
}

function asksOtherwise({ negotiate }: Settings, request: FastifyRequest): boolean {
  const { header, query, values, caller } = negotiate
  if (header !== null && isOneOf(request.headers[header], values)) return true
  if (query !== null && isOneOf(queryOf(request, query), values)) return true
  return caller?.(request) === true
}

function queryOf(request: FastifyRequest, name: string): unknown {
  const { query } = request
  return typeof query === 'object' && query !== null ? Reflect.get(query, name) : undefined
}

function isOneOf(value: unknown, values: ReadonlySet<string>): boolean {
  return typeof value === 'string' && values.has(value.trim().toLowerCase())
}

/** The same caller is always on the same side, and stays in when the share grows. */
function isChosen(rollout: NonNullable<Settings['rollout']>, request: FastifyRequest): boolean {
  return hashOf(rollout.caller(request)) % 10_000 < rollout.percent * 100
}

// FNV-1a, 32 bits: stable between processes and releases. The last step spreads keys that differ at the end only.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
