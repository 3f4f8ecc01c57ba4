import { asCode, type Code, type CodeContext, firstCode } from './as-code.ts'
import { isList, isRecord, member } from './members.ts'
import { isToken, textOf } from './texts.ts'

/** tRPC, GraphQL, Contentful: the word lies one level deeper than the number. */
export function nestedCode(core: unknown, context: CodeContext): Code | null {
  const data = member(core, 'data')
  if (isRecord(data) && typeof data.httpStatus === 'number') return asCode(data.code, 'code', context)
  const extensions = member(core, 'extensions')
  if (isRecord(extensions)) return asCode(extensions.code, 'code', context)
  const sys = member(core, 'sys')
  return isRecord(sys) && sys.type === 'Error' ? asCode(sys.id, 'code', context) : null
}

/** Google before AIP-193: `errors: [{ domain, reason, message }]` beside the message. */
export function legacyReason(core: unknown): Code | null {
  const errors = member(core, 'errors')
  const first: unknown = isList(errors) ? errors[0] : null
  const reason = isRecord(first) && typeof first.domain === 'string' ? textOf(first.reason) : null
  return reason !== null && isToken(reason) ? reason : null
}

/** Apigee: `detail: { errorcode }` beside the sentence. */
export function codeInDetail(layers: readonly unknown[], context: CodeContext): Code | null {
  for (const layer of layers) {
    for (const key of ['detail', 'details', 'errorinfo']) {
      const detail = member(layer, key)
      const code = isRecord(detail)
        ? firstCode(
            [
              [member(detail, 'errorcode'), 'errorcode'],
              [member(detail, 'code'), 'code'],
            ],
            context,
          )
        : null
      if (code !== null) return code
    }
  }
  return null
}

/** AIP-193: the reason in `ErrorInfo` says more than the status word. */
export function googleReason(core: unknown): Code | null {
  const details = member(core, 'details')
  if (!isList(details)) return null
  for (const detail of details.slice(0, 20)) {
    if (!isRecord(detail)) continue
    const type = textOf(detail['@type'])
    if (type?.endsWith('google.rpc.ErrorInfo')) return textOf(detail.reason)
    // An error of one service: `…fcm.v1.FcmError`.
    if (type?.endsWith('Error')) return textOf(detail.errorCode)
  }
  return null
}
