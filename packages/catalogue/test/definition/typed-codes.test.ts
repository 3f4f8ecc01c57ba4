import { type Catalogue, type CatalogueDefinition, defineCatalogue, type HoleValue } from '@problemshift/catalogue'
import { describe, expectTypeOf, test } from 'vitest'
import type { HolesIn } from '../../src/definition/typed-codes.ts'

// What `problem(code, values)` of an adapter is typed with.
declare function problem<C extends Catalogue, Code extends CodeOf<C>>(
  catalogue: C,
  code: Code,
  values: ValuesOf<C, Code>,
): void

type CodesOf<C> = C extends Catalogue<infer Codes> ? Codes : never
type CodeOf<C> = keyof CodesOf<C> & string
type ValuesOf<C, Code extends CodeOf<C>> = CodesOf<C>[Code]

const library = () =>
  defineCatalogue({
    type: 'https://errors.library.example/{code}',
    problems: {
      loan_not_found: {
        status: 404,
        title: 'Loan not found',
        detail: 'No loan has the number {id}.',
        from: ['Loan {id:int} of {member} not found', { message: { en: 'No loan {id}', 'pt-BR': 'Sem {emprestimo}' } }],
      },
      copy_lost: { status: 410, title: 'Copy lost' },
      copy_on_hold: {
        status: 409,
        title: 'Copy on hold',
        from: ['Copy {copy:int} is on hold', { message: 'Copy {copy} is kept for {member}' }, { code: 'HOLD' }],
      },
    },
  })

describe('a catalogue that is written in TypeScript keeps its codes', () => {
  test('as a union', () => {
    expectTypeOf<CodeOf<ReturnType<typeof library>>>().toEqualTypeOf<'loan_not_found' | 'copy_lost' | 'copy_on_hold'>()
  })

  test('with the holes of the detail asked for and those of the wordings allowed', () => {
    type Values = ValuesOf<ReturnType<typeof library>, 'loan_not_found'>
    expectTypeOf<keyof Values>().toEqualTypeOf<'id' | 'member' | 'emprestimo'>()
    expectTypeOf<Values['id']>().toEqualTypeOf<HoleValue>()
    expectTypeOf<{ id: number }>().toExtend<Values>()
    expectTypeOf<{ member: string }>().not.toExtend<Values>()
  })

  test('so that a wrong code or value does not compile', () => {
    const never = () => {
      const catalogue = library()
      problem(catalogue, 'loan_not_found', { id: 7 })
      problem(catalogue, 'copy_lost', {})
      // @ts-expect-error no such code
      problem(catalogue, 'loan_lost', {})
      // @ts-expect-error the detail needs the number
      problem(catalogue, 'loan_not_found', {})
      problem(catalogue, 'copy_on_hold', { copy: 4 })
      problem(catalogue, 'copy_on_hold', { copy: 4, member: 'Ada' })
      // @ts-expect-error without a detail a wording is filled, and each of them needs the copy
      problem(catalogue, 'copy_on_hold', {})
      // @ts-expect-error no such hole
      problem(catalogue, 'loan_not_found', { id: 7, number: 7 })
    }
    expectTypeOf(never).toBeFunction()
  })

  test('and is a catalogue like any other', () => {
    expectTypeOf<ReturnType<typeof library>>().toExtend<Catalogue>()
  })

  test('a definition that is only known at run time has any code', () => {
    const define = (definition: CatalogueDefinition) => defineCatalogue(definition)
    expectTypeOf<CodeOf<ReturnType<typeof define>>>().toEqualTypeOf<string>()
  })
})

describe('the type reads a template as the parser does', () => {
  test('names, types and patterns', () => {
    expectTypeOf<HolesIn<'Loan not found'>>().toEqualTypeOf<never>()
    expectTypeOf<HolesIn<'Loan {id} not found'>>().toEqualTypeOf<'id'>()
    expectTypeOf<HolesIn<'Loan {id:int} of {member:email}'>>().toEqualTypeOf<'id' | 'member'>()
    expectTypeOf<HolesIn<'{code:/[A-Z]{2}-[0-9]{4}/} is {state}'>>().toEqualTypeOf<'code' | 'state'>()
    expectTypeOf<HolesIn<'{{id} and {{{id}'>>().toEqualTypeOf<'id'>()
    expectTypeOf<HolesIn<string>>().toEqualTypeOf<string>()
  })
})

describe('the definition is typed from the schema', () => {
  test('so that a slip does not compile', () => {
    const type = 'https://errors.library.example/{code}'
    const never = () => {
      // @ts-expect-error a status is a number
      defineCatalogue({ type, problems: { a: { status: '404', title: 'A' } } })
      // @ts-expect-error a title must be there
      defineCatalogue({ type, problems: { a: { status: 404 } } })
      // @ts-expect-error no such retry
      defineCatalogue({ type, problems: { a: { status: 404, title: 'A', retry: 'later' } } })
      // @ts-expect-error no such dialect
      defineCatalogue({ type, dialects: ['plain-tekst'], problems: {} })
    }
    expectTypeOf(never).toBeFunction()
  })
})
