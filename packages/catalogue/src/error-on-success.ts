import { isMembers, type Members, memberOf } from './left-alone/plain-object.ts'
import type { LegacyBody, RequestFacts } from './wire.ts'

/** What in the body of a 2xx says that it is an error. */
export type SuccessEvidence =
  | 'success-flag'
  | 'status-word'
  | 'status-number'
  | 'error-member'
  | 'errors-member'
  | 'error-message'
  | 'result-code'
  | 'all-failed'
  | 'error-header'
  | 'error-text'

// What an answer says about itself. Anything else (`id`, `name`, `valid`, `checks`, `items`) is content: then it is a
// resource that tells of a failure, and no failure.
const ENVELOPE = new Set(
  `status statuscode httpstatus httpcode httpstatuscode success issuccess successful succeeded ok failed code type title
   message msg messages error errors iserror haserror haserrors errorcode errorcodes errcode errno errormessage errormessages
   errmsg errortype errordescription errorinfo errordetails errorid description detail details reason cause causes hint help
   documentationurl docurl moreinfo url link links data result results response payload body resultcode resultmsg
   resultmessage returncode retcode returnmsg retmsg ret requestid traceid correlationid debugid fbtraceid timestamp time
   date path method instance meta metadata responsemetadata responseheader warnings validationerrors fielderrors subcode
   errorsubcode usermessage developermessage exception stacktrace transactionresponse`
    .trim()
    .split(/\s+/),
)
const FLAGS = ['success', 'ok', 'issuccess', 'succeeded', 'successful']
const WORDS = /^(?:error|err|fail|ko|nok|not_?ok|[A-Z]+_(?:DENIED|ERROR|REQUEST|FAILED)|INVALID_[A-Z_]+)$/i
const MESSAGES = [
  'message',
  'msg',
  'errormessage',
  'errmsg',
  'resultmsg',
  'resultmessage',
  'description',
  'reason',
  'detail',
  'error',
  'returnmsg',
  'retmsg',
]
const CONTENT = ['data', 'result', 'results', 'response', 'payload', 'body']
const RESULT_CODES = ['errcode', 'errno', 'errorcode', 'resultcode', 'returncode', 'retcode', 'ret']
const FINE = /^(?:0+|ok|success(?:ful)?|succeeded|none|null|false|2\d\d)?$/i

// Resources that are about errors, states and texts: what they hold is what they are for.
const ABOUT_ERRORS =
  /(?:^|[/_.-])(?:errors?|error-?codes?|logs?|audit|events?|health|healthz|ready|readyz|live|livez|status|ping|jobs?|tasks?|runs?|builds?|deployments?|deliver(?:y|ies)|webhooks?|notifications|incidents|devices?|diagnostics?|validate|validation|lint|check|i18n|l10n|locales?|lang(?:uages?)?|translations?|messages|docs?|schemas?|openapi|swagger|samples?|examples?)(?:[/_.-]|$)/i

/** Strong evidence that a 2xx is an error; never a reason to convert it by itself, as its route must ask for that. */
export function errorOnSuccess(body: LegacyBody, request: RequestFacts | null = null): SuccessEvidence | null {
  if (body.status < 200 || body.status > 299) return null
  if (request !== null && /^(?:GET|QUERY)$/i.test(request.method) && ABOUT_ERRORS.test(request.path)) return null
  if (typeof body.headers['x-amz-function-error'] === 'string') return 'error-header'
  if (body.kind === 'text' || body.kind === 'html') return isErrorText(body.text) ? 'error-text' : null
  if (!isMembers(body.json) || Object.keys(body.json).length > 40) return null
  return evidenceIn(byPlainName(body.json))
}

// Names without case, `_` and `-`.
function byPlainName(value: Members): Members {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toLowerCase().replace(/[_-]/g, ''), inner]),
  )
}

function evidenceIn(value: Members): SuccessEvidence | null {
  if (isErrorResult(value)) return 'result-code'
  if (areAllFailed(memberOf(value, 'results'))) return 'all-failed'
  if (!Object.keys(value).every(name => ENVELOPE.has(name))) return null
  if (FLAGS.some(name => memberOf(value, name) === true)) return null
  const told = MESSAGES.some(name => isTold(memberOf(value, name))) || isList(memberOf(value, 'errors'))
  const isCoded = Object.keys(value).some(name => /code|errno/.test(name))
  if (FLAGS.some(name => memberOf(value, name) === false)) return told || isCoded ? 'success-flag' : null
  if (isErrorWord(memberOf(value, 'status')) && (told || isMembers(memberOf(value, 'data')))) return 'status-word'
  if (!isBare(value)) return null
  if (told && isErrorStatus(value)) return 'status-number'
  if (isTold(memberOf(value, 'error'))) return 'error-member'
  if (isList(memberOf(value, 'errors'))) return 'errors-member'
  if (isTold(memberOf(value, 'errormessage'))) return 'error-message'
  return told && RESULT_CODES.some(name => isBadCode(memberOf(value, name))) ? 'result-code' : null
}

/** `{messages: {resultCode: "Error"}}` */
function isErrorResult(value: Members): boolean {
  return ['messages', 'meta', 'header', 'responseheader', 'status'].some(name => {
    const inner = memberOf(value, name)
    if (!isMembers(inner)) return false
    const code = memberOf(inner, 'resultCode') ?? memberOf(inner, 'result_code')
    return isErrorWord(code)
  })
}

function isErrorWord(value: unknown): boolean {
  return typeof value === 'string' && WORDS.test(value)
}

function areAllFailed(results: unknown): boolean {
  if (!Array.isArray(results) || results.length === 0) return false
  return results.every(one => isMembers(one) && isTold(memberOf(one, 'error')))
}

function isErrorStatus(value: Members): boolean {
  return ['statuscode', 'status', 'code', 'httpstatus', 'httpcode', 'httpstatuscode'].some(name => {
    const number = Number(memberOf(value, name) ?? 0)
    return Number.isInteger(number) && number >= 400 && number <= 599
  })
}

function isBadCode(code: unknown): boolean {
  return (typeof code === 'number' || typeof code === 'string') && !FINE.test(String(code))
}

function isBare(value: Members): boolean {
  return CONTENT.every(name => isEmpty(memberOf(value, name)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function isTold(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return isList(value)
  return isMembers(value) && Object.keys(value).length > 0
}

// A list of things with an `id` is content: a log, a catalogue.
function isList(value: unknown): boolean {
  if (isMembers(value)) return Object.keys(value).length > 0
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every(one =>
    isMembers(one) ? memberOf(one, 'id') === undefined : typeof one === 'string' && one !== '',
  )
}

const ERROR_LINE = /^(?:(?:ERROR|ERR|FATAL|FAILED|FAILURE)\b[:\s-]|(?:Error|error):)\s?\S[^\n]{0,500}$/
const FATAL =
  /^(?:<br ?\/?>\s{0,4})?(?:<b>)?(?:PHP )?(?:Fatal|Parse|Uncaught|Recoverable fatal) error(?:<\/b>)?:|^Traceback \(most recent call last\):/

function isErrorText(text: string): boolean {
  const trimmed = text.slice(0, 4096).trim()
  return ERROR_LINE.test(trimmed) || FATAL.test(trimmed)
}
