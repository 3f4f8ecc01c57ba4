import { describe, expect, test } from 'vitest'
import { messageCode } from '../../src/problem/field-messages.ts'

/** What validators say: `whole` sentences end where they end, `open` ones go on with what the input was. */
const SENTENCES: Readonly<Record<string, { readonly whole?: readonly string[]; readonly open?: readonly string[] }>> = {
  required: {
    whole: [
      'Required',
      'Missing',
      'Field required',
      'Required field',
      'Required value',
      'Value required',
      'null value',
      'must be present',
      'Name is required',
      'The tags are required',
      'It was missing',
      'The dates were mandatory',
      'title is a required field',
      'copy is missing here',
      'page is a required parameter',
      'must not be blank',
      'may not be null',
      'can not be undefined',
      'could not be nil',
      'should not be empty',
      "mustn't be empty",
      'can’t be blank',
      'cannot be none',
      'must not be left blank',
      'must not be an empty string',
      'must not be null or undefined',
      'should not be null or undefined',
      'Escalation policy must be present',
      'should be defined, instead was `undefined`',
      'received null',
      'o título é obrigatório',
      'el campo es obligatorio',
      'le titre est obligatoire',
      'Titel ist erforderlich',
      'campo obrigatório',
      'ne doit pas être vide',
    ],
    open: [
      'must have required property title',
      'missing required field: title',
      'you must provide a value',
      'You must specify the data',
      'due is required and must be a date',
    ],
  },
  unknown_field: {
    whole: ['property role should not exist', 'Extra inputs are not permitted', 'extra fields not permitted'],
    open: [
      'must NOT have additional properties',
      'must NOT have unevaluated properties',
      'Unrecognized key(s) in object',
      'Invalid key: Expected never but received "extra"',
      'unknown field "shelf"',
      'unexpected property shelf',
      'unrecognized argument shelf',
    ],
  },
  duplicate: {
    whole: [
      'has already been taken',
      'Tags have already been taken',
      'Email is already in use',
      'card already registered',
      'title already exists',
      'it is already used',
      'must be unique',
      'Codes should be unique',
    ],
    open: ['must NOT have duplicate items (items 1 and 2 are identical)'],
  },
  invalid_choice: {
    whole: ['kind is not included in the list', 'The selected kind is invalid'],
    open: [
      'must be one of P1..P5',
      'size is not one of the options',
      'should be one of a, b',
      'must be equal to one of the allowed values',
      'expected one of a',
      '"x" is not a valid choice',
      'x is not a valid enum value',
      'Invalid enum value. Expected a',
      'Invalid option: expected one of a',
    ],
  },
  wrong_length: {
    whole: [
      'must be between 1 and 3 characters',
      'from 2 to 4 letters long',
      'size must be between 1 and 130',
      'length must be between 1 and 3',
    ],
    open: [
      'Invalid length: Expected 5 but received 1',
      'wrong length (should be 5 characters)',
      'must be exactly 5 characters',
      'should be 5 character(s)',
      'length must be 5 characters long',
    ],
  },
  too_long: {
    whole: [
      'must NOT have more than 5 characters',
      'must not be longer than 12 characters',
      'must not exceed 5 characters',
      'is too long',
      'too long (maximum is 5 characters)',
      'must be at most 5 characters',
      'no more than 5 chars',
      'shorter than or equal to 5 characters',
      'fewer than 5 letters',
      'maximum of 5 bytes',
      'up to 5 characters long',
    ],
  },
  too_short: {
    whole: [
      'must NOT have fewer than 12 characters',
      'must not contain less than 2 letters',
      'at least 5 characters',
      'longer than or equal to 12 characters',
      'must be more than 3 characters long',
      'minimum of 3 characters',
      'is too short',
      'too short (minimum is 3 characters)',
      '>= 3 characters in length',
    ],
  },
  too_many: { whole: ['must NOT have more than 5 items', 'at most 3 elements', 'no more than 2 entries'] },
  too_few: { whole: ['must NOT have fewer than 2 items', 'at least 1 element(s)', 'more than 3 values'] },
  range: {
    whole: [
      'must be between 1 and 99',
      'should be in the range from 1 to 5',
      'is not within between 1 and 2',
      'must be between 0 (inclusive) and 5 (inclusive)',
    ],
  },
  too_small: {
    whole: [
      'must be >= 18',
      'must be greater than 0',
      'value greater than or equal to 18',
      'should be at least 5',
      'must not be less than 1',
      "shouldn't be below 3",
      'min value is 1',
      'minimum value is 1',
      'to be >=3',
      'must be positive',
      'must be a positive number',
    ],
  },
  too_big: {
    whole: [
      'must be <= 18',
      'must be less than 0',
      'should be at most 5',
      'must not be greater than 1',
      "shouldn't be above 3",
      'max value is 1',
      'maximum value is 1',
      'to be <=3',
    ],
  },
  not_multiple: { whole: ['must be a multiple of 5', 'should be divisible by 0.5'] },
  invalid_format: {
    whole: [
      'Email must be valid',
      'e-mail address does not contain a valid address',
      'Enter a valid email address',
      'invalid url',
      'not a well-formed uuid',
      'valid date format',
      'email must be an email',
    ],
    open: [
      'must match format "email"',
      'must match pattern "^a"',
      'does not match the regex x',
      'it does not match pattern',
      'Invalid email: received "x"',
    ],
  },
  invalid_type: {
    whole: [
      'must be string',
      'must be an object',
      'must be integer',
      'id must be an integer number',
      'active must be a boolean value',
      'not a valid string',
      'A valid integer is required',
      'A valid number is required',
      'Expected string, received number',
      'expected number but received string',
    ],
    open: [
      'Input should be a valid list',
      'Invalid type: Expected number but received "12"',
      'json: cannot unmarshal string into Go struct field Loan.id of type int',
      'The JSON value could not be converted to System.Int32',
    ],
  },
  invalid_json: { whole: ['JSON decode error', 'Invalid JSON', 'body is malformed JSON'] },
}

