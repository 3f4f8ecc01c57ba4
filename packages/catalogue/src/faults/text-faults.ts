import type { TextFacts } from '../fault.ts'
import { type FaultKinds, noWords, quote } from './fault-kind.ts'

/** What can be wrong with the text of a file. */
export const TEXT_FAULTS: FaultKinds<TextFacts['code']> = {
  'yaml-syntax': {
    means: 'The text is no YAML.',
    next: 'Mend the text at this place; look at the indentation and the quotes first.',
    words: ({ cause }) => ({ came: cause }),
  },
  'yaml-tab': {
    means: 'A tab indents a line; YAML allows only spaces there.',
    next: 'Replace the tab with spaces.',
    words: noWords,
  },
  'yaml-tag': {
    means: 'A YAML tag asks for a type that a catalogue does not use.',
    next: 'Remove the tag.',
    words: ({ tag }) => ({ came: `the tag ${tag}`, expected: 'plain values' }),
  },
  'yaml-documents': {
    means: 'The file holds several YAML documents.',
    next: 'Remove the line `---`, or split the file.',
    words: noWords,
  },
  'yaml-merge-key': {
    means: 'The key `<<` merged maps in YAML 1.1; in YAML 1.2 it is a name like any other.',
    next: 'Write the members out, or use an alias for a whole value.',
    words: noWords,
  },
  'alias-cycle': {
    means: 'An alias lies within the value that it names.',
    next: 'Write the value out.',
    words: ({ anchor }) => ({ came: `*${anchor} within &${anchor}` }),
  },
  'alias-unknown': {
    means: 'An alias names no anchor above it.',
    next: 'Set the anchor first, or write the value out.',
    words: ({ anchor }) => ({ came: `*${anchor}`, expected: `&${anchor} somewhere above` }),
  },
  'alias-expansion': {
    means: 'The aliases grow to more values than any catalogue holds.',
    next: 'Write the values out.',
    words: ({ limit }) => ({ expected: `at most ${limit} values` }),
  },
  'json-syntax': {
    means: 'The text is no JSON.',
    next: 'Mend the text at this place; JSON has no comments and no trailing commas.',
    words: ({ came, expected }) => ({ came, expected }),
  },
  'duplicate-key': {
    means: 'A key stands twice in one object.',
    next: 'Rename or remove one of the two.',
    words: ({ key }) => ({ came: `the key ${quote(key)} for the second time` }),
  },
  'key-not-text': {
    means: 'A key is no text.',
    next: 'Write the key as a text.',
    words: ({ came }) => ({ came: `${came} as a key`, expected: 'a text' }),
  },
  'number-changed': {
    means:
      'A number is written in a way that a number cannot keep: zeros before or after it, a plus, an exponent, or too many digits.',
    next: 'Put it in quotes, or write it as it is to be read.',
    words: ({ came, became }) => ({ came: `${came}, which is read as ${became}` }),
  },
  'too-deep': {
    means: 'Values lie deeper in one another than in any catalogue.',
    next: 'Remove the levels that are too many.',
    words: ({ limit }) => ({ expected: `at most ${limit} levels` }),
  },
}
