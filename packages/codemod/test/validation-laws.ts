/** v1 bodies as servers of each dialect send them: one field, several, several texts for one, nested fields, the whole input. */
export const BODIES: Readonly<Record<string, readonly { readonly status: number; readonly body: unknown }[]>> = {
  laravel: [
    laravel({ email: ['The email has already been taken.'] }),
    laravel({ email: ['The email must be valid.', 'The email is too long.'], title: ['The title is required.'] }),
    laravel({ title: ['The title is required.'], 'items.0.name': ['The name is required.', 'The name is odd.'] }),
    laravel({ 'items.10.copies.2': ['The copy is lent.'], email: ['The email must be valid.'] }),
  ],
  causeloop: [
    causeloop({ email: 'must be a valid address' }),
    causeloop({ email: 'email is required', 'connector.config.api_key': 'is required' }),
    causeloop({ 'connector.hosts.0': 'must be a valid address', name: 'name is required' }),
    causeloop({ name: 'name is required' }),
  ],
  'express-validator': [
    { status: 400, body: { errors: [wrong('email', 'Invalid value')] } },
    {
      status: 400,
      body: {
        errors: [wrong('email', 'Invalid value'), wrong('email', 'Too long'), wrong('items[0].name', 'Missing')],
      },
    },
  ],
  fastapi: [
    { status: 422, body: { detail: [unfit(['body', 'email'], 'Field required')] } },
    {
      status: 422,
      body: {
        detail: [
          unfit(['body', 'items', 0, 'name'], 'Field required'),
          unfit(['query', 'page'], 'Input should be a valid integer'),
        ],
      },
    },
    {
      status: 422,
      body: { detail: [unfit(['body', 'email'], 'Field required'), unfit(['body'], 'Value error, the loan is odd')] },
    },
  ],
  ruleforge: [
    ruleforge([unfit(['body', 'email'], 'Field required')]),
    ruleforge([
      unfit(['body', 'items', 0, 'name'], 'Field required'),
      unfit(['body', 'email'], 'value is not a valid email address'),
    ]),
  ],
  zod: [
    { status: 400, body: { issues: [{ code: 'too_small', path: ['email'], message: 'Too short' }] } },
    {
      status: 400,
      body: {
        issues: [
          { code: 'custom', path: ['items', 0, 'name'], message: 'Odd' },
          { code: 'custom', path: ['email'], message: 'Odd, too' },
        ],
      },
    },
  ],
  nestjs: [
    nestjs(['email must be an email']),
    nestjs(['email must be an email', 'name should not be empty']),
    nestjs(['items.0.name must be a string', 'Loan period is odd']),
    nestjs(['Loan period is odd']),
    nestjs(['Loan period is odd', 'Copy is odd']),
  ],
  'errors-list': [
    { status: 400, body: { errors: [{ field: 'email', message: 'is odd' }] } },
    {
      status: 400,
      body: {
        errors: [
          { field: 'items.0.name', message: 'is required' },
          { field: 'email', message: 'is odd' },
        ],
      },
    },
    { status: 409, body: { errors: [{ message: 'The loan is odd' }] } },
  ],
  aspnet: [
    {
      status: 400,
      body: {
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { Name: ['The Name field is required.', 'Too short'] },
      },
    },
    {
      status: 400,
      body: {
        title: 'One or more validation errors occurred.',
        status: 400,
        errors: { 'Items[0].Name': ['The Name field is required.'], Name: ['Odd'] },
      },
    },
  ],
  rails: [
    { status: 422, body: { errors: ["Email can't be blank"] } },
    { status: 422, body: { errors: ["Email can't be blank", 'Name is too short'] } },
  ],
  'spring-boot': [
    {
      status: 400,
      body: {
        timestamp: '2031-02-03T04:05:06Z',
        status: 400,
        error: 'Bad Request',
        path: '/loans',
        errors: [
          { field: 'items[0].name', defaultMessage: 'must not be blank', code: 'NotBlank' },
          { field: 'email', defaultMessage: 'must be well-formed', code: 'Email' },
        ],
      },
    },
  ],
  fortary: [
    {
      status: 400,
      body: {
        error: {
          type: 'invalid_request',
          code: 'invalid_parameter',
          message: 'Parameter member is not valid.',
          correlationId: 'req-7f3a',
          details: { field: 'member' },
        },
      },
    },
  ],
  ajv: [
    {
      status: 400,
      body: {
        errors: [
          {
            instancePath: '/items/0/name',
            keyword: 'minLength',
            params: { limit: 3 },
            message: 'must NOT have fewer than 3 characters',
          },
        ],
      },
    },
  ],
}

