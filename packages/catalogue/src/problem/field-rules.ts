/** A code of `errors[]` that validators of many makes have in common. */
export type CommonFieldCode =
  | 'required'
  | 'invalid_type'
  | 'invalid_format'
  | 'invalid_choice'
  | 'invalid_json'
  | 'too_short'
  | 'too_long'
  | 'wrong_length'
  | 'too_small'
  | 'too_big'
  | 'range'
  | 'not_multiple'
  | 'too_few'
  | 'too_many'
  | 'too_early'
  | 'too_late'
  | 'duplicate'
  | 'unknown_field'
  | 'not_found'
  | 'mismatch'
  | 'invalid'

/** What stands for a common code: a sentence for people, and the rules of the validators that mean it. */
export interface FieldRule {
  /** What a client reads where v1 had a code and no words. */
  readonly message: string
  /** Names of rules, in snake case. */
  readonly rules: readonly string[]
}

// Ajv, zod 3 and 4, joi, yup, valibot, class-validator, express-validator, VineJS, mongoose, sequelize, fastest-validator,
// pydantic 1 and 2, Django REST, marshmallow, Rails, Laravel, Hibernate and Spring, FluentValidation, Go validator,
// Play, Symfony, JSON:API, Azure, Kubernetes, PayPal, Square, WordPress.
/** The documented table: each common code, and the rules that become it. */
export const FIELD_RULES: Readonly<Record<CommonFieldCode, FieldRule>> = {
  required: {
    message: 'This value is required.',
    rules: names(`
      required missing blank empty null presence is_null is_empty null_value is_not_empty is_defined not_empty
      not_null not_blank non_empty any_required not_allowed_empty any_empty any_invalid_null string_empty
      array_empty object_empty array_includes_required_unknowns array_includes_required_knowns object_missing
      value_error_missing none_not_allowed type_error_none_not_allowed not_empty_validator not_null_validator
      required_with required_without required_if required_unless required_with_all required_without_all
      required_validator filled present error_required error_path_missing missing_field missing_keyword
      missing_argument missing_required_parameter missing_parameter missing_required_field required_field_missing
      field_value_required not_exists_field base_type_required value_required field_required required_field
      dependencies dependent_required is_not_empty_object array_not_empty optionality parameter_missing
      missing_property not_optional is_required not_none parameter_invalid_empty error_user_attribute_required
      rest_missing_callback_param
    `),
  },
  invalid_type: {
    message: 'This value has the wrong type.',
    rules: names(`
      type type_error invalid_type wrong_type datatype_mismatch type_mismatch type_coercion is_string is_number
      is_int is_integer is_boolean is_array is_object is_decimal is_numeric is_float string_base number_base
      number_integer boolean_base array_base object_base date_base any_type string_type int_type float_type
      bool_type list_type dict_type bytes_type set_type tuple_type int_parsing float_parsing bool_parsing
      decimal_parsing int_from_float decimal_type model_type model_attributes_type dataclass_type mapping_type
      none_required is_instance_of finite_number type_error_integer type_error_float type_error_str
      type_error_bool type_error_list type_error_dict type_error_decimal value_error_strictbool not_a_string
      not_a_list not_a_number not_an_integer nan string number integer numeric boolean array object cast_error int
      bool float list error_expected_jsnumber error_expected_jsstring error_expected_jsobject
      error_expected_jsarray error_expected_jsboolean rest_invalid_type invalid_parameter_type is_date
    `),
  },
  invalid_format: {
    message: 'This value is not in the expected form.',
    rules: names(`
      format invalid_format invalid_string pattern regex regexp matches email url uri uuid guid ip ipv4 ipv6 cuid
      ulid iso_date date datetime date_time time date_format invalid_date is_email is_url is_uuid is_ip is_iso8601
      is_date_string is_iso31661_alpha2 is_mobile_phone is_jwt is_phone_number is_alpha is_alphanumeric
      is_hexadecimal is_credit_card is_base64 is_mongo_id is_postal_code is_iban is_isbn is_hex_color
      is_mac_address is_json is_url_valid is_fqdn contains string_email string_uri string_guid string_pattern_base
      string_pattern_name string_regex_base string_ip string_hex string_alphanum string_iso_date string_domain
      string_base64 string_token string_lowercase string_uppercase string_trim string_pattern_mismatch
      date_format_base string_credit_card date_strict value_error_email value_error_url value_error_url_scheme
      value_error_url_host value_error_str_regex value_error_date value_error_datetime value_error_time
      value_error_uuid type_error_uuid url_parsing url_type url_scheme uuid_parsing uuid_type date_parsing
      date_from_datetime_parsing datetime_parsing datetime_from_date_parsing time_parsing time_delta_parsing
      datetime_type date_type timezone_naive email_validator regular_expression_validator
      aspnet_core_compatible_email_validator credit_card_validator error_email error_pattern error_invalid_email
      invalid_email invalid_url invalid_date_format malformed malformed_value invalid_parameter_syntax alpha
      alpha_num alpha_dash active_url e164 mac base64 jwt alphanum hexadecimal starts_with ends_with
      starts_endswith json_string isbn iban luhn_check timezone mobile phone postal_code digits_only
      invalid_pattern digits rest_invalid_pattern rest_invalid_email bd79c0ab_ddba_46cc_a703_a7a4b08de310
      2881c032_660f_46b6_8153_d352d9706640 iso_datetime invalid_date_time
    `),
  },
  invalid_choice: {
    message: 'This value is not one of those that are allowed.',
    rules: names(`
      enum in not_in one_of oneof const inclusion exclusion choice invalid_choice literal_error is_in is_enum
      is_not_in any_only any_allow_only any_invalid allowed not_allowed literal picklist invalid_enum_value
      invalid_literal invalid_value type_error_enum value_error_const enum_validator string_enum_validator
      rest_not_in_enum field_value_not_supported not_a_valid_choice not_supported unsupported
      invalid_union_discriminator union_tag_invalid invalid_option forbidden_value not_one_of array_includes
      invalid_boolean_choice equals invalid_enum field_value_forbidden invalid_list_value
    `),
  },
  invalid_json: {
    message: 'The body is not valid JSON.',
    rules: names(`
      json_invalid invalid_json value_error_jsondecode json_type parse_error json_parse_error parse_failed_json
    `),
  },
  too_short: {
    message: 'This value is too short.',
    rules: names(`
      min_length too_short string_min string_too_short bytes_too_short value_error_any_str_min_length
      is_min_length minimum_length_validator min_size error_min_length string_min_length minimum_length
      string_length_too_short base_type_min_length invalid_string_min_length short length_too_short
    `),
  },
  too_long: {
    message: 'This value is too long.',
    rules: names(`
      max_length too_long string_max string_too_long bytes_too_long value_error_any_str_max_length is_max_length
      maximum_length_validator max_size error_max_length string_max_length maximum_length base_type_max_length
      invalid_string_max_length field_value_too_long long max_characters length_too_long
    `),
  },
  wrong_length: {
    message: 'This value has the wrong length.',
    rules: names(`
      length len size is_length string_length length_validator exact_length_validator wrong_length array_length
      range_length length_between is_byte_length fixed_length exact_length string_exact_length digits_between
      invalid_string_length invalid_length
    `),
  },
  too_small: {
    message: 'This value is too small.',
    rules: names(`
      minimum min too_small min_value exclusive_minimum number_min number_greater number_positive gt gte
      greater_than greater_than_equal greater_than_or_equal greater_than_or_equal_to value_error_number_not_gt
      value_error_number_not_ge decimal_min positive positive_or_zero is_positive is_min error_min min_number
      greater_than_validator greater_than_or_equal_validator invalid_integer_min_value number_min_value
      min_validator ea4e51d1_3342_48bd_87f1_9e672cd90cad 778b7ae0_84d3_481a_9dec_35fdb64b1d78 below_minimum
      value_too_small not_less_than error_min_strict bigint_min
    `),
  },
  too_big: {
    message: 'This value is too big.',
    rules: names(`
      maximum max too_big too_large max_value exclusive_maximum number_max number_less number_negative lt lte
      less_than less_than_equal less_than_or_equal less_than_or_equal_to value_error_number_not_lt
      value_error_number_not_le decimal_max negative negative_or_zero is_negative is_max error_max max_number
      less_than_validator less_than_or_equal_validator invalid_integer_max_value number_max_value max_validator
      above_maximum value_too_large not_greater_than error_max_strict limit_file_size bigint_max number_unsafe
    `),
  },
  range: {
    message: 'This value is out of range.',
    rules: names(`
      range between out_of_range not_in_range inclusive_between_validator exclusive_between_validator
      rest_out_of_bounds out_of_bounds numericality number_range 04b91c99_a946_4221_afc5_e65ebac401eb
      decimal_range
    `),
  },
  not_multiple: {
    message: 'This value is not a multiple of the expected step.',
    rules: names(`
      multiple_of not_multiple_of number_multiple value_error_number_not_multiple is_divisible_by divisible_by
      step not_multiple number_precision
    `),
  },
  too_few: {
    message: 'This list has too few items.',
    rules: names(`
      min_items array_min array_min_size object_min min_properties value_error_list_min_items too_few min_contains
      object_missing_at_least_one array_includes_too_few min_entries too_few_items is_array_min array_has_unknown
    `),
  },
  too_many: {
    message: 'This list has too many items.',
    rules: names(`
      max_items array_max array_max_size object_max max_properties value_error_list_max_items too_many
      max_contains too_many_items max_entries field_value_too_many additional_items array_excludes_extra
    `),
  },
  too_early: {
    message: 'This date is too early.',
    rules: names(`
      min_date date_min date_greater after after_or_equal future future_or_present date_future datetime_future
      format_minimum too_early is_after
    `),
  },
  too_late: {
    message: 'This date is too late.',
    rules: names(`
      max_date date_max date_less before before_or_equal past past_or_present date_past datetime_past
      format_maximum too_late is_before
    `),
  },
  duplicate: {
    message: 'This value is already there.',
    rules: names(`
      unique unique_items taken not_unique duplicate duplicate_value duplicated array_unique already_exists
      exists_already uniqueness field_value_duplicate unique_together value_error_list_unique_items
      unique_violation already_taken unique_validator conflict distinct email_taken
    `),
  },
  unknown_field: {
    message: 'This member is not known.',
    rules: names(`
      additional_properties unevaluated_properties unrecognized_keys unknown unknown_field unknown_fields
      unknown_parameter extra_forbidden value_error_extra object_unknown object_allow_unknown whitelist_validation
      unexpected strict_object no_unknown object_strict parameter_unknown unrecognized_field
      unexpected_keyword_argument prohibited unknown_key unexpected_property any_unknown property_names
      invalid_key unrecognized_key field_unknown
    `),
  },
  not_found: {
    message: 'What this value names was not found.',
    rules: names(`
      not_found does_not_exist exists must_exist field_value_not_found no_such foreign_key reference
      resource_missing
    `),
  },
  mismatch: {
    message: 'This value does not match the other one.',
    rules: names(`
      confirmed confirmation same equal_to any_ref match mismatch is_equal equal_validator eqfield same_as
      not_equal same_password
    `),
  },
  invalid: {
    message: 'This value is not valid.',
    rules: names(`
      invalid custom value_error validation_error assertion_error any_custom refine predicate_validator not_valid
      invalid_union any_of all_of not if union alternatives_match alternatives_types validate user_defined
      error_invalid field_value_invalid invalid_parameter rest_invalid_param invalid_input param_wrong_value
      invalid_argument unprocessable field invalid_arguments false_schema check alternatives_all alternatives_any
      transform
    `),
  },
}

function names(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
