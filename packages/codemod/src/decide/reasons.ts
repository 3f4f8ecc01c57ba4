/** Why a site stays as it is. The list is closed; the page of each in the docs is made from this table. */
export type Reason =
  | 'origin-unknown'
  | 'not-an-api-error'
  | 'oauth-error'
  | 'other-api'
  | 'api-unknown'
  | 'transport-text'
  | 'platform-text'
  | 'success-body'
  | 'client-text-passes'
  | 'not-the-wording'
  | 'status-phrase'
  | 'no-v2-place'
  | 'mock-computed'
  | 'body-logged'
  | 'body-as-text'
  | 'body-sent-on'
  | 'schema-of-v1'
  | 'text-or-object'
  | 'old-code-unknown'
  | 'mock-used-elsewhere'
  | 'status-shared'
  | 'client-status'
  | 'hidden-in-success'
  | 'success-status'
  | 'body-of-a-delete'
  | 'media-type-compared'
  | 'accept-not-at-hand'
  | 'retry-unsaid'
  | 'retry-not-exact'
  | 'retry-after-unread'
  | 'field-wording'
  | 'field-path-unclear'
  | 'fields-elsewhere'
  | 'lone-sentence'
  | 'no-entry'
  | 'depends-on-hole'
  | 'splits-a-code'
  | 'places-disagree'
  | 'undecided'
  | 'value-extracted'
  | 'compared-with-unknown'
  | 'holds-without-text'
  | 'guarded-by-v1'
  | 'regex-with-state'
  | 'table-used-elsewhere'
  | 'shown-elsewhere'
  | 'shown-of-a-success'
  | 'code-not-carried'
  | 'text-body'
  | 'flow-not-rewritable'
  | 'name-taken'
  | 'whole-body'
  | 'mocked-answer'
  | 'already-migrated'
  | 'group-kept'
  | 'other-file'
  | 'no-code-member'
  | 'client-breaks'
  | 'generated-file'
  | 'ignored'
  | 'would-not-type-check'
  | 'would-not-parse'
  | 'internal-fault'
  | 'component-file'
  | 'not-utf8'
  | 'unreadable'
  | 'not-written'
  | 'does-not-parse'

export interface ReasonPage {
  /** What is so, in one sentence. */
  readonly is: string
  /** What would let the site be rewritten, or why nothing is to be done. */
  readonly unblock: string
  /** There is nothing to migrate: `check` does not count it as work. */
  readonly settled: boolean
}

