import type { LegacyBody } from '../wire.ts'
import { hasOnly, isMembers, memberOf } from './plain-object.ts'

const OLD_MEMBERS = new Set(['result', 'error', 'id'])

/** A JSON-RPC answer, one or a batch: 2.0 names itself, 1.0 has exactly its three members. */
export function isJsonRpc(body: LegacyBody): boolean {
  if (Array.isArray(body.json)) return body.json.length > 0 && body.json.length <= 1000 && body.json.every(isAnswer)
  return isAnswer(body.json)
}

function isAnswer(value: unknown): boolean {
  if (!isMembers(value)) return false
  const version = memberOf(value, 'jsonrpc')
  if (version === '2.0' || version === '1.0') return Object.hasOwn(value, 'error') || Object.hasOwn(value, 'result')
  return (
    Object.keys(value).length === OLD_MEMBERS.size && hasOnly(value, OLD_MEMBERS) && memberOf(value, 'result') === null
  )
}
