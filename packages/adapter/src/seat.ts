import type { RoutePlan } from './route-plan.ts'
import type { PluginState } from './state.ts'

/** Where a hook sits: the registration that it speaks for, and the route. Filled in for good once all is registered. */
export interface Seat {
  state: PluginState
  plan: RoutePlan
}
