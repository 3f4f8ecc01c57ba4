import { type Catalogue, type ProblemEntry, typeUri } from '@problemshift/catalogue'

/** What Fastify and its own plugins say by code; the texts change between patch releases, the codes do not. */
const TITLES: Readonly<Record<string, string>> = {
  FST_ERR_VALIDATION: 'Request validation failed',
  FST_ERR_CTP_INVALID_JSON_BODY: 'Request body is not valid JSON',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'Request body is empty',
  FST_ERR_CTP_EMPTY_TYPE: 'Content type is missing',
  FST_ERR_CTP_INVALID_TYPE: 'Content type is not valid',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Content type is not supported',
  FST_ERR_CTP_BODY_TOO_LARGE: 'Request body is too large',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'Request body does not have its announced length',
  FST_ERR_NOT_FOUND: 'Not found',
  FST_ERR_BAD_URL: 'Request URL is not valid',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the request URL is too long',
  FST_ERR_ASYNC_CONSTRAINT: 'Request could not be routed',
  FST_ERR_HANDLER_TIMEOUT: 'The server took too long',
  FST_ERR_FAILED_ERROR_SERIALIZATION: 'Error could not be written',
  FST_ERR_RESPONSE_SERIALIZATION: 'Response could not be written',
  FST_ERR_REP_INVALID_PAYLOAD_TYPE: 'Response could not be written',
  FST_ERR_REP_RESPONSE_BODY_CONSUMED: 'Response could not be written',
  FST_ERR_REP_READABLE_STREAM_LOCKED: 'Response could not be written',
  FST_ERR_REP_ALREADY_SENT: 'Response was already sent',
  FST_ERR_SEND_UNDEFINED_ERR: 'The server failed',
  FST_ERR_SEND_INSIDE_ONERR: 'The server failed',
  FST_ERR_BAD_STATUS_CODE: 'The server failed',
  FST_ERR_BAD_TRAILER_NAME: 'The server failed',
  FST_ERR_BAD_TRAILER_VALUE: 'The server failed',
  FST_ERR_MISSING_SERIALIZATION_FN: 'Response could not be written',
  FST_ERR_MISSING_CONTENTTYPE_SERIALIZATION_FN: 'Response could not be written',
  FST_ERR_UNSUPPORTED_MEDIA_TYPE: 'Content type is not supported',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'Request is not multipart',
  FST_REQ_FILE_TOO_LARGE: 'Uploaded file is too large',
  FST_PARTS_LIMIT: 'Too many parts in the request',
  FST_FILES_LIMIT: 'Too many files in the request',
  FST_FIELDS_LIMIT: 'Too many fields in the request',
  FST_PROTO_VIOLATION: 'A field name is not allowed',
  FST_NO_FORM_DATA: 'Form data is missing',
  FST_JWT_NO_AUTHORIZATION_IN_HEADER: 'Authorization is missing',
  FST_JWT_NO_AUTHORIZATION_IN_COOKIE: 'Authorization is missing',
  FST_JWT_BAD_REQUEST: 'Authorization is not valid',
  FST_JWT_BAD_COOKIE_REQUEST: 'Authorization is not valid',
  FST_JWT_AUTHORIZATION_TOKEN_EXPIRED: 'Authorization token has expired',
  FST_JWT_AUTHORIZATION_TOKEN_INVALID: 'Authorization token is not valid',
  FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED: 'Authorization token is not trusted',
  FST_JWT_AUTHORIZATION_TOKEN_UNSIGNED: 'Authorization token is not signed',
  FST_BASIC_AUTH_MISSING_OR_BAD_AUTHORIZATION_HEADER: 'Authorization is missing or not valid',
  FST_CSRF_MISSING_SECRET: 'CSRF secret is missing',
  FST_CSRF_INVALID_TOKEN: 'CSRF token is not valid',
  FST_UNDER_PRESSURE: 'The server is overloaded',
  FST_REPLY_FROM_BAD_GATEWAY: 'The upstream server sent a bad response',
  FST_REPLY_FROM_SERVICE_UNAVAILABLE: 'The upstream server is not available',
  FST_REPLY_FROM_GATEWAY_TIMEOUT: 'The upstream server took too long',
  FST_REPLY_FROM_INTERNAL_SERVER_ERROR: 'The upstream server could not be reached',
  FST_REPLY_FROM_BAD_REQUEST: 'The request cannot be passed on',
}

