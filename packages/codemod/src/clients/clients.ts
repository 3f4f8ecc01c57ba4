import { axiosClient } from './axios.ts'
import type { ClientModel, Place } from './client.ts'
import { fetchClient } from './fetch.ts'
import { angularClient } from './angular.ts'
import { gotClient } from './got.ts'
import { jqueryClient } from './jquery.ts'
import { kyClient } from './ky.ts'
import { needleClient } from './needle.ts'
import { ofetchClient } from './ofetch.ts'
import { openapiFetchClient } from './openapi-fetch.ts'
import { requestPromiseClient } from './request-promise.ts'
import { rtkQueryClient } from './rtk-query.ts'
import { superagentClient } from './superagent.ts'
import { supertestClient } from './supertest.ts'
import { undiciClient } from './undici.ts'
import { wretchClient } from './wretch.ts'
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
  requestPromiseClient,
  needleClient,
  wretchClient,
  supertestClient,
  openapiFetchClient,
  xmlHttpRequestClient,
  jqueryClient,
  angularClient,
  rtkQueryClient,
]

/** A place of a client: the value that a name of a package or the platform stands for. */
export interface PlaceOf {
  readonly client: ClientModel
  readonly place: string
}

/** What an export of a package is; `null` where no client knows the package or the name. */
export function exportOf(module: string, name: string): PlaceOf | null {
  for (const client of CLIENTS) {
    if (!client.packages.includes(module)) continue
    const place = own(client.exports, name)
    if (place !== undefined) return { client, place }
  }
  return null
}

/** What a global is; `null` where it is no client. */
export function globalOf(name: string): PlaceOf | null {
  for (const client of CLIENTS) {
    const place = own(client.globals, name)
    if (place !== undefined) return { client, place }
  }
  return null
}

/** What a type of a package says about a value. */
export function typeOf(module: string | null, name: string): PlaceOf | null {
  for (const client of CLIENTS) {
    if (module === null ? Object.keys(client.globals).length === 0 : !client.packages.includes(module)) continue
    const place = own(client.types, name)
    if (place !== undefined) return { client, place }
  }
  return null
}

/** The description of a place. */
export function placeOf(value: PlaceOf): Place {
  return own(value.client.places, value.place) ?? {}
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}
