import { type Catalogue, templatePattern, type TextTest } from '@problemshift/catalogue'
import { needlesOf, signsOf } from '../find/needles.ts'
import type { Question } from '../forms/form.ts'

/** Whether a question speaks of the catalogue's wordings: surely, perhaps, or only if its text proves to be one. */
export type Relevance = (question: Question) => 'strong' | 'weak'

const SHORTEST = 4

/** Tells by the words of a test whether it is worth a report although its text could not be followed. */
export function createRelevance(catalogue: Catalogue): Relevance {
  const text = Buffer.from(needlesOf(catalogue).text, 'latin1').toString('utf8').toLowerCase()
  const patterns = signsOf(catalogue).flatMap(sign =>
    sign.message === null ? [] : [new RegExp(templatePattern(sign.message), 'i')],
  )
  const isPiece = (piece: string) => piece.trim().length >= SHORTEST && text.includes(piece.toLowerCase())
  const isWhole = (whole: string) => patterns.some(pattern => pattern.test(whole))
  const touches = (test: TextTest): boolean => {
    switch (test.kind) {
      case 'equals':
        return isWhole(test.text.trim())
      case 'one-of':
        return test.texts.some(one => isWhole(one.trim()))
      case 'contains':
      case 'starts':
      case 'ends':
        return isPiece(test.text) || (test.text.length >= SHORTEST && isWhole(test.text))
      case 'regex':
        return piecesOf(test.source).some(isPiece)
      case 'after':
      case 'not':
        return touches(test.test)
      case 'and':
      case 'or':
        return test.tests.some(touches)
    }
  }
  return question => {
    if (question.kind === 'labels') return strongIf(question.labels.some(label => isWhole(label.text.trim())))
    return strongIf(question.test !== null && touches(question.test))
  }
}

// What a regular expression asks for in plain letters; a class, a group or a repetition parts it.
function piecesOf(source: string): readonly string[] {
  return source
    .replace(/\\[sS]\+?/g, ' ')
    .split(/\\.|[\^$|()[\]*+?{}.]/)
    .filter(piece => piece.trim().length >= SHORTEST)
}

function strongIf(hit: boolean): 'strong' | 'weak' {
  return hit ? 'strong' : 'weak'
}
