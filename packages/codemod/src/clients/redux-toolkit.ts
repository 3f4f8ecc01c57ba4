import type { ClientModel, Handed, Ref } from './client.ts'

const CREATOR = { handed: [[1]], to: 'instance' } as const satisfies Partial<Handed>
/** What `rejectWithValue` was called with. */
const REJECTED_VALUE: Ref = {
  ...CREATOR,
  gives: 'ok',
  only: 'rejected-value',
  madeBy: { parameter: 1, member: 'rejectWithValue' },
  members: ['payload'],
}
const SERIALISED: Ref = { place: 'serialised-error' }

/**
 * Thunks of Redux Toolkit: a carrier. A rejected action has what `rejectWithValue` was called with as its payload, and
 * otherwise name, message, stack and code of what was thrown. An action is looked at as if it were dispatched at once.
 */
export const reduxToolkitClient: ClientModel = {
  name: 'Redux Toolkit',
  packages: ['@reduxjs/toolkit', '@reduxjs/toolkit/react', 'react-redux'],
  globals: {},
  exports: {
    createAsyncThunk: 'create-thunk',
    createSlice: 'create-slice',
    createReducer: 'create-reducer',
    configureStore: 'create-store',
    useDispatch: 'use-dispatch',
  },
  types: {},
  places: {
    'create-thunk': { call: { place: 'thunk' }, callbacks: { 1: [null, { place: 'thunk-api' }] } },
    'thunk-api': {
      members: {
        rejectWithValue: { place: 'reject-with-value' },
        dispatch: { place: 'dispatch' },
        requestId: 'plain',
        signal: 'plain',
      },
    },
    'reject-with-value': { call: { place: 'rejected-value' } },
    'rejected-value': { made: 'request', members: { payload: { handed: [[0]], gives: 'itself' } } },
    thunk: {
      made: 'instance',
      call: { ok: { place: 'settled-action' }, bad: 'plain' },
      methods: { unwrap: { ok: { ...CREATOR, gives: 'ok' }, bad: { any: [REJECTED_VALUE, SERIALISED] } } },
      members: { rejected: { place: 'rejected' }, fulfilled: { place: 'fulfilled' }, typePrefix: 'plain' },
    },
    rejected: { call: { place: 'rejected-action' }, members: { match: { place: 'is-rejected' }, type: 'plain' } },
    fulfilled: { call: { place: 'fulfilled-action' }, members: { match: { place: 'is-fulfilled' }, type: 'plain' } },
    'is-fulfilled': { call: 'plain', guards: 'fulfilled-action' },
    'fulfilled-action': { members: { payload: 'ok-body', error: 'absent', type: 'plain', meta: 'plain' } },
    'is-rejected': { call: 'plain', guards: 'rejected-action' },
    'settled-action': {
      oneOf: ['rejected-action', 'fulfilled-action'],
      members: {
        payload: { any: [REJECTED_VALUE, { ...CREATOR, gives: 'ok' }, 'absent'] },
        error: { any: [SERIALISED, 'absent'] },
        type: 'plain',
        meta: 'plain',
      },
    },
    'rejected-action': {
      members: { payload: { any: [REJECTED_VALUE, 'absent'] }, error: SERIALISED, type: 'plain', meta: 'plain' },
    },
    'serialised-error': {
      closed: true,
      members: {
        message: { ...CREATOR, gives: 'bad', members: ['message'] },
        // A string where the thrown thing had one: never the code of a problem.
        code: 'plain',
        name: 'plain',
        stack: 'plain',
      },
    },
    // What the store holds of a slice is followed from the selectors: see detect/redux-state.ts.
    slice: {
      made: 'instance',
      members: { reducer: { place: 'slice-reducer' }, actions: { place: 'slice-actions' }, name: 'plain' },
    },
    'slice-reducer': {},
    'slice-actions': { named: [{ pattern: '\\w+', ref: { place: 'action-creator' } }] },
    'action-creator': { call: 'plain', members: { type: 'plain', match: { place: 'predicate' } } },
    predicate: { call: 'plain' },
    'create-slice': { call: { place: 'slice' }, options: { extraReducers: [{ place: 'builder' }] } },
    'create-reducer': { callbacks: { 1: [{ place: 'builder' }] } },
    builder: { members: { addCase: { place: 'add-case' } } },
    'add-case': {
      call: { place: 'builder' },
      callbacks: { 1: [null, { handed: [[0]], gives: 'result', to: 'here' }] },
    },
    'create-store': { call: { place: 'store' } },
    store: { members: { dispatch: { place: 'dispatch' } } },
    'use-dispatch': { call: { place: 'dispatch' }, members: { withTypes: { place: 'with-types' } } },
    'with-types': { call: { place: 'use-dispatch' } },
    dispatch: { call: { handed: [[0]], gives: 'itself', to: 'here' } },
  },
  transport: [],
  hooks: ['serializeError'],
  problemJson: { outcome: 'parsed' },
}
