import type { ShapeFacts } from '../fault.ts'
import { type FaultKinds, noWords, oneOf, quote, suggest } from './fault-kind.ts'

/** What can be wrong with one value by itself. */
export const SHAPE_FAULTS: FaultKinds<ShapeFacts['code']> = {
  'unknown-key': {
    means: 'A key is none that belongs here.',
    next: 'Correct or remove the key.',
    words: ({ key, known, nearest }) => ({
      came: `the key ${quote(key)}`,
      expected: oneOf(known),
      next: suggest(nearest),
    }),
  },
  'missing-key': {
    means: 'A key that must be here is not.',
    next: 'Add the key.',
    words: ({ key, expected }) => ({
      came: `no ${quote(key)}`,
      expected: expected === '' ? key : `${key}: ${expected}`,
    }),
  },
  'wrong-type': {
    means: 'A value is of the wrong kind.',
    next: 'Write a value of the expected kind; a text that looks like a number needs quotes.',
    words: ({ came, expected }) => ({ came, expected: expected.join(', or '), next: quotesAdvice(came, expected) }),
  },
  'not-one-of': {
    means: 'A text is none of those that may stand here.',
    next: 'Write one of them.',
    words: ({ came, known, nearest }) => ({ came: quote(came), expected: oneOf(known), next: suggest(nearest) }),
  },
  'out-of-range': {
    means: 'A number is too small or too large.',
    next: 'Write a number within the limits.',
    words: ({ came, least, most }) => ({ came: String(came), expected: `a number from ${least} to ${most}` }),
  },
  'bad-name': {
    means: 'A name has characters that it may not have.',
    next: 'Write a name of the expected form.',
    words: ({ came, expected }) => ({ came: quote(came), expected }),
  },
  'reserved-name': {
    means: 'Every JavaScript object inherits a member of this name: look-ups in clients would find it unasked.',
    next: 'Choose another name.',
    words: ({ came }) => ({ came: `${quote(came)}, which every JavaScript object inherits` }),
  },
  'text-empty': {
    means: 'A text is empty.',
    next: 'Write the text, or remove the key.',
    words: () => ({ came: 'an empty text', expected: 'a text' }),
  },
  'value-empty': {
    means: 'A list or an object that must hold something is empty.',
    next: 'Fill it, or remove it.',
    words: ({ expected }) => ({ came: 'nothing in it', expected }),
  },
  'item-repeated': {
    means: 'An item stands twice in one list.',
    next: 'Remove one of the two.',
    words: ({ came }) => ({ came: `${quote(came)} for the second time` }),
  },
  'not-data': {
    means: 'A value is nothing that JSON could say.',
    next: 'Write a text, a finite number, true, false, a list or a plain object.',
    words: ({ came }) => ({ came }),
  },
  'value-cycle': {
    means: 'A value lies within itself.',
    next: 'Write the value out.',
    words: noWords,
  },
}

// Quotes are what a kind most often hangs on: `status: "404"`, `title: 404`.
function quotesAdvice(came: string, expected: readonly string[]): string {
  if (/^the text "[0-9]+"$/.test(came) && !expected.includes('a text')) return 'Remove the quotes.'
  const looksOther = /^(?:-?[0-9.]+|true|false)$/.test(came)
  return looksOther && expected.includes('a text') ? 'Put it in quotes.' : 'Write a value of the expected kind.'
}
