/** A `problemshift-ignore` comment as it stands in a text. */
export interface IgnoreMark {
  /** From 1. */
  readonly line: number
  /** Empty when none is given: whoever decides to keep a site says why. */
  readonly reason: string
}

/** What the bytes of a file with such a comment hold. */
export const IGNORE_WORD = 'problemshift-ignore'

const MARK = /(?:\/\/|\/\*|\{\/\*)\s*problemshift-ignore\b[ \t]*:?[ \t]*(.*)/

/** The ignore comments of a text, line by line. */
export function ignoreMarks(text: string): readonly IgnoreMark[] {
  if (!text.includes(IGNORE_WORD)) return []
  return text.split('\n').flatMap((line, index) => {
    const rest = MARK.exec(line)?.[1]
    return rest === undefined ? [] : [{ line: index + 1, reason: rest.replace(/\*\/\}?\s*$/, '').trim() }]
  })
}
