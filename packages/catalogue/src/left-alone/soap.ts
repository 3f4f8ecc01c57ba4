import type { LegacyBody } from '../wire.ts'

const ENVELOPE = /<(?:[\w.-]{1,40}:)?Envelope[\s>]/
const NAMESPACE =
  /schemas\.xmlsoap\.org\/soap\/envelope|www\.w3\.org\/2003\/05\/soap-envelope|www\.w3\.org\/2001\/12\/soap-envelope/
const HEAD = 4096

/** A SOAP envelope, 1.1 or 1.2. */
export function isSoap(body: LegacyBody): boolean {
  if (body.kind !== 'xml') return false
  const head = body.text.slice(0, HEAD)
  return ENVELOPE.test(head) && (NAMESPACE.test(head) || body.media === 'application/soap+xml')
}

/** An XML-RPC answer. */
export function isXmlRpc(body: LegacyBody): boolean {
  return body.kind === 'xml' && /<methodResponse[\s>]/.test(body.text.slice(0, HEAD))
}
