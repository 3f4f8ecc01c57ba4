import { modeOfStatus, type ModeChoice } from './mode.ts'
import type { SuccessSigns } from './success-signs.ts'
import type { RouteChoice } from './settings.ts'
import type { PluginState } from './state.ts'

/** What is known of a route at boot, so that no request has to find it out. */
export interface RoutePlan {
  /** `null` for a path that no route has. */
  readonly path: string | null
  readonly choice: RouteChoice | null
  /** The mode that a path prefix chose. */
  readonly prefixMode: ModeChoice | undefined
  readonly upstream: boolean
  /** A response schema may have dropped members of an error body. */
  readonly stripped: boolean
  readonly readsSuccess: SuccessSigns | null
}

/** Makes the plan of a route, or of the paths that no route has. */
export function planRoute(
  state: PluginState,
  method: string | null,
  path: string | null,
  choice: RouteChoice | null,
  stripped = false,
): RoutePlan {
  const { prefixes, upstream } = state.settings
  return {
    path,
    choice,
    prefixMode: path === null ? undefined : prefixes.find(({ prefix }) => isBelow(path, prefix))?.mode,
    upstream: choice?.upstream === true || (path !== null && upstream.some(prefix => isBelow(path, prefix))),
    stripped,
    readsSuccess: state.converter.successSigns(method, path),
  }
}

/** The mode of a reply: what is said closer to it decides. */
export function modeOf(state: PluginState, plan: RoutePlan, status: number, path: string): ModeChoice {
  const { choice } = plan
  const { settings } = state
  if (choice !== null) {
    const chosen = modeOfStatus(choice.statuses, status) ?? choice.mode
    if (chosen !== undefined) return chosen
  }
  if (settings.statuses.length > 0) {
    const chosen = modeOfStatus(settings.statuses, status)
    if (chosen !== undefined) return chosen
  }
  if (plan.prefixMode !== undefined) return plan.prefixMode
  // A path that no route has still lies below a prefix.
  if (plan.path === null && settings.prefixes.length > 0) {
    const chosen = settings.prefixes.find(({ prefix }) => isBelow(path, prefix))?.mode
    if (chosen !== undefined) return chosen
  }
  return state.mode
}

/** Whether a path is the prefix or lies below it: `/v1` holds `/v1/loans`, not `/v10`. */
export function isBelow(path: string, prefix: string): boolean {
  if (!path.startsWith(prefix)) return false
  return prefix.endsWith('/') || path.length === prefix.length || path[prefix.length] === '/'
}
