import { envelopeOf, isBare, isErrorList, isTelling, isTold } from './left-alone/envelope.ts'
import { isMembers, type Members, memberOf } from './left-alone/plain-object.ts'
import { readXml } from './markup/read-xml.ts'
import type { LegacyBody, RequestFacts } from './wire.ts'

/** What in the body of a 2xx says that it is an error. */
export type SuccessEvidence =
  | 'success-flag'
  | 'error-flag'
  | 'status-word'
  | 'status-number'
  | 'error-member'
  | 'errors-member'
  | 'error-message'
  | 'result-code'
  | 'all-failed'
  | 'error-header'
  | 'error-text'

// Resources that are about errors, states and texts: what they hold is what they are for.
const ABOUT_ERRORS =
  /(?:^|[/_.-])(?:errors?|error-?codes?|logs?|audit|events?|health|healthz|ready|readyz|live|livez|status|ping|jobs?|tasks?|runs?|builds?|deployments?|deliver(?:y|ies)|webhooks?|notifications|incidents|devices?|diagnostics?|validate|validation|lint|check|i18n|l10n|locales?|lang(?:uages?)?|translations?|messages|docs?|schemas?|openapi|swagger|samples?|examples?)(?:[/_.-]|$)/i

/** Strong evidence that a 2xx is an error; never a reason to convert it by itself, as its route must ask for that. */
export function errorOnSuccess(body: LegacyBody, request: RequestFacts | null = null): SuccessEvidence | null {
  if (body.status < 200 || body.status > 299) return null
  if (request !== null && /^(?:GET|QUERY)$/i.test(request.method) && ABOUT_ERRORS.test(request.path)) return null
  if (typeof body.headers['x-amz-function-error'] === 'string') return 'error-header'
  switch (body.kind) {
    case 'json':
      return isMembers(body.json) ? evidenceIn(body.json) : null
    case 'xml':
      return evidenceInXml(body.text)
    case 'text':
    case 'html':
      return isErrorText(body.text) ? 'error-text' : null
    case 'empty':
    case 'binary':
      return null
    default:
      return body.kind satisfies never
  }
}

interface Rule {
  readonly evidence: SuccessEvidence
  /** Whether it holds for the members of an envelope; `isTold`: the envelope says something in words. */
  readonly holds: (envelope: Members, told: boolean) => boolean
}

const FLAGS = ['success', 'ok', 'issuccess', 'succeeded', 'successful']
const ERROR_FLAGS = ['error', 'iserror', 'haserror', 'haserrors']
const STATUS_WORDS = ['status', 'stat', 'result']
const STATUS_NUMBERS = ['statuscode', 'status', 'code', 'cod', 'httpstatus', 'httpcode', 'httpstatuscode']
const RESULT_CODES = ['errcode', 'errno', 'errorcode', 'resultcode', 'returncode', 'retcode', 'ret', 'error', 'subcode']
const WORDS = /^(?:error|err|fail|failure|ko|nok|not_?ok|[A-Z]+_(?:DENIED|ERROR|REQUEST|FAILED)|INVALID_[A-Z_]+)$/i
const FINE = /^(?:0+|ok|success(?:ful|fully)?|succeeded|none|null|false|2\d\d)?[.!]?$/i

/** In the order of their strength; the first that holds is named. */
const RULES: readonly Rule[] = [
  {
    evidence: 'success-flag',
    holds: (envelope, told) => FLAGS.some(name => isFalse(memberOf(envelope, name))) && (told || isCoded(envelope)),
  },
  {
    evidence: 'error-flag',
    holds: (envelope, told) => told && ERROR_FLAGS.some(name => memberOf(envelope, name) === true),
  },
  {
    evidence: 'status-word',
    holds: (envelope, told) =>
      STATUS_WORDS.some(name => isErrorWord(memberOf(envelope, name))) &&
      (told || isCoded(envelope) || isMembers(memberOf(envelope, 'data'))),
  },
  {
    evidence: 'status-number',
    holds: (envelope, told) =>
      told && isBare(envelope) && STATUS_NUMBERS.some(name => isErrorStatus(memberOf(envelope, name))),
  },
  { evidence: 'error-member', holds: envelope => isBare(envelope) && isErrorMember(envelope) },
  { evidence: 'errors-member', holds: envelope => isBare(envelope) && isErrorList(memberOf(envelope, 'errors')) },
  {
    evidence: 'error-message',
    holds: envelope => isBare(envelope) && ['errormessage', 'errortext'].some(name => isTold(memberOf(envelope, name))),
  },
  {
    evidence: 'result-code',
    holds: (envelope, told) =>
      told &&
      isBare(envelope) &&
      (RESULT_CODES.some(name => isBadCode(memberOf(envelope, name))) || isBadNumber(envelope)),
  },
]

