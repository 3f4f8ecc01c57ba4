import { type Catalogue, type CatalogueDefinition, readCatalogue, type TextTest } from '@problemshift/catalogue'
import { describe, expect, it } from 'vitest'
import type { ClientModel } from '../../src/clients/client.ts'
import { type Decision, decide, type DecideScope } from '../../src/decide/decide.ts'
import type { MessageRead } from '../../src/detect/message-read.ts'
import { sortFlow } from '../../src/detect/sort-flow.ts'
import type { MadePart, Value } from '../../src/detect/values.ts'
import type { Label, Question } from '../../src/forms/form.ts'

const CATALOGUE = catalogueOf({
  loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] },
  member_suspended: { status: 403, title: 'Member suspended', from: ['This membership is suspended'] },
  copy_on_loan: {
    status: 409,
    title: 'Copy on loan',
    from: ['Copy {copy:int} is on loan until {date}', 'The copy is out'],
  },
})

// Two wordings that are one in lower case.
const LOUD = catalogueOf({
  quiet: { status: 403, title: 'Quiet', from: ['loud'] },
  loud: { status: 404, title: 'Loud', from: ['LOUD'] },
})

function catalogueOf(problems: CatalogueDefinition['problems'], more: Partial<CatalogueDefinition> = {}): Catalogue {
  const read = readCatalogue({ api: 'Library', type: 'https://errors.library.example/{code}', problems, ...more })
  if (read.outcome !== 'catalogue') throw new Error(JSON.stringify(read.faults))
  return read.catalogue
}

// A decision looks at none of the nodes and models that it hands on.
const NODE = { isNode: true } as never
const CLIENT = { name: 'fetch' } as unknown as ClientModel
const REQUEST = { call: null, instance: null }

const body = (...path: readonly (string | number)[]): Value => at(path, false)
const success = (...path: readonly (string | number)[]): Value => at(path, true)
const text = (said: string): Value => ({ kind: 'text', text: said })
const transport = (...texts: readonly string[]): Value => ({ kind: 'transport', client: CLIENT, texts })
const made = (parts: readonly MadePart[], isLost = false): Value => ({
  kind: 'made',
  parts,
  lost: isLost ? { cause: 'syntax', at: NODE } : null,
})
const lost = (of?: Value): Value => ({ kind: 'unknown', cause: 'package-call', at: NODE, ...(of ? { of } : {}) })
const lower = (of: Value): Value => ({ kind: 'stepped', of, steps: [{ kind: 'lower-case' }] })
const PLATFORM: Value = { kind: 'platform-text' }
const ABSENT: Value = { kind: 'absent' }
const LOOSE: Value = { kind: 'loose', client: CLIENT, request: REQUEST }
const RAW: Value = { kind: 'raw', client: CLIENT, request: REQUEST, success: false }

function at(path: readonly (string | number)[], isSuccess: boolean): Value {
  return { kind: 'body', client: CLIENT, request: REQUEST, path, success: isSuccess }
}

const equals = (said: string): TextTest => ({ kind: 'equals', text: said })
const contains = (said: string): TextTest => ({ kind: 'contains', text: said })
const SUSPENDED = equals('This membership is suspended')
const ON_LOAN = contains('is on loan until')

function labels(...texts: readonly (readonly [string, string | null])[]): Question {
  return {
    kind: 'labels',
    labels: texts.map(([said, answer]): Label => ({ text: said, node: NODE, entry: NODE, place: 'case', answer })),
  }
}

interface Asking {
  readonly catalogue?: Catalogue
  readonly failsOnNothing?: boolean
  readonly belonging?: ReturnType<DecideScope['belonging']>
  readonly path?: string | null
}

function decided(question: TextTest | Question, values: readonly Value[], asking: Asking = {}): Decision {
  const { catalogue = CATALOGUE, failsOnNothing = true, belonging = 'ours', path = null } = asking
  const asked: Question =
    question.kind === 'condition' || question.kind === 'labels' || question.kind === 'kept'
      ? question
      : { kind: 'condition', test: question, negated: false, failsOnNothing }
  const flow = values.map(value => ({ value, trail: null }))
  const read: MessageRead = {
    unit: NODE,
    match: { form: 'equality', node: NODE, tested: NODE, question: asked },
    flow,
    sorted: sortFlow(flow),
  }
  return decide(read, catalogue, { belonging: () => belonging, path })
}

/** The codes, or the reason: what a decision comes to. */
function brief(...asked: Parameters<typeof decided>): unknown {
  const decision = decided(...asked)
  return decision.outcome === 'keep' ? decision.reason : decision.answers.map(({ codes }) => codes)
}

