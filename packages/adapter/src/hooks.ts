import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteOptions as FastifyRoute,
  onRequestHookHandler,
  preHandlerHookHandler,
  preSerializationHookHandler,
} from 'fastify'
import { nameSuccess } from './name-success.ts'
import { answerLast, createOnSend, mayBeResponse, type OnSend } from './on-send.ts'
import { OptionsError } from './option-fault.ts'
import { settleProblem } from './settle-problem.ts'
import { watchBeforeRouting } from './raw/before-routing.ts'
import { captureRaw } from './raw/capture.ts'
import { answerClientErrors } from './raw/client-errors.ts'
import { readRouteOptions } from './read-options.ts'
import { markHandled, stashThrown, stashUnserialised, wasSeen } from './reply-marks.ts'
import { planRoute } from './route-plan.ts'
import { type Seat, takeSeat } from './seat.ts'
import type { RouteChoice } from './settings.ts'
import type { PluginState } from './state.ts'

// From the registry of symbols: two copies of this package on one server must not both convert.
const STATE = Symbol.for('problemshift.state')
const SEAT = Symbol.for('problemshift.seat')

interface Marked {
  [STATE]?: PluginState
}

/** The registration that is in force on an instance: its own, or that of the instance around it. */
export function stateOf(app: FastifyInstance): PluginState | null {
  return markedOf(app)[STATE] ?? null
}

/** Whether this very instance has a registration. */
export function isRegistered(app: FastifyInstance): boolean {
  return Object.hasOwn(app, STATE)
}

/**
 * Puts the hooks on. The converter is the last `onSend` hook of each route, so that it sees the final v1 body and
 * compress still comes after it; one on the instance serves the paths that no route has, and routes declared earlier.
 */
export function installHooks(app: FastifyInstance, state: PluginState): void {
  const inherits = stateOf(app) !== null
  markedOf(app)[STATE] = state
  // The hooks of the registration around us are inherited, and look up whom they speak for.
  if (inherits) return

  const seats: { readonly seat: Seat; readonly refresh: () => void }[] = []
  const hasEarlyRoutes = app.printRoutes().trim() !== '(empty tree)'

  app.addHook('onRoute', function (this: FastifyInstance, route: FastifyRoute) {
    const choice = readChoice(route)
    const method = String(route.method)
    const stripped = hasErrorSchema(route.schema)
    const sit = () => {
      const own = stateOf(this) ?? state
      return takeSeat(own, planRoute(own, method, route.url, choice, stripped))
    }
    const seat: Seat = sit()
    seats.push({ seat, refresh: () => Object.assign(seat, sit()) })
    placeLast(route, createOnSend(seat))
    if (stripped) placeStash(route)
    if (seat.plan.upstream) placeMark(route)
    if (choice?.capture === true && !state.settings.capture) placeCapture(route, seat)
    // Fastify copies the members of `config`, symbols too, to where a request finds them.
    route.config = Object.assign({}, route.config, { [SEAT]: seat })
  })

  const rootSeat = takeSeat(state, planRoute(state, null, null, null))
  // Without `await` before it, a registration comes after all routes of the server.
  const readsSuccess = hasEarlyRoutes && state.converter.successSigns(null, null) !== null
  const early: OnSend = function (this: FastifyInstance, request, reply, payload, done) {
    if (reply.raw.statusCode < 400 && typeof payload === 'string' && !readsSuccess) done()
    else answerEarly(this, request, reply, payload, done)
  }
  const answerEarly = (
    app: FastifyInstance,
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
    done: Parameters<OnSend>[3],
  ): void => {
    const isSuccess = reply.raw.statusCode < 400 && !mayBeResponse(payload)
    const hasLast = !request.is404 && (!hasEarlyRoutes || Reflect.has(request.routeOptions.config, SEAT))
    if (hasLast || (isSuccess && !readsSuccess)) done()
    else answerLast(seatFor(stateOf(app) ?? state, request, rootSeat), request, reply, payload, done)
  }
  app.addHook('onSend', early)
  if (hasEarlyRoutes) {
    app.addHook('preSerialization', stashBeforeSchema)
    if (state.settings.upstream.length > 0) app.addHook('preHandler', markBeforeHandler)
    if (!state.settings.capture) {
      app.addHook('onRequest', function (this: FastifyInstance, request, reply, done) {
        const own = request.is404 ? undefined : Reflect.get(request.routeOptions.config, 'problemshift')
        if (own !== undefined && !Reflect.has(request.routeOptions.config, SEAT)) {
          const seat = seatFor(stateOf(this) ?? state, request, rootSeat)
          if (seat.plan.choice?.capture === true) captureOn(seat, request, reply)
        }
        done()
      })
    }
  }

  if (state.settings.capture) {
    const { limits } = state.settings
    app.addHook('onRequest', function (this: FastifyInstance, request, reply, done) {
      captureRaw(() => seatFor(stateOf(this) ?? state, request, rootSeat), limits, request, reply)
      done()
    })
  }

  app.addHook('onError', function (this: FastifyInstance, _request, reply, error, done) {
    stashThrown(reply, error)
    settleProblem((stateOf(this) ?? state).catalogue, error)
    done()
  })

  // Requests that no hook sees: only where the whole server is ours to answer for.
  if (state.settings.clientErrors && app.prefix === '') {
    answerClientErrors(app, rootSeat)
    watchBeforeRouting(app, rootSeat)
  }

  app.addHook('onReady', done => {
    for (const { refresh } of seats) refresh()
    done()
  })

  if (state.settings.requestId.always) {
    app.addHook('onSend', function (this: FastifyInstance, request, reply, _payload, done) {
      const own = stateOf(this) ?? state
      if (reply.raw.statusCode < 400) nameSuccess(own, seatFor(own, request, rootSeat).plan, request, reply)
      done()
    })
  }

  if (state.settings.countBypassed) {
    app.addHook('onResponse', function (this: FastifyInstance, request, reply, done) {
      if (reply.raw.statusCode >= 400 && !wasSeen(reply)) {
        const own = stateOf(this) ?? state
        const route = request.routeOptions.url ?? null
        own.ledger.bypassed({ method: request.method, route, status: reply.raw.statusCode })
      }
      done()
    })
  }
}