function laravel(errors: object) {
  return { status: 422, body: { message: 'The given data was invalid.', errors } }
}

function causeloop(details: object) {
  return {
    status: 400,
    body: { error: { code: 'validation_error', message: 'Request is invalid', trace_id: 'req-7f3a', details } },
  }
}

function wrong(path: string, msg: string) {
  return { type: 'field', msg, path, location: 'body' }
}

function unfit(loc: readonly (string | number)[], msg: string) {
  return { type: 'missing', loc, msg }
}

function ruleforge(errors: readonly object[]) {
  return {
    status: 422,
    body: {
      code: 'request_validation_failed',
      message: 'Invalid data in request.',
      hint: 'Check the fields.',
      details: { errors },
      debug_id: '8e1f2c3a',
    },
  }
}

function nestjs(message: readonly string[]) {
  return { status: 400, body: { statusCode: 400, message, error: 'Bad Request' } }
}

interface Law {
  readonly dialects: readonly string[]
  /** What the client does with `data`, the body; what it tells is compared. */
  readonly client: string
  /** The reason why it has to stay. */
  readonly stays?: string
}

/** What clients do with the field errors of each dialect. */
export const LAWS: readonly Law[] = [
  ...of(
    ['laravel', 'message-only'],
    [
      'tell(data.errors?.email?.[0])',
      'tell(data.errors.email[0])',
      'tell(data.errors?.email?.[1])',
      'tell(data.errors?.email?.at(0))',
      "tell(data.errors?.['items.0.name']?.[0])",
      "tell(data.errors?.email?.join(', '))",
      "tell(data.errors?.email?.join(', ') ?? 'fine')",
      "if (data.errors?.email) tell('email')",
      "tell(data.errors && data.errors.email ? data.errors.email[0] : 'fine')",
      'for (const text of data.errors?.email ?? []) tell(text)',
      'for (const [field, texts] of Object.entries(data.errors)) tell(texts[0])',
      "for (const [field, texts] of Object.entries(data.errors ?? {})) tell(texts.join(' '))",
      'Object.entries(data.errors).forEach(([field, texts]) => texts.forEach(text => tell(text)))',
      'tell(Object.values(data.errors).flat())',
      "tell(Object.values(data.errors).flat().join(', '))",
      'tell(Object.values(data.errors)[0][0])',
      'tell(Object.keys(data.errors).length)',
      'const { errors } = data\nif (errors?.email) tell(errors.email[0])',
      'const errors = data.errors ?? {}\ntell(errors.email?.[0])\ntell(errors.title?.[0])',
      'const fields = data.errors\ntell(fields && fields.email?.[0])\nif (!fields) tell("none")',
      'tell(Object.values(data.errors).map(texts => texts[0]))',
    ],
  ),
  // What is told here names fields: v2 spells those inside of lists in its own way, so they are told by their last name.
  ...of(
    ['laravel'],
    [
      "for (const [field, texts] of Object.entries(data.errors)) tell(field.split('.').pop(), texts[0])",
      'Object.keys(data.errors).forEach(field => tell(data.errors[field][0]))',
      "for (const field in data.errors) tell(data.errors[field].join(' '))",
      "for (const field in data.errors) if (field === 'items.0.name') tell('the name')",
    ],
  ),
  ...of(
    ['causeloop'],
    [
      'tell(data.error?.details?.email)',
      "tell(data.error.details['connector.config.api_key'])",
      'const problem = data.error\ntell(problem.details?.email)',
      "const { error } = data\ntell(error.details?.email ?? 'fine')",
      "for (const [field, text] of Object.entries(data.error.details)) tell(field.split('.').pop(), text)",
      'for (const [, text] of Object.entries(data.error.details)) tell(text)',
      'tell(Object.values(data.error.details))',
      "tell(Object.entries(data.error.details).map(([field, text]) => text).join('; '))",
      'const details = data.error?.details\nif (details) tell(details.email)',
      'if (data.error && data.error.details) tell(data.error.details.email)',
    ],
  ),
  ...of(
    ['express-validator'],
    [
      'tell(data.errors[0].msg)',
      'tell(data.errors?.[0]?.msg)',
      'for (const one of data.errors) tell(one.path, one.msg)',
      'data.errors.forEach(({ path, msg }) => tell(path, msg))',
      "tell(data.errors.map(one => one.msg).join(', '))",
      "tell(data.errors.find(one => one.path === 'email')?.msg)",
      "tell(data.errors.filter(one => one.path === 'email').map(one => one.msg))",
      "tell(data.errors.some(one => one.location === 'body'))",
      'if (data.errors) tell(data.errors.length)',
    ],
  ),
  ...of(
    ['fastapi'],
    [
      'tell(data.detail[0].msg)',
      "for (const one of data.detail) tell(one.loc.at(-1) === 'email', one.msg)",
      'data.detail.forEach(one => tell(one.loc[one.loc.length - 1], one.msg))',
      "for (const one of data.detail) if (one.loc.join('.') === 'body.items.0.name') tell(one.msg)",
      "for (const one of data.detail) if (one.loc.slice(1).join('.') === 'items.0.name') tell(one.msg)",
      "tell(data.detail.map(one => one.msg).join(' '))",
    ],
  ),
  ...of(
    ['ruleforge'],
    [
      "for (const { loc, msg } of data.details.errors) tell(loc.slice(1).join('.') === 'items.0.name', msg)",
      'tell(data.details?.errors?.[0]?.msg)',
      'const { details } = data\nfor (const one of details.errors) tell(one.msg)',
    ],
  ),
  ...of(
    ['zod'],
    [
      "for (const issue of data.issues) tell(issue.path.join('.') === 'items.0.name', issue.message)",
      'tell(data.issues[0].message)',
    ],
  ),
  ...of(
    ['nestjs'],
    [
      'tell(data.message[0])',
      "tell(data.message.join(', '))",
      'tell(Array.isArray(data.message) ? data.message[0] : data.message)',
      "tell(Array.isArray(data.message) ? data.message.join('; ') : data.message)",
      'for (const text of data.message) tell(text)',
      'data.message.forEach(text => tell(text))',
    ],
  ),
  ...of(
    ['errors-list'],
    [
      'tell(data.errors[0].message)',
      "for (const one of data.errors) tell(one.field === 'items.0.name', one.message)",
      "tell(data.errors.map(one => one.message).join('; '))",
      'data.errors.forEach(one => tell(one.message))',
    ],
  ),
  ...of(
    ['aspnet'],
    [
      "for (const [field, texts] of Object.entries(data.errors)) tell(field.split('.'), texts[0])",
      "tell(data.errors['Items[0].Name']?.[0])",
    ],
  ),
  ...of(['rails'], ["tell(data.errors.join(', '))"]),
  ...of(['spring-boot'], ['for (const { field, defaultMessage } of data.errors) tell(field, defaultMessage)']),
  ...of(['fortary'], ['tell(data.error.details.field)', "if (data.error.details?.field === 'member') tell('member')"]),
  keeps(['laravel', 'fortary'], 'tell(data.errors.email[0])', 'fields-elsewhere'),
  keeps(['errors-list'], 'tell(data.errors?.[0]?.message)', 'lone-sentence'),
  keeps(['errors-list'], 'if (data.errors) for (const one of data.errors) tell(one.message)', 'lone-sentence'),
  keeps(['laravel'], "data.errors.email = ['Taken']", 'flow-not-rewritable'),
  keeps(['laravel'], 'delete data.errors.email', 'flow-not-rewritable'),
  keeps(['laravel'], 'tell(data.errors[name])', 'field-path-unclear'),
  keeps(
    ['laravel'],
    'for (const [field, texts] of Object.entries(data.errors)) tell(field.slice(2), texts[0])',
    'field-path-unclear',
  ),
  keeps(['laravel'], 'tell(data.errors.email)', 'field-wording'),
  keeps(['express-validator'], 'for (const one of data.errors) tell(one.value)', 'no-v2-place'),
  keeps(['express-validator'], 'tell(data.errors)', 'flow-not-rewritable'),
  keeps(['fastapi'], 'for (const one of data.detail) tell(one.loc)', 'field-path-unclear'),
  keeps(['fastapi'], "if (data.detail.some(one => one.type === 'missing')) tell('missing')", 'old-code-unknown'),
  keeps(['rails'], "tell(data.errors?.join(', '))", 'lone-sentence'),
  keeps(['causeloop'], "if (typeof data.error.details === 'object') tell(1)", 'guarded-by-v1'),
]

function of(dialects: readonly string[], clients: readonly string[]): readonly Law[] {
  return clients.map(client => ({ dialects, client }))
}

function keeps(dialects: readonly string[], client: string, stays: string): Law {
  return { dialects, client, stays }
}
