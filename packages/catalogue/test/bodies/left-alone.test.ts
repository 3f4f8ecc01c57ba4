import {
  errorOnSuccess,
  type LeftReason,
  leftAlone,
  type RequestFacts,
  readBody,
  type SuccessEvidence,
} from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import { requestFacts } from './request-facts.ts'

function bodyOf(
  status: number,
  value: unknown,
  contentType = 'application/json',
  headers: Record<string, string> = {},
) {
  const body = typeof value === 'string' ? value : JSON.stringify(value)
  return readBody({ status, headers: { 'content-type': contentType, ...headers }, body })
}

const fault = (space: string) =>
  `<?xml version="1.0"?><e:Envelope xmlns:e="${space}"><e:Body><e:Fault/></e:Body></e:Envelope>`
const oauthError = { error: 'invalid_grant', error_description: 'The code has expired.' }
const problem = { type: 'about:blank', title: 'Not Found', status: 404 }
const scim = 'urn:ietf:params:scim:api:messages:2.0:Error'

interface Case {
  readonly name: string
  readonly reason: LeftReason | null
  readonly status?: number
  readonly body: unknown
  readonly type?: string
  readonly request?: Partial<RequestFacts> | null
}

const CASES: readonly Case[] = [
  { name: 'an answer to HEAD', reason: 'head', status: 404, body: '', request: { method: 'HEAD' } },
  { name: 'early hints', reason: 'informational', status: 103, body: '' },
  { name: 'no content', reason: 'no-content', status: 204, body: '' },
  { name: 'a reset', reason: 'no-content', status: 205, body: '' },
  { name: 'a part', reason: 'partial-content', status: 206, body: { error: 'x y' } },
  { name: 'many states', reason: 'multi-status', status: 207, body: { success: false, message: 'Loan 7 is closed' } },
  { name: 'what has not changed', reason: 'not-modified', status: 304, body: '' },
  { name: 'a redirect with a body', reason: 'redirect', status: 301, body: { message: 'Moved', code: 'MOVED' } },
  { name: 'a caller who has gone', reason: 'client-closed', status: 499, body: '' },
  { name: 'events', reason: 'stream', status: 500, body: 'event: error\ndata: x\n\n', type: 'text/event-stream' },
  { name: 'lines of JSON', reason: 'stream', status: 500, body: '{"a":1}\n{"a":2}', type: 'application/x-ndjson' },
  { name: 'a picture', reason: 'binary', status: 404, body: '\u0000\u0001', type: 'image/png' },
  { name: 'a drawing', reason: 'binary', status: 404, body: 'GIF89a', type: 'image/gif' },
  { name: 'a problem', reason: 'problem', status: 404, body: problem, type: 'application/problem+json; charset=utf-8' },
  {
    name: 'a label of a problem on a page',
    reason: null,
    status: 500,
    body: '<html>oops</html>',
    type: 'application/problem+json',
  },
  {
    name: 'a label of a problem on a list',
    reason: null,
    status: 500,
    body: [problem],
    type: 'application/problem+json',
  },
  { name: 'a label of a problem on nothing', reason: null, status: 500, body: '', type: 'application/problem+json' },
  { name: 'the shape of a problem under plain JSON', reason: null, status: 404, body: problem },
  { name: 'a token endpoint', reason: 'oauth', body: oauthError, request: { path: '/oauth/token' } },
  {
    name: 'a token endpoint of a realm',
    reason: 'oauth',
    body: oauthError,
    request: { path: '/realms/library/protocol/openid-connect/token' },
  },
  {
    name: 'a token endpoint that answers 200',
    reason: 'oauth',
    status: 200,
    body: oauthError,
    request: { path: '/login/oauth/access_token' },
  },
  {
    name: 'a grant on any path',
    reason: 'oauth',
    body: oauthError,
    request: { path: '/session', body: ['grant_type', 'code'] },
  },
  { name: 'OAuth members on a resource', reason: null, status: 401, body: oauthError, request: { path: '/loans/7' } },
  { name: 'OAuth members without a request', reason: null, status: 401, body: oauthError, request: null },
  {
    name: 'another error of a token endpoint',
    reason: null,
    body: { message: 'Loan 7 is closed' },
    request: { path: '/oauth/token' },
  },
  { name: 'a resource whose name is like a token', reason: null, body: oauthError, request: { path: '/tokens/7' } },
  { name: 'SCIM', reason: 'scim', status: 409, body: { schemas: [scim], detail: 'x' }, type: 'application/scim+json' },
  { name: 'SCIM under plain JSON', reason: 'scim', status: 409, body: { schemas: [scim], detail: 'x' } },
  {
    name: 'a label of SCIM on another error',
    reason: null,
    status: 409,
    body: { message: 'Taken' },
    type: 'application/scim+json',
  },
  { name: 'schemas of something else', reason: null, status: 409, body: { schemas: ['loan.json'], message: 'Taken' } },
  {
    name: 'GraphQL with places in the query',
    reason: 'graphql',
    body: { errors: [{ message: 'x', locations: [{ line: 1, column: 2 }] }] },
  },
  {
    name: 'GraphQL on its path',
    reason: 'graphql',
    status: 200,
    body: { errors: [{ message: 'x' }] },
    request: { path: '/graphql' },
  },
  {
    name: 'GraphQL with data',
    reason: 'graphql',
    status: 200,
    body: { data: null, errors: [{ message: 'x', path: ['loan'], extensions: {} }] },
  },
  {
    name: 'GraphQL in a batch',
    reason: 'graphql',
    status: 400,
    body: [{ errors: [{ message: 'x', locations: [{ line: 1, column: 2 }] }] }],
  },
  {
    name: 'errors with extensions of a REST server',
    reason: null,
    body: { errors: [{ message: 'x', extensions: { code: 'E17' } }] },
  },
  {
    name: 'errors with paths of a REST server',
    reason: null,
    body: { errors: [{ message: 'x', path: ['loan', 'due'] }] },
  },
  {
    name: 'JSON-RPC',
    reason: 'json-rpc',
    status: 200,
    body: { jsonrpc: '2.0', error: { code: -32602, message: 'x' }, id: 1 },
  },
  {
    name: 'JSON-RPC in a batch',
    reason: 'json-rpc',
    status: 200,
    body: [{ jsonrpc: '2.0', error: { code: -32602, message: 'x' }, id: 1 }],
  },
  { name: 'JSON-RPC 1.0', reason: 'json-rpc', status: 500, body: { result: null, error: { code: 1 }, id: 7 } },
  { name: 'an error beside an id', reason: null, status: 500, body: { error: { code: 1 }, id: 7 } },
  {
    name: 'SOAP 1.1',
    reason: 'soap',
    status: 500,
    body: fault('http://schemas.xmlsoap.org/soap/envelope/'),
    type: 'text/xml',
  },
  {
    name: 'SOAP 1.2',
    reason: 'soap',
    status: 500,
    body: fault('http://www.w3.org/2003/05/soap-envelope'),
    type: 'application/soap+xml',
  },
  {
    name: 'an envelope of the post',
    reason: null,
    status: 500,
    body: '<Envelope><message>Lost in the post</message></Envelope>',
    type: 'text/xml',
  },
  {
    name: 'XML-RPC',
    reason: 'xml-rpc',
    status: 200,
    body: '<?xml version="1.0"?><methodResponse><fault/></methodResponse>',
    type: 'text/xml',
  },
  {
    name: 'an error of its own in XML',
    reason: null,
    status: 500,
    body: '<error><message>x</message></error>',
    type: 'text/xml',
  },
  { name: 'a loan', reason: 'success', status: 200, body: { id: 7, member: 9 } },
  { name: 'an error', reason: null, status: 404, body: { message: 'Loan 7 not found' } },
  { name: 'an empty error', reason: null, status: 500, body: '' },
  { name: 'an empty list of errors', reason: null, status: 404, body: { errors: [] } },
]