export const REASONS: Readonly<Record<Reason, ReasonPage>> = {
  'origin-unknown': {
    is: 'A value can reach the test that could not be followed to its source.',
    unblock:
      'The report names the step. Say what that function gives under `sources` in the configuration, or guard the test with a type check of the client library.',
    settled: false,
  },
  'not-an-api-error': {
    is: 'Every value that can reach the test was followed, and none is the wording of an API error.',
    unblock:
      'Nothing is to be done: the test is about a text of the client itself, of the platform or of another library.',
    settled: true,
  },
  'oauth-error': {
    is: 'The text may be an error code of OAuth (`invalid_grant`), which a token endpoint goes on sending as it does.',
    unblock: 'Nothing is to be done where a token endpoint is asked. Elsewhere test the `code` by hand.',
    settled: false,
  },
  'other-api': {
    is: 'The text comes from an API that the configuration does not name.',
    unblock: 'Add its base URL or module under `api` if it is meant.',
    settled: true,
  },
  'api-unknown': {
    is: 'Requests go to several APIs, and nobody can tell whether this one goes to the API that is meant.',
    unblock:
      'Write the base URL as a constant, and name it under `api.baseUrls`; or name the module that sends the request under `api.modules`.',
    settled: false,
  },
  'transport-text': {
    is: 'The text can be one that the client library or the network wrote, and the test may hold for it.',
    unblock: 'Such texts stand for a status or for no answer at all: test the status, or the kind of the error, first.',
    settled: false,
  },
  'platform-text': {
    is: 'An error of the platform can reach the test, and its text may quote anything.',
    unblock: 'Guard the test with the error class of the client library, or move the other call out of the `try`.',
    settled: false,
  },
  'success-body': {
    is: 'The text is read from the body of a response that is no error.',
    unblock: 'In v2 an error is never sent as a success. Move the branch to where the failure surfaces.',
    settled: false,
  },
  'client-text-passes': {
    is: 'A text that the client itself wrote can reach the test, and the test holds for it.',
    unblock: 'Give the two cases tests of their own.',
    settled: false,
  },
  'not-the-wording': {
    is: 'The text is read from a member of the body that holds no wording in any dialect of the catalogue.',
    unblock: 'Add the dialect to the catalogue if the member is meant; otherwise nothing is to be done.',
    settled: false,
  },
  'status-phrase': {
    is: 'In a dialect of the catalogue the member that is tested repeats the name of the status, and errors of other codes have that status, too.',
    unblock:
      'Name the dialects that the API really used under `dialects` in the catalogue, or let the test ask for the status.',
    settled: false,
  },
  'no-v2-place': {
    is: 'A member of the v1 body is read that the contract has no place for.',
    unblock: 'Name a member for it in the contract of the catalogue, or do without it.',
    settled: false,
  },
  'mock-computed': {
    is: 'A part of the body that a test replays is computed.',
    unblock: 'Write the body out, or compute the problem that the server sends now.',
    settled: false,
  },
  'schema-of-v1': {
    is: 'A schema of the v1 body is asked about the answer, which a problem does not pass.',
    unblock:
      'Let the schema describe the problem: `type`, `title`, `code` and `detail` as texts, `status` as a number, `detail` and `errors` optional. The reads behind it move then.',
    settled: false,
  },
  'body-logged': {
    is: 'The whole body of an error is logged; in v2 it has other members, and all of them are written.',
    unblock:
      'Nothing breaks. Whoever searches these logs finds the wording as `detail`, the code as `code`, and the trace id under the name that the contract gives it.',
    settled: true,
  },
  'body-as-text': {
    is: 'The whole body of an error becomes a text.',
    unblock:
      'If somebody reads it, show `body.detail ?? body.title`, and the trace id beside it. If a program parses it, move that to the members of v2.',
    settled: false,
  },
  'body-sent-on': {
    is: 'The whole body of an error is sent on as the answer of this program: whoever asks it gets the members of v2.',
    unblock:
      'Move those clients with this one. Until then send them what they know: `{ message: body.detail ?? body.title, code: body.code }`.',
    settled: false,
  },
  'text-or-object': {
    is: 'The member is a text in one dialect of the catalogue and an object in another, and what the client does with it does not tell which.',
    unblock: 'Name the dialects that the API really used under `dialects` in the catalogue.',
    settled: false,
  },
  'old-code-unknown': {
    is: 'A v1 code is tested, and the catalogue does not say of each of its signs which v1 code came with it.',
    unblock: 'Write the v1 code beside each wording of the catalogue: `- { message: …, code: … }`.',
    settled: false,
  },
  'mock-used-elsewhere': {
    is: 'The body that a test replays is a constant that something else uses too.',
    unblock: 'Give the replayed answer a body of its own.',
    settled: false,
  },
  'status-shared': {
    is: 'In v2 errors that the test is not about have the status that it would have to ask for, and the code of the problem is not at hand.',
    unblock: 'Ask for the `code` of the problem where its body is read.',
    settled: false,
  },
  'client-status': {
    is: 'A number that no answer brought can reach the test of a status, and nobody can tell which.',
    unblock: 'Give errors of the client itself a mark of their own, not a status.',
    settled: false,
  },
  'hidden-in-success': {
    is: 'An error that v1 sent with a status of success has one of an error in v2: it arrives where it never did before.',
    unblock:
      'Treat it where failures surface, before everything else: `if (!response.ok)` and its `code`, or the `catch` round the request. Then take the branch after the success away.',
    settled: false,
  },
  'success-status': {
    is: 'One status of success is asked for by its number, and the catalogue says nothing of successes.',
    unblock:
      'Nothing is to be done while the API goes on sending it. If v2 also answers 201, 202 or 204, ask for `response.ok`, or for `status >= 200 && status < 300`.',
    settled: true,
  },
  'body-of-a-delete': {
    is: 'The body of the answer to a `DELETE` is parsed, and the catalogue does not say whether v2 still sends one.',
    unblock:
      'Nothing is to be done while the API goes on sending it. If v2 answers 204: `const body = response.status === 204 ? null : await response.json()`.',
    settled: true,
  },
  'media-type-compared': {
    is: 'The code asks whether an answer is `application/json`, and v2 sends errors as `application/problem+json`.',
    unblock: 'Ask for both types, then run the tool again: what is read behind the question can move from then on.',
    settled: false,
  },
  'accept-not-at-hand': {
    is: 'The request is to ask for problems, and its headers are not written out here, or its library sets them itself.',
    unblock: 'Add the header where the headers are made:',
    settled: false,
  },
  'retry-unsaid': {
    is: 'A request is sent again after any failure, and the catalogue does not say of each problem whether that helps.',
    unblock: 'Write `retry: never`, `transient` or `after-change` beside each problem of the catalogue.',
    settled: true,
  },
  'retry-not-exact': {
    is: 'A request is sent again after errors that the catalogue says are refusals, and what they are told by is not at hand, or others share it.',
    unblock: 'Let the function that sends the request fail with an error that keeps the body, and ask for its `code`:',
    settled: false,
  },
  'retry-after-unread': {
    is: 'The client says itself how long it waits, and does not look at the `Retry-After` that v2 sends.',
    unblock: 'Wait for as long as the server says, where it says so:',
    settled: false,
  },
  'field-wording': {
    is: 'The text is the wording of one field error, and it is read in a way that `errors[]` has no like of.',
    unblock: 'Look through `errors[]` for the entry with the `path` and the `code`.',
    settled: false,
  },
  'field-path-unclear': {
    is: 'The wording names its field in words and nothing says how its path is spelled, or the client uses the v1 spelling.',
    unblock:
      "Ask for the path beside the wording (`one.field === 'email'`), or for its `path` and `code` in `errors[]`.",
    settled: false,
  },
  'fields-elsewhere': {
    is: 'Another dialect of the catalogue has its field errors in another place or shape; in v2 all lie in one, so the read would get those, too.',
    unblock: 'Name the dialects that the API really used under `dialects` in the catalogue.',
    settled: false,
  },
  'lone-sentence': {
    is: 'A list of sentences is read, and one sentence alone that names no field is the `detail` of the problem, not an entry of `errors[]`.',
    unblock: 'Show the `message` of each entry of `errors[]`, and the `detail` where there is none.',
    settled: false,
  },
  'no-entry': {
    is: 'No sign of the catalogue can have a text for which the test holds.',
    unblock: 'Add the wording to the catalogue if the server still sends it; otherwise the branch is dead.',
    settled: false,
  },
  'depends-on-hole': {
    is: 'Whether the test holds depends on a value inside the wording.',
    unblock:
      'Narrow the hole in the catalogue (`{id:int}`), or read the value from an extension member of the problem.',
    settled: false,
  },
  'splits-a-code': {
    is: 'The test holds for one wording of a code and not for another.',
    unblock: 'The report names both. Give the two wordings codes of their own, or let the test hold for both.',
    settled: false,
  },
  'places-disagree': {
    is: 'Texts of several places can reach the test, or one text changed in several ways, and it holds for other codes at each.',
    unblock: 'Give each place a test of its own.',
    settled: false,
  },
  undecided: {
    is: 'The question could not be decided for some sign.',
    unblock: 'Use a plainer regular expression; the report names the cause.',
    settled: false,
  },
  'value-extracted': {
    is: 'A part of the text is used, not only whether the test holds.',
    unblock: 'Let the problem carry the value as an extension member, and read it there.',
    settled: false,
  },
  'compared-with-unknown': {
    is: 'The wording is compared with a text that is not known here.',
    unblock: 'Compare codes instead: what is on the other side has to become codes too.',
    settled: false,
  },
  'holds-without-text': {
    is: 'Where there is no text, the test comes out as if it had found something: a test of the code would not.',
    unblock:
      "Let the test fail where there is no text (`text?.includes('…')` does, `text?.indexOf('…') !== -1` does not).",
    settled: false,
  },
  'guarded-by-v1': {
    is: 'A condition round the test asks for a member of the v1 body that v2 does not have.',
    unblock: 'Ask for the `code` there too, or drop the condition: a body that has this code is a problem.',
    settled: false,
  },
  'regex-with-state': {
    is: 'The regular expression remembers where it was (`g` or `y`): it gives the same text different answers.',
    unblock: 'Take the flag away: for a test it has no use.',
    settled: false,
  },
  'table-used-elsewhere': {
    is: 'The table of texts is used in other places too.',
    unblock: 'Give this place a table of codes of its own.',
    settled: false,
  },
  'shown-elsewhere': {
    is: 'The same variable is shown or handed on, and no code can be read beside it.',
    unblock: 'Read the code into a variable of its own where the body is at hand.',
    settled: false,
  },
  'shown-of-a-success': {
    is: 'What shows or carries the text does so for a success, too, and nothing there tells the two apart.',
    unblock: 'Ask first whether the request failed (`if (!response.ok)`).',
    settled: false,
  },
  'code-not-carried': {
    is: 'Only the text is handed on from where the body was read; the code does not reach the test.',
    unblock: 'Let the wrapper hand on the body or its code.',
    settled: false,
  },
  'text-body': {
    is: 'The body is read as text and searched.',
    unblock: 'Read it as JSON and test its `code`.',
    settled: false,
  },
  'flow-not-rewritable': {
    is: 'The origin is proved, but the way from the body to the test has a shape that is not rewritten yet.',
    unblock: 'Rewrite it by hand: the report shows the way.',
    settled: false,
  },
  'name-taken': {
    is: 'The names that the rewrite needs are taken in this scope.',
    unblock: 'Rename the other variable.',
    settled: false,
  },
  'whole-body': {
    is: 'The assertion also says what else is in the body, or that nothing else is: v2 has other members.',
    unblock: 'Assert on the `code` alone (`toMatchObject({ code })`), and on the other members where v2 has them.',
    settled: false,
  },
  'mocked-answer': {
    is: "The test puts an answer of its own in place of the server's, in the v1 shape.",
    unblock: 'Let the mock answer with the problem that v2 sends, and the assertion ask for its `code`.',
    settled: false,
  },
  'already-migrated': {
    is: 'The test asks for something that v2 sends as it is.',
    unblock: 'Nothing is to be done.',
    settled: true,
  },
  'group-kept': {
    is: 'Another site of the same producer has to stay, and both change or neither.',
    unblock: 'See the other site.',
    settled: false,
  },
  'no-code-member': {
    is: 'The contract of the catalogue has no member for the code, or one that cannot be read by a name.',
    unblock: 'Name a `code` in the contract, or test the `type` of the problem by hand.',
    settled: false,
  },
  'other-file': {
    is: 'Another file has to change together with this one, and jscodeshift hands over one file at a time.',
    unblock: 'Run `problemshift-codemod run`, which changes both or neither.',
    settled: false,
  },
  'client-breaks': {
    is: 'The client, or its library, does not parse `application/problem+json`.',
    unblock: 'Let the adapter answer `application/json` to this client, or let the client parse that type, too.',
    settled: false,
  },
  'generated-file': {
    is: 'A tool wrote the file; an edit would be lost.',
    unblock: 'Generate it again from the v2 description.',
    settled: false,
  },
  ignored: {
    is: 'A comment beside the site says that it stays.',
    unblock: 'Remove the comment when its reason is gone.',
    settled: true,
  },
  'would-not-type-check': {
    is: 'The rewrite brought a new type error, so it was taken back.',
    unblock: 'Give the type of the body a `code` member.',
    settled: false,
  },
  'would-not-parse': {
    is: 'The rewritten file did not parse, so it was taken back.',
    unblock: 'Please report it: this is a fault of the tool.',
    settled: false,
  },
  'internal-fault': {
    is: 'The tool itself failed on this site; it was left as it is.',
    unblock: 'Please report it: this is a fault of the tool.',
    settled: false,
  },
  'component-file': {
    is: 'A Vue, Svelte or Astro file holds words of the catalogue; such files are not read yet.',
    unblock: 'Look for yourself: the report names the lines that hold them.',
    settled: false,
  },
  'not-utf8': {
    is: 'The file holds words of the catalogue and is not valid UTF-8: a rewrite would lose bytes.',
    unblock: 'Save it as UTF-8.',
    settled: false,
  },
  'not-written': {
    is: 'A file that has to change could not be written, so all that change together stay as they were.',
    unblock: 'See the message on stderr, and run again.',
    settled: false,
  },
  unreadable: {
    is: 'The file could not be read.',
    unblock: 'See its permissions.',
    settled: false,
  },
  'does-not-parse': {
    is: 'The file holds words of the catalogue and is no TypeScript, JavaScript or Flow that can be read.',
    unblock: 'Correct it.',
    settled: false,
  },
}
