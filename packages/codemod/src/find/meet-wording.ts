import type { MessageTemplate } from '@problemshift/catalogue'

/** The wordings of a catalogue, ready to be compared with literals. */
export interface Wordings {
  /** Those without holes, one a line, with a line break at both ends. */
  readonly plain: string
  readonly holed: readonly HoledWording[]
}

/** A wording with holes as a row of places. */
interface HoledWording {
  readonly places: readonly Place[]
  /** Its own text, between the holes. */
  readonly texts: readonly string[]
}

interface Place {
  /** What stands there; `null` in a hole. */
  readonly letter: string | null
  /** What may stand in a hole. */
  readonly admits: (letter: string) => boolean
}

/** Where a literal is compared with a text: it is the whole of it, its beginning, its end, or some piece. */
export type Ends = 'equals' | 'starts' | 'ends' | 'contains'

type Hole = Extract<MessageTemplate['parts'][number], { readonly kind: 'hole' }>

// Letter by letter, so it admits more than the hole does; never less. What a pattern of the catalogue's own admits is not
// looked into.
const ADMITTED: Readonly<Record<Hole['type'], (letter: string) => boolean>> = {
  text: letter => !/[\n\r\u2028\u2029]/.test(letter),
  int: letter => letter >= '0' && letter <= '9',
  uuid: letter => /[0-9a-f-]/.test(letter),
  word: letter => letter !== ' ',
  email: letter => letter !== ' ',
  pattern: () => true,
}

/** The same text for all that a client may do to a message before a test: case and white space. */
export function foldText(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ')
}

export function wordingsOf(templates: readonly MessageTemplate[]): Wordings {
  const rows = templates.map(placesOf)
  const isHoled = (places: readonly Place[]) => places.some(place => place.letter === null)
  const plain = new Set(rows.filter(places => !isHoled(places)).map(textOf))
  const holed = new Map(rows.filter(isHoled).map(places => [textOf(places), places]))
  return {
    plain: `\n${[...plain].join('\n')}\n`,
    holed: [...holed].map(([text, places]) => ({ places, texts: text.split('\n').filter(one => one !== '') })),
  }
}

function placesOf(template: MessageTemplate): readonly Place[] {
  const places = template.parts.flatMap((part): readonly Place[] => {
    if (part.kind === 'hole') return [{ letter: null, admits: ADMITTED[part.type] }]
    return [...foldText(part.text)].map(letter => ({ letter, admits: () => false }))
  })
  return trimmed(places)
}

// A folded text has no line break of its own: here it stands for a hole.
function textOf(places: readonly Place[]): string {
  return places.map(place => place.letter ?? '\n').join('')
}

// A client may trim what it compares.
function trimmed(places: readonly Place[]): readonly Place[] {
  const texts = places.map(place => place.letter ?? '{}')
  return places.slice(
    texts.findIndex(text => text !== ' '),
    texts.findLastIndex(text => text !== ' ') + 1,
  )
}

/**
 * Whether a folded literal can be laid over some wording so that it covers so many letters of the wording's own text:
 * `until tomorrow` covers six of `is on loan until {date}`, `tomorrow` none.
 */
function meets(literal: string, wordings: Wordings, ends: Ends, atLeast: number): boolean {
  if (literal.length < atLeast) return false
  if (wordings.plain.includes(framed(literal, ends))) return true
  return wordings.holed.some(
    wording => mayMeet(literal, wording, ends, atLeast) && covered(literal, wording.places, ends) >= atLeast,
  )
}

// What a look at the texts rules out need not be walked over, letter by letter.
function mayMeet(literal: string, { texts, places }: HoledWording, ends: Ends, atLeast: number): boolean {
  if (ends === 'equals' && !texts.every(text => literal.includes(text))) return false
  if ((ends === 'equals' || ends === 'starts') && places[0]?.letter !== null) {
    const first = texts[0] ?? ''
    if (!literal.startsWith(first) && !first.startsWith(literal)) return false
  }
  if ((ends === 'equals' || ends === 'ends') && places.at(-1)?.letter !== null) {
    const last = texts.at(-1) ?? ''
    if (!literal.endsWith(last) && !last.endsWith(literal)) return false
  }
  return atLeast === 0 || longestShared(literal, texts) >= atLeast
}

function framed(literal: string, ends: Ends): string {
  switch (ends) {
    case 'equals':
      return `\n${literal}\n`
    case 'starts':
      return `\n${literal}`
    case 'ends':
      return `${literal}\n`
    case 'contains':
      return literal
  }
}

/** The longest run that a literal shares with a text that lies in it, that it lies in, or that goes on beyond one of its ends. */
function longestShared(literal: string, texts: readonly string[]): number {
  let most = 0
  for (const text of texts) {
    if (text.includes(literal)) return literal.length
    if (literal.includes(text)) most = Math.max(most, text.length)
    else most = Math.max(most, overlap(text, literal), overlap(literal, text))
  }
  return most
}

/** How long the longest end of a text is that begins the other. */
function overlap(text: string, other: string): number {
  const first = other[0] ?? ''
  for (let at = Math.max(0, text.length - other.length); at < text.length; at += 1) {
    if (text[at] === first && other.startsWith(text.slice(at))) return text.length - at
  }
  return 0
}

const APART = -1

// The most letters that are covered on a way to each place of the wording, letter by letter of the literal.
function covered(literal: string, places: readonly Place[], ends: Ends): number {
  const anyStart = ends === 'contains' || ends === 'ends'
  let here = new Int32Array(places.length + 1).fill(anyStart ? 0 : APART)
  here[0] = 0
  passHoles(here, places)
  for (const letter of literal) {
    const next = step(here, places, letter)
    if (next === null) return APART
    here = next
  }
  return ends === 'contains' || ends === 'starts' ? Math.max(...here) : (here[places.length] ?? APART)
}

function step(here: Int32Array, places: readonly Place[], letter: string): Int32Array<ArrayBuffer> | null {
  const next = new Int32Array(here.length).fill(APART)
  let alive = false
  for (let at = 0; at < places.length; at += 1) {
    const most = here[at] ?? APART
    const place = places[at]
    if (most === APART || place === undefined) continue
    if (place.letter === letter) next[at + 1] = Math.max(next[at + 1] ?? APART, most + 1)
    else if (place.letter === null && place.admits(letter)) next[at] = Math.max(next[at] ?? APART, most)
    else continue
    alive = true
  }
  if (!alive) return null
  passHoles(next, places)
  return next
}

// A hole may end after any letter. That it may not be empty is left out: this admits more, never less.
function passHoles(here: Int32Array, places: readonly Place[]): void {
  for (let at = 0; at < places.length; at += 1) {
    if (places[at]?.letter === null && (here[at] ?? APART) > (here[at + 1] ?? APART)) here[at + 1] = here[at] ?? APART
  }
}

/** Whether a literal meets some wording. A client may have put words of its own and a colon in front. */
export function meetsAny(literal: string, wordings: Wordings, ends: Ends, atLeast: number): boolean {
  const whole = foldText(literal).trim()
  // Whether there is a text at all is no question about its wording.
  if (whole === '') return false
  const bare = whole.replace(DECORATED, '')
  return meets(whole, wordings, ends, atLeast) || (bare !== whole && meets(bare, wordings, ends, atLeast))
}

const DECORATED = /^[^:]{1,60}: ?(?=\S)/
