import { type ClientModel, NETWORK_TEXTS } from './client.ts'

/** undici's own `request`: resolves whatever the status; the body is a stream that is read once. */
export const undiciClient: ClientModel = {
  name: 'undici',
  packages: ['undici'],
  globals: {},
  exports: { request: 'request', Client: 'class', Pool: 'class', Agent: 'class' },
  types: { Client: 'client', Pool: 'client' },
  places: {
    class: { construct: { place: 'client' } },
    client: { members: { request: { place: 'request' }, close: 'plain', destroy: 'plain' } },
    request: { call: { ok: { place: 'response' }, bad: { place: 'network-error' } } },
    response: {
      closed: true,
      members: { body: { place: 'stream' }, statusCode: 'plain', headers: 'plain', trailers: 'plain' },
    },
    stream: { members: { json: { place: 'json' }, text: { place: 'text' } } },
    json: { call: { ok: 'body', bad: { place: 'network-error' } } },
    text: { call: { ok: 'raw', bad: { place: 'network-error' } } },
    'network-error': { error: true, closed: true, members: { message: 'transport', code: 'plain', name: 'plain' } },
  },
  transport: [...NETWORK_TEXTS, 'Connect Timeout Error', 'Headers Timeout Error', 'Body Timeout Error'],
  // With these it rejects, and the body of a problem is lost on the way.
  hooks: ['responseError', 'throwOnError'],
  problemJson: { outcome: 'parsed' },
}