// A route that was declared before the registration has no seat in its own config; a plan is made at its first need.
const earlySeats = new WeakMap<object, Seat>()

function seatFor(state: PluginState, request: Parameters<OnSend>[0], rootSeat: Seat): Seat {
  if (request.is404) return state === rootSeat.state ? rootSeat : takeSeat(state, planRoute(state, null, null, null))
  const { url, config, schema } = request.routeOptions
  // Only our own hooks put a value there.
  const seat = (Reflect.get(config, SEAT) as Seat | undefined) ?? earlySeats.get(config)
  if (seat !== undefined) return seat
  const choice = readChoice({ url: url ?? '', method: request.method, config })
  const taken = takeSeat(state, planRoute(state, request.method, url ?? null, choice, hasErrorSchema(schema)))
  earlySeats.set(config, taken)
  return taken
}

function readChoice({ url, method, config }: Pick<FastifyRoute, 'url' | 'method' | 'config'>): RouteChoice | null {
  const own = config === undefined ? undefined : Reflect.get(config, 'problemshift')
  if (own === undefined) return null
  const result = readRouteOptions(own, `${String(method)} ${url}`)
  if (result.outcome === 'faults') throw new OptionsError(result.faults)
  return result.choice
}

// The hook that Fastify adds to the HEAD of a GET measures the body, so it must come after us.
function placeLast(route: FastifyRoute, onSend: OnSend): void {
  const hooks = route.onSend === undefined ? [] : [route.onSend].flat()
  const measures = hooks.at(-1)?.name === 'headRouteOnSendHandler'
  // A new list: the one that came may belong to several routes.
  route.onSend = measures ? [...hooks.slice(0, -1), onSend, ...hooks.slice(-1)] : [...hooks, onSend]
}

// A response schema drops members that it does not name; what a handler really sent is then known only here.
function placeStash(route: FastifyRoute): void {
  const hooks = route.preSerialization === undefined ? [] : [route.preSerialization].flat()
  route.preSerialization = [...hooks, stashBeforeSchema]
}

const stashBeforeSchema: preSerializationHookHandler<unknown> = (_request, reply, payload, done) => {
  if (reply.raw.statusCode >= 400) stashUnserialised(reply, payload)
  done(null, payload)
}

// The last thing before the handler.
function placeMark(route: FastifyRoute): void {
  const hooks = route.preHandler === undefined ? [] : [route.preHandler].flat()
  route.preHandler = [...hooks, markBeforeHandler]
}

const markBeforeHandler: preHandlerHookHandler = (_request, reply, done) => {
  markHandled(reply)
  done()
}

// First of all, so that nothing that a hook or a handler writes is too early for it.
function placeCapture(route: FastifyRoute, seat: Seat): void {
  const hooks = route.onRequest === undefined ? [] : [route.onRequest].flat()
  const capture: onRequestHookHandler = (request, reply, done) => {
    captureOn(seat, request, reply)
    done()
  }
  route.onRequest = [capture, ...hooks]
}

function captureOn(seat: Seat, request: FastifyRequest, reply: FastifyReply): void {
  captureRaw(() => seat, seat.state.settings.limits, request, reply)
}

function hasErrorSchema(schema: FastifyRoute['schema']): boolean {
  const response: unknown = schema?.response
  if (typeof response !== 'object' || response === null) return false
  return Object.keys(response).some(key => /^[45]/.test(key) || key === 'default')
}

// The one member of ours on Fastify's object; instances inherit it from the instance around them.
function markedOf(app: FastifyInstance): Marked {
  return app as unknown as Marked
}
