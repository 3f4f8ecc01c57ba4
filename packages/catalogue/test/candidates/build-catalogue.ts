import type { Catalogue, FieldEntry, ProblemEntry, Sign } from '../../src/entry.ts'
import { isTemplateFault, type MessageTemplate, parseTemplate } from '../../src/message-template.ts'

/** A sign as a test writes it: a wording, or what is not left out. */
export type SignDraft = string | (Partial<Omit<Sign, 'message'>> & { message?: string })

export function template(source: string): MessageTemplate {
  const parsed = parseTemplate(source)
  if (isTemplateFault(parsed)) throw new Error(`${parsed.code} in ${source}`)
  return parsed
}

/** A catalogue with nothing but signs: what the codemod's question looks at. */
export function buildCatalogue(
  problems: Readonly<Record<string, readonly SignDraft[]>>,
  fields: Readonly<Record<string, readonly SignDraft[]>> = {},
): Catalogue {
  return {
    api: 'Lending library',
    type: 'https://errors.library.example/{code}',
    contract: 'kordiam',
    dialects: [],
    languages: [],
    problems: Object.entries(problems).map(([code, signs]) => problem(code, signs)),
    fields: Object.entries(fields).map(([code, signs]) => field(code, signs)),
    generic: [],
  } as unknown as Catalogue // the question reads `problems` and `fields` only
}

function problem(code: string, drafts: readonly SignDraft[]): ProblemEntry {
  const title = { '*': code }
  const type = `https://errors.library.example/${code}`
  const signs = signsOf(code, drafts)
  return { code, type, status: 404, title, detail: null, retry: null, extensions: [], description: null, signs }
}

function field(code: string, drafts: readonly SignDraft[]): FieldEntry {
  return { code, description: null, signs: signsOf(code, drafts) }
}

function signsOf(entry: string, drafts: readonly SignDraft[]): Sign[] {
  return drafts.map((draft, index) => {
    const { message, ...rest } = typeof draft === 'string' ? { message: draft } : draft
    return {
      id: `${entry}#${index}`,
      entry,
      message: message === undefined ? null : template(message),
      language: null,
      legacyCode: null,
      status: null,
      route: null,
      dialect: null,
      ...rest,
    }
  })
}
