import { defineCatalogue } from '@problemshift/catalogue'

/** The errors of the lending library, as most tests need them. */
export const LIBRARY = defineCatalogue({
  api: 'Lending library',
  type: 'https://errors.library.example/{code}',
  problems: {
    loan_not_found: {
      status: 404,
      title: 'Loan not found',
      detail: 'No loan has the number {id}.',
      extensions: ['id'],
      from: ['Loan {id:int} not found'],
    },
    copy_on_hold: {
      status: 409,
      title: 'Copy on hold',
      from: [{ message: 'This copy is on hold' }, { code: 'COPY_409' }],
    },
    member_suspended: {
      status: 403,
      title: { en: 'Member suspended', 'pt-BR': 'Leitor suspenso' },
      from: [{ message: { en: 'Your card is suspended', 'pt-BR': 'Seu cartão está suspenso' } }],
    },
    branch_closed: { status: 422, title: 'Branch closed', from: [{ message: 'Branch closed', status: 200 }] },
  },
  fields: { required: { from: ['{path} is required'] } },
})
