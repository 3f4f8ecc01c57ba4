// Cost follows the sites: a name says early that it is about something else, and tracing it would tell the same. What has no
// such name is looked at by what it is.
const SPEAKS = /mess|msg|err|detail|reason|text|title|body|data|resp|desc|fault|cause/i
const HOLDS =
  /re(?:s|sp|sponse|sult|ply|ason)?$|res|data|body|json|err|ex|fail|fault|problem|payload|cause|answer|^e$|^x$|info|detail|content/i

/** Whether an expression as it is written speaks of a message. */
export function speaksOfErrors(text: string): boolean {
  return SPEAKS.test(text)
}

/** Whether the name of a member alone says that it is of an error: much else has a `code`, a `title` or a `value`. */
export function speaksOfFailure(member: string): boolean {
  return /mess|msg|err|detail|reason|fault|trace|request_?id|correlation|debug|hint|doc/i.test(member)
}

/** Whether a name may stand for a body, or for what holds one. */
export function mayNameBody(name: string): boolean {
  return HOLDS.test(name)
}
