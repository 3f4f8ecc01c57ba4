import type { Static } from 'typebox'
import { DIALECT_NAMES } from './dialect-names.ts'
import { CODE_PATTERN, LANGUAGE_PATTERN, MEMBER_PATTERN, ROUTE_PATTERN, STATUS_KEY_PATTERN } from './patterns.ts'
import { shapeOf } from './shape-of.ts'

const CLOSED = { additionalProperties: false }

const Text = (description: string, ...examples: string[]) =>
  shapeOf.String({ minLength: 1, description, ...(examples.length > 0 && { examples }) })

const Code = (description: string, ...examples: string[]) =>
  shapeOf.String({ pattern: CODE_PATTERN, description, examples })

const Member = (description: string, ...examples: string[]) =>
  shapeOf.String({ pattern: MEMBER_PATTERN, description, examples })

const Localised = (description: string, ...examples: string[]) =>
  shapeOf.Union(
    [
      Text(description, ...examples),
      shapeOf.Record(shapeOf.String({ pattern: LANGUAGE_PATTERN }), Text('The text in this language.'), {
        ...CLOSED,
        minProperties: 1,
        description: 'One text per language, by BCP 47 tag.',
      }),
    ],
    { description },
  )

const LegacyCode = shapeOf.Union([Text('A code as v1 wrote it.'), shapeOf.Number()], {
  description: 'The machine code that v1 sent.',
  examples: ['LOAN_404', 4041],
})

const DialectOfSign = Text('The dialect that the body must have been read with: a built-in one or one of your own.')

const SignObject = shapeOf.Object(
  {
    message: shapeOf.Optional(Localised('The wording of v1; holes are in braces.', 'Loan {id:int} not found')),
    code: shapeOf.Optional(LegacyCode),
    status: shapeOf.Optional(
      shapeOf.Integer({
        minimum: 100,
        maximum: 599,
        description: 'The status of v1; 200 where v1 sent errors with 200.',
      }),
    ),
    route: shapeOf.Optional(
      shapeOf.String({
        pattern: ROUTE_PATTERN,
        description: 'The route as the server registers it, with or without a method.',
        examples: ['GET /loans/:id', '/loans/:id'],
      }),
    ),
    dialect: shapeOf.Optional(DialectOfSign),
  },
  { ...CLOSED, minProperties: 1, description: 'A sign of v1: everything that is given must hold.' },
)

const FieldSignObject = shapeOf.Object(
  {
    message: shapeOf.Optional(Localised('The wording of v1 for this field error.', '{path} is required')),
    code: shapeOf.Optional(LegacyCode),
    dialect: shapeOf.Optional(DialectOfSign),
  },
  { ...CLOSED, minProperties: 1, description: 'A sign of a field error: everything that is given must hold.' },
)

const Bare = Text('Short for `message`.', 'Loan {id:int} not found')

const Problem = shapeOf.Object(
  {
    status: shapeOf.Integer({ minimum: 400, maximum: 599, description: 'The status of v2.', examples: [404] }),
    title: Localised('The same for every occurrence.', 'Loan not found'),
    detail: shapeOf.Optional(
      Localised('What happened this time; may use the holes of the signs. Left out: the wording of v1.'),
    ),
    retry: shapeOf.Optional(
      shapeOf.Enum(['never', 'transient', 'after-change'], {
        description: 'When a client may send the same request again.',
      }),
    ),
    type: shapeOf.Optional(Text('The type URI of this problem, where it is not made from the code.')),
    extensions: shapeOf.Optional(
      shapeOf.Array(Member('The name of a hole.', 'id'), {
        uniqueItems: true,
        description: 'The holes whose values travel as extension members.',
      }),
    ),
    description: shapeOf.Optional(Text('For people: what it means and what to do. Markdown.')),
    from: shapeOf.Optional(
      shapeOf.Array(shapeOf.Union([Bare, SignObject]), { description: 'How v1 said it: each sign is enough alone.' }),
    ),
  },
  { ...CLOSED, description: 'One problem of v2.' },
)

const Field = shapeOf.Object(
  {
    description: shapeOf.Optional(Text('For people: what it means and what to do. Markdown.')),
    from: shapeOf.Optional(
      shapeOf.Array(shapeOf.Union([Bare, FieldSignObject]), {
        description: 'How v1 said it: each sign is enough alone.',
      }),
    ),
  },
  { ...CLOSED, description: 'One code of `errors[]`.' },
)

const MemberOrNone = (description: string, ...examples: string[]) =>
  shapeOf.Union([Member(description, ...examples), shapeOf.Null()], {
    description: `${description} null: there is none.`,
  })

