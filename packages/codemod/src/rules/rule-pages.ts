import { RULES } from './rule-names.ts'

/** What a rule is to whoever reads the report. */
export interface RulePage {
  /** The heading of its group. */
  readonly title: string
  /** The id of what it rewrites, for programs that know findings by an id. */
  readonly finding: string
  /** What is so where it rewrites, in one sentence. */
  readonly is: string
  /** Where it is described, from the root of the repository. */
  readonly page: string
}

const PAGES: Readonly<Record<string, RulePage>> = {
  branch: {
    title: 'Tests of a wording',
    finding: 'matches-on-wording',
    is: 'The test matches on the wording of an API error.',
    page: 'packages/codemod/README.md',
  },
  read: {
    title: 'Reads of a v1 body',
    finding: 'reads-a-v1-body',
    is: 'A member of a v1 error body is read, which v2 has in another place.',
    page: 'docs/rules/read.md',
  },
  validation: {
    title: 'Field errors',
    finding: 'reads-v1-field-errors',
    is: 'Field errors are read in their v1 shape, which v2 has in `errors[]`.',
    page: 'docs/rules/validation.md',
  },
  status: {
    title: 'Statuses',
    finding: 'relies-on-a-v1-status',
    is: 'The code relies on a status that v2 does not send here.',
    page: 'docs/rules/status.md',
  },
  retry: {
    title: 'Retries',
    finding: 'retries-by-v1',
    is: 'A retry is decided by what v1 sent.',
    page: 'docs/rules/retry.md',
  },
  'content-type': {
    title: 'The media type of a problem',
    finding: 'trips-over-the-media-type',
    is: 'The code does not expect `application/problem+json`.',
    page: 'docs/rules/content-type.md',
  },
  mocks: {
    title: 'Replayed v1 answers',
    finding: 'replays-a-v1-answer',
    is: 'A test replays an answer that the server does not send any more.',
    page: 'docs/rules/mocks.md',
  },
}

/** The page of a rule; a rule without one is named as it is called. */
export function rulePage(rule: string): RulePage {
  return PAGES[rule] ?? { title: rule, finding: rule, is: rule, page: `docs/rules/${rule}.md` }
}

/** The rule that a site belongs to: its forms are those of `branch`, all others have one form, of their own name. */
export function ruleOf({ form }: { readonly form: string }): string {
  return RULES.includes(form) ? form : 'branch'
}

/** The names in the order in which the report tells of them. */
export const REPORTED_RULES: readonly string[] = [...Object.keys(PAGES), ...RULES.filter(rule => !(rule in PAGES))]
