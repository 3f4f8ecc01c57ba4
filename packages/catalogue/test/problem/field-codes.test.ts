import { FIELD_RULES, fieldCode } from '@problemshift/catalogue'
import { loadZoo } from '@problemshift/fixtures'
import { describe, expect, test } from 'vitest'

describe('the code of a validator becomes a common one', () => {
  test.each([
    ['minLength', 'too_short'],
    ['MIN_LENGTH', 'too_short'],
    ['string.min', 'too_short'],
    ['string_too_short', 'too_short'],
    ['value_error.any_str.min_length', 'too_short'],
    ['maxLength', 'too_long'],
    ['required', 'required'],
    ['missing', 'required'],
    ['isNotEmpty', 'required'],
    ['blank', 'required'],
    ['NotNull', 'required'],
    ['NotEmptyValidator', 'required'],
    ['any.required', 'required'],
    ['required.openapi.validation', 'required'],
    ['format', 'invalid_format'],
    ['isEmail', 'invalid_format'],
    ['invalid_string', 'invalid_format'],
    ['value_error.email', 'invalid_format'],
    ['string.email', 'invalid_format'],
    ['minimum', 'too_small'],
    ['number.min', 'too_small'],
    ['greater_than_equal', 'too_small'],
    ['error.min', 'too_small'],
    ['additionalProperties', 'unknown_field'],
    ['unrecognized_keys', 'unknown_field'],
    ['extra_forbidden', 'unknown_field'],
    ['object.unknown', 'unknown_field'],
    ['enum', 'invalid_choice'],
    ['rest_not_in_enum', 'invalid_choice'],
    ['array.min', 'too_few'],
    ['custom', 'invalid'],
    ['urn:uuid:bd79c0ab-ddba-46cc-a703-a7a4b08de310', 'invalid_format'],
  ])('%s is %s', (rule, code) => {
    expect(fieldCode(rule, null, 'generic')).toBe(code)
  })
})

describe('a rule that says little is read together with its message', () => {
  test.each([
    ['invalid_type', 'Required', 'required'],
    ['invalid_type', 'Invalid input: expected string, received undefined', 'required'],
    ['invalid_type', 'Expected string, received number', 'invalid_type'],
    ['too_small', 'Too small: expected string to have >=3 characters', 'too_short'],
    ['too_small', 'Array must contain at least 1 element(s)', 'too_few'],
    ['too_small', 'Number must be greater than or equal to 1', 'too_small'],
    ['min', 'must be at least 3 characters', 'too_short'],
    ['min', 'any words of its own', 'too_small'],
  ])('%s with "%s" is %s', (rule, message, code) => {
    expect(fieldCode(rule, message, 'generic')).toBe(code)
  })
})

describe('a rule that no table knows keeps its own name', () => {
  test.each([
    ['ValidRange', 'valid_range'],
    ['at_least_one', 'at_least_one'],
    ['ZSHOP/012', 'zshop_012'],
    ['HTTPHeader', 'http_header'],
    ['__shelf--mark__', 'shelf_mark'],
    ['shelf2Mark', 'shelf2_mark'],
    ['theISBNCode', 'the_isbn_code'],
    ['openapi.validation.shelf', 'openapi_validation_shelf'],
    ['my urn:uuid:', 'my_urn_uuid'],
    ['bd79c0ab_ddba_46cc_a703_a7a4b08de310x', 'bd79c0ab_ddba_46cc_a703_a7a4b08de310x'],
    [2020, '2020'],
  ])('%s is %s', (rule, code) => {
    expect(fieldCode(rule, 'must not be blank', 'generic')).toBe(code)
  })

  test('is cut where no code is that long', () => {
    expect(fieldCode('rule'.repeat(100), null, 'generic')).toBe('rule'.repeat(16))
    expect(fieldCode(`${'a'.repeat(60)}_min_length`, null, 'generic')).toBe(`${'a'.repeat(60)}_min`)
  })

  test('a body that is in the v2 contract already keeps its codes as they are', () => {
    expect(fieldCode('max', null, 'kordiam')).toBe('max')
    expect(fieldCode('', null, 'kordiam')).toBe('invalid')
  })

  test.each(['', '///', 'urn:uuid:00000000-0000-4000-8000-000000000000'])('%j is no name, so it is invalid', rule => {
    expect(fieldCode(rule, null, 'generic')).toBe('invalid')
  })
})

