const LONGEST = 120
const CUTS = String.raw`\??\.(?:slice|substring|substr|charAt|at|split|replace|replaceAll)\([^()]*\)|(?:\?\.)?\[\d+\]`
const CUT = new RegExp(
  String.raw`([\w$.?![\]()]+?)(?:${CUTS})(?:${CUTS}|\??\.(?:trim|toLowerCase|toUpperCase|pop|shift)\(\))*[)\s]*$`,
)

/** The source of the text of which a piece ends here, as `message` does of `message.slice(0, 4)`; `null` for a whole one. */
export function cutBefore(bytes: Buffer, end: number): string | null {
  const text = bytes.toString('latin1', Math.max(0, end - LONGEST), end).trimEnd()
  return text.endsWith(')') || text.endsWith(']') ? (CUT.exec(text)?.[1] ?? null) : null
}
