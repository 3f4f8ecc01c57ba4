import type { RequestFacts } from '@problemshift/catalogue'

/** A request of the lending library, with what a case wants to be different. */
export function requestFacts(facts: Partial<RequestFacts> = {}): RequestFacts {
  return {
    method: 'POST',
    path: '/loans',
    route: null,
    params: [],
    query: [],
    headers: [],
    cookies: [],
    body: null,
    ...facts,
  }
}
