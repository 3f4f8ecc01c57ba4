import {
  type Catalogue,
  dialectsOf,
  evaluate,
  type PathSegment,
  reasonPhrases,
  type TextTest,
} from '@problemshift/catalogue'

/**
 * Whether a test asks for the name of a status where a dialect of the catalogue repeats it, `{ statusCode: 401, message:
 * 'Token expired', error: 'Unauthorized' }`: then it also holds for errors whose own wording it does not name.
 */
export function asksStatusPhrase(
  catalogue: Catalogue,
  path: readonly PathSegment[] | null,
  test: TextTest,
  codes: readonly string[],
): boolean {
  if (path === null || !dialectsOf(catalogue).some(({ places }) => places.phrase?.includes(path.join('.'))))
    return false
  return catalogue.problems.some(({ code, status, signs }) => {
    if (codes.includes(code)) return false
    const sent = new Set(signs.map(sign => sign.status ?? status))
    return [...sent].some(one => reasonPhrases(one).some(phrase => evaluate(test, phrase)))
  })
}
