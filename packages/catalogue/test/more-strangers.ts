import type { Stranger } from './strangers.ts'

const TEXT = { 'content-type': 'text/plain' }
const HTML = { 'content-type': 'text/html' }

/** Frameworks, libraries and products that neither the zoo nor the first list has. */
export const MORE_STRANGERS: readonly Stranger[] = [
  { name: 'sveltekit', status: 404, body: { message: 'Loan not found' }, read: { message: 'Loan not found' } },
  {
    name: 'fiber',
    request: 'GET /x',
    status: 404,
    headers: TEXT,
    body: 'Cannot GET /x',
    read: { message: 'Cannot GET /x' },
  },
  {
    name: 'actix',
    status: 400,
    headers: TEXT,
    body: 'Json deserialize error: missing field `title` at line 1 column 2',
    read: { message: 'Json deserialize error: missing field `title` at line 1 column 2' },
  },
  {
    name: 'ktor',
    status: 400,
    headers: TEXT,
    body: 'Request parameter page is missing',
    read: { message: 'Request parameter page is missing', fields: 'any' },
  },
  {
    name: 'javalin',
    status: 404,
    body: {
      title: 'Endpoint GET /loans/9 not found',
      status: 404,
      type: 'https://javalin.io/documentation#endpointnotfound',
      details: {},
    },
    read: { message: 'Endpoint GET /loans/9 not found', docs: 'https://javalin.io/documentation#endpointnotfound' },
  },
  {
    name: 'javalin validation',
    status: 400,
    body: { title: [{ message: 'TITLE_TOO_SHORT', args: {}, value: 'x' }] },
    read: { fields: 'any' },
  },
  {
    name: 'tornado',
    request: 'GET /x',
    status: 404,
    headers: HTML,
    body: '<html><title>404: Not Found</title><body>404: Not Found</body></html>',
    read: {},
  },
  {
    name: 'pyramid',
    request: 'GET /x',
    status: 404,
    headers: HTML,
    body: '<html>\n <head>\n  <title>404 Not Found</title>\n </head>\n <body>\n  <h1>404 Not Found</h1>\n  The resource could not be found.<br/><br/>\n/x\n\n\n </body>\n</html>',
    read: { message: 'any' },
  },
  {
    name: 'pyramid json',
    request: 'GET /x',
    status: 404,
    body: { message: 'The resource could not be found.\n\n\n/x\n\n\n', code: '404 Not Found', title: 'Not Found' },
    read: { message: 'The resource could not be found.\n\n\n/x' },
  },
  { name: 'starlette', status: 405, headers: TEXT, body: 'Method Not Allowed', read: {} },
  {
    name: 'hyperf',
    status: 422,
    body: { code: 10422, message: 'The title field is required.', data: null },
    read: { message: 'The title field is required.', code: 10422 },
  },
  {
    name: 'thinkphp',
    status: 400,
    body: { code: 1, msg: 'Loan is closed', time: '1927000000', data: null },
    read: { message: 'Loan is closed', code: 1 },
  },
  {
    name: 'chinese gateway',
    status: 400,
    body: { code: 40001, msg: '参数错误', data: null },
    read: { message: '参数错误', code: 40001 },
  },
  {
    name: 'drupal',
    request: 'GET /x',
    status: 404,
    body: { message: 'No route found for "GET /x"' },
    read: { message: 'No route found for "GET /x"' },
  },
  {
    name: 'hanami',
    status: 422,
    body: { errors: { book: { title: ['must be filled'], isbn: ['is missing', 'must be a string'] } } },
    read: {
      fields: [
        ['body', 'book.title', null, 'must be filled'],
        ['body', 'book.isbn', null, 'is missing'],
        ['body', 'book.isbn', null, 'must be a string'],
      ],
    },
  },
  {
    name: 'beego',
    status: 400,
    body: { errcode: 1001, errmsg: 'title required here' },
    read: { message: 'title required here', code: 1001 },
  },
  {
    name: 'vapor',
    request: 'GET /x',
    status: 404,
    body: { error: true, reason: 'Loan 9 does not exist' },
    read: { message: 'Loan 9 does not exist' },
  },
  { name: 'vapor default', request: 'GET /x', status: 404, body: { error: true, reason: 'Not Found' }, read: {} },
  {
    name: 'giraffe',
    status: 400,
    body: 'The title is missing.',
    headers: TEXT,
    read: { message: 'The title is missing.' },
  },
  {
    name: 'finatra',
    status: 400,
    body: { errors: ['title: field is required', 'copies: [0] is not greater than or equal to 1'] },
    read: { fields: 'any' },
  },
  {
    name: 'tapir',
    status: 400,
    headers: TEXT,
    body: "Invalid value for: body (missing required field at 'title')",
    read: { message: "Invalid value for: body (missing required field at 'title')" },
  },
  {
    name: 'servicenow import',
    status: 403,
    body: {
      error: { message: 'Operation Failed', detail: 'ACL Exception Insert Failed due to security constraints' },
      status: 'failure',
    },
    read: { message: 'any' },
  },
  {
    name: 'arktype',
    status: 400,
    headers: TEXT,
    body: 'email must be an email address (was "x")',
    read: { message: 'email must be an email address (was "x")', fields: 'any' },
  },
  {
    name: 'typebox errors',
    status: 400,
    body: {
      message: 'Validation failed',
      errors: [{ type: 45, schema: { type: 'string' }, path: '/members/0/name', value: 1, message: 'Expected string' }],
    },
    read: { message: 'Validation failed', fields: [['body', 'members.0.name', null, 'Expected string']] },
  },
  {
    name: 'effect schema',
    status: 400,
    body: {
      issues: [{ _tag: 'Missing', path: ['title'], message: 'is missing' }],
      message: '{ readonly title: string }\n└─ ["title"]\n   └─ is missing',
      _tag: 'HttpApiDecodeError',
    },
    read: { message: 'any', code: 'any', fields: [['body', 'title', 'any', 'is missing']] },
  },
  {
    name: 'class-validator with nested messages',
    status: 400,
    body: {
      statusCode: 400,
      message: ['member.email must be an email', 'copies.0.shelf should not be empty'],
      error: 'Bad Request',
    },
    read: {
      fields: [
        ['body', 'member.email', null, 'member.email must be an email'],
        ['body', 'copies.0.shelf', null, 'copies.0.shelf should not be empty'],
      ],
    },
  },
  {
    name: 'nest with a code',
    status: 403,
    body: { statusCode: 403, message: 'No seats left', error: 'Forbidden', code: 'SEATS' },
    read: { message: 'No seats left', code: 'SEATS' },
  },
  {
    name: 'django ninja',
    status: 422,
    body: { detail: [{ type: 'missing', loc: ['query', 'page'], msg: 'Field required' }] },
    read: { fields: [['query', 'page', 'missing', 'Field required']] },
  },
  {
    name: 'pydantic 1',
    status: 422,
    body: {
      detail: [
        {
          loc: ['body', 'copies', 0, 'shelf'],
          msg: 'ensure this value is greater than 0',
          type: 'value_error.number.not_gt',
          ctx: { limit_value: 0 },
        },
      ],
    },
    read: { fields: [['body', 'copies.0.shelf', 'value_error.number.not_gt', 'ensure this value is greater than 0']] },
  },
  {
    name: 'pydantic raw',
    status: 400,
    body: [
      {
        type: 'missing',
        loc: ['title'],
        msg: 'Field required',
        input: {},
        url: 'https://errors.pydantic.dev/2/v/missing',
      },
    ],
    read: { fields: [['body', 'title', 'missing', 'Field required']] },
  },
  {
    name: 'drf nested codes',
    status: 400,
    body: {
      title: [{ message: 'This field is required.', code: 'required' }],
      non_field_errors: [{ message: 'Too many loans.', code: 'limit' }],
    },
    read: {
      fields: [
        ['body', 'title', 'required', 'This field is required.'],
        ['global', '', 'limit', 'Too many loans.'],
      ],
    },
  },
  {
    name: 'drf detail with code',
    status: 401,
    body: {
      detail: 'Given token not valid for any token type',
      code: 'token_not_valid',
      messages: [{ token_class: 'AccessToken', token_type: 'access', message: 'Token is invalid or expired' }],
    },
    read: { message: 'Given token not valid for any token type', code: 'token_not_valid' },
  },
  {
    name: 'laravel with a string',
    status: 422,
    body: {
      message: 'The title field is required. (and 1 more error)',
      errors: { title: ['The title field is required.'], 'copies.0': ['The copies.0 is lost.'] },
    },
    read: {
      message: 'The title field is required. (and 1 more error)',
      fields: [
        ['body', 'title', null, 'The title field is required.'],
        ['body', 'copies.0', null, 'The copies.0 is lost.'],
      ],
    },
  },
  {
    name: 'laravel 404 debug',
    status: 404,
    body: {
      message: 'The route api/x could not be found.',
      exception: 'Symfony\\Component\\HttpKernel\\Exception\\NotFoundHttpException',
      file: '/var/www/vendor/laravel/framework/src/RouteCollection.php',
      line: 44,
      trace: [{ file: '/var/www/x.php' }],
    },
    read: { message: 'The route api/x could not be found.' },
  },
  {
    name: 'spring with its own enum',
    status: 404,
    body: {
      timestamp: '2031-02-03T04:05:06',
      status: 404,
      error: 'NOT_FOUND',
      message: 'Loan 4 is unknown',
      path: '/loans/4',
    },
    read: { message: 'Loan 4 is unknown', code: 'NOT_FOUND' },
  },
  {
    name: 'spring with error codes',
    status: 409,
    body: { errorCode: 'LOAN-17', errorMessage: 'Copy already on loan', traceId: '65f0c1', timestamp: 1927000000 },
    read: { message: 'Copy already on loan', code: 'LOAN-17', trace: '65f0c1' },
  },
  {
    name: 'spring with field errors beside',
    status: 400,
    body: {
      message: 'Validation failed',
      fieldErrors: [{ field: 'title', rejectedValue: null, message: 'must not be blank', code: 'NotBlank' }],
    },
    read: { message: 'Validation failed', fields: [['body', 'title', 'NotBlank', 'must not be blank']] },
  },
  {
    name: 'spring rest repositories',
    status: 400,
    body: { errors: [{ entity: 'Loan', property: 'title', invalidValue: '', message: 'must not be blank' }] },
    read: { fields: [['body', 'title', null, 'must not be blank']] },
  },
  {
    name: 'spring path in messages',
    status: 400,
    body: { status: 400, error: 'Bad Request', message: 'create.page: must be greater than 0', path: '/loans' },
    read: { message: 'create.page: must be greater than 0', fields: 'any' },
  },
  {
    name: 'jhipster',
    status: 400,
    body: {
      type: 'https://www.jhipster.tech/problem/constraint-violation',
      title: 'Method argument not valid',
      status: 400,
      path: '/api/loans',
      message: 'error.validation',
      fieldErrors: [{ objectName: 'loan', field: 'title', message: 'NotNull' }],
    },
    read: {
      message: 'any',
      code: 'any',
      docs: 'https://www.jhipster.tech/problem/constraint-violation',
      fields: 'any',
    },
  },
  {
    name: 'micronaut',
    request: 'GET /x',
    status: 404,
    body: {
      _links: { self: [{ href: '/x', templated: false }] },
      _embedded: { errors: [{ message: 'Page Not Found' }] },
      message: 'Not Found',
    },
    read: {},
  },
  { name: 'helidon', status: 400, body: { status: 400, message: 'Invalid page' }, read: { message: 'Invalid page' } },
  {
    name: 'abp with details',
    status: 403,
    body: {
      error: {
        code: 'Library:010001',
        message: 'The copy is on loan',
        details: null,
        data: { id: 4 },
        validationErrors: null,
      },
    },
    read: { message: 'The copy is on loan', code: 'Library:010001' },
  },
  {
    name: 'abp validation',
    status: 400,
    body: {
      error: {
        code: null,
        message: 'Your request is not valid!',
        validationErrors: [{ message: 'The Name field is required.', members: ['name'] }],
      },
    },
    read: { message: 'Your request is not valid!', fields: [['body', 'name', null, 'The Name field is required.']] },
  },
  {
    name: 'asp.net problem as json',
    status: 400,
    body: {
      type: 'https://tools.ietf.org/html/rfc7231#section-6.5.1',
      title: 'One or more validation errors occurred.',
      status: 400,
      traceId: '00-84c1fd4063c38d9f3900d06e56542d48-85d1d4-00',
      errors: { Title: ['The Title field is required.'] },
    },
    read: {
      message: 'One or more validation errors occurred.',
      trace: '00-84c1fd4063c38d9f3900d06e56542d48-85d1d4-00',
      fields: [['body', 'Title', null, 'The Title field is required.']],
    },
  },
  {
    name: 'odata 4',
    status: 404,
    body: {
      error: {
        code: '404',
        message: 'Resource not found for the segment loans.',
        innererror: { message: 'x', type: 'Microsoft.OData.ODataUnrecognizedPathException', stacktrace: 'at X' },
      },
    },
    read: { message: 'Resource not found for the segment loans.' },
  },
  {
    name: 'dynamics',
    status: 400,
    body: {
      error: { code: '0x80048d19', message: 'Error identified in Payload provided by the user for Entity accounts' },
    },
    read: { message: 'Error identified in Payload provided by the user for Entity accounts', code: '0x80048d19' },
  },
  {
    name: 'azure resource manager',
    status: 404,
    body: { error: { code: 'ResourceNotFound', message: "The Resource 'x' was not found.", details: [] } },
    read: { message: "The Resource 'x' was not found.", code: 'ResourceNotFound' },
  },
  {
    name: 'azure openai',
    status: 429,
    headers: { 'retry-after': '7', 'apim-request-id': 'e9c1' },
    body: { error: { code: '429', message: 'Requests have exceeded the rate limit.' } },
    read: { message: 'Requests have exceeded the rate limit.', retry: 7, trace: 'e9c1' },
  },
  {
    name: 'cosmos',
    status: 404,
    headers: { 'x-ms-activity-id': '1c5b-9' },
    body: { code: 'NotFound', message: 'Entity with the specified id does not exist in the system.' },
    read: { message: 'Entity with the specified id does not exist in the system.', code: 'NotFound', trace: '1c5b-9' },
  },
  {
    name: 'google gax',
    status: 403,
    body: { error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' } },
    read: { message: 'The caller does not have permission', code: 'PERMISSION_DENIED' },
  },
  {
    name: 'youtube',
    status: 403,
    body: {
      error: {
        code: 403,
        message: 'The request cannot be completed because you have exceeded your quota.',
        errors: [
          {
            message: 'The request cannot be completed because you have exceeded your quota.',
            domain: 'youtube.quota',
            reason: 'quotaExceeded',
          },
        ],
      },
    },
    read: { message: 'The request cannot be completed because you have exceeded your quota.', code: 'quotaExceeded' },
  },
  {
    name: 'aws rest json',
    status: 400,
    headers: {
      'x-amzn-errortype': 'ValidationException:http://internal.amazon.com/coral/',
      'x-amzn-requestid': '33a4-1',
    },
    body: { message: '1 validation error detected', fieldList: [{ name: 'title', message: 'must not be null' }] },
    read: {
      message: '1 validation error detected',
      code: 'ValidationException',
      trace: '33a4-1',
      fields: [['body', 'title', null, 'must not be null']],
    },
  },
  {
    name: 'aws with capitals',
    status: 403,
    headers: { 'x-amz-request-id': 'RQ1' },
    body: { Message: 'User is not authorized to access this resource' },
    read: { message: 'User is not authorized to access this resource', trace: 'RQ1' },
  },
  {
    name: 'stripe idempotency',
    status: 409,
    headers: { 'request-id': 'req_1' },
    body: { error: { type: 'idempotency_error', message: 'Keys for idempotent requests can only be used once.' } },
    read: { message: 'Keys for idempotent requests can only be used once.', code: 'idempotency_error', trace: 'req_1' },
  },
  {
    name: 'adyen checkout',
    status: 422,
    body: {
      status: 422,
      errorCode: '14_006',
      message: "Required field 'reference' is missing.",
      errorType: 'validation',
      pspReference: 'X1',
    },
    read: { message: "Required field 'reference' is missing.", code: '14_006', trace: 'X1' },
  },
  {
    name: 'adyen invalid fields',
    status: 422,
    body: {
      type: 'https://docs.adyen.example/errors/validation',
      title: 'Invalid value',
      status: 422,
      detail: 'Field x is wrong',
      requestId: 'R1',
      errorCode: '30_112',
      invalidFields: [{ name: 'legalEntityId', message: 'Not found in system', value: 'secret' }],
    },
    read: {
      message: 'Field x is wrong',
      code: '30_112',
      trace: 'R1',
      docs: 'https://docs.adyen.example/errors/validation',
      fields: [['body', 'legalEntityId', null, 'Not found in system']],
    },
  },
  {
    name: 'braintree rest',
    status: 422,
    body: {
      error: { message: 'Validation failed' },
      fieldErrors: [
        {
          field: 'creditCard',
          fieldErrors: [{ field: 'number', code: '81715', message: 'Credit card number is invalid' }],
        },
      ],
    },
    read: {
      message: 'Validation failed',
      fields: [['body', 'creditCard.number', '81715', 'Credit card number is invalid']],
    },
  },
  {
    name: 'worldpay',
    status: 400,
    body: {
      errorName: 'bodyDoesNotMatchSchema',
      message: 'The json body provided does not match the expected schema',
      validationErrors: [
        { errorName: 'fieldHasInvalidValue', message: 'Currency must be a valid one', jsonPath: '$.value.currency' },
      ],
    },
    read: {
      message: 'The json body provided does not match the expected schema',
      code: 'bodyDoesNotMatchSchema',
      fields: [['body', 'value.currency', 'fieldHasInvalidValue', 'Currency must be a valid one']],
    },
  },
  {
    name: 'gov notify',
    status: 400,
    body: { errors: [{ error: 'ValidationError', message: 'template_id is not a valid UUID' }], status_code: 400 },
    read: { message: 'template_id is not a valid UUID', code: 'ValidationError', fields: 'any' },
  },
  {
    name: 'gov pay',
    status: 422,
    body: { field: 'amount', code: 'P0102', description: 'Invalid attribute value: amount. Must be less than 100' },
    read: {
      message: 'Invalid attribute value: amount. Must be less than 100',
      code: 'P0102',
      fields: [['body', 'amount', 'P0102', 'Invalid attribute value: amount. Must be less than 100']],
    },
  },
  {
    name: 'companies house',
    status: 401,
    body: { error: 'Invalid Authorization', type: 'ch:service' },
    read: { message: 'Invalid Authorization', code: 'any' },
  },
  {
    name: 'hmrc',
    status: 400,
    body: {
      code: 'INVALID_REQUEST',
      message: 'Invalid request',
      errors: [{ code: 'VRN_INVALID', message: 'The provided VRN is invalid', path: '/vrn' }],
    },
    read: {
      message: 'Invalid request',
      code: 'INVALID_REQUEST',
      fields: [['body', 'vrn', 'VRN_INVALID', 'The provided VRN is invalid']],
    },
  },
  {
    name: 'open banking',
    status: 400,
    headers: { 'x-fapi-interaction-id': '93bac548' },
    body: {
      Code: '400 BadRequest',
      Id: 'b7f1a4',
      Message: 'Invalid request',
      Errors: [
        { ErrorCode: 'UK.OBIE.Field.Missing', Message: 'Amount is missing', Path: 'Data.Initiation.InstructedAmount' },
      ],
    },
    read: {
      message: 'Invalid request',
      code: null,
      trace: '93bac548',
      fields: [['body', 'Data.Initiation.InstructedAmount', 'UK.OBIE.Field.Missing', 'Amount is missing']],
    },
  },
  {
    name: 'berlin group',
    status: 401,
    headers: { 'x-request-id': 'br-1' },
    body: { tppMessages: [{ category: 'ERROR', code: 'CONSENT_INVALID', text: 'The consent is not valid.' }] },
    read: { message: 'The consent is not valid.', code: 'CONSENT_INVALID', trace: 'br-1' },
  },
  {
    name: 'fhir',
    status: 422,
    headers: { 'content-type': 'application/fhir+json' },
    body: {
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: 'error',
          code: 'required',
          diagnostics: 'Patient.name is required here',
          expression: ['Patient.name'],
        },
      ],
    },
    read: { message: 'any', code: 'any', fields: 'any' },
  },
  {
    name: 'ngsi-ld',
    status: 404,
    body: {
      type: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound',
      title: 'Entity Not Found',
      detail: 'urn:x:1',
    },
    read: { message: 'any', code: 'any', docs: 'https://uri.etsi.org/ngsi-ld/errors/ResourceNotFound' },
  },
  {
    name: 'orion',
    status: 404,
    body: { error: 'NotFound', description: 'The requested entity has not been found. Check type and id' },
    read: { message: 'The requested entity has not been found. Check type and id', code: 'NotFound' },
  },
  {
    name: 'ckan',
    status: 409,
    body: {
      help: 'https://ckan.example/api/3/action/help_show?name=package_create',
      error: { __type: 'Validation Error', name: ['That URL is already in use.'] },
      success: false,
    },
    read: {
      docs: 'https://ckan.example/api/3/action/help_show?name=package_create',
      fields: [['body', 'name', null, 'That URL is already in use.']],
    },
  },
  {
    name: 'zenodo',
    status: 400,
    body: {
      status: 400,
      message: 'Validation error.',
      errors: [{ field: 'metadata.title', message: 'Field may not be null.' }],
    },
    read: { message: 'Validation error.', fields: [['body', 'metadata.title', null, 'Field may not be null.']] },
  },
  {
    name: 'dspace',
    status: 422,
    body: {
      timestamp: '2031-02-03T04:05:06',
      status: 422,
      error: 'Unprocessable Entity',
      message: 'title is empty',
      path: '/server/api',
    },
    read: { message: 'title is empty', fields: 'any' },
  },
  {
    name: 'alfresco',
    status: 404,
    body: {
      error: {
        errorKey: 'framework.exception.EntityNotFound',
        statusCode: 404,
        briefSummary: '03140024 The entity with id: x was not found',
        stackTrace: 'For security reasons the stack trace is no longer displayed.',
        descriptionURL: 'https://api-explorer.alfresco.example',
      },
    },
    read: {
      message: '03140024 The entity with id: x was not found',
      code: 'framework.exception.EntityNotFound',
      docs: 'https://api-explorer.alfresco.example',
    },
  },
  {
    name: 'nexus repository',
    status: 400,
    body: [{ id: 'FIELD name', message: 'Name is already used, must be unique' }],
    read: { message: 'Name is already used, must be unique', fields: 'any' },
  },
  {
    name: 'sonarqube',
    status: 400,
    body: { errors: [{ msg: "The 'component' parameter is missing" }] },
    read: { message: "The 'component' parameter is missing" },
  },
  {
    name: 'teamcity',
    status: 404,
    body: {
      errors: [
        {
          message: 'No build found by locator',
          additionalMessage: 'Could not find the entity requested.',
          statusText: 'Responding with error',
        },
      ],
    },
    read: { message: 'No build found by locator' },
  },
  {
    name: 'harbor',
    status: 409,
    body: { errors: [{ code: 'CONFLICT', message: 'project loans already exists' }] },
    read: { message: 'project loans already exists', code: 'CONFLICT' },
  },
  {
    name: 'argo cd',
    status: 404,
    body: { error: 'application loans not found', code: 5, message: 'application loans not found' },
    read: { message: 'application loans not found', code: 'any' },
  },
  {
    name: 'rancher',
    status: 422,
    body: {
      baseType: 'error',
      code: 'MissingRequired',
      fieldName: 'name',
      message: 'name is missing',
      status: 422,
      type: 'error',
    },
    read: {
      message: 'name is missing',
      code: 'MissingRequired',
      fields: [['body', 'name', 'MissingRequired', 'name is missing']],
    },
  },
  {
    name: 'proxmox',
    status: 400,
    body: {
      data: null,
      errors: { vmid: 'invalid format - value does not look like a valid VM ID' },
      message: 'Parameter verification failed.\n',
    },
    read: {
      message: 'Parameter verification failed.',
      fields: [['body', 'vmid', null, 'invalid format - value does not look like a valid VM ID']],
    },
  },
  {
    name: 'netbox',
    status: 400,
    body: { name: ['This field must be unique.'], __all__: ['Site is full.'] },
    read: {
      fields: [
        ['body', 'name', null, 'This field must be unique.'],
        ['global', '', null, 'Site is full.'],
      ],
    },
  },
  {
    name: 'zabbix',
    status: 400,
    body: { error: { code: 'E4', message: 'Invalid params.', data: 'No permissions to the group.' } },
    read: { message: 'Invalid params.', code: 'E4' },
  },
  {
    name: 'splunk',
    status: 400,
    body: { messages: [{ type: 'FATAL', text: 'Unknown search command' }] },
    read: { message: 'Unknown search command', code: 'any' },
  },
  {
    name: 'dynatrace',
    status: 400,
    body: {
      error: {
        code: 400,
        message: 'Constraints violated.',
        constraintViolations: [
          { path: 'pageSize', message: 'must be less than 500', parameterLocation: 'QUERY', location: null },
        ],
      },
    },
    read: { message: 'Constraints violated.', fields: [['query', 'pageSize', null, 'must be less than 500']] },
  },
  {
    name: 'opensearch security',
    status: 403,
    body: { status: 'FORBIDDEN', message: 'No permission to access REST API: User ann' },
    read: { message: 'No permission to access REST API: User ann' },
  },
  {
    name: 'couchbase',
    status: 404,
    body: { error: { code: 7, key: 'auth_failure', desc: 'Wrong token here' } },
    read: { message: 'Wrong token here', code: 7 },
  },
  {
    name: 'fauna',
    status: 400,
    body: {
      error: { code: 'invalid_query', message: 'The query failed 1 validation check' },
      summary: 'error: Unbound variable',
      txn_ts: 1,
    },
    read: { message: 'The query failed 1 validation check', code: 'invalid_query' },
  },
  {
    name: 'deepl',
    status: 403,
    body: { message: 'Invalid auth key', detail: null },
    read: { message: 'Invalid auth key' },
  },
  {
    name: 'elevenlabs',
    status: 401,
    body: { detail: { status: 'invalid_api_key', message: 'Invalid API key' } },
    read: { message: 'Invalid API key', code: 'invalid_api_key' },
  },
  {
    name: 'groq',
    status: 400,
    headers: { 'x-request-id': 'req_g' },
    body: {
      error: {
        message: 'model is required here',
        type: 'invalid_request_error',
        code: 'model_required',
        param: 'model',
      },
    },
    read: {
      message: 'model is required here',
      code: 'model_required',
      trace: 'req_g',
      fields: [['body', 'model', 'any', 'model is required here']],
    },
  },
  {
    name: 'ollama',
    status: 404,
    body: { error: "model 'x' not found, try pulling it first" },
    read: { message: "model 'x' not found, try pulling it first" },
  },
  {
    name: 'vllm',
    status: 404,
    body: { object: 'error', message: 'The model `x` does not exist.', type: 'NotFoundError', param: null, code: 404 },
    read: { message: 'The model `x` does not exist.', code: 'NotFoundError' },
  },
  {
    name: 'bluesky',
    status: 400,
    body: { error: 'InvalidRequest', message: 'Error: Params must have the property "actor"' },
    read: { message: 'any', code: 'InvalidRequest', fields: 'any' },
  },
  {
    name: 'matrix',
    status: 429,
    body: { errcode: 'M_LIMIT_EXCEEDED', error: 'Too many requests, slow down', retry_after_ms: 2000 },
    read: { message: 'Too many requests, slow down', code: 'M_LIMIT_EXCEEDED', retry: 2 },
  },
  {
    name: 'twitch helix',
    status: 401,
    body: { error: 'Unauthorized', status: 401, message: 'Client ID and OAuth token do not match' },
    read: { message: 'Client ID and OAuth token do not match' },
  },
  {
    name: 'tiktok',
    status: 401,
    body: {
      data: {},
      error: { code: 'access_token_invalid', message: 'The access token is invalid.', log_id: '202206221854' },
    },
    read: { message: 'The access token is invalid.', code: 'access_token_invalid', trace: '202206221854' },
  },
  {
    name: 'snapchat',
    status: 400,
    body: {
      request_status: 'ERROR',
      request_id: 'r-1',
      debug_message: 'Resource can not be found',
      display_message: "We're sorry, but the requested resource is not available",
      error_code: 'E3003',
    },
    read: { message: "We're sorry, but the requested resource is not available", code: 'E3003', trace: 'r-1' },
  },
  {
    name: 'pinterest',
    status: 404,
    body: { code: 50, message: 'Pin not found.' },
    read: { message: 'Pin not found.', code: 50 },
  },
  {
    name: 'x v2',
    status: 400,
    body: {
      errors: [{ parameters: { id: ['x'] }, message: 'The `id` query parameter value [x] is not valid' }],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.example/2/problems/invalid-request',
    },
    read: {
      message: 'One or more parameters to your request was invalid.',
      docs: 'https://api.x.example/2/problems/invalid-request',
      fields: 'any',
    },
  },
  {
    name: 'deezer',
    status: 400,
    body: { error: { type: 'ParameterException', message: 'Wrong parameter', code: 500 } },
    read: { message: 'Wrong parameter', code: 'any' },
  },
  {
    name: 'tmdb',
    status: 404,
    body: { success: false, status_code: 34, status_message: 'The resource you requested could not be found.' },
    read: { message: 'The resource you requested could not be found.', code: 34 },
  },
  {
    name: 'genius',
    status: 401,
    body: { meta: { status: 401, message: 'This call requires an access_token.' } },
    read: { message: 'This call requires an access_token.' },
  },
  {
    name: 'riot',
    status: 404,
    body: { status: { message: 'Data not found - summoner not found', status_code: 404 } },
    read: { message: 'Data not found - summoner not found' },
  },
  {
    name: 'bungie',
    status: 400,
    body: {
      ErrorCode: 7,
      ThrottleSeconds: 0,
      ErrorStatus: 'ParameterParseFailure',
      Message: 'Unable to parse your parameters.',
      MessageData: {},
    },
    read: { message: 'Unable to parse your parameters.', code: 'any' },
  },
  {
    name: 'shippo',
    status: 400,
    body: { address_to: [{ __all__: ['zip is not valid here'] }] },
    read: { fields: 'any' },
  },
  {
    name: 'lob',
    status: 422,
    body: { error: { message: 'to is required', status_code: 422, code: 'invalid' } },
    read: { message: 'to is required', code: 'invalid', fields: 'any' },
  },
  {
    name: 'docusign',
    status: 400,
    body: { errorCode: 'INVALID_REQUEST_PARAMETER', message: 'The request contained at least one invalid parameter.' },
    read: { message: 'The request contained at least one invalid parameter.', code: 'INVALID_REQUEST_PARAMETER' },
  },
  {
    name: 'greenhouse',
    status: 422,
    body: { message: 'Validation error', errors: [{ message: 'Missing required parameter', field: 'first_name' }] },
    read: { message: 'Validation error', fields: [['body', 'first_name', null, 'Missing required parameter']] },
  },
  {
    name: 'lever',
    status: 400,
    body: { code: 'InvalidParameter', message: 'perform_as is required here' },
    read: { message: 'perform_as is required here', code: 'InvalidParameter', fields: 'any' },
  },
  {
    name: 'workday',
    status: 400,
    body: {
      error: 'Validation error occurred.',
      code: 'A1',
      errors: [{ error: 'Date is required', field: 'startDate', location: 'Invalid instance value' }],
    },
    read: {
      message: 'Validation error occurred.',
      code: 'A1',
      fields: [['body', 'startDate', null, 'Date is required']],
    },
  },
  { name: 'bamboohr', status: 403, headers: { 'x-bamboohr-error-message': 'nope' }, body: '', read: {} },
  {
    name: 'sap btp',
    status: 403,
    headers: { 'x-correlationid': 'c-9' },
    body: { error: { code: 'Forbidden', message: 'insufficient scopes for this' } },
    read: { message: 'insufficient scopes for this', code: 'Forbidden', trace: 'c-9' },
  },
  {
    name: 'netsuite',
    status: 400,
    body: {
      type: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5.1',
      title: 'Bad Request',
      status: 400,
      'o:errorDetails': [
        { detail: 'Invalid value for the field.', 'o:errorPath': 'entity.id', 'o:errorCode': 'INVALID_VALUE' },
      ],
    },
    read: {
      message: 'any',
      code: 'any',
      fields: [['body', 'entity.id', 'INVALID_VALUE', 'Invalid value for the field.']],
    },
  },
  {
    name: 'jsend error with code',
    status: 409,
    body: { status: 'error', message: 'The copy is on loan', code: 'E17', data: { copy: 4 } },
    read: { message: 'The copy is on loan', code: 'E17' },
  },
  {
    name: 'error with nested cause',
    status: 400,
    body: {
      error: {
        code: 'BadArgument',
        message: 'Previous passwords may not be reused',
        target: 'password',
        innererror: { code: 'PasswordError' },
      },
    },
    read: { message: 'Previous passwords may not be reused', code: 'BadArgument', fields: 'any' },
  },
  {
    name: 'errors as sentences of a form',
    status: 422,
    body: { success: false, errors: ['Title is too short', 'Shelf is full'] },
    read: {
      fields: [
        ['global', '', null, 'Title is too short'],
        ['global', '', null, 'Shelf is full'],
      ],
    },
  },
  {
    name: 'message and errors as sentences',
    status: 422,
    body: { message: 'Check your input', errors: ['title is required', 'shelf must be a number'] },
    read: {
      message: 'Check your input',
      fields: [
        ['body', 'title', null, 'title is required'],
        ['body', 'shelf', null, 'shelf must be a number'],
      ],
    },
  },
  {
    name: 'a single error in a list of objects',
    status: 409,
    body: { errors: [{ code: 'copy_on_loan', message: 'The copy is on loan' }], requestId: 'q1' },
    read: { message: 'The copy is on loan', code: 'copy_on_loan', trace: 'q1' },
  },
  {
    name: 'a stack in a 400',
    status: 400,
    body: {
      name: 'BadRequestError',
      message: 'page must be a number',
      stack: 'BadRequestError: page must be a number\n    at /srv/app/x.js:1:2',
    },
    read: { message: 'page must be a number', code: 'any', fields: 'any' },
  },
  {
    name: 'an sql text in a 409',
    status: 409,
    body: { message: 'ERROR: duplicate key value violates unique constraint "members_email_key"' },
    read: {},
  },
  {
    name: 'yaml-ish text',
    status: 400,
    headers: TEXT,
    body: 'error: title is missing\ncode: E4',
    read: { message: 'any' },
  },
  { name: 'a quoted sentence', status: 409, body: '"The copy is on loan"', read: { message: 'The copy is on loan' } },
  {
    name: 'a sentence in html',
    status: 409,
    headers: HTML,
    body: 'The copy is on loan',
    read: { message: 'The copy is on loan' },
  },
  {
    name: 'xml with fields',
    status: 400,
    headers: { 'content-type': 'application/xml' },
    body: '<errors><error><field>title</field><message>is too short</message></error><error><field>shelf</field><message>is full now</message></error></errors>',
    read: {
      fields: [
        ['body', 'title', null, 'is too short'],
        ['body', 'shelf', null, 'is full now'],
      ],
    },
  },
  {
    name: 'magento with an array',
    status: 400,
    body: { message: 'The "%1" copy is lost in %2.', parameters: ['C4', 'North'] },
    read: { message: 'The "C4" copy is lost in North.' },
  },
  {
    name: 'localised texts',
    status: 409,
    body: { code: 'LOCKED', message: { en: 'The loan is locked', de: 'Die Ausleihe ist gesperrt' } },
    read: { message: 'The loan is locked', code: 'LOCKED' },
  },
  {
    name: 'a retry in milliseconds',
    status: 429,
    body: { error: 'rate_limited', message: 'Slow down', retryAfterMs: 1500 },
    read: { message: 'Slow down', code: 'rate_limited', retry: 1.5 },
  },
  {
    name: 'a hint beside',
    status: 403,
    body: { error: { message: 'Members only', hint: 'Ask for a card.', docs: 'https://library.example/e/members' } },
    read: { message: 'Members only', hint: 'Ask for a card.', docs: 'https://library.example/e/members' },
  },
]
