/** Reason phrases by status: RFC 9110 first, then those of earlier RFCs and of well-known servers. */
const PHRASES: Readonly<Record<number, readonly string[]>> = {
  400: ['Bad Request'],
  401: ['Unauthorized', 'Authorization Required'],
  402: ['Payment Required'],
  403: ['Forbidden'],
  404: ['Not Found', 'Page Not Found', 'File Not Found'],
  405: ['Method Not Allowed'],
  406: ['Not Acceptable'],
  407: ['Proxy Authentication Required'],
  408: ['Request Timeout', 'Request Time-out'],
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
  421: ['Misdirected Request'],
  422: ['Unprocessable Content', 'Unprocessable Entity'],
  423: ['Locked'],
  424: ['Failed Dependency'],
  425: ['Too Early'],
  426: ['Upgrade Required'],
  428: ['Precondition Required'],
  429: ['Too Many Requests'],
  431: ['Request Header Fields Too Large'],
  451: ['Unavailable For Legal Reasons'],
  499: ['Client Closed Request'],
  500: ['Internal Server Error', 'Server Error (500)'],
  501: ['Not Implemented'],
  502: ['Bad Gateway', 'Proxy Error'],
  503: ['Service Unavailable', 'Service Temporarily Unavailable', 'Temporarily Unavailable'],
  504: ['Gateway Timeout', 'Gateway Time-out'],
  505: ['HTTP Version Not Supported'],
  507: ['Insufficient Storage'],
  508: ['Loop Detected'],
  511: ['Network Authentication Required'],
}

const lower = (phrase: string) => phrase.toLowerCase().replace(/[-\s]+/g, ' ')
const byStatus = new Map(
  Object.entries(PHRASES).map(([status, phrases]) => [Number(status), new Set(phrases.map(lower))]),
)
const exact = new Set(Object.values(PHRASES).flat())

/** Whether the text says no more than this status does, in any case. */
export function isReasonPhrase(text: string, status: number): boolean {
  return text.length < 60 && (byStatus.get(status)?.has(lower(text.trim())) ?? false)
}

/** Whether the text is the reason phrase of some status, written as the RFCs write it. */
export function isAnyReasonPhrase(text: string): boolean {
  return exact.has(text.trim())
}

/** The statuses that have a name: a number among them is a status, not a machine code. */
export function isKnownStatus(status: number): boolean {
  return byStatus.has(status)
}

/** The status whose reason phrase the word is, `NOT_FOUND` as well as `Not Found`; `null` for none. */
export function statusOfPhrase(text: string): number | null {
  const wanted = lower(text.trim().replaceAll('_', ' '))
  for (const [status, phrases] of byStatus) if (phrases.has(wanted)) return status
  return null
}
