import type { Stranger } from './strangers.ts'

const TEXT = { 'content-type': 'text/plain' }

/** Frameworks and contracts that the zoo has, saying things that they do not say there. */
export const NEAR_STRANGERS: readonly Stranger[] = [
  {
    name: 'causeloop 403',
    request: 'GET /loans',
    status: 403,
    headers: { 'x-request-id': 't-1' },
    body: {
      error: {
        code: 'forbidden',
        message: 'The token lacks the scope loans:write',
        trace_id: 't-1',
        details: { required_scope: 'loans:write' },
      },
    },
    read: { message: 'The token lacks the scope loans:write', code: 'forbidden', trace: 't-1' },
  },
  {
    name: 'causeloop 409',
    status: 409,
    body: {
      error: {
        code: 'conflict',
        message: 'The request conflicts with the current state',
        trace_id: 't-1',
        details: { current: 'returned by another member' },
      },
    },
    read: { message: 'The request conflicts with the current state', code: 'conflict', trace: 't-1' },
  },
  {
    name: 'causeloop with an array of details',
    status: 400,
    body: {
      error: {
        code: 'validation_error',
        message: 'Request body failed validation',
        trace_id: 't-1',
        details: { 'copies[0].shelf': 'is required', title: 'must be at most 80 characters' },
      },
    },
    read: {
      message: 'Request body failed validation',
      code: 'validation_error',
      trace: 't-1',
      fields: [
        ['body', 'copies.0.shelf', null, 'is required'],
        ['body', 'title', null, 'must be at most 80 characters'],
      ],
    },
  },
  {
    name: 'fortary 429',
    request: 'GET /loans',
    status: 429,
    headers: { 'retry-after': '12', 'x-ratelimit-reset': '12' },
    body: {
      error: {
        type: 'rate_limited',
        code: 'too_many_requests',
        message: 'Too many requests.',
        details: { limit: 60, windowSeconds: 60 },
        correlationId: 'c-1',
        docUrl: 'https://library.example/errors/too_many_requests',
      },
    },
    read: {
      message: 'Too many requests.',
      code: 'too_many_requests',
      trace: 'c-1',
      retry: 12,
      docs: 'https://library.example/errors/too_many_requests',
    },
  },
  {
    name: 'ruleforge with pydantic 1',
    status: 422,
    body: {
      code: 'request_validation_failed',
      message: 'Invalid data in request.',
      detail: 'Invalid data in request.',
      hint: null,
      details: {
        errors: [
          { loc: ['body', 'copies', 0, 'shelf'], msg: 'field required', type: 'value_error.missing' },
          { loc: ['query', 'page'], msg: 'value is not a valid integer', type: 'type_error.integer' },
        ],
      },
      debug_id: 'd-1',
      request_id: 'd-1',
    },
    read: {
      message: 'Invalid data in request.',
      code: 'request_validation_failed',
      trace: 'd-1',
      fields: [
        ['body', 'copies.0.shelf', 'value_error.missing', 'field required'],
        ['query', 'page', 'type_error.integer', 'value is not a valid integer'],
      ],
    },
  },
  {
    name: 'ruleforge 409',
    status: 409,
    body: {
      code: 'project_not_found',
      message: 'The version is already published.',
      hint: 'Refresh and try again.',
      details: { project_id: 'p-1', version: 7 },
      debug_id: 'd-2',
    },
    read: {
      message: 'The version is already published.',
      code: 'project_not_found',
      trace: 'd-2',
      hint: 'Refresh and try again.',
    },
  },
  { name: 'ruleforge as plain text', status: 500, headers: TEXT, body: 'Internal Server Error', read: {} },
  {
    name: 'kordiam v1 text',
    status: 409,
    headers: TEXT,
    body: 'ERROR: platform is locked',
    read: { message: 'platform is locked' },
  },
  {
    name: 'kordiam v1 exception',
    status: 500,
    headers: TEXT,
    body: 'org.springframework.dao.DataIntegrityViolationException: could not execute statement',
    read: {},
  },
  {
    name: 'fastify required in params',
    request: 'GET /loans/1',
    status: 400,
    body: {
      statusCode: 400,
      code: 'FST_ERR_VALIDATION',
      error: 'Bad Request',
      message: 'querystring must have required property \'page\', headers/x-branch must match pattern "^[a-z]+$"',
    },
    read: {
      message: 'any',
      code: 'FST_ERR_VALIDATION',
      fields: [
        ['query', 'page', null, "must have required property 'page'"],
        ['header', 'x-branch', null, 'must match pattern "^[a-z]+$"'],
      ],
    },
  },
  {
    name: 'fastify enum',
    status: 400,
    body: {
      statusCode: 400,
      code: 'FST_ERR_VALIDATION',
      error: 'Bad Request',
      message: 'body/plan must be equal to one of the allowed values, body/copies must NOT have fewer than 1 items',
    },
    read: {
      message: 'any',
      code: 'FST_ERR_VALIDATION',
      fields: [
        ['body', 'plan', null, 'must be equal to one of the allowed values'],
        ['body', 'copies', null, 'must NOT have fewer than 1 items'],
      ],
    },
  },
  {
    name: 'fastify custom error with details',
    status: 422,
    body: {
      statusCode: 422,
      code: 'LOAN_INVALID',
      error: 'Unprocessable Entity',
      message: 'The loan is not valid',
      details: [{ field: 'title', issue: 'too short' }],
    },
    read: { message: 'The loan is not valid', code: 'LOAN_INVALID', fields: [['body', 'title', null, 'too short']] },
  },
  {
    name: 'fastify 500 with a plain word',
    status: 500,
    body: { statusCode: 500, error: 'Internal Server Error', message: 'boom' },
    read: {},
  },
  {
    name: 'nest file validation',
    status: 400,
    body: { message: 'Validation failed (expected size is less than 1000)', error: 'Bad Request', statusCode: 400 },
    read: { message: 'Validation failed (expected size is less than 1000)' },
  },
  {
    name: 'nest nested array',
    status: 400,
    body: {
      message: [
        'each value in tags must be a string',
        'member.address.city must be longer than or equal to 2 characters',
        'nested property copies must be either object or array',
      ],
      error: 'Bad Request',
      statusCode: 400,
    },
    read: {
      fields: [
        ['body', 'tags', null, 'each value in tags must be a string'],
        ['body', 'member.address.city', null, 'member.address.city must be longer than or equal to 2 characters'],
        ['body', 'copies', null, 'nested property copies must be either object or array'],
      ],
    },
  },
  {
    name: 'nest health',
    status: 503,
    body: {
      status: 'error',
      info: {},
      error: { db: { status: 'down', message: 'connect ECONNREFUSED' } },
      details: { db: { status: 'down' } },
    },
    read: { message: 'any', code: 'any', fields: 'any' },
  },
  {
    name: 'hapi conflict',
    status: 409,
    body: { statusCode: 409, error: 'Conflict', message: 'The copy is on loan' },
    read: { message: 'The copy is on loan' },
  },
  {
    name: 'hapi query',
    request: 'GET /loans?page=x',
    status: 400,
    body: {
      statusCode: 400,
      error: 'Bad Request',
      message: '"page" must be a number',
      validation: { source: 'query', keys: ['page'] },
    },
    read: { message: '"page" must be a number', fields: [['query', 'page', null, '"page" must be a number']] },
  },
  {
    name: 'hapi without keys',
    status: 400,
    body: {
      statusCode: 400,
      error: 'Bad Request',
      message: '"title" is not allowed to be empty. "copies" must contain at least 1 items',
    },
    read: {
      message: 'any',
      fields: [
        ['body', 'title', null, '"title" is not allowed to be empty'],
        ['body', 'copies', null, '"copies" must contain at least 1 items'],
      ],
    },
  },
  {
    name: 'celebrate params',
    request: 'GET /loans/1',
    status: 400,
    body: {
      statusCode: 400,
      error: 'Bad Request',
      message: 'Validation failed',
      validation: { params: { source: 'params', keys: ['id'], message: '"id" must be a valid GUID' } },
    },
    read: { message: 'Validation failed', fields: [['path', 'id', null, '"id" must be a valid GUID']] },
  },
  {
    name: 'joi with labels',
    status: 400,
    body: {
      error: {
        isJoi: true,
        name: 'ValidationError',
        details: [
          {
            message: '"Title of the loan" is required',
            path: ['title'],
            type: 'any.required',
            context: { label: 'Title of the loan', key: 'title' },
          },
        ],
        _original: { pin: 'hunter22' },
      },
    },
    read: {
      message: 'any',
      code: 'any',
      fields: [['body', 'title', 'any.required', '"Title of the loan" is required']],
    },
  },
  {
    name: 'zod prettified',
    status: 400,
    body: {
      error:
        '✖ Invalid input: expected string, received undefined\n  → at title\n✖ Too small: expected number to be >0\n  → at copies[0].shelf',
    },
    read: { message: 'any', fields: 'any' },
  },
  {
    name: 'zod with unions',
    status: 400,
    body: {
      success: false,
      error: {
        issues: [
          { code: 'invalid_union', unionErrors: [], path: ['contact'], message: 'Invalid input' },
          { code: 'unrecognized_keys', keys: ['x'], path: [], message: "Unrecognized key(s) in object: 'x'" },
        ],
        name: 'ZodError',
      },
    },
    read: {
      code: 'any',
      fields: [
        ['body', 'contact', 'invalid_union', 'Invalid input'],
        ['body', '', 'unrecognized_keys', "Unrecognized key(s) in object: 'x'"],
      ],
    },
  },
  {
    name: 'zod by place',
    request: 'POST /loans?page=x',
    status: 400,
    body: {
      error: 'Validation error',
      details: {
        query: { _errors: [], page: { _errors: ['Expected number'] } },
        body: { _errors: [], title: { _errors: ['Required here'] } },
      },
    },
    read: {
      message: 'Validation error',
      fields: [
        ['query', 'page', null, 'Expected number'],
        ['body', 'title', null, 'Required here'],
      ],
    },
  },
  {
    name: 'fastapi with a string detail and a code',
    status: 409,
    body: { detail: 'COPY_ON_LOAN' },
    read: { code: 'COPY_ON_LOAN' },
  },
  {
    name: 'fastapi list of strings',
    status: 400,
    body: { detail: ['Title is empty', 'Shelf is full'] },
    read: { message: 'any', fields: 'any' },
  },
  {
    name: 'fastapi form and file',
    status: 422,
    body: {
      detail: [
        { type: 'missing', loc: ['body', 'file'], msg: 'Field required', input: null },
        { type: 'string_type', loc: ['header', 'x-branch'], msg: 'Input should be a valid string', input: null },
      ],
    },
    read: {
      fields: [
        ['body', 'file', 'missing', 'Field required'],
        ['header', 'x-branch', 'string_type', 'Input should be a valid string'],
      ],
    },
  },
  {
    name: 'drf deep',
    status: 400,
    body: {
      member: { address: { city: ['This field is required.'] } },
      copies: [{}, {}, { shelf: ['A valid integer is required.'] }],
    },
    read: {
      fields: [
        ['body', 'member.address.city', null, 'This field is required.'],
        ['body', 'copies.2.shelf', null, 'A valid integer is required.'],
      ],
    },
  },
  {
    name: 'drf with a field called detail',
    status: 400,
    body: { detail: ['This field may not be blank.'] },
    read: { message: 'any', fields: 'any' },
  },
  {
    name: 'drf permission',
    status: 403,
    body: { detail: 'You do not have permission to perform this action.' },
    read: { message: 'You do not have permission to perform this action.' },
  },
  {
    name: 'spring 405',
    status: 405,
    body: {
      timestamp: '2031-02-03T04:05:06.789+00:00',
      status: 405,
      error: 'Method Not Allowed',
      message: "Method 'DELETE' is not supported.",
      path: '/loans',
    },
    read: { message: "Method 'DELETE' is not supported." },
  },
  {
    name: 'spring with empty message',
    status: 403,
    body: { timestamp: '2031-02-03T04:05:06.789+00:00', status: 403, error: 'Forbidden', message: '', path: '/loans' },
    read: {},
  },
  {
    name: 'rails nested',
    status: 422,
    body: { errors: { 'member.email': ['is invalid'], 'copies[0].shelf': ["can't be blank"] } },
    read: {
      fields: [
        ['body', 'member.email', null, 'is invalid'],
        ['body', 'copies.0.shelf', null, "can't be blank"],
      ],
    },
  },
  {
    name: 'rails error string',
    status: 401,
    body: { error: 'You need to sign in or sign up before continuing.' },
    read: { message: 'You need to sign in or sign up before continuing.' },
  },
  {
    name: 'laravel throttle',
    status: 429,
    headers: { 'retry-after': '59', 'x-ratelimit-remaining': '0' },
    body: { message: 'Too Many Attempts.' },
    read: { message: 'Too Many Attempts.', retry: 59 },
  },
  {
    name: 'laravel csrf',
    status: 419,
    body: { message: 'CSRF token mismatch.' },
    read: { message: 'CSRF token mismatch.' },
  },
  {
    name: 'laravel model',
    status: 404,
    body: { message: 'No query results for model [App\\Models\\Loan] 4' },
    read: {},
  },
  {
    name: 'symfony violations with codes',
    status: 422,
    headers: { 'content-type': 'application/json' },
    body: {
      violations: [
        {
          propertyPath: 'copies[0].shelf',
          message: 'This value should be positive.',
          code: '778b7ae0-84d3-481a-9dec-35fdb64b1d78',
        },
      ],
    },
    read: {
      fields: [['body', 'copies.0.shelf', '778b7ae0-84d3-481a-9dec-35fdb64b1d78', 'This value should be positive.']],
    },
  },
  {
    name: 'github secondary limit',
    status: 403,
    headers: { 'retry-after': '60', 'x-github-request-id': 'G:1' },
    body: {
      message: 'You have exceeded a secondary rate limit.',
      documentation_url: 'https://docs.github.example/rate',
    },
    read: {
      message: 'You have exceeded a secondary rate limit.',
      docs: 'https://docs.github.example/rate',
      retry: 60,
      trace: 'G:1',
    },
  },
  {
    name: 'github with a sentence',
    status: 422,
    body: {
      message: 'Invalid request.\n\n"title" wasn\'t supplied.',
      documentation_url: 'https://docs.github.example/x',
      status: '422',
    },
    read: { message: 'any', docs: 'https://docs.github.example/x', fields: 'any' },
  },
  {
    name: 'stripe rate limit',
    status: 429,
    body: {
      error: {
        message: 'Request rate limit exceeded.',
        type: 'invalid_request_error',
        code: 'rate_limit',
        doc_url: 'https://stripe.example/docs/rate-limit',
      },
    },
    read: {
      message: 'Request rate limit exceeded.',
      code: 'rate_limit',
      docs: 'https://stripe.example/docs/rate-limit',
    },
  },
  {
    name: 'a rate limit in headers',
    request: 'GET /x',
    status: 429,
    headers: { 'ratelimit-reset': '17', 'ratelimit-remaining': '0' },
    body: { message: 'Slow down a little' },
    read: { message: 'Slow down a little', retry: 17 },
  },
  {
    name: 'shopify bulk',
    status: 422,
    body: { errors: { order: 'is locked for now' } },
    read: { fields: [['body', 'order', null, 'is locked for now']] },
  },
  {
    name: 'elasticsearch nested cause',
    status: 400,
    body: {
      error: {
        root_cause: [{ type: 'x_content_parse_exception', reason: '[1:9] unknown field' }],
        type: 'x_content_parse_exception',
        reason: '[1:9] unknown field',
      },
      status: 400,
    },
    read: { message: '[1:9] unknown field', code: 'x_content_parse_exception' },
  },
  {
    name: 'kubernetes forbidden',
    request: 'GET /x',
    status: 403,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'pods is forbidden: User "ann" cannot list resource "pods"',
      reason: 'Forbidden',
      details: { kind: 'pods' },
      code: 403,
    },
    read: { message: 'any', code: 'Forbidden' },
  },
  {
    name: 'docker with a code',
    status: 400,
    body: { message: 'invalid reference format here' },
    read: { message: 'invalid reference format here' },
  },
  {
    name: 'an error behind a data key',
    status: 400,
    body: { data: { error: { code: 'E9', message: 'The shelf is full' } } },
    read: { message: 'The shelf is full', code: 'E9' },
  },
  {
    name: 'a list of errors under error',
    status: 400,
    body: { error: [{ field: 'title', message: 'is too short' }] },
    read: { fields: [['body', 'title', null, 'is too short']] },
  },
  {
    name: 'one error as a map under error',
    status: 422,
    body: { error: { title: ['is too short'], shelf: ['is full'] } },
    read: {
      fields: [
        ['body', 'title', null, 'is too short'],
        ['body', 'shelf', null, 'is full'],
      ],
    },
  },
  {
    name: 'fields beside error',
    status: 400,
    body: { error: 'Check your input', fields: { title: 'is too short', shelf: 'is full now' } },
    read: {
      message: 'Check your input',
      fields: [
        ['body', 'title', null, 'is too short'],
        ['body', 'shelf', null, 'is full now'],
      ],
    },
  },
  {
    name: 'names of missing fields',
    status: 400,
    body: { error: 'Missing fields', fields: ['title', 'shelf'] },
    read: { message: 'Missing fields', fields: 'any' },
  },
  {
    name: 'a warning list beside an error',
    status: 400,
    body: { message: 'The shelf is full', warnings: ['Branch closes soon'] },
    read: { message: 'The shelf is full' },
  },
  {
    name: 'suggestions',
    status: 400,
    body: { message: 'Unknown branch Nroth', suggestions: ['North', 'South'], allowed: ['North', 'South'] },
    read: { message: 'Unknown branch Nroth' },
  },
  {
    name: 'superstruct as the body',
    status: 400,
    body: {
      message: 'Expected a string, but received: 42',
      value: 42,
      key: 'title',
      path: ['title'],
      type: 'string',
      branch: [{ title: 42 }, 42],
    },
    read: {
      message: 'Expected a string, but received: 42',
      fields: [['body', 'title', 'string', 'Expected a string, but received: 42']],
    },
  },
  {
    name: 'ts-rest',
    status: 400,
    body: {
      bodyErrors: { issues: [{ code: 'invalid_type', path: ['title'], message: 'Expected text' }], name: 'ZodError' },
      headerErrors: null,
    },
    read: { fields: [['body', 'title', 'invalid_type', 'Expected text']] },
  },
  {
    name: 'vert.x validation',
    request: 'GET /loans?page=x',
    status: 400,
    body: {
      type: 'ParameterProcessorException',
      message: 'Validation error for parameter page',
      parameterName: 'page',
      location: 'QUERY',
      errorType: 'VALIDATION_ERROR',
    },
    read: {
      message: 'Validation error for parameter page',
      code: 'VALIDATION_ERROR',
      fields: [['query', 'page', null, 'Validation error for parameter page']],
    },
  },
  {
    name: 'python http.server',
    request: 'GET /x',
    status: 404,
    headers: { 'content-type': 'text/html' },
    body: '<html><head><title>Error response</title></head><body><h1>Error response</h1><p>Error code: 404</p><p>Message: No such shelf.</p></body></html>',
    read: { message: 'No such shelf.' },
  },
  {
    name: 'firebase with a sentence',
    status: 400,
    body: {
      error: {
        code: 400,
        message: 'WEAK_PASSWORD : Password should be at least 6 characters',
        errors: [
          { message: 'WEAK_PASSWORD : Password should be at least 6 characters', domain: 'global', reason: 'invalid' },
        ],
      },
    },
    read: { message: 'Password should be at least 6 characters', code: 'WEAK_PASSWORD' },
  },
  {
    name: 'hashicorp bullet',
    status: 403,
    body: { errors: ['1 error occurred:\n\t* permission denied on this path\n\n'] },
    read: { message: 'permission denied on this path' },
  },
  {
    name: 'wechat pay',
    status: 400,
    body: {
      code: 'PARAM_ERROR',
      message: '参数错误',
      detail: { field: '/amount/currency', value: 'XYZ', issue: 'Currency code is invalid', location: 'body' },
    },
    read: {
      message: '参数错误',
      code: 'PARAM_ERROR',
      fields: [['body', 'amount.currency', null, 'Currency code is invalid']],
    },
  },
]
