/** The names of the statuses: those of the IANA registry first, then those that older servers write. */
export const REASON_PHRASES: Readonly<Record<number, readonly string[]>> = {
  400: ['Bad Request'],
  401: ['Unauthorized', 'Unauthenticated', 'Authorization Required'],
  402: ['Payment Required'],
  403: ['Forbidden', 'Access Denied'],
  404: ['Not Found', 'Page Not Found', 'File Not Found'],
  405: ['Method Not Allowed', 'Not Allowed'],
  406: ['Not Acceptable'],
  407: ['Proxy Authentication Required'],
  408: ['Request Timeout', 'Request Time-out', 'Request Time-Out'],
  409: ['Conflict'],
  410: ['Gone'],
  411: ['Length Required'],
  412: ['Precondition Failed'],
  413: ['Content Too Large', 'Payload Too Large', 'Request Entity Too Large', 'Request Too Long'],
  414: ['URI Too Long', 'Request-URI Too Long', 'Request-URI Too Large', 'Request URI Too Long'],
  415: ['Unsupported Media Type'],
  416: ['Range Not Satisfiable', 'Requested Range Not Satisfiable'],
  417: ['Expectation Failed'],
  418: ["I'm a teapot", "I'm a Teapot"],
  419: ['Page Expired', 'Authentication Timeout'],
  420: ['Enhance Your Calm'],
  421: ['Misdirected Request'],
  422: ['Unprocessable Content', 'Unprocessable Entity'],
  423: ['Locked'],
  424: ['Failed Dependency'],
  425: ['Too Early', 'Unordered Collection'],
  426: ['Upgrade Required'],
  428: ['Precondition Required'],
  429: ['Too Many Requests'],
  431: ['Request Header Fields Too Large', 'Request Header Or Cookie Too Large'],
  444: ['No Response'],
  451: ['Unavailable For Legal Reasons'],
  495: ['SSL Certificate Error'],
  496: ['SSL Certificate Required'],
  497: ['HTTP Request Sent to HTTPS Port'],
  499: ['Client Closed Request'],
  500: ['Internal Server Error', 'Server Error', 'Internal Error'],
  501: ['Not Implemented'],
  502: ['Bad Gateway', 'Proxy Error'],
  503: ['Service Unavailable', 'Service Temporarily Unavailable', 'Temporarily Unavailable', 'Backend fetch failed'],
  504: ['Gateway Timeout', 'Gateway Time-out', 'Gateway Time-Out'],
  505: ['HTTP Version Not Supported', 'HTTP Version not supported'],
  506: ['Variant Also Negotiates'],
  507: ['Insufficient Storage'],
  508: ['Loop Detected'],
  509: ['Bandwidth Limit Exceeded'],
  510: ['Not Extended'],
  511: ['Network Authentication Required'],
  520: ['Web server is returning an unknown error', 'Web Server Returned an Unknown Error'],
  521: ['Web server is down', 'Web Server Is Down'],
  522: [],
  523: ['Origin is unreachable', 'Origin Is Unreachable'],
  524: ['A timeout occurred', 'A Timeout Occurred'],
}

const LOWER_CASE = new Set(
  Object.values(REASON_PHRASES)
    .flat()
    .map(phrase => phrase.toLowerCase()),
)
// `HTTP Status 404 – Not Found`, `Error: 409 Conflict`, `HTTP Error 503.`, `404: Not Found`, `502 ERROR`
const NUMBER_IN_FRONT =
  /^(?:HTTP[ /]?(?:\d\.\d)?\s?)?(?:Status|Error)?(?:\s?code)?[\s:-]{0,3}([1-5]\d\d)(?:\.\d{1,2})?\b[\s:.|–—-]*/i
const NUMBER_BEHIND = /\s*[([]?\b([1-5]\d\d)\b[)\]]?[\s.!]*$/
const BARE = /^(?:error|page not found|http error|status|fail(?:ed|ure)?|oops|whoops)?[\s.:!]*$/i

/** What a status is called; more than one where older servers call it otherwise. */
export function reasonPhrases(status: number): readonly string[] {
  return REASON_PHRASES[status] ?? []
}

/** Whether a text only names this status. With case, as `code: "unauthorized"` is a code and no phrase. */
export function isReasonPhrase(text: string, status: number): boolean {
  const phrases = REASON_PHRASES[status]
  return phrases?.includes(text.trim()) ?? false
}

/** Whether a line says no more than a status does: `404 page not found`, `HTTP Status 409 – Conflict`, `Server Error (500)`. */
export function isStatusLine(text: string, status: number): boolean {
  const line = text.replace(/^[^\p{L}\p{N}]{1,8}/u, '').trim()
  if (line.length > 100) return false
  if (isReasonPhrase(line, status)) return true
  const front = NUMBER_IN_FRONT.exec(line)
  const behind = front === null ? NUMBER_BEHIND.exec(line) : null
  const number = Number(front?.[1] ?? behind?.[1] ?? 0)
  if (number === 0) return false
  const rest = (front === null ? line.slice(0, behind?.index) : line.slice(front[0].length)).trim()
  return BARE.test(rest) || LOWER_CASE.has(rest.replace(/[.!]$/, '').toLowerCase())
}

/** The text behind a status in front of it: `HTTP Error 503. The service is unavailable.` */
export function withoutStatus(text: string): string {
  const front = NUMBER_IN_FRONT.exec(text)
  if (front === null || !/^HTTP|^Error|\s[-–—:|]\s+$/i.test(front[0])) return text
  return text.slice(front[0].length).trim()
}
