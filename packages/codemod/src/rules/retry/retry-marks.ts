const NAMED = /retr(?:y|ies)|attempt|\btries\b|backoff/i
// A loop that begins with a `try`, or ends when an answer is ok.
const LOOPED = /\b(?:for|while)\s*\([^{}]{0,120}\)\s*\{\s*try\b|\bdo\s*\{|\bwhile\s*\([^{}]{0,80}\.ok\b/

/** Whether something in a file may be asked again after a failure, by its text. */
export function mayAskAgain(text: string): boolean {
  return NAMED.test(text) || LOOPED.test(text)
}
