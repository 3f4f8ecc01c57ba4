import { type Catalogue, evaluate, type TextTest } from '@problemshift/catalogue'
import type { Answer } from '../../decide/decide.ts'
import type { Reason } from '../../decide/reasons.ts'
import type { Label, Question } from '../../forms/form.ts'

/** The new codes that stand for the old ones a test asks for. */
export type LegacyCodes =
  | { readonly outcome: 'codes'; readonly answers: readonly Answer[] }
  /** What is asked for is no old code: it stays as it is. */
  | { readonly outcome: 'none' }
  | {
      readonly outcome: 'kept'
      readonly reason: Reason
    }

/**
 * Asks a test of an old code against the codes that the catalogue names as signs. An error that no entry knows keeps its
 * old code, so a code that is no sign goes on being asked for. A sign without a code may have come with any.
 */
export function legacyCodes(catalogue: Catalogue, question: Question): LegacyCodes {
  switch (question.kind) {
    case 'kept':
      return { outcome: 'kept', reason: question.reason }
    case 'condition':
      return ofCondition(catalogue, question.test)
    case 'labels':
      return ofLabels(catalogue, question.labels)
  }
}

/** The old codes that v2 calls otherwise. */
export function movedCodes({ problems }: Catalogue): ReadonlySet<string> {
  const moved = problems.flatMap(({ code, signs }) =>
    signs.flatMap(({ legacyCode }) => (legacyCode === null || legacyCode === code ? [] : [String(legacyCode)])),
  )
  return new Set(moved)
}

function ofCondition(catalogue: Catalogue, test: TextTest): LegacyCodes {
  const found = codesHolding(catalogue, test)
  if (found === null) return { outcome: 'kept', reason: 'splits-a-code' }
  if (found.length > 0 && !tellsAll(catalogue)) return { outcome: 'kept', reason: 'old-code-unknown' }
  const rest = test.kind === 'one-of' ? test.texts.filter(text => !isLegacy(catalogue, text)) : []
  const codes = [...new Set([...found, ...rest])]
  return found.length === 0 ? { outcome: 'none' } : { outcome: 'codes', answers: [{ labels: [], codes, fields: null }] }
}

function ofLabels(catalogue: Catalogue, labels: readonly Label[]): LegacyCodes {
  const answers: Answer[] = []
  for (const label of labels) {
    if (!isLegacy(catalogue, label.text)) continue
    const codes = codesHolding(catalogue, { kind: 'equals', text: label.text })
    if (codes === null) return { outcome: 'kept', reason: 'splits-a-code' }
    answers.push({ labels: [label], codes, fields: null })
  }
  if (answers.length === 0) return { outcome: 'none' }
  return tellsAll(catalogue) ? { outcome: 'codes', answers } : { outcome: 'kept', reason: 'old-code-unknown' }
}

function tellsAll(catalogue: Catalogue): boolean {
  return catalogue.problems.every(problem => problem.signs.every(sign => sign.legacyCode !== null))
}

function isLegacy(catalogue: Catalogue, text: string): boolean {
  return catalogue.problems.some(problem => problem.signs.some(sign => sign.legacyCode === text))
}

/** The entries whose old codes pass; `null` where one of two codes of an entry does and the other does not. */
function codesHolding(catalogue: Catalogue, test: TextTest): readonly string[] | null {
  const found: string[] = []
  for (const { code, signs } of catalogue.problems) {
    const old = signs.flatMap(({ legacyCode }) => (typeof legacyCode === 'string' ? [legacyCode] : []))
    const holding = old.filter(one => evaluate(test, one))
    if (holding.length === 0) continue
    if (holding.length < old.length) return null
    found.push(code)
  }
  return found
}
