import { type Catalogue, evaluate, findLeaks, type TextTest } from '@problemshift/catalogue'

/** Whether `detail` passes a test exactly where the v1 wording did, for every problem of the catalogue. */
export function detailPassesLike(catalogue: Catalogue, test: TextTest): boolean {
  // Any other question could be about a piece that is struck out of a detail.
  if (test.kind !== 'equals' || findLeaks(test.text).length > 0) return false
  return catalogue.problems.every(({ detail, signs, title }) => {
    if (detail !== null || signs.some(sign => sign.language !== null)) return false
    // An error without a wording has its title for a detail.
    const isWordless = signs.some(sign => sign.message === null)
    return !isWordless || !Object.values(title).some(text => evaluate(test, text))
  })
}

/** Whether nothing that v2 shows of a problem of the catalogue passes a test, as none of its v1 wordings does. */
export function passesNoDetail(catalogue: Catalogue, test: TextTest): boolean {
  if (test.kind === 'regex' || test.kind === 'not') return false
  return catalogue.problems.every(
    ({ detail, title }) => detail === null && Object.values(title).every(text => !evaluate(test, text)),
  )
}

/** Whether some problem says in v2 what v1 did not: without a text of its own its detail is the v1 wording. */
export function hasOwnDetails({ problems }: Catalogue): boolean {
  return problems.some(({ detail }) => detail !== null)
}
