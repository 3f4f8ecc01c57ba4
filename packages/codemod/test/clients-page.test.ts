import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CLIENTS } from '../src/clients/clients.ts'
import { readClient } from '../src/clients/read-client.ts'

/** What is seen as data of no client: each site behind it is kept, and says at which step it was lost. */
const NOT_MODELLED: readonly (readonly [string, string])[] = [
  ['Node `http2`', 'Its streams are events of another kind.'],
  ['undici `stream`, `pipeline`', "The body is written into a stream of one's own."],
  ['What Redux keeps in its state', 'Actions are followed as far as the reducer.'],
  ['The default function of a `QueryClient`, the fetcher of `SWRConfig`', 'Hand the function to the hook itself.'],
  ["Operators of RxJS of one's own", 'An operator that the tool does not know ends the way.'],
  [
    'openapi-generator for Angular and Node, old ones that throw the response',
    'They are followed as code of your own.',
  ],
  ['hey-api over axios', 'Its results are errors of axios with one more member.'],
]

const OWN = `clients:
  - name: shelf
    packages: ['@library/shelf']
    exports: { connect: connect, ShelfError: error-class }
    places:
      connect: { call: { place: shelf } }
      shelf: { made: instance, members: { send: { place: send } } }
      send: { call: { ok: ok-body, bad: { place: error } } }
      error-class: { construct: { place: error } }
      error: { error: true, closed: true, members: { answer: body, message: transport, status: plain } }
    transport: ['The shelf said {status:int}']
`

function page(): string {
  const rows = CLIENTS.map(({ name, packages, globals, generated = [], problemJson }) => {
    const written = generated.length === 0 ? [] : ['files of its generator']
    const named = [...packages, ...Object.keys(globals).map(global => `${global} (global)`)].map(one => `\`${one}\``)
    const from = [...named, ...written]
    const breaks = problemJson.outcome === 'parsed' ? 'read as JSON' : `not read: ${problemJson.why}`
    return `| ${name} | ${from.join(', ')} | ${breaks} |`
  })
  const not = NOT_MODELLED.map(([what, why]) => `| ${what} | ${why} |`)
  return `${[
    '# HTTP clients',
    'What the codemod knows of each library: where a failure surfaces, and where its body, text and status are.',
    '<!-- Made from the data of the clients by a test: `npx vitest run clients-page -u` writes it anew. -->',
    ['| client | from | a body of `application/problem+json` |', '|---|---|---|', ...rows].join('\n'),
    'A site behind a client that does not read problem+json is kept. So is one behind a client whose bodies the project changes by hand, with an option such as `transformResponse`; interceptors and hooks such as `beforeError` are followed. A hook counts for the instance or the request that it is given to.',
    'Each is proved by requests to a server on the same machine, but SWR and openapi-generator: their rows rest on their sources.',
    '## A library of your own',
    'One that the tool does not know is described in the configuration, in the words of the table above: which names of a package are which places, what calling a place gives, and what its members hold.',
    `\`\`\`yaml\n${OWN}\`\`\``,
    'A member holds `body` (the parsed error body), `raw` (the same as text), `transport` (a text of the library), `plain` (nothing that could be wording), `absent`, `lost-body` (there is none any more once it is `application/problem+json`), or `{ place: … }`; a call gives such a thing, or `{ ok: …, bad: … }` where it gives a promise. Functions that are handed over are described by `callbacks` (by position) and `options` (by name), each with a list of what their parameters are.',
    '## Not modelled',
    'A site behind one of these is kept as `origin-unknown`, and the report names the step where it was lost.',
    ['| what | why |', '|---|---|', ...not].join('\n'),
  ].join('\n\n')}\n`
}

describe('the clients', () => {
  it('are listed on the page of clients', async () => {
    await expect(page()).toMatchFileSnapshot('../../../docs/reference/clients.md')
  })

  it('show a library of your own that can be read', () => {
    expect(parse(OWN).clients.map(readClient)).toEqual([{ client: expect.objectContaining({ name: 'shelf' }) }])
  })

  it('each name only places that they have', () => {
    for (const client of CLIENTS) {
      const names = new Set(Object.keys(client.places))
      const named = [...JSON.stringify(client.places).matchAll(/"place":"([^"]+)"/g)].map(match => match[1])
      const entries = [client.exports, client.globals, client.types].flatMap(record => Object.values(record))
      for (const place of [...named, ...entries]) expect(names, client.name).toContain(place)
    }
  })

  it('never share an export or a global', () => {
    const all = CLIENTS.flatMap(({ packages, exports, globals }) => [
      ...packages.flatMap(from => Object.keys(exports).map(name => `${from} ${name}`)),
      ...Object.keys(globals).map(name => `global ${name}`),
    ])
    expect(all.filter((one, at) => all.indexOf(one) !== at)).toEqual([])
  })
})
