import { type ClientModel, type Given, NETWORK_TEXTS, STATUS_TEXTS } from './client.ts'

const VERBS = ['get', 'post', 'put', 'patch', 'head', 'delete', 'request']

const UNPARSED = { option: 'parse', is: false, chosen: 'raw', otherwise: 'lost-body' } as const
// What is not parsed at all is not lost.
const BODY = { option: 'parse_response', is: false, chosen: 'raw', otherwise: UNPARSED } as const
const ANSWER: Given = [{ any: [{ place: 'network-error' }, 'absent'] }, { place: 'response' }, BODY]

/** needle: resolves whatever the status; a body of `application/problem+json` stays a string, and no option changes it. */
export const needleClient: ClientModel = {
  name: 'needle',
  packages: ['needle'],
  globals: {},
  exports: { default: 'client', '*': 'client', ...Object.fromEntries(VERBS.map(verb => [verb, 'method'])) },
  types: { NeedleResponse: 'response' },
  places: {
    client: {
      made: 'instance',
      callbacks: { '-1': ANSWER },
      call: { ok: { place: 'response' }, bad: { place: 'network-error' } },
      members: Object.fromEntries(VERBS.map(verb => [verb, { place: 'method' }])),
    },
    method: { callbacks: { '-1': ANSWER }, call: { ok: { place: 'response' }, bad: { place: 'network-error' } } },
    response: {
      closed: true,
      members: {
        body: BODY,
        statusCode: 'plain',
        statusMessage: 'transport',
        headers: 'plain',
        raw: { place: 'bytes' },
      },
    },
    // The body once more; what is made of it is not followed.
    bytes: {},
    'network-error': { error: true, closed: true, members: { message: 'transport', code: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, ...STATUS_TEXTS],
  hooks: [],
  trips: [
    {
      at: { import: true },
      fix: "headers: { Accept: 'application/json' }, so that the adapter answers with that type",
    },
  ],
  settlesEither: true,
  problemJson: {
    outcome: 'broken',
    why: 'resp.body stays a string for every type but application/json',
  },
}