describe('a test becomes codes', () => {
  it('when one entry always passes it, and no other ever does', () => {
    expect(brief(SUSPENDED, [body('message')])).toEqual([['member_suspended']])
  })

  it('when all signs of its entry pass it', () => {
    const any: TextTest = { kind: 'or', tests: [ON_LOAN, equals('The copy is out')] }
    expect(brief(any, [body('message')])).toEqual([['copy_on_loan']])
  })

  it('when several entries pass it', () => {
    const both: TextTest = { kind: 'or', tests: [SUSPENDED, { kind: 'starts', text: 'Loan ' }] }
    expect(brief(both, [body('message')])).toEqual([['loan_not_found', 'member_suspended']])
  })

  it('each group of labels for itself, and those with one answer together', () => {
    const question = labels(
      ['This membership is suspended', 'desk'],
      ['This membership is lost', 'desk'],
      ['The copy has gone', null],
      ['Nobody knows', null],
    )
    const one = catalogueOf({
      suspended: { status: 403, title: 'Suspended', from: ['This membership is suspended'] },
      lost: { status: 403, title: 'Lost', from: ['This membership is lost'] },
      gone: { status: 410, title: 'Gone', from: ['The copy has gone'] },
      odd: { status: 500, title: 'Odd', from: ['Nobody knows'] },
    })
    expect(brief(question, [body('message')], { catalogue: one })).toEqual([['suspended', 'lost'], ['gone'], ['odd']])
  })

  it('when it is the name of a status that no other entry has, or no dialect repeats it there', () => {
    const problems = {
      no_card: { status: 401, title: 'No card', from: ['Unauthorized'] },
      expired: { status: 403, title: 'Expired', from: ['Your session has expired'] },
    }
    const nest = catalogueOf(problems, { dialects: ['nestjs', 'error-string'] })
    expect(brief(equals('Unauthorized'), [body('error')], { catalogue: nest })).toEqual([['no_card']])
    const same = { ...problems, expired: { ...problems.expired, status: 401 } }
    const plain = catalogueOf(same, { dialects: ['message-only', 'error-string'] })
    expect(brief(equals('Unauthorized'), [body('error')], { catalogue: plain })).toEqual([['no_card']])
    const both = catalogueOf(same, { dialects: ['nestjs', 'error-string'] })
    expect(brief(equals('Unauthorized'), [body('message')], { catalogue: both })).toEqual([['no_card']])
    expect(brief(equals('Unauthorized'), [body('error')], { catalogue: both })).toBe('status-phrase')
  })

  it('when it was asked of a text in lower case', () => {
    expect(brief(equals('this membership is suspended'), [lower(body('message'))])).toEqual([['member_suspended']])
    expect(brief(SUSPENDED, [lower(body('message'))])).toBe('no-entry')
  })

  it('when other texts that arrive do not pass it', () => {
    expect(brief(SUSPENDED, [body('message'), text('Try again'), ABSENT])).toEqual([['member_suspended']])
    expect(brief(SUSPENDED, [body('message'), transport('Request failed with status code {status:int}')])).toEqual([
      ['member_suspended'],
    ])
    expect(brief(SUSPENDED, [body('message'), made([{ text: 'Loan ' }, 'number'])])).toEqual([['member_suspended']])
    expect(brief(SUSPENDED, [body('message'), PLATFORM])).toEqual([['member_suspended']])
  })

  it('when the wording lies in several places that agree', () => {
    expect(brief(SUSPENDED, [body('message'), body('error', 'message')])).toEqual([['member_suspended']])
    expect(brief(SUSPENDED, [LOOSE])).toEqual([['member_suspended']])
    expect(brief(SUSPENDED, [RAW])).toEqual([['member_suspended']])
  })
})

