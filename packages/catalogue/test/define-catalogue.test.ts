import { defineCatalogue, readCatalogue, readDefinition } from '@problemshift/catalogue'
import { describe, expect, test } from 'vitest'

const LIBRARY = `
api: Lending library
type: https://errors.library.example/{code}   # how a code becomes its type URI
contract: kordiam                             # the v2 body
dialects: [nested-error, plain-text]          # the v1 shapes this API used
problems:
  loan_not_found:
    status: 404
    title: Loan not found
    detail: No loan has the number {id}.
    retry: never
    from:
      - message: Loan {id:int} not found
      - message: { en: No such loan, pt-BR: Empréstimo inexistente }
      - code: LOAN_404
      - message: Not found
        status: 404
        route: GET /loans/:id
fields:
  required:
    from: ["{path} is required", "Missing {path}"]
  too_short:
    from: ["{path} must be at least {min:int} characters"]
`

describe('a definition becomes a catalogue', () => {
  test('the example of the design loads', () => {
    const result = readDefinition(LIBRARY, 'yaml')
    expect(result).toMatchObject({ outcome: 'catalogue' })
    if (result.outcome !== 'catalogue') return
    const { catalogue } = result
    expect(catalogue.api).toBe('Lending library')
    expect(catalogue.languages).toEqual(['en', 'pt-BR'])
    const [loan] = catalogue.problems
    expect(loan?.type).toBe('https://errors.library.example/loan_not_found')
    expect(loan?.signs.map(sign => sign.id)).toEqual([
      'loan_not_found#0',
      'loan_not_found#1:en',
      'loan_not_found#1:pt-BR',
      'loan_not_found#2',
      'loan_not_found#3',
    ])
    expect(loan?.signs[4]?.route).toEqual({ method: 'GET', path: '/loans/:id' })
    expect(catalogue.fields[0]?.signs.map(sign => sign.id)).toEqual(['fields/required#0', 'fields/required#1'])
    expect(catalogue.generic).toHaveLength(200)
  })

  test('all of it is frozen', () => {
    const catalogue = defineCatalogue({
      type: 'https://errors.library.example/{code}',
      problems: { loan_not_found: { status: 404, title: 'Loan not found', from: ['Loan {id:int} not found'] } },
    })
    expect(Object.isFrozen(catalogue)).toBe(true)
    expect(Object.isFrozen(catalogue.problems[0]?.signs[0]?.message?.parts)).toBe(true)
  })

  test('a catalogue is read as itself', () => {
    const catalogue = defineCatalogue({ type: 'urn:library:{code}', problems: {} })
    expect(readCatalogue(catalogue)).toEqual({ outcome: 'catalogue', catalogue })
  })
})

test('faults of several kinds come all at once, in the order of the text', () => {
  const result = readDefinition(
    `type: /errors/{code}
dialects: [plain-tekst]
problems:
  loan_not_found:
    stauts: 404
    title: Loan not found
    from:
      - message: Loan {id not found
      - message: Not found
  member_not_found:
    status: 200
    title: Member not found
    from: [Not found]
  member_not_found: {}
`,
    'yaml',
  )
  const faults = result.outcome === 'faults' ? result.faults : []
  expect(faults.map(({ code, line, column, path }) => [code, line, column, path])).toEqual([
    ['type-relative', 1, 7, 'type'],
    ['not-one-of', 2, 12, 'dialects[0]'],
    ['missing-key', 4, 3, 'problems.loan_not_found'],
    ['unknown-key', 5, 5, 'problems.loan_not_found.stauts'],
    ['bad-template', 8, 18, 'problems.loan_not_found.from[0].message'],
    ['out-of-range', 11, 13, 'problems.member_not_found.status'],
    ['sign-claimed-twice', 13, 12, 'problems.member_not_found.from[0]'],
    ['duplicate-key', 14, 3, 'problems.member_not_found'],
  ])
})

describe('a slip invents no other', () => {
  const codesOf = (text: string) => {
    const result = readDefinition(`type: urn:library:{code}\n${text}`, 'yaml')
    return result.outcome === 'faults' ? result.faults.map(fault => fault.code) : []
  }

  test('a sign without its faulty condition claims nothing', () => {
    const text = `problems:
  loan_not_found: { status: 404, title: Loan not found, from: [{ message: Not found, status: 4004 }] }
  copy_not_found: { status: 404, title: Copy not found, from: [Not found] }`
    expect(codesOf(text)).toEqual(['out-of-range'])
  })

  test('a wording that cannot be read may have had the hole', () => {
    const text = `problems:
  loan_not_found: { status: 404, title: Loan not found, detail: "No loan {id}", from: ["Loan {id", Not found] }`
    expect(codesOf(text)).toEqual(['bad-template'])
  })

  test('a text that is empty is not missing', () => {
    const text = `problems:
  loan_not_found: { status: 404, title: { en: Loan not found, pt-BR: "" } }
  copy_lost: { status: 410, title: { en: Copy lost, pt-BR: Exemplar perdido } }`
    expect(codesOf(text)).toEqual(['text-empty'])
  })

  test('a dialect that is misspelled in the list may be the one of the sign', () => {
    const text = `dialects: [plain-tekst]
problems:
  loan_not_found: { status: 404, title: Loan not found, from: [{ message: Not found, dialect: plain-text }] }`
    expect(codesOf(text)).toEqual(['not-one-of'])
  })

  test('a contract that cannot be read may have had a fixed type', () => {
    const result = readDefinition('type: urn:library:errors\ncontract: { type: fixt }\nproblems: {}', 'yaml')
    expect(result).toMatchObject({ faults: [{ code: 'not-one-of' }] })
  })
})

describe('what a definition leaves out', () => {
  const empty = (rest: object) => defineCatalogue({ type: 'urn:library:{code}', problems: {}, ...rest })

  test('the contract is kordiam', () => {
    expect(empty({}).contract.name).toBe('kordiam')
  })

  test('a contract of its own takes the rest from the one it extends, in its order under the new names', () => {
    const { contract } = empty({ contract: { extends: 'contraforce', trace: 'correlationId', timestamp: null } })
    expect(contract).toMatchObject({
      name: 'custom',
      trace: 'correlationId',
      timestamp: null,
      errors: { shape: 'map' },
    })
    expect(contract.order).toContain('correlationId')
    expect(contract.order).not.toContain('timestamp')
  })

  test('the dialects are all that are built in', () => {
    expect(empty({}).dialects).toContain('spring-boot')
    expect(empty({ dialects: ['html'] }).dialects).toEqual(['html'])
  })

  test('a generic code may be chosen, and then means its status', () => {
    const catalogue = empty({ generic: { '404': { code: 'nothing_here', title: 'Nothing here' } } })
    expect(catalogue.generic.find(problem => problem.status === 404)).toEqual({
      status: 404,
      code: 'nothing_here',
      title: 'Nothing here',
      type: 'urn:library:nothing_here',
    })
  })
})
