import type { LawFacts, PatternReason } from '../fault.ts'
import type { TemplateFault } from '../message-template.ts'
import { type FaultKinds, oneOf, quote, suggest } from './fault-kind.ts'

/** What can be wrong between values. */
export const LAW_FAULTS: FaultKinds<LawFacts['code']> = {
  'bad-template': {
    means: 'A wording is no template.',
    next: 'Correct the hole; write {{ for a brace that is text.',
    words: ({ reason, at, came }) => ({
      came: `${quote(came)} at character ${at + 1}`,
      expected: TEMPLATE_RULES[reason],
    }),
  },
  'hole-unknown': {
    means: '`detail` or `extensions` names a hole that no wording of the entry has.',
    next: 'Correct the name, or give a wording that hole.',
    words: ({ hole, known, nearest }) => ({
      came: `the hole ${quote(hole)}`,
      expected: known.length === 0 ? 'no hole, since the wordings have none' : oneOf(known),
      next: suggest(nearest),
    }),
  },
  'extension-reserved': {
    means: 'An extension would overwrite a member of the contract.',
    next: 'Rename the hole in the wordings and in `extensions`.',
    words: ({ member }) => ({ came: quote(member), expected: 'a member that the contract does not use' }),
  },
  'member-taken': {
    means: 'Two things of the contract have the same member.',
    next: 'Give one of them another name.',
    words: ({ member }) => ({ came: `${quote(member)} for the second time` }),
  },
  'code-taken': {
    means: 'Two codes differ in letter case alone.',
    next: 'Rename one of the two, or join the entries.',
    words: ({ name }) => ({ came: `${quote(name)} again, but for the letter case` }),
  },
  'type-template': {
    means: 'The type is no URI template (RFC 6570), or one with another variable than `code`.',
    next: 'Correct it at this place.',
    words: ({ came, at, expected }) => ({ came: `${quote(came)} at character ${at + 1}`, expected }),
  },
  'type-relative': {
    means: 'The type is not absolute.',
    next: 'Begin it with https:// and a host, or with another scheme such as urn:.',
    words: ({ came }) => ({ came: quote(came), expected: 'an absolute URI' }),
  },
  'type-without-code': {
    means: 'Every problem would have the same type, and the contract asks for one each.',
    next: 'Put {code} into the template, or set `type: fixed` in the contract.',
    words: ({ came }) => ({ came: quote(came), expected: 'a template with {code} in it' }),
  },
  'type-taken': {
    means: 'Two entries have the same type.',
    next: 'Give one of them another type, or join the entries.',
    words: ({ type }) => ({ came: `${quote(type)} for the second time`, expected: 'a type of its own' }),
  },
  'type-two-statuses': {
    means: 'One type has two statuses.',
    next: 'Give the entries different types.',
    words: ({ type, statuses }) => ({
      came: `${quote(type)} with ${statuses[0]} and ${statuses[1]}`,
      expected: 'one status for one type',
    }),
  },
  'sign-claimed-twice': {
    means: 'One sign stands in two entries, or twice in one.',
    next: 'Remove one of the two, or narrow it by status, route or dialect.',
    words: ({ codes }) => ({
      came: codes[0] === codes[1] ? `the same sign twice in ${codes[0]}` : `one sign for ${codes[0]} and ${codes[1]}`,
    }),
  },
  'sign-shadowed': {
    means: 'A broader sign of the same entry already recognises everything that this one does.',
    next: 'Remove one of the two.',
    words: ({ by }) => ({ came: `a sign that adds nothing to ${by}` }),
  },
  'sign-claims-success': {
    means: 'A sign asks for a status that is no error, and for nothing in the body: it would take every success.',
    next: 'Add the wording or the code that v1 sends with it.',
    words: ({ status }) => ({ came: `status ${status} alone`, expected: 'a message or a code beside it' }),
  },
  'signs-overlap': {
    means: 'Two entries can recognise the same error, and neither of their signs is narrower.',
    next: 'Narrow one of the two by status, route or dialect, or make the wordings differ.',
    words: ({ witness, codes }) => ({
      came: `${witness === null ? 'one error' : quote(witness)} is both ${codes[0]} and ${codes[1]}`,
      expected: 'one entry for one error',
    }),
  },
  'pattern-slow': {
    means: 'A pattern can take time out of proportion to the length of a message.',
    next: 'Write it so that no text can be matched in two ways.',
    words: ({ pattern, came }) => ({
      came: `${quote(came)} in /${pattern}/`,
      expected: 'a pattern that matches each text in one way',
    }),
  },
  'bad-pattern': {
    means: 'The pattern of a hole is nothing that a hole may hold.',
    next: 'Write a pattern without it.',
    words: ({ reason, pattern, came }) => ({
      came: came === pattern ? `/${pattern}/` : `${quote(came)} in /${pattern}/`,
      expected: PATTERN_RULES[reason],
    }),
  },
  'language-missing': {
    means: 'A text is not given in all languages.',
    next: 'Add the missing languages.',
    words: ({ languages }) => ({ came: `no text for ${languages.join(', ')}` }),
  },
  'language-unlisted': {
    means: 'A text is given in a language that `languages` does not list.',
    next: 'List it, or remove the text.',
    words: ({ language, known }) => ({ came: language, expected: oneOf(known) }),
  },
  'language-repeated': {
    means: 'One language is written in two ways.',
    next: 'Remove one of the two texts.',
    words: ({ language }) => ({ came: `${language} for the second time` }),
  },
  'generic-code-reused': {
    means: 'An entry has the generic code of another status.',
    next: 'Use the code at its own status, or choose another.',
    words: ({ name, status, own }) => ({
      came: `${name} with ${status}`,
      expected: `${own}, the status that it stands for`,
    }),
  },
  'dialect-unknown': {
    means: 'There is no such dialect.',
    next: 'Correct the name, or declare the dialect under `dialects`.',
    words: ({ dialect, known, nearest }) => ({
      came: quote(dialect),
      expected: oneOf(known),
      next: suggest(nearest),
    }),
  },
  'dialect-unlisted': {
    means: 'The catalogue does not use the dialect that a sign asks for, so that the sign can never be found.',
    next: 'Add it to `dialects`, or remove it from the sign.',
    words: ({ dialect, known }) => ({ came: quote(dialect), expected: oneOf(known) }),
  },
  'dialect-taken': {
    means: 'A dialect of your own has a name that is taken.',
    next: 'Choose another name.',
    words: ({ dialect }) => ({ came: quote(dialect), expected: 'a name that no other dialect has' }),
  },
}

const PATTERN_RULES: Readonly<Record<PatternReason, string>> = {
  'pattern-syntax': 'a JavaScript regular expression',
  'pattern-too-large': 'a pattern of at most 500 characters and 500 states',
  'pattern-look-around': 'a pattern without look-ahead and look-behind',
  'pattern-anchor': 'a pattern without ^, $ and \\b: the template says what stands around the hole',
  'pattern-back-reference': 'a pattern without back-references',
  'pattern-named-group': 'a pattern without named groups: the hole has the name',
  'pattern-empty': 'a pattern that does not match the empty text',
  'pattern-nothing': 'a pattern that matches some text',
  'pattern-line-break': 'a pattern that matches no line break',
}

const TEMPLATE_RULES: Readonly<Record<TemplateFault['code'], string>> = {
  'template-empty': 'a text with something in it',
  'hole-unclosed': 'a closing brace',
  'hole-name': 'a name of letters, digits and underscores, as in {id}',
  'hole-type': 'int, uuid, word, email or /a pattern/ after the colon',
  'hole-repeated': 'each hole once',
  'holes-adjacent': 'a text between two holes',
  'hole-pattern': 'a JavaScript regular expression',
}