describe('a test is kept', () => {
  it.each<[string, Decision extends { reason: infer R } ? R : string, TextTest | Question, readonly Value[], Asking?]>([
    ['a value was lost', 'origin-unknown', SUSPENDED, [body('message'), lost()]],
    ['a piece of the wording was lost', 'value-extracted', SUSPENDED, [lost(body('message'))]],
    ['a piece of another member was lost', 'origin-unknown', SUSPENDED, [lost(body('shelf'))]],
    ['only a piece of a text of the client was lost', 'origin-unknown', SUSPENDED, [lost(text('Loan'))]],
    ['pieces of both were lost', 'value-extracted', SUSPENDED, [lost(body('message')), lost(text('Loan'))]],
    ['one of two was lost without a trace', 'origin-unknown', SUSPENDED, [lost(body('message')), lost()]],
    ['it is about a success', 'success-body', SUSPENDED, [success('message')]],
    ['it may be about a success', 'success-body', SUSPENDED, [body('message'), success('message')]],
    ['only the library speaks', 'transport-text', SUSPENDED, [transport('Failed')]],
    ['the library and the client speak', 'not-an-api-error', SUSPENDED, [transport('Failed'), text('Loan')]],
    ['only the client speaks', 'not-an-api-error', SUSPENDED, [text('Loan')]],
    ['nothing arrives', 'not-an-api-error', SUSPENDED, [ABSENT]],
    ['what arrives was put together of something lost', 'origin-unknown', ON_LOAN, [made(['any'], true)]],
    ['another API is asked', 'other-api', SUSPENDED, [body('message')], { belonging: 'other' }],
    ['nobody knows which API is asked', 'api-unknown', SUSPENDED, [body('message')], { belonging: 'unknown' }],
    [
      'the form can hold no code',
      'value-extracted',
      { kind: 'kept', reason: 'value-extracted', test: null },
      [body('message')],
    ],
    ['nothing is there in v2', 'client-breaks', SUSPENDED, [{ ...body('message'), lost: true } as Value]],
    ['it holds where there is no text', 'holds-without-text', SUSPENDED, [body('message')], { failsOnNothing: false }],
    ['a text of the client passes', 'client-text-passes', ON_LOAN, [body('message'), text('It is on loan until May')]],
    [
      'a text of the client passes in lower case',
      'client-text-passes',
      contains('loan'),
      [body('message'), lower(text('LOAN'))],
    ],
    [
      'a text of the library passes',
      'transport-text',
      contains('not found'),
      [body('message'), transport('Host {name} not found')],
    ],
    [
      'a text that was put together passes',
      'client-text-passes',
      contains('not found'),
      [body('message'), made([{ text: 'not found: ' }, 'number'])],
    ],
    [
      'what is put into a text may pass',
      'client-text-passes',
      contains('not found'),
      [body('message'), made([{ text: 'Sorry: ' }, 'any'])],
    ],
    [
      'what is put into a text may pass, and was lost',
      'origin-unknown',
      contains('not found'),
      [body('message'), made([{ text: 'Sorry: ' }, 'any'], true)],
    ],
    [
      'what is written round what was lost passes already',
      'client-text-passes',
      contains('not found'),
      [body('message'), made([{ text: 'not found: ' }, 'any'], true)],
    ],
    ['the platform may quote it', 'platform-text', ON_LOAN, [body('message'), PLATFORM]],
    ['no entry has it', 'no-entry', equals('Try again'), [body('message')]],
    ['it is in the values of a hole', 'depends-on-hole', equals('Loan 4 not found'), [body('message')]],
    ['it tells the wordings of one entry apart', 'splits-a-code', equals('The copy is out'), [body('message')]],
    [
      'places do not agree',
      'places-disagree',
      equals('loud'),
      [body('message'), lower(body('message'))],
      { catalogue: LOUD },
    ],
    [
      'a library may say it',
      'transport-text',
      contains('not found'),
      [body('message'), text('Sorry'), lower(transport('NOT FOUND'))],
    ],
    ['it is about another member', 'not-the-wording', SUSPENDED, [body('shelf')]],
    ['it asks for a code of OAuth', 'oauth-error', equals('invalid_grant'), [body('error')]],
    [
      'one of its texts is a code of OAuth',
      'oauth-error',
      { kind: 'one-of', texts: ['a', 'slow_down'] },
      [body('error')],
    ],
  ])('because %s', (_, reason, question, values, asking = {}) => {
    expect(brief(question, values, asking)).toBe(reason)
  })

  it('with the first step that could not be followed', () => {
    expect(decided(SUSPENDED, [body('message'), lost()])).toMatchObject({ step: { cause: 'package-call' } })
    expect(decided(ON_LOAN, [made(['any'], true)])).toMatchObject({ step: { cause: 'syntax' } })
    expect(decided(SUSPENDED, [text('Loan')])).toMatchObject({ step: null })
    expect(decided(contains('x'), [body('message'), made([{ text: 'Sorry: ' }, 'any'], true)])).toMatchObject({
      step: { cause: 'syntax' },
    })
  })

  it('with the signs that it met', () => {
    expect(decided(equals('Loan 4 not found'), [body('message')]).matches).toEqual([
      { code: 'loan_not_found', sign: 'loan_not_found#0', verdict: 'sometimes', witness: 'Loan 4 not found' },
    ])
    expect(decided(SUSPENDED, [body('message')]).matches).toEqual([
      {
        code: 'member_suspended',
        sign: 'member_suspended#0',
        verdict: 'always',
        witness: 'This membership is suspended',
      },
    ])
    expect(decided(equals('THIS MEMBERSHIP IS SUSPENDED'), [lower(body('message'))]).matches).toEqual([])
    expect(decided({ kind: 'kept', reason: 'value-extracted', test: null }, [body('message')]).matches).toEqual([])
    expect(decided(SUSPENDED, [lost()]).matches).toHaveLength(1)
  })
})

