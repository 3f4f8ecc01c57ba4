import type { Catalogue } from '@problemshift/catalogue'
import { type Asked, type Belonging, belongingOf } from '../../detect/api-scope.ts'
import { urlOf } from '../../detect/request-url.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'
import { isOfClient } from './own-server.ts'
import { asksOthers } from './other-hosts.ts'

/**
 * Whose answer a body is. A test of a wording says by its text which API it means; a read says nothing. So without a word of
 * the configuration a host that is written out has to be one of the catalogue's own domain; and where requests go to other
 * hosts too, the URL has to be written out.
 */
export function whoseAnswer(t: Tracer, { type }: Catalogue, api: ApiScope | null, asked: Asked): Belonging {
  if (api !== null && api.baseUrls.length + api.modules.length > 0) return belongingOf(t, api, asked)
  const own = domainOf(hostOf(type) ?? '')
  const isOurs = (host: string) => isHere(host) || domainOf(host) === own
  const url = urlOf(t, asked.request)
  const host = hostOf(url)
  if (host !== null) return isOurs(host) ? 'ours' : 'unknown'
  if (asked.client.asksOwnServer === true && isOfClient(t, asked)) return 'unknown'
  return url === null && asksOthers(t, isOurs) ? 'unknown' : 'ours'
}

function hostOf(url: string | null): string | null {
  const [, host = null] = /^(?:[a-z]+:)?\/\/([^/:?#{]+)/i.exec(url ?? '') ?? []
  return host === null ? null : host.toLowerCase()
}

function isHere(host: string): boolean {
  return host === 'localhost' || /^(?:127|10|192\.168)\.[\d.]+$/.test(host) || host.endsWith('.localhost')
}

function domainOf(host: string): string {
  return host.split('.').slice(-2).join('.')
}
