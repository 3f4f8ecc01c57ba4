import {
  type Catalogue,
  type Contract,
  CONTRACTS,
  type FieldEntry,
  genericProblems,
  type LegacyError,
  type MessageTemplate,
  type Occurrence,
  type ProblemEntry,
  parseTemplate,
  type Sign,
  typeUri,
} from '@problemshift/catalogue'

const TYPE = 'https://errors.library.example/{code}'

export function template(source: string): MessageTemplate {
  const parsed = parseTemplate(source)
  if ('code' in parsed) throw new Error(`no template: ${source}`)
  return parsed
}

function sign(part: Partial<Sign> & { message?: MessageTemplate | null }): Sign {
  const blank = { id: 'loan_not_found#0', entry: 'loan_not_found', message: null, language: null, legacyCode: null }
  return { ...blank, status: null, route: null, dialect: null, ...part }
}

export const LOAN_SIGNS = {
  plain: sign({ message: template('Loan {id:int} not found') }),
  english: sign({ id: 'loan_not_found#1:en', message: template('No loan {id}'), language: 'en' }),
  portuguese: sign({
    id: 'loan_not_found#1:pt-BR',
    message: template('Empréstimo {id} inexistente'),
    language: 'pt-BR',
  }),
  code: sign({ id: 'loan_not_found#2', legacyCode: 'LOAN_404' }),
}

export function loanNotFound(part: Partial<ProblemEntry> = {}): ProblemEntry {
  return {
    code: 'loan_not_found',
    type: typeUri(TYPE, 'loan_not_found'),
    status: 404,
    title: { '*': 'Loan not found' },
    detail: null,
    retry: 'never',
    extensions: [],
    description: null,
    signs: Object.values(LOAN_SIGNS),
    ...part,
  }
}

export function library(part: Partial<Catalogue> = {}, contract: Contract = CONTRACTS.kordiam): Catalogue {
  const type = contract.type === 'fixed' ? 'https://errors.library.example/errors' : TYPE
  return {
    api: 'Lending library',
    type,
    contract,
    dialects: [],
    ownDialects: [],
    languages: ['en', 'pt-BR'],
    problems: [loanNotFound(contract.type === 'fixed' ? { type } : {})],
    fields: [titleMissing],
    generic: genericProblems(contract, code => typeUri(type, code)),
    ...part,
  }
}

const titleMissing: FieldEntry = {
  code: 'title_missing',
  description: null,
  signs: [sign({ id: 'title_missing#0', entry: 'title_missing', message: template('A copy needs a title') })],
}

export function legacyError(part: Partial<LegacyError> = {}): LegacyError {
  return {
    dialect: 'nested-error',
    wording: 'Loan 42 not found',
    message: 'Loan 42 not found',
    code: null,
    category: null,
    status: 404,
    statusSource: 'line',
    traceId: null,
    retryAfter: null,
    docUrl: null,
    hint: null,
    language: null,
    fields: [],
    leaks: [],
    ...part,
  }
}

export function occurrence(part: Partial<Occurrence> = {}): Occurrence {
  return { instance: '/loans/42', traceId: 'trace-1', languages: [], time: new Date('2031-02-03T04:05:06Z'), ...part }
}