describe('a test of the wording of a field', () => {
  const fields = { required: { from: ['{path} is required', 'Give us a {path}'] }, too_short: { from: ['Too short'] } }
  const catalogue = catalogueOf(
    { invalid: { status: 400, title: 'Invalid', from: ['Validation failed'] } },
    { fields, dialects: ['errors-list'] },
  )
  const item = body('errors', 0, 'message')

  function answers(...asked: Parameters<typeof decided>) {
    const [question, values, asking = {}] = asked
    const decision = decided(question, values, { catalogue, ...asking })
    return decision.outcome === 'keep' ? decision.reason : decision.answers
  }

  it('becomes the code of its entry', () => {
    expect(answers(equals('Too short'), [item])).toEqual([
      { labels: [], codes: ['too_short'], fields: [{ code: 'too_short', named: null }] },
    ])
  })

  it('becomes the code with the path that the wording names', () => {
    const named: TextTest = { kind: 'one-of', texts: ['email is required', 'Give us a email'] }
    expect(answers(named, [item])).toEqual([
      { labels: [], codes: ['required'], fields: [{ code: 'required', named: 'email' }] },
    ])
  })

  it('is asked of the field that the client means', () => {
    const named: TextTest = { kind: 'one-of', texts: ['email is required', 'Give us a email'] }
    expect(answers(named, [item], { path: 'email' })).toMatchObject([{ codes: ['required'] }])
  })

  it('is asked as the wording names it, where that is another field than the client means', () => {
    const named: TextTest = { kind: 'one-of', texts: ['name is required', 'Give us a name'] }
    expect(answers(named, [item], { path: 'email' })).toMatchObject([{ fields: [{ code: 'required', named: 'name' }] }])
    expect(answers(equals('Too short'), [item], { path: 'email' })).toMatchObject([{ codes: ['too_short'] }])
  })

  it('holds for every wording that names the field that the client means', () => {
    expect(answers(contains('email'), [item], { path: 'email' })).toMatchObject([{ codes: ['required'] }])
    expect(answers(contains('email'), [item])).toBe('depends-on-hole')
  })

  it('at a place of fields alone is not that of an error which is worded alike', () => {
    const alike = catalogueOf(
      { short: { status: 400, title: 'Short', from: ['Too short'] } },
      { fields, dialects: ['express-validator'] },
    )
    expect(answers(equals('Too short'), [body('errors', 0, 'msg')], { catalogue: alike })).toMatchObject([
      { codes: ['too_short'] },
    ])
  })

  it('is kept where it tells the wordings of one entry apart, whether the field is meant or not', () => {
    expect(answers(equals('email is required'), [item], { path: 'email' })).toBe('splits-a-code')
    expect(answers(equals('email is required'), [item])).toBe('splits-a-code')
  })

  it('at a place that may hold either wording becomes what only one of them passes', () => {
    const either = catalogueOf(
      {
        invalid: { status: 400, title: 'Invalid', from: ['Validation failed'] },
        short: { status: 400, title: 'Short', from: ['Too short a loan'] },
      },
      { fields },
    )
    expect(answers(equals('Validation failed'), [item], { catalogue: either })).toMatchObject([
      { codes: ['invalid'], fields: null },
    ])
    expect(answers(equals('Too short'), [item], { catalogue: either })).toMatchObject([
      { fields: [{ code: 'too_short' }] },
    ])
    expect(answers(contains('Too short'), [item], { catalogue: either })).toBe('field-wording')
    expect(answers(equals('Nobody says so'), [item], { catalogue: either })).toBe('no-entry')
    expect(answers(equals('email is required'), [item], { catalogue: either })).toBe('splits-a-code')
  })

  it('is kept where labels would need a list, or the contract has none', () => {
    expect(answers(labels(['Too short', null]), [item])).toBe('field-wording')
    const map = catalogueOf(
      { invalid: { status: 400, title: 'Invalid', from: ['Validation failed'] } },
      { fields, dialects: ['errors-list'], contract: { errors: { member: 'errors', shape: 'map' } } as never },
    )
    expect(answers(equals('Too short'), [item], { catalogue: map })).toBe('field-wording')
  })
})
