import { isMembers, type Members, memberOf } from './plain-object.ts'

/**
 * An answer that speaks only of itself: every member is one of these, in any case and without `_` and `-`. Anything else
 * (`name`, `valid`, `checks`, `items`) is content: then it is a resource that tells of a failure, and no failure.
 */
const NAMES = new Set(
  `status stat statuscode statustxt statustext statusmessage httpstatus httpcode httpstatuscode success issuccess
   successful succeeded ok failed code cod type title message msg messages error err errors iserror haserror haserrors
   errorcode errorcodes errcode errortitle errno errormessage errormessages errormsg errortext errmsg errortype errordescription errorinfo
   errordetails errorid fault description detail details reason cause causes hint help documentationurl docurl moreinfo
   url link links data result results response payload body resultcode resultmsg resultmessage returncode retcode returnmsg
   retmsg ret requestid traceid correlationid debugid fbtraceid timestamp time date path method instance meta metadata
   responsemetadata responseheader header warnings validationerrors fielderrors subcode submsg errorsubcode usermessage
   developermessage exception stacktrace transactionresponse servedby sign log reasons processid serverid locale language lang systemtime servertime`
    .trim()
    .split(/\s+/),
)
const MESSAGES =
  'message msg errormessage errormsg errmsg errortext resultmsg resultmessage statusmessage statustext statustxt description reason detail error err returnmsg retmsg faultstring errorinfo'.split(
    ' ',
  )
const CONTENT = ['data', 'result', 'results', 'response', 'payload', 'body']

/** The members of an answer by their plain names, or `null` where it has content beside them. */
export function envelopeOf(value: Members): Members | null {
  const members = Object.entries(value)
  // More names than an envelope has: not worth a look.
  if (members.length > 40) return null
  const plain = members
    .map(([name, inner]): [string, unknown] => [name.toLowerCase().replace(/[_-]/g, ''), inner])
    .filter(([name, inner]) => NAMES.has(name) || inner === false || !isEmpty(inner))
  return plain.every(([name]) => NAMES.has(name)) ? Object.fromEntries(plain) : null
}

/** Whether the envelope says something in words, or lists errors. */
export function isTelling(envelope: Members): boolean {
  return (
    MESSAGES.some(name => isTold(memberOf(envelope, name))) ||
    ['errors', 'reasons'].some(name => isErrorList(memberOf(envelope, name)))
  )
}

/** Whether nothing is in the envelope. */
export function isBare(envelope: Members): boolean {
  return CONTENT.every(name => isEmpty(memberOf(envelope, name)))
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

export function isTold(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  return Array.isArray(value) ? isErrorList(value) : isMembers(value) && !isEmpty(value)
}

/** Whether it lists errors. A list of things with an `id` is content: a log, a catalogue. */
export function isErrorList(value: unknown): boolean {
  if (isMembers(value)) return !isEmpty(value)
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every(one =>
    isMembers(one) ? memberOf(one, 'id') === undefined : typeof one === 'string' && one !== '',
  )
}
