import { LEAK_RULES } from './leaks/leak-rules.ts'
import { splitSentences } from './leaks/split-sentences.ts'
import type { Leak, LeakKind } from './legacy-error.ts'

/** A longer text is a dump, and no sentence to save. */
const MAX_SENTENCE = 16_384
/** As much of a text as is searched; all of it is searched where it is shorter. */
const MAX_SEARCHED = 256 * 1024
/** So many of one pattern tell enough. */
const MAX_OF_ONE = 50

// Colours of terminals, control characters, and the two marks that turn a text round.
const UNPRINTED = /\u001b\[[\d;]{0,20}[A-Za-z]|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202d\u202e]/g

interface Span {
  readonly kind: LeakKind
  readonly start: number
  readonly end: number
}

/** What in a text must not leave the server, in the order in which it stands. Linear in the length of the text. */
export function findLeaks(text: string): readonly Leak[] {
  return findSpans(text.slice(0, MAX_SEARCHED)).map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) }))
}

/**
 * A sentence without what must not leave: without the stack behind it, the class in front of it, brackets and whole
 * sentences that tell too much. `null` where nothing is left that would help a client. A sentence without leaks comes
 * back as it was, but for control characters.
 */
export function scrub(text: string): string | null {
  if (text.length > MAX_SENTENCE) return null
  const plain = text.replace(UNPRINTED, '').trim()
  const spans = findSpans(plain)
  if (spans.length === 0) return plain === '' ? null : plain
  const head = withoutStack(plain, spans)
  const rest = head === plain ? plain : head
  const kept = keepSentences(withoutAside(withoutPlace(withoutClass(rest))))
  return isSentence(kept) && findSpans(kept).length === 0 ? kept : null
}

// A sentence is asked about when it is read, scrubbed and written, each time by somebody else.
let lastText = ''
let lastSpans: readonly Span[] = []

function findSpans(text: string): readonly Span[] {
  if (text !== lastText) {
    lastSpans = searchSpans(text)
    lastText = text
  }
  return lastSpans
}

function searchSpans(text: string): readonly Span[] {
  const found: Span[] = []
  for (const { kind, hint, patterns } of LEAK_RULES) {
    if (!hint.test(text)) continue
    for (const pattern of patterns) collect(kind, pattern, text, found)
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end)
}

// `exec` on the pattern itself: `matchAll` makes a copy of it first, which costs more than most searches.
function collect(kind: LeakKind, pattern: RegExp, text: string, found: Span[]): void {
  pattern.lastIndex = 0
  for (let left = MAX_OF_ONE; left > 0; left -= 1) {
    const match = pattern.exec(text)
    if (match === null) return
    found.push({ kind, start: match.index, end: match.index + match[0].length })
  }
}

// In a Python traceback the sentence comes last and is a programmer's; elsewhere it comes first.
function withoutStack(text: string, spans: readonly Span[]): string {
  const first = spans.find(span => span.kind === 'stack')
  if (first === undefined) return text
  return text
    .slice(0, first.start)
    .replace(THROWN, '')
    .replace(/[\s([:,-]{1,8}$/, '')
    .trim()
}

// With a stack behind it, any class in front is the thrown one: `ForbiddenError: Only owners may …`
const THROWN = /^(?:Uncaught )?[\w$.\\:]{0,200}(?:Error|Exception|Fault)(?: \[\w{1,80}\])?(?: \(\w{1,80}\))?:\s+/
const CLASS_IN_FRONT = /^(?:Uncaught )?(?:[\w$.\\]|::){2,200}:\s+/

function withoutClass(text: string): string {
  const front = CLASS_IN_FRONT.exec(text)?.[0]
  if (front === undefined || !findSpans(front).some(span => span.kind === 'class')) return text
  return text.slice(front.length)
}

// ` in /srv/app/db.php on line 7`
const PLACE =
  /[\s,]{1,3}\(?(?:in|at|from|thrown in) \S{1,300}?(?: on line \d{1,7}|,? line \d{1,7}|:\d{1,7}(?::\d{1,7})?)\)?\.?$/

function withoutPlace(text: string): string {
  const place = PLACE.exec(text)
  return place === null || findSpans(place[0]).length === 0 ? text : text.slice(0, place.index)
}

function withoutAside(text: string): string {
  if (!/[([]/.test(text)) return text
  return text.replace(/\s?(?:\([^()\n]{1,500}\)|\[[^[\]\n]{1,500}\])/g, aside =>
    findSpans(aside).length === 0 ? aside : '',
  )
}

function keepSentences(text: string): string {
  const kept: string[] = []
  for (const sentence of splitSentences(text)) {
    const spans = findSpans(sentence)
    if (spans.length === 0) kept.push(sentence)
    // What stands behind a statement or a trace belongs to it.
    else if (spans.some(({ kind }) => kind === 'sql' || kind === 'stack')) break
  }
  return kept.join('').trim()
}

// Two words side by side, outside of brackets; scripts without blanks have none.
const WORDS =
  /\p{L}{2,}[,;:'’"]{0,2}\s+['’"`]?\p{L}{2,}|\p{L}\s+\d+\s+\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{4}/u

function isSentence(text: string): boolean {
  return WORDS.test(text.replace(/\([^()]{0,500}\)|\[[^[\]]{0,500}\]/g, ''))
}