const ContractObject = shapeOf.Object(
  {
    extends: shapeOf.Optional(
      shapeOf.Enum(['kordiam', 'contraforce'], { description: 'The contract that the rest is taken from.' }),
    ),
    trace: shapeOf.Optional(Member('The member that holds the correlation id.', 'traceId', 'requestId')),
    code: shapeOf.Optional(MemberOrNone('The member that holds the code.', 'code')),
    errors: shapeOf.Optional(
      shapeOf.Object(
        {
          member: shapeOf.Optional(Member('The member that holds the field errors.', 'errors')),
          shape: shapeOf.Optional(
            shapeOf.Enum(['list', 'map'], {
              description: 'A list of {scope, path, code, message}, or path to messages.',
            }),
          ),
        },
        { ...CLOSED, description: 'Where and how field errors are written.' },
      ),
    ),
    timestamp: shapeOf.Optional(MemberOrNone('The member that says when.', 'timestamp')),
    target: shapeOf.Optional(MemberOrNone('The member that names the one field that the error refers to.', 'target')),
    hint: shapeOf.Optional(MemberOrNone('The member for the hint of v1.', 'hint')),
    type: shapeOf.Optional(
      shapeOf.Enum(['per-code', 'fixed'], { description: 'A type for each code, or the same page for all.' }),
    ),
    pointer: shapeOf.Optional(shapeOf.Boolean({ description: 'Whether a JSON Pointer stands beside each path.' })),
    genericCase: shapeOf.Optional(
      shapeOf.Enum(['snake', 'screaming'], { description: 'The letters of generic codes: not_found or NOT_FOUND.' }),
    ),
    order: shapeOf.Optional(
      shapeOf.Array(Member('The name of a member.', 'type'), {
        uniqueItems: true,
        description: 'The members that come first, in this order.',
      }),
    ),
  },
  { ...CLOSED, description: 'A contract of your own.' },
)

const BodyPath = (description: string, ...examples: string[]) => shapeOf.Optional(Text(description, ...examples))

const Dialect = shapeOf.Object(
  {
    name: shapeOf.String({ pattern: CODE_PATTERN, description: 'The name that signs use.', examples: ['acme'] }),
    at: BodyPath('Where the error or the errors lie in the body. Left out: the body itself.', 'error', 'errors[]'),
    message: BodyPath('The wording.', 'reason'),
    code: BodyPath('The machine code.', 'kind'),
    path: BodyPath('The name of the input field.', 'field'),
    trace: BodyPath('The correlation id.', 'meta.id'),
    docs: BodyPath('The address of a page about the error.', 'links.about'),
    hint: BodyPath('What to do about it.', 'hint'),
    retry: BodyPath('The seconds to wait, or a date.', 'retryAfter'),
    status: BodyPath('The status, where the body repeats or corrects it.', 'status'),
    fields: BodyPath('Where the field errors lie, when they are not what `at` names.', 'details[]'),
    fieldMessage: BodyPath('The wording of a field error.', 'message'),
    fieldCode: BodyPath('The code of a field error.', 'rule'),
    fieldScope: BodyPath('Where the input field was.', 'in'),
  },
  { ...CLOSED, description: 'A body shape of your own.' },
)

/** The one source of the shape: the JSON Schema for editors, the TypeScript type and the shape check come from it. */
export const CATALOGUE_SCHEMA = shapeOf.Object(
  {
    $schema: shapeOf.Optional(shapeOf.String({ description: 'Where this schema lies, for editors.' })),
    api: shapeOf.Optional(Text('The name of the API, for people.', 'Lending library')),
    type: Text(
      'How a code becomes its type URI: an RFC 6570 template.',
      'https://errors.library.example/{code}',
      'https://docs.library.example/errors#{code}',
    ),
    contract: shapeOf.Optional(
      shapeOf.Union([shapeOf.Enum(['kordiam', 'contraforce']), ContractObject], {
        description: 'The names and shapes of the v2 body. Left out: kordiam.',
      }),
    ),
    dialects: shapeOf.Optional(
      shapeOf.Array(shapeOf.Union([shapeOf.Enum([...DIALECT_NAMES]), Dialect]), {
        minItems: 1,
        description: 'The body shapes that v1 used: built-in ones by name, and your own. Left out: all built-in ones.',
      }),
    ),
    languages: shapeOf.Optional(
      shapeOf.Array(shapeOf.String({ pattern: LANGUAGE_PATTERN, examples: ['en', 'pt-BR'] }), {
        minItems: 1,
        uniqueItems: true,
        description: 'The languages that every text given per language must have. Left out: all that are used.',
      }),
    ),
    problems: shapeOf.Record(shapeOf.String({ pattern: CODE_PATTERN }), Problem, {
      ...CLOSED,
      description: 'The problems of v2 by code.',
    }),
    fields: shapeOf.Optional(
      shapeOf.Record(shapeOf.String({ pattern: CODE_PATTERN }), Field, {
        ...CLOSED,
        description: 'The codes of errors[] and how v1 worded them.',
      }),
    ),
    generic: shapeOf.Optional(
      shapeOf.Record(
        shapeOf.String({ pattern: STATUS_KEY_PATTERN }),
        shapeOf.Union([
          Code('The code for this status.', 'not_found'),
          shapeOf.Object(
            {
              code: Code('The code for this status.', 'not_found'),
              title: shapeOf.Optional(Text('The title for this status.', 'Not found')),
            },
            CLOSED,
          ),
        ]),
        { ...CLOSED, description: 'The problem of a status for errors that no entry knows.' },
      ),
    ),
  },
  {
    ...CLOSED,
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://unpkg.com/@problemshift/catalogue/errors-catalogue.schema.json',
    title: 'Error catalogue',
    description: 'The error contract of an API as data: its problems, and the v1 signs that each is known by.',
  },
)

type Frozen<T> = T extends string | number | boolean | null | undefined ? T : { readonly [K in keyof T]: Frozen<T[K]> }

/** What a catalogue file holds. */
export type CatalogueDefinition = Frozen<Static<typeof CATALOGUE_SCHEMA>>