function evidenceIn(value: Members): SuccessEvidence | null {
  const answer = answerIn(value)
  if (isErrorResult(answer)) return 'result-code'
  if (areAllFailed(memberOf(answer, 'results'))) return 'all-failed'
  if (memberOf(answer, 'Response') === 'False' && isTold(memberOf(answer, 'Error'))) return 'success-flag'
  if (memberOf(answer, 'result') === 'error' && memberOf(answer, 'id') === undefined) return 'status-word'
  const envelope = envelopeOf(answer)
  if (envelope === null || FLAGS.some(name => memberOf(envelope, name) === true)) return null
  const told = isTelling(envelope)
  return RULES.find(rule => rule.holds(envelope, told))?.evidence ?? null
}

// `{"ocs": {"meta": {…}}}`, `{"pay_response": {…}, "sign": "…"}`; under any other name it is a thing with a state of its own.
function answerIn(value: Members): Members {
  const [first, ...rest] = Object.entries(value).filter(([name]) => name !== 'sign')
  if (first === undefined || rest.length > 0 || !/response$|^(?:result|ocs|reply|return|output|root)$/i.test(first[0]))
    return value
  return isMembers(first[1]) ? first[1] : value
}

function evidenceInXml(xml: string): SuccessEvidence | null {
  const [root] = Object.entries(readXml(xml) ?? {})
  if (root === undefined) return null
  if (/^(?:errors?|fault|exception|error-?response|errorresult)$/i.test(root[0])) return 'error-member'
  return isMembers(root[1]) ? evidenceIn(root[1]) : null
}

/** `{messages: {resultCode: "Error"}}`, `{meta: {code: 400, error_message: "…"}}` */
function isErrorResult(value: Members): boolean {
  return ['messages', 'meta', 'header', 'responseHeader', 'status', 'Result'].some(name => {
    const outer = memberOf(value, name)
    const inner = isMembers(outer) ? envelopeOf(outer) : null
    if (inner === null) return false
    if (isErrorWord(memberOf(inner, 'resultcode'))) return true
    return isTelling(inner) && STATUS_NUMBERS.some(number => isErrorStatus(memberOf(inner, number)))
  })
}

// `{results: [{error: "…"}]}`, where not one of them came about
function areAllFailed(results: unknown): boolean {
  if (!Array.isArray(results) || results.length === 0) return false
  return results.every(one => isMembers(one) && isTold(memberOf(one, 'error')))
}

function isErrorMember(envelope: Members): boolean {
  if (['error', 'fault', 'exception'].some(name => isTold(memberOf(envelope, name)))) return true
  return isMembers(memberOf(envelope, 'err')) && isTold(memberOf(envelope, 'err'))
}

function isFalse(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false')
}

function isErrorWord(value: unknown): boolean {
  return typeof value === 'string' && WORDS.test(value)
}

function isErrorStatus(value: unknown): boolean {
  if (typeof value !== 'number' && typeof value !== 'string') return false
  const number = Number(value)
  return Number.isInteger(number) && number >= 400 && number <= 599
}

function isCoded(envelope: Members): boolean {
  return Object.keys(envelope).some(name => /code|errno|errortype/.test(name))
}

function isBadCode(code: unknown): boolean {
  return (typeof code === 'number' || (typeof code === 'string' && !/\s/.test(code))) && !FINE.test(String(code))
}

// `{code: 99991663, msg: "token expired"}`: a number that is not zero, where no word says that all is well.
function isBadNumber(envelope: Members): boolean {
  const code = memberOf(envelope, 'code')
  const word = memberOf(envelope, 'msg') ?? memberOf(envelope, 'message')
  const isNumber = typeof code === 'number' || (typeof code === 'string' && /^\d{4,}$/.test(code))
  return isNumber && isBadCode(code) && typeof word === 'string' && !FINE.test(word.trim())
}

const ERROR_LINE = /^(?:(?:ERROR|ERR|FATAL|FAILED|FAILURE)\b[:\s-]|(?:Error|error):)\s?\S[^\n]{0,500}$/
const FATAL =
  /^(?:<br ?\/?>\s{0,4})?(?:<b>)?(?:PHP )?(?:Fatal|Parse|Uncaught|Recoverable fatal) error(?:<\/b>)?:|^Traceback \(most recent call last\):/

function isErrorText(text: string): boolean {
  const trimmed = text.slice(0, 4096).trim()
  return ERROR_LINE.test(trimmed) || FATAL.test(trimmed)
}
