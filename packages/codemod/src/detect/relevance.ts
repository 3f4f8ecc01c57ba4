import type { Catalogue, TextTest } from '@problemshift/catalogue'
import { regexPieces } from '../find/literals.ts'
import { needlesOf } from '../find/needles.ts'
import type { Question } from '../forms/form.ts'

/** Whether a question speaks of the catalogue's wordings: surely, perhaps, or only if its text proves to be one. */
export type Relevance = (question: Question) => 'strong' | 'weak'

const SHORTEST = 4

/** Tells by the words of a test whether it is worth a report although its text could not be followed. */
export function createRelevance(catalogue: Catalogue): Relevance {
  const { meets } = needlesOf(catalogue)
  const isPiece = (piece: string) => meets(piece, 'contains', SHORTEST)
  const isWhole = (whole: string) => meets(whole, 'equals', 1)
  const touches = (test: TextTest): boolean => {
    switch (test.kind) {
      case 'equals':
        return isWhole(test.text) || textsOfJson(test.text).some(isWhole)
      case 'one-of':
        return test.texts.some(isWhole)
      case 'contains':
      case 'starts':
      case 'ends':
        return isPiece(test.text)
      case 'regex':
        return regexPieces(test.source).some(isPiece)
      case 'after':
      case 'not':
        return touches(test.test)
      case 'and':
      case 'or':
        return test.tests.some(touches)
    }
  }
  return question => {
    if (question.kind === 'labels') return strongIf(question.labels.some(({ text }) => isWhole(text)))
    return strongIf(question.test !== null && touches(question.test))
  }
}

// error.message === '401 - {"message":"Token expired"}': a library may put the whole body into its sentence.
function textsOfJson(text: string): readonly string[] {
  const [json] = /\{.*\}/s.exec(text) ?? []
  return json === undefined ? [] : [...json.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside = '']) => inside)
}

function strongIf(hit: boolean): 'strong' | 'weak' {
  return hit ? 'strong' : 'weak'
}
