/**
 * Cuts a text into its sentences, each with its mark and the white space behind it: joined they are the text again. A
 * sentence ends at a line's end, at a mark with a blank behind it, or where the next one starts right behind
 * (`this resource.Server unable …`).
 */
export function splitSentences(text: string): readonly string[] {
  const found: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at += 1) {
    if (!endsSentence(text, at)) continue
    let next = at + 1
    while (next < text.length && isSpace(text[next])) next += 1
    found.push(text.slice(start, next))
    start = next
    at = next - 1
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

const NEXT_SENTENCE = /[A-Z][a-z]{1,30}\s/y

function endsSentence(text: string, at: number): boolean {
  const char = text[at]
  if (char === '\n') return true
  if (char !== '.' && char !== '!' && char !== '?') return false
  if (isSpace(text[at + 1])) return true
  NEXT_SENTENCE.lastIndex = at + 1
  return NEXT_SENTENCE.test(text)
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\n' || char === '\r' || char === '\t'
}