/** The code of a body that is no JSON, which Fastify before 5.1 does not give. */
export const INVALID_JSON = 'FST_ERR_CTP_INVALID_JSON_BODY'

/** The sentence that goes with it; the engine's own would quote the body. */
export const INVALID_JSON_TEXT = "Body is not valid JSON but content-type is set to 'application/json'"

/** The built-in entry for a code of Fastify's, as if the catalogue had it; `null` for any other code. */
export function frameworkEntry(catalogue: Catalogue, code: string, status: number): ProblemEntry | null {
  const title = Object.hasOwn(TITLES, code) ? TITLES[code] : undefined
  if (title === undefined) return null
  return catalogue.contract.type === 'fixed'
    ? contractEntry(catalogue, code, status)
    : entryNamed(catalogue, code, status, title)
}

// ContraForce closes its list of codes: Fastify's names are none of them, and a failed validation has its own.
function contractEntry(catalogue: Catalogue, code: string, status: number): ProblemEntry | null {
  const generic = catalogue.generic.find(one => one.status === status)
  const name = code === 'FST_ERR_VALIDATION' && status === 400 ? 'VALIDATION_ERROR' : generic?.code
  if (name === undefined) return null
  const own = catalogue.problems.find(one => one.code === name)
  const title = name === generic?.code ? generic.title : 'Validation failed'
  return own ?? entryNamed(catalogue, name, status, title)
}

function entryNamed(catalogue: Catalogue, code: string, status: number, title: string): ProblemEntry {
  return {
    code,
    type: typeUri(catalogue.type, code),
    status,
    title: { '*': title },
    detail: null,
    retry: null,
    extensions: [],
    description: null,
    signs: [],
  }
}

/** All built-in entries, each with the status that Fastify gives it. */
export function frameworkEntries(catalogue: Catalogue): readonly ProblemEntry[] {
  return Object.keys(TITLES).flatMap(code => frameworkEntry(catalogue, code, usualStatus(code)) ?? [])
}

function usualStatus(code: string): number {
  if (/NOT_FOUND/.test(code)) return 404
  if (/TOO_LARGE|LIMIT$/.test(code)) return 413
  if (/MAX_PARAM_LENGTH/.test(code)) return 414
  if (/MEDIA_TYPE|CTP_INVALID_TYPE|CTP_EMPTY_TYPE/.test(code)) return 415
  if (/MULTIPART_CONTENT_TYPE/.test(code)) return 406
  if (/JWT_BAD/.test(code)) return 400
  if (/JWT|AUTHORIZATION/.test(code)) return 401
  if (/CSRF/.test(code)) return 403
  if (/GATEWAY_TIMEOUT/.test(code)) return 504
  if (/BAD_GATEWAY|REPLY_FROM_INTERNAL/.test(code)) return 502
  if (/UNDER_PRESSURE|SERVICE_UNAVAILABLE|HANDLER_TIMEOUT/.test(code)) return 503
  return /VALIDATION|CTP_|BAD_URL|PROTO_VIOLATION|NO_FORM_DATA|BAD_REQUEST/.test(code) ? 400 : 500
}

/** What a failure to reach another server is to our caller; `null` for a code that is no such failure. */
export function gatewayStatus(code: string | null): number | null {
  switch (code) {
    case 'FST_REPLY_FROM_GATEWAY_TIMEOUT':
    case 'UND_ERR_HEADERS_TIMEOUT':
    case 'UND_ERR_BODY_TIMEOUT':
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return 504
    case 'FST_REPLY_FROM_SERVICE_UNAVAILABLE':
      return 503
    case 'FST_REPLY_FROM_INTERNAL_SERVER_ERROR':
    case 'FST_REPLY_FROM_BAD_GATEWAY':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
    case 'ENOTFOUND':
    case 'UND_ERR_SOCKET':
      return 502
    default:
      return null
  }
}
