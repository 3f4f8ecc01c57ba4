import type { NamedValue } from '../places.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'
import { isUrl, textOf } from './texts.ts'

const KEYS = [
  'documentationurl',
  'docurl',
  'docsurl',
  'documentation',
  'documentationlink',
  'docs',
  'doc',
  'doclink',
  'helpurl',
  'helplink',
  'help',
  'moreinfo',
  'moreinfourl',
  'moreinformation',
  'errorlink',
  'erroruri',
  'errorurl',
  'errordocumentation',
  'infourl',
  'info',
  'learnmore',
  'learnmoreurl',
  'readmore',
  'referenceurl',
  'reference',
  'supporturl',
  'troubleshootingurl',
  'link',
  'href',
  'url',
  'about',
  'see',
  'recommend',
] as const

const RELATIONS = [
  'help',
  'about',
  'documentation',
  'docs',
  'informationlink',
  'helplink',
  'knowledgebase',
  'describedby',
  'doc',
  'type',
] as const

/** Names of addresses that lead to a page for people. */
const DOCS_KEY =
  /^(?:api|error)?(?:doc|help|info|descri|support|faq|learn|guide|explain|troubleshoot)\w*(?:url|uri|link|href)$/

/** Hosts whose pages explain HTTP, not this API. */
const GENERIC_TYPES =
  /^https?:\/\/(?:(?:www\.)?(?:tools|datatracker|httpwg|rfc-editor|w3|ietf|iana|symfony|httpstatuses|httpstatus|httpwg)\b|developer\.mozilla\.org|zalando\.github\.io)/i

/** The page that explains the error. */
export function findDocs(layers: readonly unknown[], preferred: readonly NamedValue[] = []): string | null {
  for (const { name, value } of preferred) {
    const url = asDocs(value)
    if (url !== null && !(name === 'type' && GENERIC_TYPES.test(url))) return url
  }
  for (const layer of layers) {
    const url = inObject(layer)
    if (url !== null) return url
  }
  return null
}

function inObject(layer: unknown): string | null {
  for (const key of heldBy(layer, KEYS)) {
    const url = asDocs(linked(member(layer, key)))
    if (url !== null) return url
  }
  for (const [spelling, name] of membersOf(layer).spelled) {
    const url = DOCS_KEY.test(spelling) ? asDocs(membersOf(layer).value[name]) : null
    if (url !== null) return url
  }
  const url = inLinks(member(layer, 'links')) ?? inHelp(member(layer, 'details')) ?? inLinks(member(layer, 'meta'))
  if (url !== null) return url
  const place = asDocs(member(layer, 'location'))
  if (place !== null && /error|docs?\b|help|support/i.test(place)) return place
  const type = asDocs(member(layer, 'type'))
  return type === null || GENERIC_TYPES.test(type) ? null : type
}

/** `{ href, rel }` in place of the address. */
function linked(value: unknown): unknown {
  return isRecord(value) ? (value.href ?? value.url) : value
}

/** `_links: { help: { href } }`, or a list of `{ href, rel }`. */
function inLinks(links: unknown): string | null {
  if (isList(links)) {
    for (const link of links.slice(0, 20)) {
      if (!isRecord(link) || isOtherRelation(link.rel)) continue
      const url = asDocs(link.href ?? link.url)
      if (url !== null) return url
    }
    return null
  }
  for (const relation of heldBy(links, RELATIONS)) {
    const url = asDocs(linked(member(links, relation)))
    if (url !== null) return url
  }
  return null
}

/** `self`, `next`, also as a list (Siren): nothing that explains. */
function isOtherRelation(rel: unknown): boolean {
  const text = isList(rel) ? rel.join(' ') : rel
  return typeof text === 'string' && !/help|about|info|doc|descri/i.test(text)
}

/** Google's `Help` detail. */
function inHelp(details: unknown): string | null {
  if (!isList(details)) return null
  for (const detail of details.slice(0, 20)) {
    if (!isRecord(detail) || textOf(detail['@type'])?.endsWith('google.rpc.Help') !== true) continue
    const url = isList(detail.links) ? asDocs(linked(detail.links[0])) : null
    if (url !== null) return url
  }
  return null
}

function asDocs(value: unknown): string | null {
  const text = textOf(value)
  return text !== null && isUrl(text) ? text : null
}
