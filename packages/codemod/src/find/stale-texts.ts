import type { AskedText } from './asked-texts.ts'
import { foldLatin, type Needles, sharesRun } from './needles.ts'

const CALLED = '(?:[mM]essage|[mM]sg|[dD]etails?|[rR]eason|[eE]rror|err)'
const CHANGED = String.raw`(?:\??\.(?:toLowerCase|toUpperCase|trim|toString)\(\)|[?!)\s])*`
const ENDS_CALLED = new RegExp(`${CALLED}${CHANGED}$`)
const BEGINS_CALLED = new RegExp(String.raw`^[\w$.?!]*${CALLED}${CHANGED}(?:\W|$)`)
const SENTENCE = /\p{L}+ .*\p{L}/u

/**
 * Whether a message is tested against a sentence that no wording of today holds. An assertion may be about anything: there
 * the sentence has to be like a wording.
 */
export function mayBeStale({ literal, tested, asserts }: AskedText, needles: Needles): boolean {
  if (literal === null || !(ENDS_CALLED.test(tested) || BEGINS_CALLED.test(tested))) return false
  return literal.pieces.some(piece => SENTENCE.test(piece) && (!asserts || isLikeWording(piece, needles)))
}

function isLikeWording(piece: string, needles: Needles): boolean {
  return sharesRun(foldLatin(Buffer.from(piece, 'utf8').toString('latin1')), needles)
}

const REACH = 300
const CASE = /^\([^{}]{1,120}\)\s*\{\s*(?:\/\/[^\n]*\n\s*)*case\s*(['"`])[\w']+ .*\1/
const LISTED = /\[[^\][]*(['"`])[\w']+ [^\][]*\1[^\][]*\]\s*\.\w+$/

/** The same of a message that is looked for among sentences: in the clauses of a `switch`, in a list on the spot. */
export function mayBeListedStale(bytes: Buffer, at: number): boolean {
  return (
    CASE.test(bytes.toString('latin1', at, at + REACH)) ||
    LISTED.test(bytes.toString('latin1', Math.max(0, at - REACH), at))
  )
}

const ASSERTS =
  /\bexpect(?:\.\w+)?\s*\([^;]{0,120}?(?:mess|msg|detail|reason|err)|\.rejects\b|\brejectedWith\b|\bassert\b[^;]{0,120}?(?:mess|msg|detail|reason|err)/i

/** Whether a file asserts something of a message, whatever the text: of an answer's it is told all the same. */
export function assertsOnMessages(text: string): boolean {
  return ASSERTS.test(text)
}
