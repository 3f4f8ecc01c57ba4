import { errorOnSuccess } from './error-on-success.ts'
import { isGraphQL } from './left-alone/graphql.ts'
import { isJsonRpc } from './left-alone/json-rpc.ts'
import type { LeftReason } from './left-alone/left-reason.ts'
import { leftByMessage } from './left-alone/message-kind.ts'
import { isOAuth } from './left-alone/oauth.ts'
import { isProblem } from './left-alone/problem.ts'
import { isScim } from './left-alone/scim.ts'
import { isSoap, isXmlRpc } from './left-alone/soap.ts'
import type { LegacyBody, RequestFacts } from './wire.ts'

export type { LeftReason } from './left-alone/left-reason.ts'

/**
 * Why a response must leave as it came, or `null` for an error that may be read. A 2xx with strong evidence of an error
 * is such an error; whether to convert it is for the one who turns the adapter up.
 */
export function leftAlone(body: LegacyBody, request: RequestFacts | null): LeftReason | null {
  const left = leftByMessage(body, request)
  if (left !== null) return left
  if (isProblem(body)) return 'problem'
  const spoken = body.kind === 'json' ? leftByJson(body, request) : leftByXml(body)
  if (spoken !== null) return spoken
  return body.status < 300 && errorOnSuccess(body, request) === null ? 'success' : null
}

function leftByJson(body: LegacyBody, request: RequestFacts | null): LeftReason | null {
  if (isJsonRpc(body)) return 'json-rpc'
  if (isScim(body)) return 'scim'
  if (isGraphQL(body, request)) return 'graphql'
  return isOAuth(body, request) ? 'oauth' : null
}

function leftByXml(body: LegacyBody): LeftReason | null {
  if (isSoap(body)) return 'soap'
  return isXmlRpc(body) ? 'xml-rpc' : null
}
