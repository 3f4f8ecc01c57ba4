import type { Catalogue } from '@problemshift/catalogue'
import { type Asked, type Belonging, belongingOf } from '../../detect/api-scope.ts'
import { urlOf } from '../../detect/request-url.ts'
import type { Tracer } from '../../detect/tracer.ts'
import type { ApiScope } from '../../migrate.ts'

/**
 * Whose answer a body is. A test of a wording says by its text which API it means; a read says nothing. So without a word of
 * the configuration a host that is written out has to be one of the catalogue's own domain.
 */
export function whoseAnswer(t: Tracer, { type }: Catalogue, api: ApiScope | null, asked: Asked): Belonging {
  if (api !== null && api.baseUrls.length + api.modules.length > 0) return belongingOf(t, api, asked)
  const host = hostOf(urlOf(t, asked.request))
  if (host === null || isHere(host)) return 'ours'
  return domainOf(host) === domainOf(hostOf(type) ?? '') ? 'ours' : 'unknown'
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