describe('a message without a code', () => {
  test.each([
    ['must not be blank', 'required'],
    ['is required', 'required'],
    ['Field required', 'required'],
    ['The Email field is required.', 'required'],
    ['"name" is required', 'required'],
    ["title can't be blank", 'required'],
    ['This field may not be null.', 'required'],
    ["must have required property 'email'", 'required'],
    ['age is missing', 'required'],
    ['May not be empty', 'required'],
    ['must be >= 18', 'too_small'],
    ['must be greater than 0', 'too_small'],
    ['Ensure this value is greater than or equal to 18.', 'too_small'],
    ['page must not be less than 1', 'too_small'],
    ['min value is 1', 'too_small'],
    ['must be less than or equal to 200', 'too_big'],
    ['The field Qty must be between 1 and 99.', 'range'],
    ['size must be between 1 and 130', 'wrong_length'],
    ['must not have fewer than 2 characters', 'too_short'],
    ['must NOT have fewer than 12 characters', 'too_short'],
    ['String should have at least 5 characters', 'too_short'],
    ['password must be longer than or equal to 12 characters', 'too_short'],
    ['must not be longer than 12 characters', 'too_long'],
    ['must NOT have more than 5 characters', 'too_long'],
    ['must NOT have more than 5 items', 'too_many'],
    ['Enter a valid email address.', 'invalid_format'],
    ['must match format "email"', 'invalid_format'],
    ['must be a well-formed email address', 'invalid_format'],
    ['email must be an email', 'invalid_format'],
    ['must be integer', 'invalid_type'],
    ['must NOT have additional properties', 'unknown_field'],
    ["Unrecognized key(s) in object: 'extra'", 'unknown_field'],
    ['property role should not exist', 'unknown_field'],
    ['has already been taken', 'duplicate'],
    ['must be one of P1..P5', 'invalid_choice'],
    ['Invalid key: Expected never but received "extra"', 'unknown_field'],
    ['Invalid type: Expected number but received "12"', 'invalid_type'],
    ['Escalation policy must be present.', 'required'],
    ["value does not match regex '.+@.+'", 'invalid_format'],
    ['should be 5 character(s)', 'wrong_length'],
    ['Invalid length: Expected 5 but received 1', 'wrong_length'],
  ])('"%s" is %s', (message, code) => {
    expect(fieldCode(null, message, 'generic')).toBe(code)
  })

  test.each([
    'start must precede end',
    'The required number of copies is 3',
    'A missing book is not a lost book',
    'must be between friends',
    'The branch is closed at least 3 days a week',
    '',
    'x'.repeat(100_000),
  ])('%.60j is only invalid: no rule is sure', message => {
    expect(fieldCode(null, message, 'generic')).toBe('invalid')
  })
})

describe('the table', () => {
  test('names each rule once', () => {
    const rules = Object.values(FIELD_RULES).flatMap(rule => rule.rules)
    expect(rules.filter((rule, at) => rules.indexOf(rule) !== at)).toEqual([])
  })

  test('keeps each of its own codes as it is', () => {
    const codes = Object.keys(FIELD_RULES)
    expect(codes.map(code => fieldCode(code, null, 'generic'))).toEqual(codes)
  })

  test('gives every field error of the zoo a code in snake case', () => {
    const fields = loadZoo().flatMap(specimen => specimen.facts.fields)
    expect(fields.length).toBeGreaterThan(300)
    for (const { code, message } of fields)
      expect(fieldCode(code, message, 'generic')).toMatch(/^[a-z0-9]+(_[a-z0-9]+)*$/)
  })
})