describe('leftAlone', () => {
  it.each(CASES)('says $reason for $name', ({ reason, status = 400, body, type, request = {} }) => {
    expect(leftAlone(bodyOf(status, body, type), request === null ? null : requestFacts(request))).toBe(reason)
  })
})

describe('errorOnSuccess', () => {
  it.each<[SuccessEvidence, unknown]>([
    ['success-flag', { success: false, message: 'Loan 7 is closed' }],
    ['success-flag', { ok: false, error: 'invalid_auth' }],
    ['success-flag', { success: 'false', message: 'Loan 7 is closed' }],
    ['success-flag', { success: false, errors: [{ code: 7, message: 'x' }], messages: [], result: null }],
    ['success-flag', { Response: 'False', Error: 'Book not found!' }],
    ['error-flag', { error: true, message: 'Loan 7 is closed' }],
    ['status-word', { stat: 'fail', code: 96, message: 'Loan 7 is closed' }],
    ['status-word', { result: 'error', 'error-type': 'unknown-code', documentation: 'https://docs.library.example' }],
    ['status-number', { status_code: 403, status_txt: 'RATE_LIMIT_EXCEEDED', data: null }],
    ['status-number', { cod: '404', message: 'city not found' }],
    ['error-member', { error: { code: 498, message: 'Invalid token.', details: [] } }],
    ['error-member', { error: { code: 'nosuchpage', info: 'x' }, servedby: 'w7' }],
    ['error-member', '<?xml version="1.0"?><error><message>Loan 7 is closed</message></error>'],
    ['status-word', '<rsp stat="fail"><err code="96" msg="Loan 7 is closed"/></rsp>'],
    ['errors-member', { id: '', errors: ['No member is subscribed'] }],
    ['result-code', { code: 99991663, msg: 'token expired' }],
    ['result-code', { error_code: 110, error_msg: 'Access token invalid' }],
    ['result-code', { meta: { code: 400, error_type: 'OAuth', error_message: 'No token' } }],
    ['result-code', { ocs: { meta: { status: 'failure', statuscode: 404, message: 'Share not found' }, data: [] } }],
    ['result-code', { pay_response: { code: '40004', msg: 'Failed', sub_code: 'LOAN_CLOSED' }, sign: 'ab' }],
    ['status-word', { response: { status: 'error', message: 'Loan 7 is closed' } }],
    ['success-flag', { result: { success: false, message: 'Loan 7 is closed' } }],
    ['error-member', { exception: 'LoanClosed', message: 'Loan 7 is closed' }],
    ['result-code', { ret: -1, msg: 'closed', data: {} }],
    ['success-flag', { IsSuccess: false, ErrorCode: 17, Data: null }],
    ['status-word', { status: 'error', message: 'Loan 7 is closed', data: null }],
    ['status-word', { status: 'fail', data: { title: 'is required' } }],
    ['status-number', { statusCode: 404, error: 'Not Found', message: 'Loan 7 not found' }],
    ['status-number', { code: 422, msg: 'Title is required', data: [] }],
    ['error-member', { error: { code: 'LOAN_404', message: 'Loan 7 not found' } }],
    ['error-member', { error: ['ELoan:Closed'] }],
    ['errors-member', { errors: [{ field: 'title', message: 'is required' }], data: null }],
    ['error-message', { error_message: 'The key is invalid.', results: [], status: 'CLOSED' }],
    ['result-code', { errcode: 40013, errmsg: 'invalid id' }],
    ['result-code', { resultCode: '-1', resultMsg: 'Loan 7 is closed', result: {} }],
    ['result-code', { messages: { resultCode: 'Error', message: [] }, loan: {} }],
    ['all-failed', { results: [{ statement_id: 0, error: 'branch not found' }] }],
    ['error-text', 'ERROR: loan not found'],
    ['error-text', '<br />\n<b>Fatal error</b>:  Uncaught Exception: x'],
  ])('finds %s in %j', (evidence, value) => {
    const type = typeof value === 'string' ? 'text/html' : 'application/json'
    expect(errorOnSuccess(bodyOf(200, value, type))).toBe(evidence)
  })

  it('finds the mark of a function that failed', () => {
    const body = bodyOf(200, { id: 7 }, 'application/json', { 'x-amz-function-error': 'Unhandled' })
    expect(errorOnSuccess(body)).toBe('error-header')
  })

  it.each([
    [{ id: 7, title: 'Sea', success: false }],
    [{ id: 'job_8', status: 'failed', error: { code: 'TIMEOUT', message: 'Worker timed out' } }],
    [{ status: 'failed', error: { code: 'TIMEOUT', message: 'x' }, created_at: '2031-02-03' }],
    [{ name: 'pump', status: 'error', message: 'Filter clogged' }],
    [{ valid: false, errors: [{ path: '/title', message: 'must be string' }] }],
    [{ available: false, message: 'That name is taken' }],
    [{ imported: 3, failed: 2, errors: [{ row: 4, message: 'bad' }] }],
    [{ took: 30, errors: true, items: [{ error: 'x' }] }],
    [{ results: [{ error: 'x y' }, { id: 7 }] }],
    [{ data: [{ id: 1, error: 'TypeError' }], total: 2 }],
    [{ errors: [{ id: 1, message: 'ledger closed' }] }],
    [{ data: { id: 7 }, error: null, message: 'ok' }],
    [{ success: true, error: '', data: { id: 7 } }],
    [{ success: true, message: 'Deleted' }],
    [{ code: 0, message: 'ok', data: { id: 7 } }],
    [{ code: 200, message: 'OK', data: [] }],
    [{ code: 'welcome', message: 'Hello Pat' }],
    [{ errcode: 0, errmsg: 'ok' }],
    [{ status: 'fail', checks: { db: { status: 'fail' } } }],
    [{ success: 'Gespeichert', errors: 7, title: 'Bibliothek' }],
    [{ code: 0, msg: 'success' }],
    [{ code: 1, message: 'success' }],
    [{ code: 49, name: 'Germany' }],
    [{ error: false, message: 'Saved' }],
    [{ meta: { code: 200 }, data: [] }],
    [{ result: { error: 0 } }],
    [{ job: { status: 'error', message: 'Worker timed out' } }],
    [{ data: { status: 'error', message: 'Worker timed out' } }],
    [{ response: { id: 7, status: 'error', message: 'x' } }],
    [{ data: [{ id: 1, status: 'error' }] }],
    ['<loan><status>error</status><id>7</id></loan>'],
    ['<?xml version="1.0"?><errorLog><entry>x</entry></errorLog>'],
    [{ success: false }],
    [{ id: 9, request: {}, response: { statusCode: 500 }, success: false }],
    [[{ code: 'E1', message: 'Bad voucher', status: 400 }]],
    ['just text'],
    ['Error rate: 0.5%'],
    ['2031-02-03 ERROR ledger closed\n2031-02-03 INFO ledger open'],
    ['<html><title>404 errors explained</title><h1>Error codes</h1></html>'],
  ])('finds none in %j', value => {
    const type = typeof value === 'string' ? 'text/html' : 'application/json'
    expect(errorOnSuccess(bodyOf(200, value, type), requestFacts({ method: 'GET', path: '/v1/things' }))).toBeNull()
  })

  it('finds none in a resource that is about errors', () => {
    const body = bodyOf(200, { status: 'error', message: 'ledger closed' })
    const seen = ['/health', '/v1/jobs/8', '/i18n/fr.json', '/v1/error-codes/E17'].map(path =>
      errorOnSuccess(body, requestFacts({ method: 'GET', path })),
    )
    expect(seen).toEqual([null, null, null, null])
    expect(errorOnSuccess(body, requestFacts({ method: 'GET', path: '/v1/loans/7' }))).toBe('status-word')
  })

  it('is no question for an error status', () => {
    expect(errorOnSuccess(bodyOf(400, { success: false, message: 'x y' }))).toBeNull()
  })
})
