import type { LeakRule } from './leak-rule.ts'

/** Stack traces and the lines around them. */
export const STACK: LeakRule = {
  kind: 'stack',
  hint: /\bat |:in [`'"]|\.erl:|call stack|Traceback|File "|trace|#\d+ |goroutine|panic|\+0x|\.exs?:|rust_|\.{3} \d|\*\* \(|thrown in/i,
  patterns: [
    // JS: `at settle (/srv/app/axios.cjs:1967:12)`, `at file:///srv/app/server.mjs:6:31`
    /\bat (?:(?:async |new )?[\w$.<>[\] #]{1,120} \()?[^\s()]{1,300}:\d{1,7}:\d{1,7}\)?/g,
    /\bat (?:async |new )?[\w$.<>[\] #]{1,120} \((?:<anonymous>|native|index \d+)\)/g,
    // Java, Kotlin, Scala: `at org.apache.X.y(Z.java:7)`
    /\bat [\w$.<>/@-]{3,200}\((?:[\w$-]{1,80}\.(?:java|kt|scala|groovy|clj)(?::\d{1,7})?|Native Method|Unknown Source)\)/g,
    /\.{3} \d{1,4} (?:common frames omitted|more)\b/g,
    // .NET: `at Shop.Api.Orders.Get(Int32 id) in D:\build\Orders.cs:line 41`
    /\bat (?:[\w`<>+]{1,100}\.){1,12}[\w`<>+[\],]{1,100}\([^()\n]{0,300}\)(?: in [^\n]{1,300}:line \d{1,7})?/g,
    /--- End of (?:inner exception )?stack trace/g,
    // Python
    /Traceback \(most recent call last\)/g,
    /File "[^"\n]{1,300}", line \d{1,7}/g,
    // PHP
    /#\d{1,3} (?:\S{1,300}\(\d{1,7}\): |\{main\}|\[internal function\])/g,
    /\bthrown in \S{1,300} on line \d{1,7}/g,
    // Ruby: `/srv/app/loan.rb:12:in 'find'`
    /[^\s:]{1,300}:\d{1,7}:in [`'"]/g,
    // Go
    /\bgoroutine \d{1,9} \[[a-z ,\d]{1,40}\]/g,
    /\bpanic: /g,
    /\S{1,300}\.go:\d{1,7} \+0x[\da-f]{1,16}/g,
    // Rust
    /\bthread '[^'\n]{1,100}' panicked at\b/g,
    /\b(?:rust_begin_unwind|rust_panic|core::panicking)\b/g,
    // Elixir and Erlang
    /\*\* \((?:[A-Z][\w.]{1,100}|exit|throw|EXIT[^)]{0,40})\)/g,
    /\([a-z_]{1,60} \d[\w.-]{0,20}\) (?:lib|src|deps)\/\S{1,200}\.e(?:xs?|rl):\d{1,7}/g,
    // Perl
    /\bat \S{1,300}\.p[lm] line \d{1,7}/g,
    /\b(?:stack ?trace|stack backtrace|call stack|framework trace|application trace|full trace)\s?:/gi,
  ],
}