const all = Object.entries(SENTENCES).flatMap(([code, { whole = [], open = [] }]) =>
  [...whole, ...open].map(sentence => [sentence, code] as const),
)
const whole = Object.values(SENTENCES).flatMap(one => one.whole ?? [])
const open = Object.entries(SENTENCES).flatMap(([code, one]) => (one.open ?? []).map(each => [each, code] as const))

describe('a sentence of a validator', () => {
  test.each(all)('%j says %s', (sentence, code) => {
    expect(messageCode(sentence)).toBe(code)
    expect(messageCode(`  ${sentence.toUpperCase()}.!  `)).toBe(code)
  })

  test.each(whole)('%j goes on with other words, and is another sentence', sentence => {
    expect(messageCode(`${sentence} since the branch was closed`)).toBeNull()
  })

  test.each(open)('%j goes on with what the input was', (sentence, code) => {
    expect(messageCode(`${sentence}, as the clerk said`)).toBe(code)
  })
})

// What comes in front of these is a name, or nothing.
describe('a sentence of a validator that says no name', () => {
  test.each([
    ['is required', 'required'],
    ['cannot be blank', 'required'],
    ['should not be empty', 'required'],
    ['must be present', 'required'],
    ['received undefined', 'required'],
    ['é obrigatório', 'required'],
    ['has already been taken', 'duplicate'],
    ['already exists', 'duplicate'],
    ['should be unique', 'duplicate'],
    ['is not one of a, b', 'invalid_choice'],
    ['is not a valid choice', 'invalid_choice'],
    ['is not included in the list', 'invalid_choice'],
    ['too short', 'too_short'],
    ['too long', 'too_long'],
    ['should be positive', 'too_small'],
    ['does not match the pattern', 'invalid_format'],
    ['email must be valid', 'invalid_format'],
    ['invalid uri', 'invalid_format'],
    ['must be an email', 'invalid_format'],
    ['must be an integer number', 'invalid_type'],
    ['expected string, received number', 'invalid_type'],
    ['malformed JSON', 'invalid_json'],
  ])('%j says %s, and so it does behind a name, but not as the end of a word', (sentence, code) => {
    expect(messageCode(sentence)).toBe(code)
    expect(messageCode(`The shelf mark ${sentence}`)).toBe(code)
    expect(messageCode(`The shelf mark un${sentence}`)).toBeNull()
  })
})

describe('a sentence that only looks like one of a validator', () => {
  test.each([
    ['unrequired'],
    ['A prerequired'],
    ['The clerk said: required'],
    ['A thing is missing the date'],
    ['thismust not be blank'],
    ['The clerk said: must have required property title'],
    ['The clerk said: must not have additional properties'],
    ['The clerk said: unrecognized key'],
    ['The clerk said: unknown field'],
    ['The clerk said: extra fields not permitted'],
    ['The clerk said: property role should not exist'],
    ['The clerk said: must not have duplicate items'],
    ['notalready exists'],
    ['thismust be unique'],
    ['The clerk said: invalid enum value'],
    ['The clerk said: the selected kind is invalid'],
    ['The clerk said: invalid length: expected 5 but received 1'],
    ['This sentence istoo long'],
    ['unmust be positive'],
    ['The clerk said: must match format "email"'],
    ['The clerk said: invalid email: received "x"'],
    ['The clerk said: must be string'],
    ['The clerk said: invalid type: expected number but received 12'],
    ['The clerk said: json: cannot unmarshal string into go value'],
    ['The clerk said: the JSON value could not be converted'],
    ['unmalformed json'],
    ['must be at least five characters'],
    ['must be a shelf'],
    ['received the book'],
    [''],
  ])('%j says nothing for sure', sentence => {
    expect(messageCode(sentence)).toBeNull()
  })

  test('neither does one that is longer than any validator writes, nor none at all', () => {
    const long = `${'very '.repeat(60)}long`
    expect(long.length).toBeGreaterThan(300)
    expect(messageCode(`${long} is required`)).toBeNull()
    expect(messageCode(`${'a'.repeat(300 - ' is required'.length)} is required`)).toBe('required')
    expect(messageCode(`${'a'.repeat(301 - ' is required'.length)} is required`)).toBeNull()
    expect(messageCode(null)).toBeNull()
  })
})
