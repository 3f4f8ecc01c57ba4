import { axiosRetryClient } from './axios-retry.ts'
import { pRetryClient } from './p-retry.ts'
import { axiosClient } from './axios.ts'
import type { ClientModel, Place, Ref } from './client.ts'
import { fetchClient } from './fetch.ts'
import { angularClient } from './angular.ts'
import { gotClient } from './got.ts'
import { jqueryClient } from './jquery.ts'
import { kyClient } from './ky.ts'
import { needleClient } from './needle.ts'
import { nodeHttpClient } from './node-http.ts'
import { ofetchClient } from './ofetch.ts'
import { openapiFetchClient } from './openapi-fetch.ts'
import { reduxToolkitClient } from './redux-toolkit.ts'
import { requestClient } from './request.ts'
import { requestPromiseClient } from './request-promise.ts'
import { rtkQueryClient } from './rtk-query.ts'
import { swrClient, swrMutationClient } from './swr.ts'
import { rxjsClient } from './rxjs.ts'
import { superagentClient } from './superagent.ts'
import { supertestClient } from './supertest.ts'
import { tanstackQueryClient } from './tanstack-query.ts'
import { undiciClient } from './undici.ts'
import { wretchClient } from './wretch.ts'
import { heyApiClient } from './hey-api.ts'
import { octokitClient } from './octokit.ts'
import { openapiGeneratorClient } from './openapi-generator.ts'
import { openapiTypescriptCodegenClient } from './openapi-typescript-codegen.ts'
import { swaggerTypescriptApiClient } from './swagger-typescript-api.ts'
import { xmlHttpRequestClient } from './xml-http-request.ts'

/** Every client library that the tool knows, one file each. */
export const CLIENTS: readonly ClientModel[] = [
  fetchClient,
  axiosClient,
  kyClient,
  gotClient,
  ofetchClient,
  superagentClient,
  undiciClient,
  nodeHttpClient,
  requestClient,
  requestPromiseClient,
  needleClient,
  wretchClient,
  supertestClient,
  openapiFetchClient,
  xmlHttpRequestClient,
  jqueryClient,
  angularClient,
  rxjsClient,
  heyApiClient,
  octokitClient,
  openapiGeneratorClient,
  openapiTypescriptCodegenClient,
  swaggerTypescriptApiClient,
  rtkQueryClient,
  reduxToolkitClient,
  tanstackQueryClient,
  swrClient,
  swrMutationClient,
  axiosRetryClient,
  pRetryClient,
]

/** A place of a client: the value that a name of a package or the platform stands for. */
export interface PlaceOf {
  readonly client: ClientModel
  readonly place: string
}

/** The client libraries of one run, and what the names of packages and of the platform mean to them. */
export interface Clients {
  readonly models: readonly ClientModel[]
  /** What an export of a package is; `null` where no client knows the package or the name. */
  readonly exportOf: (module: string, name: string) => PlaceOf | null
  /** What a global is; `null` where it is no client. */
  readonly globalOf: (name: string) => PlaceOf | null
  /** What a type of a package says about a value. */
  readonly typeOf: (module: string | null, name: string) => PlaceOf | null
}

/** Makes the table of the clients of one run: those of the user come first. */
export function createClients(own: readonly ClientModel[]): Clients {
  const models = [...own, ...CLIENTS]
  const first = (look: (client: ClientModel) => string | undefined): PlaceOf | null => {
    for (const client of models) {
      const place = look(client)
      if (place !== undefined) return { client, place }
    }
    return null
  }
  return {
    models,
    exportOf: (module, name) =>
      first(client => (client.packages.includes(module) ? member(client.exports, name) : undefined)),
    globalOf: name => first(client => member(client.globals, name)),
    typeOf: (module, name) =>
      first(client => {
        const meant = module === null ? Object.keys(client.globals).length > 0 : client.packages.includes(module)
        return meant ? member(client.types, name) : undefined
      }),
  }
}

/** The clients that the tool knows of itself. */
export const KNOWN_CLIENTS: Clients = createClients([])

/** The description of a place. */
export function placeOf(value: PlaceOf): Place {
  return member(value.client.places, value.place) ?? {}
}

/** What a place says of one of its members, by its name or by a pattern of names. */
export function memberRef(place: Place, name: string): Ref | undefined {
  return (
    member(place.members ?? {}, name) ?? place.named?.find(one => new RegExp(`^(?:${one.pattern})$`).test(name))?.ref
  )
}

function member<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
