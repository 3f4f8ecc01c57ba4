import type { Stranger } from './strangers.ts'

/** Bodies that were written down from memory before anybody looked at how they are read. */
export const EXAMINED_STRANGERS: readonly Stranger[] = [
  {
    name: 'a tree of form errors with children',
    request: 'POST /v1/members',
    status: 400,
    body: {
      code: 400,
      message: 'Validation Failed',
      errors: {
        children: {
          email: {
            errors: ['This value is not a valid email address.'],
          },
          age: {},
          address: {
            children: {
              zip: {
                errors: ['This value is too short.'],
              },
            },
          },
        },
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Validation Failed',
      fields: [
        ['body', 'email', null, 'This value is not a valid email address.'],
        ['body', 'address.zip', null, 'This value is too short.'],
      ],
    },
  },
  {
    name: 'fields with lists of messages inside details',
    request: 'POST /v1/servers',
    status: 422,
    body: {
      error: {
        code: 'invalid_input',
        message: "invalid input in field 'broken_field': is too long",
        details: {
          fields: [
            {
              name: 'broken_field',
              messages: ['is too long', 'has bad characters'],
            },
          ],
        },
      },
    },
    read: {
      message: "invalid input in field 'broken_field': is too long",
      code: 'invalid_input',
      fields: [
        ['body', 'broken_field', null, 'is too long'],
        ['body', 'broken_field', null, 'has bad characters'],
      ],
    },
  },
  {
    name: 'lists of errors by the kind of parameter',
    request: 'POST /v1/members',
    status: 400,
    body: {
      validation_error: {
        body_params: [
          {
            type: 'missing',
            loc: ['email'],
            msg: 'Field required',
            input: {},
            url: 'https://errors.pydantic.dev/2.5/v/missing',
          },
        ],
        query_params: [
          {
            type: 'int_parsing',
            loc: ['page'],
            msg: 'Input should be a valid integer',
            input: 'x',
          },
        ],
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      fields: [
        ['body', 'email', 'missing', 'Field required'],
        ['query', 'page', 'int_parsing', 'Input should be a valid integer'],
      ],
    },
  },
  {
    name: 'issues under each place of the request',
    request: 'GET /v1/loans/x?page=x',
    status: 400,
    body: {
      message: 'Request validation failed',
      pathParameterErrors: {
        issues: [
          {
            code: 'invalid_string',
            path: ['id'],
            message: 'Invalid uuid',
          },
        ],
        name: 'ZodError',
      },
      headerErrors: null,
      queryParameterErrors: {
        issues: [
          {
            code: 'invalid_type',
            path: ['page'],
            message: 'Expected number',
          },
        ],
        name: 'ZodError',
      },
      bodyErrors: null,
    },
    read: {
      message: 'Request validation failed',
      fields: [
        ['path', 'id', 'invalid_string', 'Invalid uuid'],
        ['query', 'page', 'invalid_type', 'Expected number'],
      ],
    },
  },
  {
    name: 'a result for each place of the request',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      name: 'ZodError',
      bodyResult: {
        issues: [
          {
            code: 'too_small',
            path: ['days'],
            message: 'Number must be greater than 6',
          },
        ],
        name: 'ZodError',
      },
      queryResult: null,
      pathParameterErrors: null,
      headerErrors: null,
    },
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      fields: [['body', 'days', 'too_small', 'Number must be greater than 6']],
    },
  },
  {
    name: 'locations that start with the place and hold indices',
    request: 'POST /v1/members',
    status: 422,
    body: {
      $schema: 'https://library.example/schemas/ErrorModel.json',
      title: 'Unprocessable Entity',
      status: 422,
      detail: 'validation failed',
      errors: [
        {
          message: 'expected string to be RFC 5322 email: mail: missing @',
          location: 'body.email',
          value: 'nope',
        },
        {
          message: 'expected number >= 1',
          location: 'body.items[1].qty',
          value: 0,
        },
        {
          message: 'expected integer',
          location: 'query.page',
          value: 'x',
        },
        {
          message: 'required header parameter is missing',
          location: 'header.X-Branch',
        },
      ],
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'validation failed',
      fields: [
        ['body', 'email', null, 'expected string to be RFC 5322 email: mail: missing @'],
        ['body', 'items.1.qty', null, 'expected number >= 1'],
        ['query', 'page', null, 'expected integer'],
        ['header', 'X-Branch', null, 'required header parameter is missing'],
      ],
    },
  },
  {
    name: 'a list of maps with one member each',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      errors: [
        {
          isbn: 'is too short',
        },
        {
          branch: 'is closed',
        },
      ],
    },
    input: {
      isbn: 1,
    },
    read: {
      message: 'any',
      fields: [
        ['body', 'isbn', null, 'is too short'],
        ['body', 'branch', null, 'is closed'],
      ],
    },
  },
  {
    name: 'a field with a list of coded errors',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      isbn: [
        {
          message: 'This field is required.',
          code: 'required',
        },
      ],
    },
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      fields: [['body', 'isbn', 'required', 'This field is required.']],
    },
  },
  {
    name: 'a map of lists of coded errors',
    request: 'POST /v1/loans',
    status: 422,
    body: {
      errors: {
        isbn: [
          {
            code: 'too_short',
            message: 'is too short',
          },
          {
            code: 'format',
            message: 'has letters',
          },
        ],
      },
    },
    input: {
      isbn: 1,
    },
    read: {
      fields: [
        ['body', 'isbn', 'too_short', 'is too short'],
        ['body', 'isbn', 'format', 'has letters'],
      ],
    },
  },
  {
    name: 'a bare map of sentences, nested',
    request: 'POST /v1/members',
    status: 400,
    body: {
      email: 'must be a valid email address.',
      address: {
        zip: 'the length must be exactly 5.',
      },
      items: {
        '1': {
          qty: 'must be no less than 1.',
        },
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      fields: [
        ['body', 'email', null, 'must be a valid email address.'],
        ['body', 'address.zip', null, 'the length must be exactly 5.'],
        ['body', 'items.1.qty', null, 'must be no less than 1.'],
      ],
    },
  },
  {
    name: 'a map of field errors with nulls',
    request: 'POST /v1/members',
    status: 400,
    body: {
      formError: 'Form not submitted correctly.',
      fieldErrors: {
        email: 'That address looks wrong',
        age: null,
      },
      fields: {
        email: 'nope',
        age: '18',
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'any',
      fields: [['body', 'email', null, 'That address looks wrong']],
    },
  },
  {
    name: 'a map of errors whose only field is a name',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      errorMessages: [],
      errors: {
        name: 'The sprint name is too long.',
      },
    },
    read: {
      message: 'any',
      fields: [['body', 'name', null, 'The sprint name is too long.']],
    },
  },
  {
    name: 'argument names and help messages',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      type: 'invalid_arguments',
      message: 'validation error',
      details: [
        {
          argument_name: 'volumes',
          reason: 'constraint',
          help_message: 'total size must be 20GB',
        },
      ],
    },
    read: {
      message: 'validation error',
      code: 'invalid_arguments',
      fields: [['body', 'volumes', 'constraint', 'total size must be 20GB']],
    },
  },
  {
    name: 'failed fields with tags',
    request: 'POST /v1/loans',
    status: 400,
    body: [
      {
        FailedField: 'Isbn',
        Tag: 'required',
        Value: '',
      },
      {
        FailedField: 'Copies[0].Id',
        Tag: 'min',
        Value: '1',
      },
    ],
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      fields: [
        ['body', 'Isbn', 'required', null],
        ['body', 'Copies.0.Id', 'min', null],
      ],
    },
  },
  {
    name: 'fields inside a context',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      type: 'error',
      code: '2.0703',
      context: {
        fields: [
          {
            field: 'data.shape',
            message: 'Unexpected value',
            code: 'invalid',
          },
        ],
      },
      message: 'Invalid parameters',
      status: 400,
    },
    read: {
      message: 'Invalid parameters',
      code: '2.0703',
      fields: [['body', 'data.shape', 'invalid', 'Unexpected value']],
    },
  },
  {
    name: 'fields inside a member that nobody knows',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      badRequestDetail: {
        fields: [
          {
            description: 'must not be blank',
            field: 'groupName',
          },
        ],
      },
      detail: 'Validation error on the request.',
      error: 400,
      errorCode: 'VALIDATION_ERROR',
      parameters: [],
      reason: 'Bad Request',
    },
    read: {
      message: 'Validation error on the request.',
      code: 'VALIDATION_ERROR',
      fields: [['body', 'groupName', null, 'must not be blank']],
    },
  },
  {
    name: 'records that failed, under a name that nobody knows',
    request: 'POST /import',
    status: 400,
    body: {
      code: 400,
      error: 'some data points in the request failed validation',
      failed_records: [
        {
          index: 0,
          insert_id: '13c0b661-f48b',
          field: 'properties.time',
          message: "'properties.time' is invalid: must be specified as seconds since epoch",
        },
      ],
      num_records_imported: 0,
      status: 'Bad Request',
    },
    read: {
      message: 'some data points in the request failed validation',
      fields: [
        ['body', 'properties.time', null, "'properties.time' is invalid: must be specified as seconds since epoch"],
      ],
    },
  },
  {
    name: 'a list of names that start with the place',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      errors: [
        {
          code: 'deployments.validation',
          message: 'The deployment name is missing',
          fields: ['body.name'],
        },
      ],
    },
    read: {
      message: 'any',
      code: 'deployments.validation',
      fields: [['body', 'name', 'any', 'The deployment name is missing']],
    },
  },
  {
    name: 'an error that names its path',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      error: {
        error_msg: 'Invalid email address: nope',
        error_path: 'signers[0][email_address]',
        error_name: 'bad_request',
      },
    },
    read: {
      message: 'Invalid email address: nope',
      code: 'bad_request',
      fields: [['body', 'signers.0.email_address', 'any', 'Invalid email address: nope']],
    },
  },
  {
    name: 'a map with keys that start with the place',
    request: 'POST /v1/members',
    status: 422,
    body: {
      message: 'Validation Failed',
      details: {
        'requestBody.email': {
          message: 'invalid string value',
          value: 5,
        },
        'requestBody.address.zip': {
          message: "'zip' is required",
        },
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Validation Failed',
      fields: [
        ['body', 'email', null, 'invalid string value'],
        ['body', 'address.zip', null, "'zip' is required"],
      ],
    },
  },
  {
    name: 'a reason that is a map',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      status: 'error',
      reason: {
        amount: ['Ensure this value is greater than 0.'],
        __all__: ['You have only 0.0 copies available.'],
      },
      code: 'API0020',
    },
    read: {
      code: 'API0020',
      fields: [
        ['body', 'amount', null, 'Ensure this value is greater than 0.'],
        ['global', '', null, 'You have only 0.0 copies available.'],
      ],
    },
  },
  {
    name: 'a list of messages',
    request: 'POST /v1/members',
    status: 409,
    body: {
      status: 'ERROR',
      messages: ['Email is required', 'Age must be at least 18'],
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      fields: [
        ['global', '', null, 'Email is required'],
        ['global', '', null, 'Age must be at least 18'],
      ],
    },
  },
  {
    name: 'a bare list of sentences',
    request: 'POST /v1/loans',
    status: 400,
    body: ['Email is required', 'Age must be at least 18'],
    read: {
      message: 'any',
      fields: [
        ['global', '', null, 'Email is required'],
        ['global', '', null, 'Age must be at least 18'],
      ],
    },
  },
  {
    name: 'a list of error messages beside a code',
    request: 'POST /checkout/v3/orders',
    status: 400,
    body: {
      error_code: 'BAD_VALUE',
      error_messages: ['Bad value: order_amount', 'Bad value: locale'],
      correlation_id: '4f2b7a9c-11d0-4e55-9c3a-7b8d0e1f2a3c',
    },
    read: {
      message: 'any',
      code: 'BAD_VALUE',
      trace: '4f2b7a9c-11d0-4e55-9c3a-7b8d0e1f2a3c',
      fields: [['global', '', null, 'Bad value: locale']],
    },
  },
  {
    name: 'a sentence under a name that nobody knows',
    request: 'GET /v1/loans/817',
    status: 404,
    body: {
      error: {
        code: 404,
        name: 'Not Found',
        brief: 'The requested resource could not be found.',
        cause: null,
      },
    },
    read: {
      message: 'The requested resource could not be found.',
    },
  },
  {
    name: 'a code that looks like a status beside the status',
    request: 'GET /v2/shopping/offers?departureDate=1999-01-01',
    status: 400,
    headers: {
      'content-type': 'application/vnd.amadeus+json',
    },
    body: {
      errors: [
        {
          status: 400,
          code: 425,
          title: 'INVALID DATE',
          detail: 'Date/Time is in the past',
          source: {
            parameter: 'departureDate',
          },
        },
      ],
    },
    read: {
      message: 'any',
      code: 425,
      fields: [['query', 'departureDate', 425, 'Date/Time is in the past']],
    },
  },
  {
    name: 'a code beside the name of a class',
    request: 'GET /v1/loans/817',
    status: 403,
    body: {
      isClientSafe: true,
      error: 'not-authorized',
      reason: 'You may not extend this loan',
      message: 'You may not extend this loan [not-authorized]',
      errorType: 'Meteor.Error',
    },
    read: {
      message: 'any',
      code: 'not-authorized',
    },
  },
  {
    name: 'a status code that is a code',
    request: 'GET /v1/loans/817',
    status: 400,
    body: {
      statusCode: 'E0042',
      statusMsg: 'The card is blocked',
    },
    read: {
      message: 'The card is blocked',
      code: 'E0042',
    },
  },
  {
    name: 'a reference for support',
    request: 'GET /v1/loans/817',
    status: 404,
    body: {
      errorCode: 1006,
      message: 'Not Found',
      refId: '89xh4nffdmyz',
    },
    read: {
      code: 1006,
      trace: '89xh4nffdmyz',
    },
  },
  {
    name: 'a message key beside a title',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      entityName: 'loan',
      errorKey: 'idexists',
      type: 'https://www.jhipster.example/problem/problem-with-message',
      title: 'A new loan cannot already have an ID',
      status: 400,
      message: 'error.idexists',
      params: 'loan',
    },
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      message: 'A new loan cannot already have an ID',
      code: 'any',
      docs: 'https://www.jhipster.example/problem/problem-with-message',
    },
  },
  {
    name: 'the address that was asked for beside the issues',
    request: 'POST /v1/members',
    status: 400,
    body: {
      error: true,
      url: 'http://localhost:3000/v1/members',
      statusCode: 400,
      statusMessage: 'Validation Error',
      message: 'Validation Error',
      data: {
        issues: [
          {
            code: 'invalid_type',
            expected: 'string',
            received: 'undefined',
            path: ['address', 'zip'],
            message: 'Required',
          },
        ],
        name: 'ZodError',
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Validation Error',
      fields: [['body', 'address.zip', 'invalid_type', 'Required']],
    },
  },
  {
    name: 'a list of errors inside errors',
    request: 'GET /v1/loans/817',
    status: 404,
    body: {
      errors: {
        error: [
          {
            code: 'CONTENT_NOT_FOUND.GMP_ITEM_QUERY_API',
            description: 'Requested content could not be found.',
            info: 'Requested content could not be found.',
            severity: 'ERROR',
            category: 'DATA',
            causes: [],
          },
        ],
      },
    },
    read: {
      message: 'Requested content could not be found.',
      code: 'CONTENT_NOT_FOUND.GMP_ITEM_QUERY_API',
    },
  },
  {
    name: 'a fault in XML',
    request: 'GET /v1/loans/817',
    status: 400,
    headers: {
      'content-type': 'application/xml; charset=utf-8',
    },
    body: '<Fault xmlns="http://schemas.microsoft.com/ws/2005/05/envelope/none"><Code><Value>Receiver</Value><Subcode><Value xmlns:a="http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher">a:InternalServiceFault</Value></Subcode></Code><Reason><Text xml:lang="en-US">The loan is already closed.</Text></Reason></Fault>',
    read: {
      message: 'The loan is already closed.',
      code: 'any',
    },
  },
  {
    name: 'a fault string in XML',
    request: 'GET /v1/loans/817',
    status: 404,
    headers: {
      'content-type': 'application/xml',
    },
    body: '<ns1:XMLFault xmlns:ns1="http://cxf.apache.org/bindings/xformat"><ns1:faultstring xmlns:ns1="http://cxf.apache.org/bindings/xformat">The loan is unknown</ns1:faultstring></ns1:XMLFault>',
    read: {
      message: 'The loan is unknown',
    },
  },
  {
    name: 'a message with a detail in XML',
    request: 'GET /v1/loans/817',
    status: 400,
    headers: {
      'content-type': 'application/xml; charset=utf-8',
    },
    body: '<Error><Message>The request is invalid.</Message><MessageDetail>The parameters dictionary contains a null entry for parameter id.</MessageDetail></Error>',
    read: {
      message: 'any',
    },
  },
  {
    name: 'a 200 whose code in digits is no zero',
    request: 'POST /v1/loans',
    status: 200,
    body: {
      code: '50119',
      msg: "API key doesn't exist",
      data: [],
    },
    read: {
      message: "API key doesn't exist",
      code: '50119',
    },
  },
  {
    name: 'a 200 with empty members that nobody knows',
    request: 'POST /v1/loans',
    status: 200,
    body: {
      retCode: 10001,
      retMsg: 'params error: symbol invalid',
      result: {},
      retExtInfo: {},
      time: 1738555506000,
    },
    read: {
      message: 'params error: symbol invalid',
      code: 10001,
    },
  },
  {
    name: 'extra errors with sources',
    request: 'POST /v1/members',
    status: 400,
    body: {
      status_code: 400,
      detail: 'Validation failed for POST /v1/members',
      extra: [
        {
          message: 'Expected `str`, got `int`',
          key: 'email',
          source: 'body',
        },
        {
          message: 'Expected `int`, got `str`',
          key: 'page',
          source: 'query',
        },
        {
          message: 'Object missing required field `zip`',
          key: 'address.zip',
        },
      ],
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Validation failed for POST /v1/members',
      fields: [
        ['body', 'email', null, 'Expected `str`, got `int`'],
        ['query', 'page', null, 'Expected `int`, got `str`'],
        ['body', 'address.zip', null, 'Object missing required field `zip`'],
      ],
    },
  },
  {
    name: 'errors with locations',
    request: 'POST /v1/members',
    status: 400,
    body: {
      status: 'error',
      errors: [
        {
          location: 'body',
          name: 'email',
          description: 'Required',
        },
        {
          location: 'querystring',
          name: 'page',
          description: 'Not a number',
        },
        {
          location: 'header',
          name: 'X-Branch',
          description: 'unknown branch',
        },
      ],
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      fields: [
        ['body', 'email', null, 'Required'],
        ['query', 'page', null, 'Not a number'],
        ['header', 'X-Branch', null, 'unknown branch'],
      ],
    },
  },
  {
    name: 'JSON paths with names of errors',
    request: 'POST /v1/loans',
    status: 400,
    headers: {
      'content-type': 'application/vnd.worldpay.payments-v6+json',
    },
    body: {
      errorName: 'bodyDoesNotMatchSchema',
      message: 'The json body provided does not match the expected schema',
      validationErrors: [
        {
          errorName: 'fieldHasInvalidValue',
          message: 'Payment instrument card number must be numeric',
          jsonPath: '$.instruction.paymentInstrument.cardNumber',
        },
        {
          errorName: 'fieldIsMissing',
          message: 'Currency must be given',
          jsonPath: '$.instruction.value.currency',
        },
      ],
    },
    read: {
      message: 'The json body provided does not match the expected schema',
      code: 'bodyDoesNotMatchSchema',
      fields: [
        [
          'body',
          'instruction.paymentInstrument.cardNumber',
          'fieldHasInvalidValue',
          'Payment instrument card number must be numeric',
        ],
        ['body', 'instruction.value.currency', 'fieldIsMissing', 'Currency must be given'],
      ],
    },
  },
  {
    name: 'a response status with errors',
    request: 'POST /v1/members',
    status: 400,
    body: {
      responseStatus: {
        errorCode: 'NotEmpty',
        message: "'Email' should not be empty.",
        stackTrace: '[CreateMember: 03/02/2031]:\n   at Library.Api.Members.Post() in D:\\build\\Members.cs:line 12',
        errors: [
          {
            errorCode: 'NotEmpty',
            fieldName: 'Email',
            message: "'Email' should not be empty.",
            meta: {
              PropertyName: 'Email',
            },
          },
          {
            errorCode: 'GreaterThan',
            fieldName: 'Age',
            message: "'Age' must be greater than '17'.",
          },
        ],
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: "'Email' should not be empty.",
      code: 'NotEmpty',
      fields: [
        ['body', 'Email', 'NotEmpty', "'Email' should not be empty."],
        ['body', 'Age', 'GreaterThan', "'Age' must be greater than '17'."],
      ],
    },
  },
  {
    name: 'a map of issues beside the error',
    request: 'POST /v1/members',
    status: 422,
    body: {
      _status: 'ERR',
      _issues: {
        email: 'value does not match regex',
        address: {
          zip: 'required field',
        },
      },
      _error: {
        code: 422,
        message: 'Insertion failure: 1 document(s) contain(s) error(s)',
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Insertion failure: 1 document(s) contain(s) error(s)',
      fields: [
        ['body', 'email', null, 'value does not match regex'],
        ['body', 'address.zip', null, 'required field'],
      ],
    },
  },
  {
    name: 'invalid fields beside a problem',
    request: 'POST /v1/loans',
    status: 422,
    body: {
      title: 'Input validation failed',
      detail: '- input: prompt is required\n',
      status: 422,
      invalid_fields: [
        {
          type: 'required',
          field: 'input.prompt',
          description: 'prompt is required',
        },
      ],
    },
    read: {
      message: 'any',
      fields: [['body', 'input.prompt', 'required', 'prompt is required']],
    },
  },
  {
    name: 'a map of ajv errors',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      message: "isbn: must have required property 'isbn', days: must be >= 7",
      type: 'ModelValidation',
      data: {
        isbn: [
          {
            message: "must have required property 'isbn'",
            keyword: 'required',
            params: {
              missingProperty: 'isbn',
            },
          },
        ],
        days: [
          {
            message: 'must be >= 7',
            keyword: 'minimum',
            params: {
              comparison: '>=',
              limit: 7,
            },
          },
        ],
      },
    },
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      message: "isbn: must have required property 'isbn', days: must be >= 7",
      code: 'ModelValidation',
      fields: [
        ['body', 'isbn', 'required', "must have required property 'isbn'"],
        ['body', 'days', 'minimum', 'must be >= 7'],
      ],
    },
  },
  {
    name: 'details with pointers and places',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      code: 'VALIDATION_ERROR',
      description: 'Payload did not pass validation',
      details: [
        {
          code: 'REQUIRED',
          description: 'This value is required',
          field: '/title',
          in: 'body',
        },
      ],
    },
    read: {
      message: 'Payload did not pass validation',
      code: 'VALIDATION_ERROR',
      fields: [['body', 'title', 'REQUIRED', 'This value is required']],
    },
  },
  {
    name: 'a list of issues with their place beside it',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      context: 'body',
      error: [
        {
          code: 'invalid_type',
          expected: 'string',
          received: 'number',
          path: ['isbn'],
          message: 'Expected string, received number',
        },
      ],
    },
    input: {
      isbn: 1,
      member: {
        email: 'x',
      },
      copies: [
        {
          id: 0,
        },
      ],
      days: 3,
    },
    read: {
      fields: [['body', 'isbn', 'invalid_type', 'Expected string, received number']],
    },
  },
  {
    name: 'request information among details',
    request: 'GET /v1/loans/817',
    status: 404,
    body: {
      error_code: 'RESOURCE_DOES_NOT_EXIST',
      message: 'Cluster 0203-040506-abcd does not exist',
      details: [
        {
          '@type': 'type.googleapis.com/google.rpc.RequestInfo',
          request_id: '4f2b7a9c-11d0-4e55-9c3a-7b8d0e1f2a3c',
          serving_data: '',
        },
      ],
    },
    read: {
      message: 'Cluster 0203-040506-abcd does not exist',
      code: 'RESOURCE_DOES_NOT_EXIST',
      trace: '4f2b7a9c-11d0-4e55-9c3a-7b8d0e1f2a3c',
    },
  },
  {
    name: 'an exception inside an error of the request',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      requestError: {
        serviceException: {
          messageId: 'BAD_REQUEST',
          text: 'Bad Request',
          validationErrors: {
            'messages[0].text': ['must not be blank'],
          },
        },
      },
    },
    read: {
      code: 'BAD_REQUEST',
      fields: [['body', 'messages.0.text', null, 'must not be blank']],
    },
  },
  {
    name: 'a list of maps beside a description',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      error: 'bad_parameter',
      error_detail: [
        {
          ride_type: 'Field is required',
        },
      ],
      error_description: 'Validation errors occurred',
    },
    read: {
      message: 'Validation errors occurred',
      code: 'bad_parameter',
      fields: [['body', 'ride_type', null, 'Field is required']],
    },
  },
  {
    name: 'humanized errors',
    request: 'POST /v1/accounts',
    status: 400,
    body: {
      humanized: {
        email: ['should be a string'],
        address: {
          zip: ['missing required key'],
        },
      },
      in: ['request', 'body-params'],
      type: 'reitit.coercion/request-coercion',
      coercion: 'malli',
      value: {
        email: 5,
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      code: 'any',
      fields: [
        ['body', 'email', null, 'should be a string'],
        ['body', 'address.zip', null, 'missing required key'],
      ],
    },
  },
  {
    name: 'a status with codes and a description',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      status: {
        statusCode: 'ERROR_VALUE_INVALID',
        severity: 'ERROR',
        code: '8200',
        codeLiteral: 'PAYU_INVALID_X',
        statusDesc: 'The pos id is invalid',
      },
    },
    read: {
      message: 'The pos id is invalid',
      code: 'any',
    },
  },
  {
    name: 'a problem inside a body',
    request: 'POST /v1/loans',
    status: 400,
    body: {
      id: null,
      providerName: 'x',
      dateTimeUTC: '2031-02-03T04:05:06',
      httpStatusCode: 'BadRequest',
      pagination: null,
      problem: {
        type: 'about:blank',
        title: 'BadRequest',
        status: 400,
        detail: 'Validation error occurred.',
        instance: null,
        invalidFields: [
          {
            name: 'FirstName',
            reason: 'The First Name is required.',
          },
        ],
      },
    },
    read: {
      message: 'Validation error occurred.',
      code: 'any',
      fields: [['body', 'FirstName', null, 'The First Name is required.']],
    },
  },
  {
    name: 'an error key beside its message',
    request: 'POST /v1/loans',
    status: 400,
    body: [
      {
        error_key: 'contacts.api.validation.error',
        error_message: '#/email_address: expected type: JSONObject, found: String',
      },
    ],
    read: {
      message: '#/email_address: expected type: JSONObject, found: String',
      code: 'contacts.api.validation.error',
    },
  },
  {
    name: 'a 200 that is a failure',
    request: 'POST /v1/loans',
    status: 200,
    body: {
      status: 'failure',
      errorCode: '5001',
      errorMessage: 'Card number is invalid',
      locale: 'en',
      systemTime: 1738555506000,
    },
    read: {
      message: 'Card number is invalid',
      code: '5001',
    },
  },
  {
    name: 'a 200 with an error code and its information',
    request: 'POST /v1/loans',
    status: 200,
    body: {
      result: null,
      error_code: 'ERR-CONDUIT-CORE',
      error_info: 'Monogram "T9" does not exist.',
    },
    read: {
      message: 'Monogram "T9" does not exist.',
      code: 'ERR-CONDUIT-CORE',
    },
  },
  {
    name: 'full messages beside the fields',
    request: 'POST /v1/accounts',
    status: 422,
    body: {
      status: 'error',
      data: {
        id: null,
        email: 'nope',
      },
      errors: {
        email: ['is not an email'],
        full_messages: ['Email is not an email'],
      },
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'any',
      fields: [['body', 'email', null, 'is not an email']],
    },
  },
  {
    name: 'sentences in paragraphs',
    request: 'POST /v1/members',
    status: 400,
    body: {
      status: false,
      error: {
        email: '<p>The Email field must contain a valid email address.</p>',
        age: '<p>The Age field must contain a number.</p>',
      },
      message: 'Form is not valid',
    },
    input: {
      email: 'nope',
      age: 3,
      address: {
        zip: '1',
      },
      items: [
        {
          qty: 1,
        },
        {
          qty: 0,
        },
      ],
    },
    read: {
      message: 'Form is not valid',
      fields: [
        ['body', 'email', null, 'The Email field must contain a valid email address.'],
        ['body', 'age', null, 'The Age field must contain a number.'],
      ],
    },
  },
  {
    name: 'a page with a reference',
    request: 'GET /v1/loans/817',
    status: 403,
    headers: {
      'content-type': 'text/html',
      server: 'AkamaiGHost',
    },
    body: '<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>\n<H1>Access Denied</H1>\n \nYou don\'t have permission to access "http&#58;&#47;&#47;api&#46;library&#46;example&#47;v1&#47;loans" on this server.<P>\nReference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab\n</BODY>\n</HTML>\n',
    read: {
      message: 'any',
      trace: '18.2d351ab8.1557333295.a4e16ab',
    },
  },
  {
    name: 'a list of coded errors without a sentence around it',
    status: 400,
    body: {
      errors: [
        {
          code: 'A1',
          message: 'The card is blocked',
        },
        {
          code: 'A2',
          message: 'The branch is closed',
        },
      ],
    },
    read: {
      message: 'The card is blocked',
      code: 'A1',
      fields: [['global', '', 'A2', 'The branch is closed']],
    },
  },
  {
    name: 'a map of fragments whose only field is a title',
    status: 422,
    body: {
      errors: {
        title: "can't be blank",
      },
    },
    read: {
      fields: [['body', 'title', null, "can't be blank"]],
    },
  },
  {
    name: 'a map of fragments with a description',
    status: 422,
    body: {
      errors: {
        description: 'is too long',
        type: 'is unknown',
      },
    },
    read: {
      fields: [
        ['body', 'description', null, 'is too long'],
        ['body', 'type', null, 'is unknown'],
      ],
    },
  },
  {
    name: 'errors that are the error itself',
    status: 409,
    body: {
      errors: {
        title: 'Copy on hold',
        description: 'The copy is on hold',
      },
    },
    read: {
      message: 'The copy is on hold',
    },
  },
  {
    name: 'names of fields beside the message',
    status: 400,
    body: {
      message: 'Some fields are missing',
      fields: ['isbn', 'member.email'],
    },
    read: {
      message: 'Some fields are missing',
      fields: [
        ['body', 'isbn', null, 'Some fields are missing'],
        ['body', 'member.email', null, 'Some fields are missing'],
      ],
    },
  },
  {
    name: 'names of fields beside the message of a conflict',
    status: 409,
    body: {
      message: 'The loan was changed',
      fields: ['isbn'],
    },
    read: {
      message: 'The loan was changed',
    },
  },
  {
    name: 'seconds under a name that says so',
    request: 'GET /loans',
    status: 429,
    body: {
      message: 'Slow down',
      details: {
        resetInSeconds: 30,
      },
    },
    read: {
      message: 'Slow down',
      retry: 30,
    },
  },
  {
    name: 'a reset that is no time to wait',
    request: 'GET /loans',
    status: 409,
    body: {
      message: 'The shelf is closed',
      details: {
        resetCount: 30,
      },
    },
    read: {
      message: 'The shelf is closed',
    },
  },
  {
    name: 'a hint with a prefix',
    request: 'GET /loans',
    status: 403,
    body: {
      error: 'The card is blocked',
      error_hint: 'Ask at the desk',
    },
    read: {
      message: 'The card is blocked',
      hint: 'Ask at the desk',
    },
  },
  {
    name: 'a logged id in the sentence',
    request: 'GET /loans',
    status: 400,
    body: {
      message: 'The loan could not be read. It has been logged (ID 4f2b7a9c11d03e55).',
    },
    read: {
      message: 'The loan could not be read. It has been logged (ID 4f2b7a9c11d03e55).',
      trace: '4f2b7a9c11d03e55',
    },
  },
  {
    name: 'an id of a thing in the sentence',
    request: 'GET /loans',
    status: 409,
    body: {
      message: 'The loan exists already. Loan ID: 4f2b7a9c11d03e55',
    },
    read: {
      message: 'The loan exists already. Loan ID: 4f2b7a9c11d03e55',
    },
  },
  {
    name: 'warnings that name fields',
    status: 409,
    body: {
      message: 'The copy is on hold',
      warnings: [
        {
          field: 'isbn',
          message: 'has no check digit',
        },
      ],
    },
    read: {
      message: 'The copy is on hold',
    },
  },
  {
    name: 'things with a name and a description',
    status: 409,
    body: {
      message: 'The copy is on hold',
      branches: [
        {
          name: 'North',
          description: 'Open until noon',
        },
      ],
    },
    read: {
      message: 'The copy is on hold',
    },
  },
  {
    name: 'a text that is a code and its number',
    request: 'GET /loans',
    status: 429,
    headers: {
      'content-type': 'text/plain',
    },
    body: 'error code: 1015',
    read: {
      code: '1015',
    },
  },
  {
    name: 'sentences of go-openapi, one on each line',
    status: 422,
    body: {
      code: 601,
      message: 'validation failure list:\nisbn in body is required\npage in query must be of type int64',
    },
    read: {
      message: 'validation failure list:\nisbn in body is required\npage in query must be of type int64',
      code: 601,
      fields: [
        ['body', 'isbn', null, 'is required'],
        ['query', 'page', null, 'must be of type int64'],
      ],
    },
  },
  {
    name: 'the root that a validator gives its input',
    status: 400,
    input: {
      email: 'x',
      data: {},
    },
    body: {
      errors: [
        {
          field: 'data.email',
          message: 'must be email format',
        },
      ],
    },
    read: {
      fields: [['body', 'data.email', null, 'must be email format']],
      message: 'any',
    },
  },
  {
    name: 'the root that a validator gives its input, where the input has none such',
    status: 400,
    input: {
      email: 'x',
    },
    body: {
      message: 'Invalid',
      errors: [
        {
          field: 'data.email',
          message: 'must be email format',
        },
      ],
    },
    read: {
      message: 'Invalid',
      fields: [['body', 'email', null, 'must be email format']],
    },
  },
  {
    name: 'the whole error as a text in its message',
    request: 'GET /loans',
    status: 409,
    body: {
      message: '{"code":"LOAN_CLOSED","message":"The loan is closed"}',
    },
    read: {
      message: 'The loan is closed',
      code: 'LOAN_CLOSED',
    },
  },
  {
    name: 'data as a text in its message',
    request: 'GET /loans',
    status: 409,
    body: {
      code: 'LOAN_CLOSED',
      message: '{"loan":7}',
    },
    read: {
      code: 'LOAN_CLOSED',
    },
  },
  {
    name: 'errors inside a payload',
    status: 400,
    body: {
      payload: {
        errors: [
          {
            field: 'isbn',
            message: 'has letters',
          },
        ],
      },
      message: 'The loan is invalid',
    },
    read: {
      message: 'The loan is invalid',
      fields: [['body', 'isbn', null, 'has letters']],
    },
  },
  {
    name: 'a traceparent in the body',
    request: 'GET /loans',
    status: 409,
    body: {
      message: 'The loan is closed',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
    },
    read: {
      message: 'The loan is closed',
      trace: '4bf92f3577b34da6a3ce929d0e0e4736',
    },
  },
  {
    name: 'a map with a null beside its sentences',
    status: 422,
    body: {
      errors: {
        isbn: 'is too short',
        days: null,
        name: null,
      },
    },
    read: {
      fields: [['body', 'isbn', null, 'is too short']],
    },
  },
  {
    name: 'a map with one field that is an object',
    status: 400,
    body: {
      name: 'ValidationError',
      errors: {
        isbn: {
          name: 'ValidatorError',
          message: 'isbn is short',
          kind: 'minlength',
          path: 'isbn',
        },
      },
    },
    read: {
      code: 'any',
      fields: [['body', 'isbn', 'minlength', 'isbn is short']],
    },
  },
  {
    name: 'data with a message and errors',
    status: 400,
    body: {
      data: {
        errors: {
          isbn: ['is short'],
        },
        message: 'The loan is invalid',
      },
      status: 400,
    },
    read: {
      message: 'The loan is invalid',
      fields: [['body', 'isbn', null, 'is short']],
    },
  },
  {
    name: 'a code in place of the message',
    request: 'GET /loans',
    status: 401,
    body: {
      message: 'token_expired',
    },
    read: {
      code: 'token_expired',
    },
  },
  {
    name: 'sentences inside meta',
    status: 400,
    body: {
      meta: {
        errors: ['The loan is closed'],
      },
    },
    read: {
      message: 'The loan is closed',
    },
  },
  {
    name: 'an OData error with its prefix',
    request: 'GET /loans',
    status: 404,
    body: {
      'odata.error': {
        code: 'LOAN_GONE',
        message: {
          lang: 'en-US',
          value: 'The loan is gone',
        },
      },
    },
    read: {
      message: 'The loan is gone',
      code: 'LOAN_GONE',
    },
  },
  {
    name: 'messages in XML with a type',
    status: 400,
    headers: {
      'content-type': 'text/xml',
    },
    body: '<response><messages><msg type="ERROR">The loan is gone.</msg></messages></response>',
    read: {
      message: 'The loan is gone.',
      code: 'any',
    },
  },
]
