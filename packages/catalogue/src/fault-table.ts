import type { FaultCode } from './fault.ts'

/** What a kind of fault means, and what to do about it; the reference page is made from this. */
export interface FaultMeaning {
  readonly means: string
  readonly next: string
}

/** Every kind of fault. */
export const FAULTS: { readonly [Code in FaultCode]: FaultMeaning } = {
  'file-missing': { means: 'There is no such file.', next: 'Check the path, or create the catalogue there.' },
  'file-unreadable': { means: 'The file is there and cannot be read.', next: 'Give the process the right to read it.' },
  'file-is-directory': { means: 'The path names a directory.', next: 'Name the catalogue file in it.' },
  'file-kind': {
    means: 'The extension of the file is none that a catalogue has.',
    next: 'Rename the file to one of them.',
  },
  'file-too-large': {
    means: 'The file is larger than any catalogue is.',
    next: 'Check that it is the catalogue; if so, split the API that it describes.',
  },
  'file-empty': { means: 'The file holds nothing.', next: 'Write `type` and `problems` into it.' },
  'file-encoding': { means: 'The file is no UTF-8 text.', next: 'Save it as UTF-8.' },
  'module-throws': {
    means: 'The module threw an error while it was loaded.',
    next: 'Mend the module: the cause is its own.',
  },
  'module-export': {
    means: 'The module exports no catalogue.',
    next: 'Export the definition as default or under the name `catalogue`.',
  },
  'yaml-syntax': {
    means: 'The text is no YAML.',
    next: 'Mend the text at this place; check indentation and quotes first.',
  },
  'yaml-tab': { means: 'A tab indents a line; YAML allows spaces only.', next: 'Replace the tab with spaces.' },
  'yaml-tag': { means: 'A YAML tag asks for a type that a catalogue does not use.', next: 'Remove the tag.' },
  'yaml-documents': {
    means: 'The file holds several YAML documents.',
    next: 'Remove the line `---`, or split the file.',
  },
  'yaml-merge-key': {
    means: 'The key `<<` merges maps in old YAML only; here it would be a name.',
    next: 'Write the members out, or use an alias for a whole value.',
  },
  'alias-cycle': { means: 'An alias lies within the value that it names.', next: 'Write the value out.' },
  'alias-unknown': {
    means: 'An alias names no anchor above it.',
    next: 'Set the anchor first, or write the value out.',
  },
  'alias-expansion': {
    means: 'The aliases grow to more values than any catalogue holds.',
    next: 'Write the values out.',
  },
  'json-syntax': { means: 'The text is no JSON.', next: 'Mend the text at this place.' },
  'duplicate-key': { means: 'A key stands twice in one object.', next: 'Rename or remove one of the two.' },
  'key-not-text': { means: 'A key is no text.', next: 'Write the key as a text.' },
  'too-deep': {
    means: 'Values lie deeper in one another than in any catalogue.',
    next: 'Remove the levels that are too many.',
  },
  'unknown-key': { means: 'A key is none that belongs here.', next: 'Correct or remove the key.' },
  'missing-key': { means: 'A key that must be here is not.', next: 'Add the key.' },
  'wrong-type': {
    means: 'A value is of the wrong kind.',
    next: 'Write a value of the expected kind; put a text in quotes.',
  },
  'not-one-of': { means: 'A text is none of those that may stand here.', next: 'Write one of them.' },
  'out-of-range': { means: 'A number is too small or too large.', next: 'Write a number within the limits.' },
  'bad-name': { means: 'A name has characters that it may not have.', next: 'Write a name of the expected form.' },
  'reserved-name': {
    means: 'Every JavaScript object inherits a member of this name, so that look-ups in clients would find it unasked.',
    next: 'Choose another name.',
  },
  'text-empty': { means: 'A text is empty.', next: 'Write the text, or remove the key.' },
  'value-empty': {
    means: 'A list or an object that must hold something is empty.',
    next: 'Fill it, or remove the key.',
  },
  'item-repeated': { means: 'An item stands twice in one list.', next: 'Remove one of the two.' },
  'not-data': {
    means: 'A value is nothing that JSON could say.',
    next: 'Write a text, a number, true, false, a list or an object.',
  },
  'value-cycle': { means: 'A value lies within itself.', next: 'Write the value out.' },
  'bad-template': { means: 'A wording is no template.', next: 'Correct the hole; write a brace that is text as {{.' },
  'hole-unknown': {
    means: '`detail` or `extensions` names a hole that no wording of the entry has.',
    next: 'Correct the name, or give a wording that hole.',
  },
  'extension-reserved': {
    means: 'An extension would overwrite a member of the contract.',
    next: 'Rename the hole in the wordings and in `extensions`.',
  },
  'member-taken': { means: 'Two things of the contract have one member.', next: 'Give one of them another name.' },
  'code-taken': { means: 'Two codes differ in letter case alone.', next: 'Rename or join the two entries.' },
  'type-template': {
    means: 'The type is no URI template.',
    next: 'Correct it at this place; `code` is the only variable.',
  },
  'type-relative': {
    means: 'The type is not absolute.',
    next: 'Begin it with https:// and a host, or with another scheme.',
  },
  'type-without-code': {
    means: 'Every problem would have the same type, and the contract asks for one each.',
    next: 'Put {code} into the template, or set `type: fixed` in the contract.',
  },
  'type-taken': { means: 'Two entries have one type.', next: 'Give one of them another type, or join the entries.' },
  'type-two-statuses': {
    means: 'One type has two statuses.',
    next: 'Give the entries the same status, or different types.',
  },
  'sign-claimed-twice': {
    means: 'A sign stands twice.',
    next: 'Remove one of the two, or narrow it by status, route or dialect.',
  },
  'sign-shadowed': {
    means: 'A broader sign of the same entry already recognises everything that this one does.',
    next: 'Remove one of the two.',
  },
  'signs-overlap': {
    means: 'Two entries can recognise the same error, and neither is narrower.',
    next: 'Narrow one of the two by status, route or dialect, or make the wordings differ.',
  },
  'pattern-slow': {
    means: 'A pattern can take time out of proportion to the length of a message.',
    next: 'Write it so that no text can be matched in two ways.',
  },
  'language-missing': { means: 'A text is not given in all languages.', next: 'Add the missing languages.' },
  'language-unlisted': {
    means: 'A text is given in a language that `languages` does not list.',
    next: 'List it, or remove the text.',
  },
  'language-unknown': { means: 'The tag is no BCP 47 language tag.', next: 'Write a tag such as en or pt-BR.' },
  'generic-code-reused': {
    means: 'An entry has the generic code of another status.',
    next: 'Use the code at its own status, or choose another.',
  },
  'dialect-unknown': {
    means: 'There is no such dialect.',
    next: 'Correct the name, or declare the dialect under `dialects`.',
  },
  'dialect-unlisted': {
    means: 'The catalogue does not use the dialect that a sign asks for, so that the sign can never be found.',
    next: 'Add it to `dialects`, or remove it from the sign.',
  },
  'dialect-taken': { means: 'A dialect of your own has a name that is taken.', next: 'Choose another name.' },
}
