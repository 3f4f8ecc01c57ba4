import type { RoutePlan } from './route-plan.ts'
import type { PluginState } from './state.ts'

/** Where a hook sits: the registration that it speaks for, and the route. Filled in for good once all is registered. */
export interface Seat {
  state: PluginState
  plan: RoutePlan
  /** No success of the route is read. */
  isQuiet: boolean
}

/** Sits down for a route of a registration. */
export function takeSeat(state: PluginState, plan: RoutePlan): Seat {
  return { state, plan, isQuiet: plan.readsSuccess === null }
}
