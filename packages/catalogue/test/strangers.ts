/** A v1 body of an API or a library that the zoo does not have, and what has to be read in it. */
export interface Stranger {
  readonly name: string
  /** `POST /loans?page=x`; a POST to `/loans` when left out. */
  readonly request?: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: unknown
  /** What is left out must be `null`, or no fields; `any` is not compared. */
  readonly read: Wanted
}

interface Wanted {
  readonly message?: string | null | 'any'
  readonly code?: string | number | null | 'any'
  readonly trace?: string
  readonly retry?: number | string
  readonly docs?: string
  readonly hint?: string
  /** `scope path.parts code message`, each `-` where there is none. */
  readonly fields?: readonly (readonly [string, string, string | number | null, string | null])[] | 'any'
}

export const STRANGERS: readonly Stranger[] = [
  {
    name: 'asana',
    status: 400,
    body: { errors: [{ message: 'assignee: Missing input', help: 'Read the docs on errors.' }] },
    read: { message: 'assignee: Missing input', hint: 'Read the docs on errors.', fields: 'any' },
  },
  {
    name: 'trello',
    status: 400,
    headers: { 'content-type': 'text/plain' },
    body: 'invalid value for idList',
    read: { message: 'invalid value for idList' },
  },
  {
    name: 'trello, as an object',
    status: 404,
    body: { message: 'model not found', error: 'ERROR' },
    read: { message: 'model not found' },
  },
  {
    name: 'postmark',
    status: 422,
    body: { ErrorCode: 406, Message: 'You tried to send to a recipient that has been marked as inactive.' },
    read: { message: 'You tried to send to a recipient that has been marked as inactive.', code: 406 },
  },
  {
    name: 'algolia',
    status: 403,
    body: { message: 'Invalid Application-ID or API key', status: 403 },
    read: { message: 'Invalid Application-ID or API key' },
  },
  {
    name: 'typesense',
    status: 404,
    body: { message: 'Could not find a document with id: 124' },
    read: { message: 'Could not find a document with id: 124' },
  },
  {
    name: 'nextcloud ocs',
    status: 404,
    body: { ocs: { meta: { status: 'failure', statuscode: 404, message: 'User does not exist' }, data: [] } },
    read: { message: 'User does not exist' },
  },
  {
    name: 'ghost',
    status: 404,
    body: {
      errors: [
        {
          message: 'Resource not found error, cannot read post.',
          context: 'Post not found.',
          type: 'NotFoundError',
          details: null,
          property: null,
          help: null,
          code: null,
          id: '21da4b20-0b9e-11ef-9a5d-2b9a6bd7f2a1',
          ghostErrorCode: null,
        },
      ],
    },
    read: { message: 'Resource not found error, cannot read post.', code: 'NotFoundError' },
  },
  {
    name: 'drupal json:api',
    status: 403,
    body: {
      jsonapi: { version: '1.0' },
      errors: [
        {
          title: 'Forbidden',
          status: '403',
          detail: 'The current user is not allowed to GET the selected resource.',
          links: { info: { href: 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html#sec10.4.4' } },
        },
      ],
    },
    read: { message: 'The current user is not allowed to GET the selected resource.' },
  },
  {
    name: 'mattermost',
    status: 401,
    body: {
      id: 'api.user.login.invalid_credentials',
      message: 'Enter a valid email and password.',
      detailed_error: '',
      request_id: '7hgs8ynnm3yzbnrtpdxz8w5yor',
      status_code: 401,
    },
    read: {
      message: 'Enter a valid email and password.',
      code: 'api.user.login.invalid_credentials',
      trace: '7hgs8ynnm3yzbnrtpdxz8w5yor',
    },
  },
  {
    name: 'zoom',
    status: 400,
    body: { code: 300, message: 'Validation Failed.', errors: [{ field: 'user_id', message: 'Invalid field.' }] },
    read: { message: 'Validation Failed.', code: 300, fields: [['body', 'user_id', null, 'Invalid field.']] },
  },
  {
    name: 'klarna',
    status: 400,
    body: {
      error_code: 'BAD_VALUE',
      error_messages: ['Bad value: order_amount'],
      correlation_id: '4e0a9a33-0f41-4a5a',
    },
    read: { message: 'Bad value: order_amount', code: 'BAD_VALUE', trace: '4e0a9a33-0f41-4a5a' },
  },
  {
    name: 'amadeus',
    request: 'GET /locations?airport=x',
    status: 400,
    body: {
      errors: [
        {
          status: 400,
          code: 477,
          title: 'INVALID FORMAT',
          detail: 'invalid query parameter format',
          source: { parameter: 'airport', example: 'NYC' },
        },
      ],
    },
    read: {
      message: 'invalid query parameter format',
      code: 477,
      fields: [['query', 'airport', 477, 'invalid query parameter format']],
    },
  },
  {
    name: 'sabre',
    status: 401,
    body: {
      errorCode: 'ERR.2SG.SEC.MISSING_CREDENTIALS',
      message: 'Authentication data is missing',
      status: 'Unknown',
      type: 'Validation',
      timeStamp: '2031-02-03T04:05:06',
    },
    read: { message: 'Authentication data is missing', code: 'ERR.2SG.SEC.MISSING_CREDENTIALS' },
  },
  {
    name: 'oracle cloud',
    status: 404,
    headers: { 'opc-request-id': 'AB12CD34/EF56' },
    body: { code: 'NotAuthorizedOrNotFound', message: 'Authorization failed or requested resource not found.' },
    read: {
      message: 'Authorization failed or requested resource not found.',
      code: 'NotAuthorizedOrNotFound',
      trace: 'AB12CD34/EF56',
    },
  },
  {
    name: 'snowflake',
    status: 401,
    body: { code: '390318', message: 'OAuth access token expired.', sqlState: '08001', statementHandle: '019c06a4' },
    read: { message: 'OAuth access token expired.', code: '390318' },
  },
  {
    name: 'databricks',
    status: 400,
    body: {
      error_code: 'INVALID_PARAMETER_VALUE',
      message: 'Missing required field: name',
      details: [
        { '@type': 'type.googleapis.com/google.rpc.RequestInfo', request_id: 'd658296e-496d-4f59', serving_data: '' },
      ],
    },
    read: { message: 'Missing required field: name', code: 'INVALID_PARAMETER_VALUE', trace: 'd658296e-496d-4f59' },
  },
  {
    name: 'azure devops',
    status: 404,
    body: {
      $id: '1',
      innerException: null,
      message: 'TF401019: The Git repository with name or identifier x does not exist.',
      typeName:
        'Microsoft.TeamFoundation.Git.Server.GitRepositoryNotFoundException, Microsoft.TeamFoundation.Git.Server',
      typeKey: 'GitRepositoryNotFoundException',
      errorCode: 0,
      eventId: 3000,
    },
    read: {
      message: 'TF401019: The Git repository with name or identifier x does not exist.',
      code: 'GitRepositoryNotFoundException',
    },
  },
  {
    name: 'artifactory',
    status: 404,
    body: { errors: [{ status: 404, message: 'Unable to find item' }] },
    read: { message: 'Unable to find item' },
  },
  {
    name: 'rabbitmq',
    status: 401,
    body: { error: 'not_authorised', reason: 'Access refused.' },
    read: { message: 'Access refused.', code: 'not_authorised' },
  },
  {
    name: 'neo4j',
    status: 400,
    body: {
      results: [],
      errors: [{ code: 'Neo.ClientError.Statement.SyntaxError', message: "Invalid input 'X': expected a clause" }],
    },
    read: { message: "Invalid input 'X': expected a clause", code: 'Neo.ClientError.Statement.SyntaxError' },
  },
  {
    name: 'arangodb',
    status: 404,
    body: { code: 404, error: true, errorMessage: 'collection or view not found: loans', errorNum: 1203 },
    read: { message: 'collection or view not found: loans', code: 1203 },
  },
  {
    name: 'weaviate',
    status: 422,
    body: { error: [{ message: "class 'Loan' not found in schema" }] },
    read: { message: "class 'Loan' not found in schema" },
  },
  {
    name: 'qdrant',
    status: 404,
    body: { status: { error: "Not found: Collection `loans` doesn't exist!" }, time: 0.0001 },
    read: { message: "Not found: Collection `loans` doesn't exist!" },
  },
  {
    name: 'mistral',
    status: 422,
    body: {
      object: 'error',
      message: { detail: [{ loc: ['body', 'model'], msg: 'field required', type: 'value_error.missing' }] },
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
    read: { code: 'invalid_request_error', fields: [['body', 'model', 'value_error.missing', 'field required']] },
  },
  {
    name: 'replicate',
    status: 422,
    body: { title: 'Invalid version or not permitted', detail: 'The specified version does not exist.', status: 422 },
    read: { message: 'The specified version does not exist.' },
  },
  {
    name: 'hugging face',
    status: 503,
    body: { error: 'Model big is currently loading', estimated_time: 20 },
    read: { message: 'Model big is currently loading', retry: 20 },
  },
  {
    name: 'elysia',
    status: 422,
    body: {
      type: 'validation',
      on: 'body',
      summary: 'Expected string',
      property: '/name',
      message: 'Expected string',
      found: { name: 1 },
      errors: [{ type: 54, path: '/name', value: 1, message: 'Expected string' }],
    },
    read: { message: 'Expected string', code: 'any', fields: [['body', 'name', null, 'Expected string']] },
  },
  {
    name: 'tsoa',
    status: 422,
    body: {
      message: 'Validation Failed',
      details: {
        'requestBody.name': { message: "'name' is required" },
        limit: { message: 'invalid integer number', value: 'x' },
      },
    },
    read: {
      message: 'Validation Failed',
      fields: [
        ['body', 'name', null, "'name' is required"],
        ['body', 'limit', null, 'invalid integer number'],
      ],
    },
  },
  {
    name: 'sails',
    status: 400,
    body: {
      error: 'E_VALIDATION',
      status: 400,
      summary: '1 attribute is invalid',
      invalidAttributes: {
        email: [{ rule: 'required', message: '"required" validation rule failed for input: null' }],
      },
    },
    read: {
      message: '1 attribute is invalid',
      code: 'E_VALIDATION',
      fields: [['body', 'email', 'required', '"required" validation rule failed for input: null']],
    },
  },
  {
    name: 'litestar',
    status: 400,
    body: {
      status_code: 400,
      detail: 'Validation failed for POST /loans',
      extra: [{ message: 'Expected `int`, got `str`', key: 'copies', source: 'body' }],
    },
    read: {
      message: 'Validation failed for POST /loans',
      fields: [['body', 'copies', null, 'Expected `int`, got `str`']],
    },
  },
  {
    name: 'sanic',
    status: 404,
    body: { description: 'Not Found', status: 404, message: 'Requested URL /x not found' },
    read: { message: 'Requested URL /x not found' },
  },
  {
    name: 'eve',
    status: 422,
    body: {
      _status: 'ERR',
      _issues: { firstname: 'must be of string type', lastname: 'required field' },
      _error: { code: 422, message: 'Insertion failure: 1 document(s) contain(s) error(s)' },
    },
    read: {
      message: 'Insertion failure: 1 document(s) contain(s) error(s)',
      fields: [
        ['body', 'firstname', null, 'must be of string type'],
        ['body', 'lastname', null, 'required field'],
      ],
    },
  },
  {
    name: 'lumen',
    status: 422,
    body: { email: ['The email field is required.'], 'copies.0.shelf': ['The shelf is taken.'] },
    read: {
      fields: [
        ['body', 'email', null, 'The email field is required.'],
        ['body', 'copies.0.shelf', null, 'The shelf is taken.'],
      ],
    },
  },
  {
    name: 'vert.x',
    status: 404,
    headers: { 'content-type': 'text/html' },
    body: '<html><body><h1>Resource not found</h1></body></html>',
    read: { message: 'Resource not found' },
  },
  {
    name: 'play',
    status: 400,
    body: { error: { requestId: 7, message: 'Invalid Json: Unexpected end' } },
    read: { message: 'Invalid Json: Unexpected end' },
  },
  {
    name: 'gitlab',
    request: 'GET /projects/9',
    status: 404,
    body: { message: '404 Project Not Found' },
    read: { message: '404 Project Not Found' },
  },
  { name: 'gitlab 401', request: 'GET /projects/9', status: 401, body: { message: '401 Unauthorized' }, read: {} },
  {
    name: 'sendgrid 401',
    status: 401,
    body: { errors: [{ field: null, message: 'authorization required', help: null }] },
    read: { message: 'any' },
  },
  {
    name: 'ebay',
    request: 'GET /item/1',
    status: 404,
    body: {
      errors: [
        {
          errorId: 11001,
          domain: 'API_BROWSE',
          category: 'REQUEST',
          message: 'The specified item Id was not found.',
          parameters: [{ name: 'itemId', value: 'v1|1' }],
        },
      ],
    },
    read: { message: 'The specified item Id was not found.', code: 11001 },
  },
  {
    name: 'amazon selling partner',
    status: 400,
    body: { errors: [{ code: 'InvalidInput', message: 'Invalid Input', details: 'marketplaceIds missing' }] },
    read: { message: 'Invalid Input', code: 'InvalidInput' },
  },
  {
    name: 'walmart',
    status: 404,
    body: {
      errors: {
        error: [
          {
            code: 'CONTENT_NOT_FOUND.GMP_GATEWAY_API',
            field: '',
            description: 'Content not found',
            severity: 'ERROR',
            category: 'DATA',
            causes: [],
          },
        ],
      },
    },
    read: { message: 'Content not found', code: 'CONTENT_NOT_FOUND.GMP_GATEWAY_API', fields: 'any' },
  },
  {
    name: 'linkedin',
    status: 401,
    body: { serviceErrorCode: 65600, message: 'Invalid access token', status: 401 },
    read: { message: 'Invalid access token', code: 65600 },
  },
  { name: 'discord 404', request: 'GET /x', status: 404, body: { message: '404: Not Found', code: 0 }, read: {} },
  {
    name: 'yelp',
    request: 'GET /search',
    status: 400,
    body: {
      error: { code: 'VALIDATION_ERROR', description: 'Please specify a location', field: 'location', instance: '' },
    },
    read: {
      message: 'Please specify a location',
      code: 'VALIDATION_ERROR',
      fields: [['query', 'location', null, 'Please specify a location']],
    },
  },
  {
    name: 'foursquare',
    status: 400,
    body: {
      meta: {
        code: 400,
        errorType: 'param_error',
        errorDetail: 'Must provide parameter ll',
        requestId: '59a45921351e3d43b07028b5',
      },
      response: {},
    },
    read: { message: 'Must provide parameter ll', code: 'param_error', trace: '59a45921351e3d43b07028b5' },
  },
  {
    name: 'strava',
    status: 400,
    body: { message: 'Bad Request', errors: [{ resource: 'Activity', field: 'name', code: 'missing' }] },
    read: { fields: [['body', 'name', 'missing', null]] },
  },
  {
    name: 'bigcommerce',
    status: 422,
    body: {
      status: 422,
      title: 'JSON data is missing or invalid',
      type: 'https://developer.bigcommerce.com/api-docs/api-status-codes',
      errors: { name: 'name must be a string' },
    },
    read: {
      message: 'JSON data is missing or invalid',
      docs: 'https://developer.bigcommerce.com/api-docs/api-status-codes',
      fields: [['body', 'name', null, 'name must be a string']],
    },
  },
  {
    name: 'xero 401',
    status: 401,
    body: {
      Title: 'Unauthorized',
      Status: 401,
      Detail: 'AuthenticationUnsuccessful',
      Instance: 'd1eb5d8c-ff4b-4a2b',
      Extensions: {},
    },
    read: { message: 'any', code: 'any', trace: 'd1eb5d8c-ff4b-4a2b' },
  },
  {
    name: 'zoho',
    status: 400,
    body: {
      data: [
        {
          code: 'MANDATORY_NOT_FOUND',
          details: { api_name: 'Last_Name' },
          message: 'required field not found',
          status: 'error',
        },
      ],
    },
    read: { message: 'required field not found', code: 'MANDATORY_NOT_FOUND', fields: 'any' },
  },
  {
    name: 'pipedrive',
    status: 404,
    body: {
      success: false,
      error: 'Deal not found',
      error_info: 'Please check the documentation.',
      data: null,
      additional_data: null,
    },
    read: { message: 'Deal not found' },
  },
  {
    name: 'calendly',
    request: 'GET /events?count=900',
    status: 400,
    body: {
      title: 'Invalid Argument',
      message: 'The supplied parameters are invalid.',
      details: [{ parameter: 'count', message: 'must be less than or equal to 100' }],
    },
    read: {
      message: 'The supplied parameters are invalid.',
      fields: [['query', 'count', null, 'must be less than or equal to 100']],
    },
  },
  {
    name: 'typeform',
    status: 400,
    body: {
      code: 'VALIDATION_ERROR',
      description: 'Validation errors',
      details: [{ code: 'REQUIRED', description: 'The title is required', field: '/title', in: 'body' }],
      help: 'https://developer.typeform.example/help',
    },
    read: {
      message: 'Validation errors',
      code: 'VALIDATION_ERROR',
      docs: 'https://developer.typeform.example/help',
      fields: [['body', 'title', 'REQUIRED', 'The title is required']],
    },
  },
  {
    name: 'surveymonkey',
    status: 401,
    body: {
      error: {
        docs: 'https://developer.surveymonkey.example/api/v3/#error-codes',
        message: 'The authorization token was not provided.',
        id: '1010',
        name: 'Authorization Error',
        http_status_code: 401,
      },
    },
    read: {
      message: 'The authorization token was not provided.',
      code: '1010',
      docs: 'https://developer.surveymonkey.example/api/v3/#error-codes',
    },
  },
  {
    name: 'clickup',
    status: 401,
    body: { err: 'Token invalid', ECODE: 'OAUTH_025' },
    read: { message: 'Token invalid', code: 'OAUTH_025' },
  },
  {
    name: 'crowdin',
    status: 400,
    body: {
      errors: [
        { error: { key: 'name', errors: [{ code: 'isEmpty', message: "Value is required and can't be empty" }] } },
      ],
    },
    read: { fields: [['body', 'name', 'isEmpty', "Value is required and can't be empty"]] },
  },
  {
    name: 'contentstack',
    status: 422,
    body: { error_message: 'Entry creation failed.', error_code: 119, errors: { title: ['is not unique.'] } },
    read: { message: 'Entry creation failed.', code: 119, fields: [['body', 'title', null, 'is not unique.']] },
  },
  {
    name: 'imgur',
    status: 403,
    body: { data: { error: 'Invalid client_id', request: '/3/image', method: 'GET' }, success: false, status: 403 },
    read: { message: 'Invalid client_id' },
  },
  {
    name: 'last.fm',
    status: 400,
    body: { error: 6, message: 'Artist not found', links: [] },
    read: { message: 'Artist not found', code: 6 },
  },
  {
    name: 'vimeo',
    status: 401,
    body: {
      error: 'Your access token is invalid.',
      link: null,
      developer_message: 'No user credentials were provided.',
      error_code: 8003,
    },
    read: { message: 'Your access token is invalid.', code: 8003 },
  },
  {
    name: 'freshbooks',
    status: 422,
    body: {
      response: {
        errors: [{ errno: 1012, field: 'email', message: 'Email is invalid', object: 'client', value: 'x' }],
      },
    },
    read: { code: 'any', message: 'any', fields: [['body', 'email', 'any', 'Email is invalid']] },
  },
  {
    name: 'hellosign',
    status: 400,
    body: { error: { error_msg: 'Missing parameter', error_name: 'bad_request', error_path: null } },
    read: { message: 'Missing parameter', code: 'bad_request' },
  },
  {
    name: 'vonage',
    status: 422,
    body: {
      type: 'https://developer.vonage.example/api-errors#invalid-params',
      title: 'Invalid params.',
      detail: 'The value of one or more parameters is invalid.',
      instance: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
      invalid_parameters: [{ name: 'to', reason: 'Must be E.164' }],
    },
    read: {
      message: 'The value of one or more parameters is invalid.',
      docs: 'https://developer.vonage.example/api-errors#invalid-params',
      trace: 'bf0ca0bf927b3b52e3cb03217e1a1ddf',
      fields: [['body', 'to', null, 'Must be E.164']],
    },
  },
  {
    name: 'messagebird',
    status: 422,
    body: { errors: [{ code: 9, description: 'no (correct) recipients found', parameter: 'recipients' }] },
    read: { message: 'any', code: 9, fields: [['body', 'recipients', 9, 'no (correct) recipients found']] },
  },
  {
    name: 'segment',
    status: 403,
    body: { errors: [{ type: 'forbidden', message: 'You lack the scope.' }] },
    read: { message: 'You lack the scope.', code: 'forbidden' },
  },
  {
    name: 'posthog',
    status: 400,
    body: { type: 'validation_error', code: 'required', detail: 'This field is required.', attr: 'name' },
    read: {
      message: 'This field is required.',
      code: 'required',
      fields: [['body', 'name', 'any', 'This field is required.']],
    },
  },
  {
    name: 'drf-standardized-errors',
    status: 400,
    body: { type: 'validation_error', errors: [{ code: 'required', detail: 'This field is required.', attr: 'name' }] },
    read: { message: 'any', code: 'any', fields: [['body', 'name', 'required', 'This field is required.']] },
  },
  {
    name: 'travis',
    status: 404,
    body: {
      '@type': 'error',
      error_type: 'not_found',
      error_message: 'repository not found (or insufficient access)',
      resource_type: 'repository',
    },
    read: { message: 'repository not found (or insufficient access)', code: 'not_found' },
  },
  {
    name: 'docker registry',
    status: 404,
    body: { errors: [{ code: 'MANIFEST_UNKNOWN', message: 'manifest unknown to registry', detail: { Tag: 'x' } }] },
    read: { message: 'manifest unknown to registry', code: 'MANIFEST_UNKNOWN' },
  },
  {
    name: 'crates.io',
    status: 404,
    body: { errors: [{ detail: 'crate `x` does not exist' }] },
    read: { message: 'crate `x` does not exist' },
  },
  {
    name: 'influxdb 2',
    status: 404,
    body: { code: 'not found', message: 'bucket "loans" not found' },
    read: { message: 'bucket "loans" not found', code: 'not found' },
  },
  {
    name: 'mongodb atlas',
    status: 404,
    body: {
      detail: 'Cannot find resource /loans.',
      error: 404,
      errorCode: 'RESOURCE_NOT_FOUND',
      parameters: ['/loans'],
      reason: 'Not Found',
    },
    read: { message: 'Cannot find resource /loans.', code: 'RESOURCE_NOT_FOUND' },
  },
  {
    name: 'supabase auth',
    status: 400,
    body: { code: 400, error_code: 'invalid_credentials', msg: 'Invalid login credentials' },
    read: { message: 'Invalid login credentials', code: 'invalid_credentials' },
  },
  {
    name: 'supabase storage',
    status: 400,
    body: { statusCode: '404', error: 'not_found', message: 'Object not found' },
    read: { message: 'Object not found', code: 'not_found' },
  },
  {
    name: 'clerk',
    status: 422,
    body: {
      errors: [
        {
          message: "Couldn't find your account.",
          long_message: 'We looked.',
          code: 'form_identifier_not_found',
          meta: {},
        },
      ],
      clerk_trace_id: '6b3f0a',
    },
    read: { message: "Couldn't find your account.", code: 'form_identifier_not_found', trace: '6b3f0a' },
  },
  {
    name: 'stytch',
    status: 400,
    body: {
      status_code: 400,
      request_id: 'request-id-test-1',
      error_type: 'invalid_email',
      error_message: 'Email format is invalid.',
      error_url: 'https://stytch.example/docs/invalid_email',
    },
    read: {
      message: 'Email format is invalid.',
      code: 'invalid_email',
      trace: 'request-id-test-1',
      docs: 'https://stytch.example/docs/invalid_email',
    },
  },
  {
    name: 'paddle',
    status: 400,
    body: {
      error: {
        type: 'request_error',
        code: 'bad_request',
        detail: 'Invalid request.',
        documentation_url: 'https://developer.paddle.example/errors/bad_request',
        errors: [{ field: 'items', message: 'must not be empty' }],
      },
      meta: { request_id: '9346b365-4cad' },
    },
    read: {
      message: 'Invalid request.',
      code: 'bad_request',
      trace: '9346b365-4cad',
      docs: 'https://developer.paddle.example/errors/bad_request',
      fields: [['body', 'items', null, 'must not be empty']],
    },
  },
  {
    name: 'gusto',
    status: 422,
    body: {
      errors: [{ error_key: 'first_name', category: 'invalid_attribute_value', message: 'First name is required' }],
    },
    read: { message: 'any', code: 'any', fields: [['body', 'first_name', 'any', 'First name is required']] },
  },
  {
    name: 'alpaca',
    status: 403,
    body: { code: 40310000, message: 'insufficient buying power' },
    read: { message: 'insufficient buying power', code: 40310000 },
  },
  {
    name: 'openweather',
    request: 'GET /w?q=x',
    status: 404,
    body: { cod: '404', message: 'city not found' },
    read: { message: 'city not found' },
  },
  {
    name: 'here',
    status: 400,
    body: {
      status: 400,
      title: 'Malformed request',
      code: '400002',
      cause: 'The id is broken.',
      action: 'Request a valid id and retry.',
      correlationId: '4199533b',
      requestId: 'REQ-1',
    },
    read: { message: 'any', code: '400002', hint: 'Request a valid id and retry.', trace: 'REQ-1' },
  },
  {
    name: 'fedex',
    status: 404,
    body: {
      transactionId: '624deea6-b709',
      errors: [
        {
          code: 'NOT.FOUND.ERROR',
          parameterList: [{ value: 'x', key: 'y' }],
          message: 'The resource you requested is no longer available.',
        },
      ],
    },
    read: {
      message: 'The resource you requested is no longer available.',
      code: 'NOT.FOUND.ERROR',
      trace: '624deea6-b709',
    },
  },
  {
    name: 'ups',
    status: 401,
    body: { response: { errors: [{ code: '250003', message: 'Invalid Access License number' }] } },
    read: { message: 'Invalid Access License number', code: '250003' },
  },
  {
    name: 'spring handler with sub-errors',
    status: 400,
    body: {
      status: 'BAD_REQUEST',
      timestamp: '2031-02-03',
      message: 'Validation error',
      debugMessage: null,
      subErrors: [{ object: 'member', field: 'email', rejectedValue: 'x', message: 'must be an email address' }],
    },
    read: { message: 'Validation error', fields: [['body', 'email', null, 'must be an email address']] },
  },
  {
    name: 'spring handler with a bare map',
    status: 400,
    body: { email: 'must not be blank', name: 'size must be between 2 and 30' },
    read: {
      fields: [
        ['body', 'email', null, 'must not be blank'],
        ['body', 'name', null, 'size must be between 2 and 30'],
      ],
    },
  },
  {
    name: 'fluentvalidation',
    status: 400,
    body: [
      {
        propertyName: 'Copies[0].Shelf',
        errorMessage: "'Shelf' must not be empty.",
        attemptedValue: 'secret',
        severity: 0,
        errorCode: 'NotEmptyValidator',
        formattedMessagePlaceholderValues: { PropertyName: 'Shelf' },
      },
    ],
    read: { fields: [['body', 'Copies.0.Shelf', 'NotEmptyValidator', "'Shelf' must not be empty."]] },
  },
  {
    name: 'asp.net identity',
    status: 400,
    body: [{ code: 'DuplicateUserName', description: "Username 'ann' is already taken." }],
    read: { message: "Username 'ann' is already taken.", code: 'DuplicateUserName' },
  },
  {
    name: 'asp.net model state',
    status: 400,
    body: { Name: ['The Name field is required.'], 'Copies[0].Shelf': ['The Shelf field is required.'] },
    read: {
      fields: [
        ['body', 'Name', null, 'The Name field is required.'],
        ['body', 'Copies.0.Shelf', null, 'The Shelf field is required.'],
      ],
    },
  },
  {
    name: 'servicestack',
    status: 400,
    body: {
      responseStatus: {
        errorCode: 'NotEmpty',
        message: "'Name' must not be empty.",
        errors: [{ errorCode: 'NotEmpty', fieldName: 'Name', message: "'Name' must not be empty." }],
      },
    },
    read: {
      message: "'Name' must not be empty.",
      code: 'NotEmpty',
      fields: [['body', 'Name', 'NotEmpty', "'Name' must not be empty."]],
    },
  },
  {
    name: 'yii 2',
    status: 404,
    body: {
      name: 'Not Found',
      message: 'Page not available.',
      code: 0,
      status: 404,
      type: 'yii\\web\\NotFoundHttpException',
    },
    read: { message: 'Page not available.' },
  },
  {
    name: 'cakephp',
    status: 422,
    body: {
      message: 'A validation error occurred',
      url: '/loans',
      code: 422,
      errorCount: 1,
      errors: { title: { _empty: 'This field cannot be left empty' } },
    },
    read: {
      message: 'A validation error occurred',
      fields: [['body', 'title', '_empty', 'This field cannot be left empty']],
    },
  },
  {
    name: 'laminas',
    status: 422,
    body: {
      validation_messages: { email: { isEmpty: "Value is required and can't be empty" } },
      type: 'http://www.w3.org/Protocols/rfc2616/rfc2616-sec10.html',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'Failed Validation',
    },
    read: {
      message: 'Failed Validation',
      fields: [['body', 'email', 'isEmpty', "Value is required and can't be empty"]],
    },
  },
  {
    name: 'active model details',
    status: 422,
    body: { errors: { name: [{ error: 'blank' }], age: [{ error: 'greater_than', count: 18 }] } },
    read: {
      fields: [
        ['body', 'name', 'blank', null],
        ['body', 'age', 'greater_than', null],
      ],
    },
  },
  {
    name: 'flask-smorest',
    status: 422,
    body: {
      code: 422,
      status: 'Unprocessable Entity',
      errors: { json: { name: ['Missing data for required field.'] } },
    },
    read: { fields: [['body', 'name', null, 'Missing data for required field.']] },
  },
  {
    name: 'flask-restx',
    status: 400,
    body: { errors: { name: "'name' is a required property" }, message: 'Input payload validation failed' },
    read: {
      message: 'Input payload validation failed',
      fields: [['body', 'name', null, "'name' is a required property"]],
    },
  },
  {
    name: 'cornice',
    status: 400,
    body: { status: 'error', errors: [{ location: 'querystring', name: 'age', description: 'Required' }] },
    read: { fields: [['query', 'age', null, 'Required']] },
  },
  {
    name: 'chalice',
    status: 404,
    body: { Code: 'NotFoundError', Message: 'No loan 17' },
    read: { message: 'No loan 17', code: 'NotFoundError' },
  },
  {
    name: 'goa',
    status: 400,
    body: {
      name: 'invalid_field_type',
      id: '3F1FKVRR',
      message: 'value of id must be an integer',
      temporary: false,
      timeout: false,
      fault: false,
    },
    read: { message: 'value of id must be an integer', code: 'invalid_field_type' },
  },
  {
    name: 'kratos',
    status: 404,
    body: { code: 404, reason: 'USER_NOT_FOUND', message: 'user not found here', metadata: {} },
    read: { message: 'user not found here', code: 'USER_NOT_FOUND' },
  },
  {
    name: 'pocketbase',
    status: 400,
    body: {
      code: 400,
      message: 'Failed to create record.',
      data: { title: { code: 'validation_required', message: 'Missing required value.' } },
    },
    read: {
      message: 'Failed to create record.',
      fields: [['body', 'title', 'validation_required', 'Missing required value.']],
    },
  },
  {
    name: 'rocket',
    request: 'GET /x',
    status: 404,
    body: { error: { code: 404, reason: 'Not Found', description: 'The requested resource could not be found.' } },
    read: { message: 'The requested resource could not be found.' },
  },
  {
    name: 'rust validator',
    status: 422,
    body: { email: [{ code: 'email', message: null, params: { value: 'x' } }] },
    read: { fields: [['body', 'email', 'email', null]] },
  },
  {
    name: 'axum',
    status: 422,
    headers: { 'content-type': 'text/plain' },
    body: 'Failed to deserialize the JSON body into the target type: missing field `name` at line 1 column 11',
    read: {
      message: 'Failed to deserialize the JSON body into the target type: missing field `name` at line 1 column 11',
    },
  },
  {
    name: 'nest with its own factory',
    status: 400,
    body: {
      statusCode: 400,
      message: 'Validation failed',
      errors: [{ field: 'email', errors: ['must be an email', 'must not be empty'] }],
    },
    read: {
      message: 'Validation failed',
      fields: [
        ['body', 'email', null, 'must be an email'],
        ['body', 'email', null, 'must not be empty'],
      ],
    },
  },
  {
    name: 'nitro',
    status: 404,
    body: { error: true, url: '/api/loans/1', statusCode: 404, statusMessage: 'Not Found', message: 'Loan not found' },
    read: { message: 'Loan not found' },
  },
  {
    name: 'trpc batch',
    request: 'GET /trpc/x',
    status: 404,
    body: [
      {
        error: {
          message: 'No such loan',
          code: -32004,
          data: { code: 'NOT_FOUND', httpStatus: 404, path: 'loan.get' },
        },
      },
    ],
    read: { message: 'No such loan', code: 'NOT_FOUND' },
  },
  {
    name: 'orpc',
    status: 409,
    body: { defined: true, code: 'LOAN_CLOSED', status: 409, message: 'The loan is closed' },
    read: { message: 'The loan is closed', code: 'LOAN_CLOSED' },
  },
  {
    name: 'superstruct',
    status: 400,
    body: {
      error: {
        value: 42,
        key: 'email',
        type: 'string',
        path: ['email'],
        message: 'Expected a string, but received: 42',
      },
    },
    read: { message: 'any', code: 'any', fields: 'any' },
  },
  {
    name: 'angular forms backend',
    status: 400,
    body: {
      type: 'ValidationError',
      message: 'Check your input',
      violations: { email: [{ rule: 'email', message: 'not an email' }] },
    },
    read: {
      message: 'Check your input',
      code: 'ValidationError',
      fields: [['body', 'email', 'email', 'not an email']],
    },
  },
  {
    name: 'form errors by place',
    request: 'POST /loans?page=0',
    status: 400,
    body: {
      code: 'E_INPUT',
      message: 'Check your input',
      details: { query: { page: 'must be at least 1' }, body: { title: 'is required' } },
    },
    read: {
      message: 'Check your input',
      code: 'E_INPUT',
      fields: [
        ['query', 'page', null, 'must be at least 1'],
        ['body', 'title', null, 'is required'],
      ],
    },
  },
  {
    name: 'paths that start with the place',
    request: 'POST /loans/1?page=0',
    status: 400,
    body: {
      error: 'Invalid request',
      issues: [
        { path: ['query', 'page'], code: 'too_small', message: 'Must be at least 1' },
        { path: ['body', 'copies', 0], code: 'custom', message: 'Copy is lost' },
        { path: ['params', 'id'], code: 'custom', message: 'No such id' },
      ],
    },
    read: {
      message: 'Invalid request',
      fields: [
        ['query', 'page', 'too_small', 'Must be at least 1'],
        ['body', 'copies.0', 'custom', 'Copy is lost'],
        ['path', 'id', 'custom', 'No such id'],
      ],
    },
  },
  {
    name: 'a plain context beside a code',
    status: 409,
    body: {
      code: 'copy_on_loan',
      message: 'The copy is on loan',
      details: { member: 'mem_9', since: '2031-02-03', branch: { id: 4, name: 'North' } },
    },
    read: { message: 'The copy is on loan', code: 'copy_on_loan' },
  },
  {
    name: 'an nginx page behind a proxy',
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>openresty</center>\r\n</body>\r\n</html>',
    read: {},
  },
  { name: 'a code alone', status: 409, body: { code: 'COPY_ON_LOAN' }, read: { code: 'COPY_ON_LOAN' } },
  { name: 'an error code as error', status: 409, body: { error: 'COPY_ON_LOAN' }, read: { code: 'COPY_ON_LOAN' } },
  {
    name: 'an error with its status text',
    status: 403,
    body: { status: 403, statusText: 'Forbidden', error: { message: 'Members only' } },
    read: { message: 'Members only' },
  },
  {
    name: 'amazon cognito',
    status: 400,
    headers: { 'x-amzn-errortype': 'UserNotFoundException:', 'x-amzn-requestid': 'a1b2-c3' },
    body: { __type: 'UserNotFoundException', message: 'User does not exist.' },
    read: { message: 'User does not exist.', code: 'UserNotFoundException', trace: 'a1b2-c3' },
  },
  {
    name: 'azure storage',
    status: 404,
    headers: { 'content-type': 'application/xml', 'x-ms-request-id': '7d1c-01' },
    body: '\ufeff<?xml version="1.0" encoding="utf-8"?><Error><Code>BlobNotFound</Code><Message>The specified blob does not exist.</Message></Error>',
    read: { message: 'The specified blob does not exist.', code: 'BlobNotFound', trace: '7d1c-01' },
  },
  {
    name: 'salesforce oauth on a resource',
    status: 401,
    body: [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }],
    read: { message: 'Session expired or invalid', code: 'INVALID_SESSION_ID' },
  },
  {
    name: 'bugzilla',
    status: 404,
    body: {
      error: true,
      code: 101,
      message: 'Bug #9 does not exist.',
      documentation: 'https://bugzilla.example/docs/api',
    },
    read: { message: 'Bug #9 does not exist.', code: 101, docs: 'https://bugzilla.example/docs/api' },
  },
  {
    name: 'discourse',
    status: 403,
    body: { errors: ['You are not permitted to view the requested resource.'], error_type: 'invalid_access' },
    read: { message: 'You are not permitted to view the requested resource.', code: 'invalid_access' },
  },
  {
    name: 'mastodon',
    status: 422,
    body: {
      error: "Validation failed: Text can't be blank",
      details: { text: [{ error: 'ERR_BLANK', description: "can't be blank" }] },
    },
    read: {
      message: "Validation failed: Text can't be blank",
      fields: [['body', 'text', 'ERR_BLANK', "can't be blank"]],
    },
  },
  {
    name: 'gitea',
    status: 422,
    body: { message: '[Name]: Required', url: 'https://gitea.example/api/swagger' },
    read: { message: '[Name]: Required', docs: 'https://gitea.example/api/swagger' },
  },
  {
    name: 'chroma',
    status: 404,
    body: { error: 'NotFoundError', message: 'Collection loans does not exist.' },
    read: { message: 'Collection loans does not exist.', code: 'NotFoundError' },
  },
  {
    name: 'pinecone',
    status: 400,
    body: { code: 3, message: 'Vector dimension 3 does not match', details: [] },
    read: { message: 'Vector dimension 3 does not match', code: 'any' },
  },
  {
    name: 'temporal',
    status: 404,
    body: {
      code: 5,
      message: 'workflow not found for ID: x',
      details: [{ '@type': 'type.googleapis.com/temporal.api.errordetails.v1.NotFoundFailure' }],
    },
    read: { message: 'workflow not found for ID: x', code: 'any' },
  },
  {
    name: 'hashed in german',
    status: 400,
    body: { fehler: { meldung: 'Die Ausleihe ist gesperrt', code: 'AUSLEIHE_GESPERRT' } },
    read: { message: 'Die Ausleihe ist gesperrt', code: 'AUSLEIHE_GESPERRT' },
  },
  {
    name: 'french',
    status: 422,
    body: { erreur: 'Prêt introuvable', code: 'PRET_404' },
    read: { message: 'Prêt introuvable', code: 'PRET_404' },
  },
]
