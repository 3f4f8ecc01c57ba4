import type { Stranger } from './strangers.ts'

/** APIs that nobody had looked at when their shapes were read for the first time. */
export const UNSEEN_STRANGERS: readonly Stranger[] = [
  {
    name: 'mercadopago',
    status: 400,
    body: {
      message: 'Invalid transaction_amount',
      error: 'bad_request',
      status: 400,
      cause: [{ code: 4037, description: 'Invalid transaction_amount', data: '03-07-2024T12:00:00UTC;b4b5' }],
    },
    read: { message: 'Invalid transaction_amount', code: 'bad_request', fields: 'any' },
  },
  {
    name: 'monday',
    status: 400,
    body: {
      error_message: 'Complexity budget exhausted, query cost 30001 budget remaining 9999',
      error_code: 'ComplexityException',
      status_code: 400,
      error_data: {},
    },
    read: {
      message: 'Complexity budget exhausted, query cost 30001 budget remaining 9999',
      code: 'ComplexityException',
    },
  },
  {
    name: 'mailgun',
    status: 400,
    body: { message: "'from' parameter is not a valid address. please check documentation" },
    read: { message: "'from' parameter is not a valid address. please check documentation", fields: 'any' },
  },
  {
    name: 'sparkpost',
    status: 422,
    body: {
      errors: [
        { message: 'required field is missing', description: 'content object or template_id required', code: '1400' },
      ],
    },
    read: { message: 'required field is missing', code: '1400', fields: 'any' },
  },
  {
    name: 'mandrill',
    status: 500,
    body: { status: 'error', code: -1, name: 'Invalid_Key', message: 'Invalid API key' },
    read: { message: 'Invalid API key', code: -1 },
  },
  {
    name: 'sinch',
    status: 400,
    body: { code: 'syntax_invalid_parameter_format', text: 'Recipient must be a valid phone number' },
    read: { message: 'Recipient must be a valid phone number', code: 'syntax_invalid_parameter_format' },
  },
  {
    name: 'bandwidth',
    status: 400,
    body: {
      type: 'request-validation',
      description: 'Your request could not be accepted',
      fieldErrors: [
        { fieldName: 'from', description: "'+invalid' must be replaced with a valid E164 formatted telephone number" },
      ],
    },
    read: {
      message: 'Your request could not be accepted',
      code: 'request-validation',
      fields: [['body', 'from', null, "'+invalid' must be replaced with a valid E164 formatted telephone number"]],
    },
  },
  {
    name: 'plivo',
    status: 404,
    body: { api_id: '8b583f08-ae57-11eb-8840-0242ac110003', error: 'not found' },
    read: { message: null },
  },
  {
    name: 'coinbase',
    status: 400,
    body: { errors: [{ id: 'validation_error', message: 'Please enter a valid email or bitcoin address' }] },
    read: { message: 'Please enter a valid email or bitcoin address', code: 'validation_error' },
  },
  {
    name: 'coinbase advanced trade',
    status: 400,
    body: {
      error: 'INVALID_ARGUMENT',
      error_details: 'account is not available',
      message: 'account is not available',
      preview_failure_reason: 'UNKNOWN_PREVIEW_FAILURE_REASON',
    },
    read: { message: 'account is not available', code: 'INVALID_ARGUMENT' },
  },
  {
    name: 'kucoin',
    status: 400,
    body: { code: '400100', msg: 'Parameter validation failure--size must be positive' },
    read: { message: 'Parameter validation failure--size must be positive', code: '400100', fields: 'any' },
  },
  {
    name: 'okx',
    status: 401,
    body: { msg: 'Invalid OK-ACCESS-TIMESTAMP', code: '50112' },
    read: { message: 'Invalid OK-ACCESS-TIMESTAMP', code: '50112' },
  },
  {
    name: 'polygon',
    status: 403,
    body: {
      status: 'NOT_AUTHORIZED',
      request_id: 'a47d1beb8c11b6ae897ab76cdbbf35a3',
      message: 'You are not entitled to this data. Please upgrade your plan at https://polygon.io/pricing',
    },
    read: {
      message: 'You are not entitled to this data. Please upgrade your plan at https://polygon.io/pricing',
      code: 'NOT_AUTHORIZED',
      trace: 'a47d1beb8c11b6ae897ab76cdbbf35a3',
    },
  },
  {
    name: 'myob',
    status: 400,
    body: {
      Errors: [
        {
          Name: 'ValidationError',
          Message: 'Account is required',
          AdditionalDetails: '',
          ErrorCode: 30001,
          Severity: 'Error',
        },
      ],
      Information: 'Warning, error messages may not be finalised in future releases.',
    },
    read: { message: 'Account is required', code: 30001, fields: 'any' },
  },
  {
    name: 'personio',
    status: 404,
    body: { success: false, error: { code: 404, message: 'The requested employee could not be found' } },
    read: { message: 'The requested employee could not be found' },
  },
  {
    name: 'wrike',
    status: 400,
    body: { errorDescription: "Parameter 'status' value is invalid", error: 'invalid_parameter' },
    read: { message: "Parameter 'status' value is invalid", code: 'invalid_parameter', fields: 'any' },
  },
  {
    name: 'smartsheet',
    status: 404,
    body: { refId: '1h2k3j4', errorCode: 1006, message: 'Not Found' },
    read: { message: null, code: 1006, trace: '1h2k3j4' },
  },
  {
    name: 'coda',
    status: 429,
    body: {
      statusCode: 429,
      statusMessage: 'Too Many Requests',
      message: 'You have exceeded the rate limit for this account',
    },
    read: { message: 'You have exceeded the rate limit for this account' },
  },
  {
    name: 'figma',
    status: 403,
    body: { status: 403, err: 'Invalid token' },
    read: { message: 'Invalid token' },
  },
  {
    name: 'miro',
    status: 400,
    body: {
      status: 400,
      code: '2.0703',
      message: 'Invalid parameters',
      context: {
        fields: [
          {
            field: 'data.content',
            message: 'Unexpected value [], expected length between: 1 and 6000',
            reason: 'invalid',
          },
        ],
      },
      type: 'error',
    },
    read: {
      message: 'Invalid parameters',
      code: '2.0703',
      fields: [['body', 'data.content', 'invalid', 'Unexpected value [], expected length between: 1 and 6000']],
    },
  },
  {
    name: 'webflow',
    status: 400,
    body: {
      msg: 'ValidationError',
      code: 400,
      name: 'ValidationError',
      path: '/collections/1/items',
      err: 'ValidationError: Validation Failure',
      problems: ["Field 'slug': must be unique"],
      problem_data: [],
    },
    read: { message: 'any', code: 'any', fields: 'any' },
  },
  {
    name: 'squarespace',
    status: 409,
    body: {
      type: 'CONFLICT',
      message: 'The order has been changed meanwhile',
      subtype: null,
      details: null,
      contextId: 'YIEqzYb9',
    },
    read: { message: 'The order has been changed meanwhile', code: 'CONFLICT', trace: 'YIEqzYb9' },
  },
  {
    name: 'woocommerce',
    status: 400,
    body: {
      code: 'rest_invalid_param',
      message: 'Invalid parameter(s): status',
      data: {
        status: 400,
        params: { status: 'status is not one of draft, publish.' },
        details: { status: { code: 'rest_not_in_enum', message: 'status is not one of draft, publish.', data: null } },
      },
    },
    read: {
      message: 'Invalid parameter(s): status',
      code: 'rest_invalid_param',
      fields: [['body', 'status', 'rest_not_in_enum', 'status is not one of draft, publish.']],
    },
  },
  {
    name: 'prestashop',
    status: 404,
    body: { errors: [{ code: 2, message: 'Resource of type "products" does not exists.' }] },
    read: { message: 'Resource of type "products" does not exists.', code: 2 },
  },
  {
    name: 'shopware',
    status: 400,
    body: {
      errors: [
        {
          code: 'c1051bb4-1103-4974-8973-15c5ce2b5d8c',
          status: '400',
          title: 'Constraint violation error',
          detail: 'This value should not be blank.',
          template: 'This value should not be blank.',
          meta: { parameters: { '{{ value }}': 'null' } },
          source: { pointer: '/0/name' },
        },
      ],
    },
    read: {
      message: 'This value should not be blank.',
      code: 'c1051bb4-1103-4974-8973-15c5ce2b5d8c',
      fields: [['body', '0.name', 'c1051bb4-1103-4974-8973-15c5ce2b5d8c', 'This value should not be blank.']],
    },
  },
  {
    name: 'commercetools',
    status: 409,
    body: {
      statusCode: 409,
      message: 'Object 5f2 has a different version than expected. Expected: 1 - Actual: 2.',
      errors: [
        {
          code: 'ConcurrentModification',
          message: 'Object 5f2 has a different version than expected. Expected: 1 - Actual: 2.',
          currentVersion: 2,
        },
      ],
    },
    read: {
      message: 'Object 5f2 has a different version than expected. Expected: 1 - Actual: 2.',
      code: 'ConcurrentModification',
    },
  },
  {
    name: 'commercetools required field',
    status: 400,
    body: {
      statusCode: 400,
      message: "Request body does not contain valid JSON. A value is required for field 'name'.",
      errors: [{ code: 'RequiredField', message: "A value is required for field 'name'.", field: 'name' }],
    },
    read: {
      message: "Request body does not contain valid JSON. A value is required for field 'name'.",
      code: 'any',
      fields: [['body', 'name', 'RequiredField', "A value is required for field 'name'."]],
    },
  },
  {
    name: 'medusa',
    status: 400,
    body: { code: 'invalid_request_error', type: 'invalid_data', message: 'region_id must be a string' },
    read: { message: 'region_id must be a string', code: 'invalid_request_error', fields: 'any' },
  },
  {
    name: 'skyscanner',
    status: 400,
    body: { code: 3, message: 'The country code is invalid', details: [] },
    read: { message: 'The country code is invalid', code: 3 },
  },
  {
    name: 'mapbox',
    status: 422,
    body: { code: 'InvalidInput', message: 'Coordinate is invalid: 200,100' },
    read: { message: 'Coordinate is invalid: 200,100', code: 'InvalidInput', fields: 'any' },
  },
  {
    name: 'tomtom',
    status: 400,
    body: {
      formatVersion: '0.0.12',
      detailedError: { code: 'NO_ROUTE_FOUND', message: 'No route was found between the points' },
    },
    read: { message: 'No route was found between the points', code: 'NO_ROUTE_FOUND' },
  },
  {
    name: 'sendbird',
    status: 400,
    body: { message: '"Channel" not found.', code: 400201, error: true },
    read: { message: '"Channel" not found.', code: 400201 },
  },
  {
    name: 'ably',
    status: 401,
    body: {
      error: {
        message: 'No authentication information provided. (See https://help.ably.io/error/40101 for help.)',
        code: 40101,
        statusCode: 401,
        href: 'https://help.ably.io/error/40101',
        serverId: 'frontend.6f1c',
      },
    },
    read: {
      message: 'No authentication information provided. (See https://help.ably.io/error/40101 for help.)',
      code: 40101,
      docs: 'https://help.ably.io/error/40101',
    },
  },
  {
    name: 'pubnub',
    status: 403,
    body: {
      message: 'Forbidden',
      payload: { channels: ['desk'] },
      error: true,
      service: 'Access Manager',
      status: 403,
    },
    read: { message: null },
  },
  {
    name: 'webex',
    status: 404,
    body: {
      message: 'Could not find a person with provided ID.',
      errors: [{ description: 'Could not find a person with provided ID.' }],
      trackingId: 'ROUTER_5A2F8C1D-B0A3-01BB-0072-AC12D5A80072',
    },
    read: {
      message: 'Could not find a person with provided ID.',
      trace: 'ROUTER_5A2F8C1D-B0A3-01BB-0072-AC12D5A80072',
    },
  },
  {
    name: 'ringcentral',
    status: 400,
    body: {
      errorCode: 'CMN-101',
      message: 'Parameter [phoneNumber] value is invalid.',
      errors: [
        { errorCode: 'CMN-101', message: 'Parameter [phoneNumber] value is invalid.', parameterName: 'phoneNumber' },
      ],
      parameterName: 'phoneNumber',
    },
    read: {
      message: 'Parameter [phoneNumber] value is invalid.',
      code: 'CMN-101',
      fields: [['body', 'phoneNumber', 'CMN-101', 'Parameter [phoneNumber] value is invalid.']],
    },
  },
  {
    name: 'mixpanel',
    status: 400,
    body: { code: 400, error: 'data, missing or empty', status: 'Bad Request' },
    read: { message: 'data, missing or empty', fields: 'any' },
  },
  {
    name: 'amplitude',
    status: 400,
    body: {
      code: 400,
      error: 'Request missing required field',
      missing_field: 'api_key',
      events_with_invalid_fields: { time: [3, 4, 7] },
      events_with_missing_fields: { event_type: [3, 4, 7] },
    },
    read: { message: 'Request missing required field', fields: 'any' },
  },
  {
    name: 'launchdarkly',
    status: 409,
    body: {
      code: 'optimistic_locking_error',
      message: 'Conflict. Optimistic lock error. Try again.',
      id: '98a39e04-1f20-11ec-9621-0242ac130002',
    },
    read: { message: 'Conflict. Optimistic lock error. Try again.', code: 'optimistic_locking_error' },
  },
  {
    name: 'statsig',
    status: 400,
    body: {
      status: 400,
      message: 'Invalid request body',
      errors: [{ property: 'name', errorMessage: 'name is too short' }],
    },
    read: { message: 'Invalid request body', fields: [['body', 'name', null, 'name is too short']] },
  },
  {
    name: 'mux',
    status: 404,
    body: {
      error: {
        type: 'not_found',
        messages: ["The requested resource either doesn't exist or you don't have access to it."],
      },
    },
    read: { message: "The requested resource either doesn't exist or you don't have access to it.", code: 'not_found' },
  },
  {
    name: 'brightcove',
    status: 422,
    body: [{ error_code: 'VALIDATION_ERROR', message: 'name: REQUIRED_FIELD' }],
    read: { message: 'name: REQUIRED_FIELD', code: 'VALIDATION_ERROR', fields: 'any' },
  },
  {
    name: 'sanity',
    status: 409,
    body: {
      statusCode: 409,
      error: 'Conflict',
      message: 'Document by ID "movie-1" already exists',
      attributes: {},
      details: { type: 'mutationError', description: 'Document by ID "movie-1" already exists' },
    },
    read: { message: 'Document by ID "movie-1" already exists', code: 'any' },
  },
  {
    name: 'storyblok',
    status: 422,
    body: { slug: ['has already been taken'] },
    read: { fields: [['body', 'slug', null, 'has already been taken']] },
  },
  {
    name: 'neon',
    status: 404,
    body: { request_id: '3fcd1b2c-7a0a-4ac7-8b48-1e5d8f3d7a11', code: '', message: 'project not found' },
    read: { message: 'project not found', trace: '3fcd1b2c-7a0a-4ac7-8b48-1e5d8f3d7a11' },
  },
  {
    name: 'render',
    status: 400,
    body: { id: 'e7b1', message: 'invalid JSON in request body' },
    read: { message: 'invalid JSON in request body' },
  },
  {
    name: 'hetzner',
    status: 422,
    body: {
      error: {
        code: 'invalid_input',
        message: "invalid input in field 'broken_field': is too long",
        details: { fields: [{ name: 'broken_field', messages: ['is too long'] }] },
      },
    },
    read: {
      message: "invalid input in field 'broken_field': is too long",
      code: 'invalid_input',
      fields: [['body', 'broken_field', null, 'is too long']],
    },
  },
  {
    name: 'ovh',
    status: 403,
    body: { errorCode: 'INVALID_CREDENTIAL', httpCode: '403 Forbidden', message: 'This credential is not valid' },
    read: { message: 'This credential is not valid', code: 'INVALID_CREDENTIAL' },
  },
  {
    name: 'scaleway',
    status: 400,
    body: {
      details: [{ argument_name: 'name', help_message: 'must be lower case', reason: 'constraint' }],
      message: 'invalid argument(s)',
      type: 'invalid_arguments',
    },
    read: {
      message: 'invalid argument(s)',
      code: 'invalid_arguments',
      fields: [['body', 'name', 'constraint', 'must be lower case']],
    },
  },
  {
    name: 'backblaze',
    status: 401,
    body: { code: 'expired_auth_token', message: 'Authorization token has expired', status: 401 },
    read: { message: 'Authorization token has expired', code: 'expired_auth_token' },
  },
  {
    name: 'tencent cloud',
    status: 400,
    body: {
      Response: {
        Error: { Code: 'InvalidParameterValue', Message: 'The zone is not open' },
        RequestId: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
      },
    },
    read: {
      message: 'The zone is not open',
      code: 'InvalidParameterValue',
      trace: 'ed93f3cb-f35e-473f-b9f3-0d451b8b79c6',
    },
  },
  {
    name: 'alibaba cloud',
    status: 404,
    body: {
      RequestId: '7463B73D-35CC-4D19-A010-6B8D65D242EF',
      HostId: 'ecs.aliyuncs.com',
      Code: 'InvalidRegionId.NotFound',
      Message: 'The specified region is not found.',
      Recommend: 'https://api.alibabacloud.com/troubleshoot?q=InvalidRegionId',
    },
    read: {
      message: 'The specified region is not found.',
      code: 'InvalidRegionId.NotFound',
      trace: '7463B73D-35CC-4D19-A010-6B8D65D242EF',
      docs: 'https://api.alibabacloud.com/troubleshoot?q=InvalidRegionId',
    },
  },
  {
    name: 'huawei cloud',
    status: 400,
    body: { error_msg: 'The volume type is invalid', error_code: 'EVS.2024', request_id: '0b8c1' },
    read: { message: 'The volume type is invalid', code: 'EVS.2024', trace: '0b8c1' },
  },
  {
    name: 'naver',
    status: 401,
    body: { errorMessage: 'Authentication failed (인증에 실패했습니다.)', errorCode: '024' },
    read: { message: 'Authentication failed (인증에 실패했습니다.)', code: '024' },
  },
  {
    name: 'kakao',
    status: 401,
    body: { msg: 'this access token does not exist', code: -401 },
    read: { message: 'this access token does not exist', code: -401 },
  },
  {
    name: 'yandex cloud',
    status: 404,
    body: {
      code: 5,
      message: 'Instance epd1 not found',
      details: [
        { '@type': 'type.googleapis.com/google.rpc.RequestInfo', requestId: '0e5a7c52-f3c7-4b3e-8d53-0c2b1d6c7a10' },
      ],
    },
    read: { message: 'Instance epd1 not found', code: 5, trace: '0e5a7c52-f3c7-4b3e-8d53-0c2b1d6c7a10' },
  },
  {
    name: 'vk',
    status: 400,
    body: {
      error: {
        error_code: 100,
        error_msg: 'One of the parameters specified was missing or invalid: user_ids is undefined',
        request_params: [{ key: 'method', value: 'users.get' }],
      },
    },
    read: {
      message: 'One of the parameters specified was missing or invalid: user_ids is undefined',
      code: 100,
      fields: 'any',
    },
  },
  {
    name: 'paytm',
    status: 400,
    body: {
      head: { responseTimestamp: '1526969112101', version: 'v1' },
      body: { resultInfo: { resultStatus: 'F', resultCode: '1001', resultMsg: 'Request parameters are not valid' } },
    },
    read: { message: 'Request parameters are not valid', code: '1001' },
  },
  {
    name: 'phonepe',
    status: 400,
    body: { success: false, code: 'BAD_REQUEST', message: 'Please check the inputs you have provided.', data: {} },
    read: { message: 'Please check the inputs you have provided.', code: 'any' },
  },
  {
    name: 'cashfree',
    status: 400,
    body: {
      message: 'customer_details.customer_phone : is missing in the request',
      help: 'Check latest errors and resolution from Cashfree docs',
      code: 'customer_details.customer_phone_missing',
      type: 'invalid_request_error',
    },
    read: {
      message: 'customer_details.customer_phone : is missing in the request',
      code: 'customer_details.customer_phone_missing',
      hint: 'Check latest errors and resolution from Cashfree docs',
      fields: 'any',
    },
  },
  {
    name: 'midtrans',
    status: 400,
    body: {
      status_code: '400',
      status_message: 'One or more parameters in the payload is invalid.',
      validation_messages: ['customer_details.email format is invalid'],
      id: 'c4e8d2',
    },
    read: { message: 'One or more parameters in the payload is invalid.', fields: 'any' },
  },
  {
    name: 'xendit',
    status: 400,
    body: {
      error_code: 'API_VALIDATION_ERROR',
      message: 'There was an error with the format submitted to the server.',
      errors: [{ path: 'amount', message: '"amount" must be a number' }],
    },
    read: {
      message: 'There was an error with the format submitted to the server.',
      code: 'API_VALIDATION_ERROR',
      fields: [['body', 'amount', null, '"amount" must be a number']],
    },
  },
  {
    name: 'omise',
    status: 404,
    body: {
      object: 'error',
      location: 'https://www.omise.co/api-errors#not-found',
      code: 'not_found',
      message: 'customer cust_test_5x was not found',
    },
    read: {
      message: 'customer cust_test_5x was not found',
      code: 'not_found',
      docs: 'https://www.omise.co/api-errors#not-found',
    },
  },
  {
    name: 'iyzico',
    status: 422,
    body: {
      status: 'failure',
      errorCode: '5',
      errorMessage: 'binNumber must be sent',
      errorGroup: 'GENERAL',
      locale: 'tr',
      systemTime: 1458545234852,
      conversationId: '123456789',
    },
    read: { message: 'binNumber must be sent', code: '5', fields: 'any' },
  },
  {
    name: 'allegro',
    status: 422,
    body: {
      errors: [
        {
          code: 'ConstraintViolationException.NotNull',
          message: 'may not be null',
          details: null,
          path: 'category.id',
          userMessage: 'Select a category.',
          metadata: {},
        },
      ],
    },
    read: {
      message: 'any',
      code: 'any',
      fields: [['body', 'category.id', 'ConstraintViolationException.NotNull', 'may not be null']],
    },
  },
  {
    name: 'dhl',
    status: 400,
    body: {
      instance: '/expressapi/shipments',
      detail: 'Multiple problems found, see Additional Details',
      title: 'Bad request',
      message: 'Bad request',
      additionalDetails: ['998: The requested product(s) (P) not available between this origin and destination.'],
      status: 400,
    },
    read: { message: 'Multiple problems found, see Additional Details', fields: 'any' },
  },
  {
    name: 'aftership',
    status: 400,
    body: { meta: { code: 4005, type: 'BadRequest', message: 'The value of `tracking_number` is invalid.' }, data: {} },
    read: { message: 'The value of `tracking_number` is invalid.', code: 4005, fields: 'any' },
  },
  {
    name: 'zuora',
    status: 400,
    body: {
      success: false,
      processId: '3F7EA3FD706C7E7C',
      reasons: [
        { code: 53100020, message: "'termType' value should be one of: TERMED, EVERGREEN" },
        { code: 53100320, message: "'termType' value should be one of: TERMED, EVERGREEN" },
      ],
      requestId: 'a0b1c2d3-f4',
    },
    read: {
      message: "'termType' value should be one of: TERMED, EVERGREEN",
      code: 53100020,
      trace: 'a0b1c2d3-f4',
      fields: 'any',
    },
  },
  {
    name: 'siren',
    status: 409,
    body: {
      class: ['error'],
      properties: { code: 'COPY_TAKEN', message: 'Somebody else has this copy', requestId: 'sr-4471a' },
      links: [{ rel: ['self'], href: 'https://api.library.example/copies/4' }],
    },
    read: { message: 'Somebody else has this copy', code: 'COPY_TAKEN', trace: 'sr-4471a' },
  },
  {
    name: 'eventbrite',
    status: 400,
    body: {
      status_code: 400,
      error: 'ARGUMENTS_ERROR',
      error_description: 'There are errors with your arguments: event.name.html - MISSING',
      error_detail: { ARGUMENTS_ERROR: { 'event.name.html': ['MISSING'] } },
    },
    read: {
      message: 'There are errors with your arguments: event.name.html - MISSING',
      code: 'ARGUMENTS_ERROR',
      fields: [['body', 'event.name.html', null, 'MISSING']],
    },
  },
  {
    name: 'armeria for developers',
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'Status: 500\nDescription: Internal Server Error\nStack trace:\njava.lang.IllegalStateException: no shelf\n\tat com.library.Shelf.find(Shelf.java:17)\n',
    read: { message: null },
  },
  {
    name: 'sage',
    status: 422,
    body: [
      {
        $severity: 'error',
        $dataCode: 'ValidationError',
        $message: 'Name must be given',
        $source: 'contact.name',
      },
    ],
    read: {
      message: 'Name must be given',
      code: 'ValidationError',
      fields: [['body', 'contact.name', null, 'Name must be given']],
    },
  },
  {
    name: 'a rate limit with a time of day',
    status: 429,
    headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '30' },
    body: { message: 'Slow down, please' },
    read: { message: 'Slow down, please', retry: 30 },
  },
  {
    name: 'rules under a field',
    status: 422,
    body: {
      message: 'Validation failed',
      errors: { title: { minLength: 'Title is too short', required: 'Title is required' } },
    },
    read: {
      message: 'Validation failed',
      fields: [
        ['body', 'title', 'minLength', 'Title is too short'],
        ['body', 'title', 'required', 'Title is required'],
      ],
    },
  },
  {
    name: 'pairs',
    status: 400,
    body: {
      message: 'Invalid loan',
      errors: [
        ['copy', 'must be given'],
        ['days', 'must be positive'],
      ],
    },
    read: {
      message: 'Invalid loan',
      fields: [
        ['body', 'copy', null, 'must be given'],
        ['body', 'days', null, 'must be positive'],
      ],
    },
  },
]
