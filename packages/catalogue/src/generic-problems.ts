import type { Contract } from './contract.ts'
import type { GenericProblem } from './entry.ts'

// RFC 9110 section 15, and the registered ones beyond it (RFC 4918, 6585, 7725, 8470).
const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  406: 'Not Acceptable',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  409: 'Conflict',
  410: 'Gone',
  411: 'Length Required',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  416: 'Range Not Satisfiable',
  417: 'Expectation Failed',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  423: 'Locked',
  424: 'Failed Dependency',
  425: 'Too Early',
  426: 'Upgrade Required',
  428: 'Precondition Required',
  429: 'Too Many Requests',
  431: 'Request Header Fields Too Large',
  451: 'Unavailable For Legal Reasons',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
  505: 'HTTP Version Not Supported',
  506: 'Variant Also Negotiates',
  507: 'Insufficient Storage',
  508: 'Loop Detected',
  510: 'Not Extended',
  511: 'Network Authentication Required',
}

/** What a catalogue's `generic` says about one status. */
export interface GenericChoice {
  readonly code: string
  readonly title?: string | undefined
}

/** The generic problem of every status from 400 to 599; `typeOf` makes the type of a code. */
export function genericProblems(
  contract: Contract,
  typeOf: (code: string) => string,
  choices: Readonly<Record<number, GenericChoice>> = {},
): readonly GenericProblem[] {
  return Array.from({ length: 200 }, (_, at) => {
    const status = 400 + at
    const choice = choices[status]
    const title = choice?.title ?? REASONS[status] ?? `HTTP ${status}`
    const code = choice?.code ?? contract.genericCodes?.[status] ?? genericCode(status, contract.genericCase)
    return { status, code, type: typeOf(code), title }
  })
}

function genericCode(status: number, letters: Contract['genericCase']): string {
  const words = (REASONS[status] ?? `HTTP ${status}`).replace(/[^A-Za-z0-9]+/g, '_')
  return letters === 'snake' ? words.toLowerCase() : words.toUpperCase()
}
