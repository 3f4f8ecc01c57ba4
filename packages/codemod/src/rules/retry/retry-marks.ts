const NAMED = /retr(?:y|ies)|attempt|\btries\b|backoff/i
// A loop that begins with a `try`, or ends when an answer is ok. Of a list each element is asked once.
const LOOPED =
  /\b(?:for\s*\([^{};]{0,120};|while\s*\()[^{}]{0,120}\)\s*\{\s*try\b|\bdo\s*\{|\bwhile\s*\([^{}]{0,80}\.ok\b/

/** Whether something in a file may be asked again after a failure, by its text. */
export function mayAskAgain(text: string): boolean {
  return NAMED.test(text) || LOOPED.test(text)
}
