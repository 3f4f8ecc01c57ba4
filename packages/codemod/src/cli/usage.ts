import { RULES } from '../rules/rule-names.ts'

/** What a user got wrong, with what to do: printed on stderr, exit 2. */
export class UsageError extends Error {
  readonly code: UsageCode
  constructor(code: UsageCode, message: string) {
    super(message)
    this.name = 'UsageError'
    this.code = code
  }
}

export type UsageCode =
  | 'unknown-command'
  | 'unknown-flag'
  | 'bad-value'
  | 'not-yet'
  | 'no-catalogue'
  | 'bad-catalogue'
  | 'bad-config'
  | 'bad-baseline'
  | 'no-such-path'
  | 'no-such-site'
  | 'no-verification'
  | 'no-such-revision'

export const HELP = `problemshift-codemod: moves client code from the wording of API errors to their codes

  problemshift-codemod plan  [paths...]     show what would change; writes nothing
  problemshift-codemod run   [paths...]     rewrite what is proved
  problemshift-codemod check [paths...]     for CI: exit 1 while a message read is left
  problemshift-codemod explain <site id>    one site's whole story
  problemshift-codemod verify [file]        play your functions before and after; needs recorded v1 answers
  problemshift-codemod init                 write a problemshift.config.yaml from what is here

  --catalogue <file>     the error catalogue (or "catalogue" in the configuration)
  --config <file>        default: problemshift.config.{yaml,yml,json,ts,mts,mjs,js} in this folder
  --format <name>        text (default), json, jsonl, sarif, markdown, github
  --output-file <file>   write the report there instead of stdout
  --include <glob>       only these files; may be given several times
  --ignore <glob>        not these files; may be given several times
  --no-gitignore         look at files that git ignores too
  --only <rule,...>      only these rules (${RULES.join(', ')}),
                         or forms of branch
  --accept               let requests ask for problems: the API is negotiated
  --max-kept <n>         check: how many message reads may be left
  --baseline <file>      check: leave out the sites that this file names
  --update-baseline      check: write into that file what is left now
  --allow-dirty          run: change files although the work tree has changes
  --before <ref>         verify: the client as it was, a revision of git or a folder (default: HEAD)
  --server <url>         verify: a running v1 server, instead of the recorded answers; with --against
  --against <url>        verify: the v2 server to hold it against
  --jobs <n>             verify: at most so many programs at a time; all else is done in one thread
  --timings              tell on stderr how long each stage took
  --no-progress, --no-color, --quiet, --verbose, --help, --version

exit codes: 0 done; 1 check found work, verify a difference; 2 bad usage, configuration or catalogue; 3 some files failed;
            4 refused by a guard (dirty work tree, a configuration that is there); 130 interrupted
`
