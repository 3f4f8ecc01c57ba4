const FORM = 'application/x-www-form-urlencoded'
const PAIRS = /^[\w.[\]-]{1,60}=[^\s&=]{0,2000}(?:&[\w.[\]-]{1,60}=[^\s&=]{0,2000}){1,60}$/
const TELLS = /(?:^|[&_])(?:error|message|msg|l_errorcode0)[\w.]{0,40}=/i

/** Whether a body is a form: by its label, or as plain text by nothing but pairs of which one names an error. */
export function isForm(text: string, media: string | null): boolean {
  if (media !== FORM && !(media === 'text/plain' || media === null)) return false
  if (!text.includes('=') || !text.includes('&') || text.length > 16_384) return false
  const trimmed = text.trim()
  return PAIRS.test(trimmed) && (media === FORM || TELLS.test(trimmed))
}

/** The pairs as a value: `error=closed&error_description=Loan+7+is+closed`. */
export function readForm(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(text.trim()))
}
