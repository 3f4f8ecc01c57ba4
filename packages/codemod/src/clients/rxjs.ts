import type { ClientModel, Ref, RequestMethod } from './client.ts'

const SUBSCRIBER = { next: [{ settled: 'ok' }], error: [{ settled: 'bad' }] } as const

/** What can be done with an observable: `pipe` and its operators are followed by themselves. */
export const OBSERVABLE: Readonly<Record<string, RequestMethod>> = {
  pipe: {},
  toPromise: {},
  asObservable: {},
  subscribe: { callbacks: { 0: [{ settled: 'ok' }], 1: [{ settled: 'bad' }] }, options: SUBSCRIBER, ok: 'plain' },
  forEach: { callbacks: { 0: [{ settled: 'ok' }] } },
}

const PASSES = [
  'auditTime',
  'debounceTime',
  'defaultIfEmpty',
  'delay',
  'distinctUntilChanged',
  'filter',
  'finalize',
  'first',
  'last',
  'observeOn',
  'publishReplay',
  'refCount',
  'retry',
  'share',
  'shareReplay',
  'skip',
  'startWith',
  'subscribeOn',
  'take',
  'takeLast',
  'takeUntil',
  'takeWhile',
  'throttleTime',
]
const FLATTENS = ['concatMap', 'exhaustMap', 'flatMap', 'mergeMap', 'switchMap']
const PIPED = [{ piped: 'ok' }] as const
const ITSELF: Ref = { handed: [[0]], gives: 'itself', to: 'here' }

/** RxJS: a carrier. An observable is taken for a promise: it gives a value, or fails with an error. */
export const rxjsClient: ClientModel = {
  name: 'RxJS',
  packages: ['rxjs', 'rxjs/operators', '@angular/core/rxjs-interop'],
  globals: {},
  exports: {
    firstValueFrom: 'promise',
    lastValueFrom: 'promise',
    from: 'from',
    defer: 'defer',
    of: 'of',
    throwError: 'throw-error',
    EMPTY: 'nothing',
    NEVER: 'nothing',
    catchError: 'catch-error',
    tap: 'tap',
    map: 'map',
    takeUntilDestroyed: 'pass',
    ...Object.fromEntries(PASSES.map(name => [name, 'pass'])),
    ...Object.fromEntries(FLATTENS.map(name => [name, 'flatten'])),
  },
  types: {},
  places: {
    promise: { call: ITSELF },
    from: { call: ITSELF, methods: OBSERVABLE },
    defer: { call: { handed: [[0]], gives: 'result', to: 'here' }, methods: OBSERVABLE },
    of: { call: { ok: ITSELF, bad: { any: [] } }, methods: OBSERVABLE },
    nothing: {},
    'throw-error': {
      call: { ok: { any: [] }, bad: { handed: [[0]], gives: 'result-or-itself', to: 'here' } },
      methods: OBSERVABLE,
    },
    'catch-error': { call: { place: 'catching' }, callbacks: { 0: [{ piped: 'bad' }] } },
    tap: {
      call: { place: 'passing' },
      callbacks: { 0: PIPED, 1: [{ piped: 'bad' }] },
      options: { next: PIPED, error: [{ piped: 'bad' }] },
    },
    map: { call: { place: 'mapping' }, callbacks: { 0: PIPED } },
    pass: { call: { place: 'passing' }, callbacks: { 0: PIPED } },
    flatten: { call: { place: 'flattening' }, callbacks: { 0: PIPED } },
    catching: { made: 'request', operator: 'catches' },
    passing: { made: 'request', operator: 'passes' },
    mapping: { made: 'request', operator: 'maps' },
    flattening: { made: 'request', operator: 'flattens' },
  },
  transport: [],
  hooks: [],
  problemJson: { outcome: 'parsed' },
}
