import type { Command, Flag } from './command.ts'

const CATALOGUE: Flag = {
  name: 'catalogue',
  value: '<file>',
  about: 'The catalogue. Left out: the errors.catalogue.* of the working directory.',
}

const CHECK: Command = {
  name: 'check',
  about: 'Checks the catalogue and shows every fault at once.',
  usage: 'check [file or folder…] [options]',
  words: Number.POSITIVE_INFINITY,
  flags: [CATALOGUE, { name: 'format', value: '<format>', about: 'How faults are written.', oneOf: ['text', 'json'] }],
  examples: [
    ['% check', 'Checks the errors.catalogue.* of the working directory.'],
    ['% check services/*/errors.catalogue.yaml', 'Checks several.'],
    ['% check --format json', 'For another program: version, files, faults, summary.'],
  ],
  notes: ['Exit code 0: no faults. 1: faults. 2: wrong call, or a file that cannot be read.'],
  load: async () => (await import('./commands/check.ts')).check,
}

const CODES: Command = {
  name: 'codes',
  about: 'Writes a typed module of the codes for clients: the union of codes, constants, and the guard isProblem.',
  usage: 'codes [options]',
  words: 0,
  flags: [
    CATALOGUE,
    {
      name: 'output-file',
      value: '<file>',
      about: 'Where it goes; .js and .d.ts choose the format. Left out: stdout.',
    },
    {
      name: 'format',
      value: '<format>',
      about: 'TypeScript, JavaScript, or declarations.',
      oneOf: ['ts', 'js', 'dts'],
    },
  ],
  examples: [
    ['% codes --output-file src/api/problems.ts', "Then: if (isProblem(body, 'loan_not_found')) …"],
    ['% codes -o problems.js && % codes -o problems.d.ts', 'For a client in JavaScript, with types beside it.'],
  ],
  notes: ['The module imports nothing and compiles under strict. A file that is up to date is not touched.'],
  load: async () => (await import('./commands/codes.ts')).codes,
}

const PAGES: Command = {
  name: 'pages',
  about: 'Writes a page for each type, and an index with a search: what a type URI should show.',
  usage: 'pages [code…] [options]',
  words: Number.POSITIVE_INFINITY,
  flags: [
    CATALOGUE,
    { name: 'output-dir', value: '<folder>', about: 'Where the pages go. Left out: stdout.' },
    { name: 'format', value: '<format>', about: 'Left out: both.', oneOf: ['html', 'markdown'] },
  ],
  examples: [
    ['% pages --output-dir docs/errors', 'All pages, as HTML and Markdown; each works by itself, also from file://.'],
    ['% pages loan_not_found', 'One page as Markdown, to stdout.'],
  ],
  notes: ['The HTML needs no server and loads nothing.'],
  load: async () => (await import('./commands/pages.ts')).pages,
}

const MATCH: Command = {
  name: 'match',
  about: 'Shows what becomes of a v1 wording or body: its entry, the values of its holes, and the v2 problem.',
  usage: 'match <wording> [options]  or  match - [options] < body',
  words: 1,
  flags: [
    CATALOGUE,
    { name: 'body', value: null, about: 'The word is a whole v1 body, not a wording.' },
    { name: 'status', value: '<status>', about: 'The status of the v1 response. Left out: not known.' },
    { name: 'code', value: '<code>', about: 'The machine code of the v1 body.' },
    { name: 'route', value: '<route>', about: 'The route that answered, as in "GET /loans/:id".' },
    { name: 'dialect', value: '<name>', about: 'The shape of the v1 body.' },
    { name: 'language', value: '<tag>', about: 'The language that the wording is in, as in pt-BR.' },
    { name: 'format', value: '<format>', about: 'How the answer is written.', oneOf: ['text', 'json'] },
  ],
  examples: [
    ['% match "Loan 42 not found"', 'By the wording alone.'],
    ['% match "Not found" --status 404 --route "GET /loans/:id"', 'For a sign that is narrowed.'],
    ['% match --code LOAN_404', 'By the machine code alone.'],
    ['curl -s $API/loans/42 | % match - --status 404', 'A whole body of any shape, read as the adapter reads it.'],
  ],
  notes: ['Exit code 0: one entry matches. 1: none, or several. 2: wrong call or faulty catalogue.'],
  load: async () => (await import('./commands/match.ts')).matchText,
}

const TEST: Command = {
  name: 'test',
  about: "Shows for which codes a client's test of the wording holds: the question that the codemod asks.",
  usage: 'test <expression> [options]',
  words: 1,
  flags: [
    CATALOGUE,
    { name: 'fields', value: null, about: 'Ask about the wordings of errors[] instead.' },
    { name: 'status', value: '<status>', about: 'Only errors of this status reach the test.' },
    { name: 'language', value: '<tag>', about: 'Only wordings of this language reach the test.' },
    { name: 'dialect', value: '<name>', about: 'Only bodies of this shape reach the test.' },
    { name: 'format', value: '<format>', about: 'How the answer is written.', oneOf: ['text', 'json'] },
  ],
  examples: [
    [`% test 'message.includes("not found")'`, 'The codes that say the same, or why none do.'],
    ["% test '/^Loan \\d+/i'", 'A regular expression alone is tested as it stands.'],
    [`% test 'message.toLowerCase() === "copy on loan"' --format json`, 'With a witness for every sign.'],
  ],
  notes: [
    'Each verdict is a proof: always and never hold for all messages of a sign; sometimes comes with a message for which the test holds and one for which it does not.',
    'Exit code 0: there is an exact set of codes. 1: there is none, with the reason. 2: wrong call or faulty catalogue.',
  ],
  load: async () => (await import('./commands/test.ts')).testText,
}

/** All commands, in the order in which a person needs them. */
export const COMMANDS: readonly Command[] = [CHECK, CODES, PAGES, MATCH, TEST]
