import type { Sign } from '../entry.ts'
import type { MessageTemplate } from '../message-template.ts'
import { asksForAllOf, type Circumstances } from './conditions.ts'
import { type Claim, claimOf, SignGroup } from './sign-group.ts'
import { TemplateSet } from './template-set.ts'
import { trimEnds } from './trim-ends.ts'

/** A sign that an error fits, and what stands in the holes of its wording. */
export interface Fit<Entry> {
  readonly claim: Claim<Entry>
  readonly holes: Readonly<Record<string, string>>
}

interface Wordings<Entry> {
  readonly texts: Map<string, SignGroup<Entry>>
  readonly templates: TemplateSet<SignGroup<Entry>>
}

const NO_HOLES: Readonly<Record<string, string>> = Object.freeze({})

/** The signs of a catalogue, ready to be asked. */
export class SignIndex<Entry> {
  readonly #asSent: Wordings<Entry>
  readonly #trimmed: Wordings<Entry>
  readonly #coded = new SignGroup<Entry>()
  readonly #rest = new SignGroup<Entry>()

  constructor(entries: readonly (Entry & { readonly signs: readonly Sign[] })[]) {
    const worded: { claim: Claim<Entry>; message: MessageTemplate }[] = []
    let place = 0
    for (const entry of entries) {
      for (const sign of entry.signs) {
        const claim = claimOf<Entry>(sign, entry, place++)
        if (sign.message !== null) worded.push({ claim, message: sign.message })
        else if (sign.legacyCode !== null) this.#coded.add(claim)
        else this.#rest.add(claim)
      }
    }
    this.#asSent = wordingsOf(worded)
    const trimmed = worded.map(({ claim, message }) => ({ claim, message: trimEnds(message) }))
    const differs = trimmed.some(({ message }, index) => message !== worded[index]?.message)
    this.#trimmed = differs ? wordingsOf(trimmed) : this.#asSent
  }

  /**
   * The signs that an error fits, the broader ones left out. The wording counts as it was sent; only where no sign has
   * it so is it compared without the white space at its ends. Signs of a code come after that, and signs of neither last.
   */
  find(wording: string | null | undefined, circumstances: Circumstances): readonly Fit<Entry>[] {
    if (typeof wording === 'string') {
      const asSent = fitsOf(this.#asSent, wording, circumstances)
      if (asSent.length > 0) return narrowest(asSent)
      const trimmed = wording.trim()
      if (trimmed !== wording || this.#trimmed !== this.#asSent) {
        const fits = fitsOf(this.#trimmed, trimmed, circumstances)
        if (fits.length > 0) return narrowest(fits)
      }
    }
    const coded = this.#coded.select(circumstances)
    const bare = coded.length > 0 ? coded : this.#rest.select(circumstances)
    return narrowest(bare.map(claim => ({ claim, holes: NO_HOLES })))
  }
}

function wordingsOf<Entry>(worded: readonly { claim: Claim<Entry>; message: MessageTemplate }[]): Wordings<Entry> {
  const texts = new Map<string, SignGroup<Entry>>()
  const templates: [MessageTemplate, (known: SignGroup<Entry> | undefined) => SignGroup<Entry>][] = []
  for (const { claim, message } of worded) {
    const join = (known: SignGroup<Entry> | undefined) => {
      const group = known ?? new SignGroup<Entry>()
      group.add(claim)
      return group
    }
    const text = textOf(message)
    if (text === null) templates.push([message, join])
    else texts.set(text, join(texts.get(text)))
  }
  return { texts, templates: new TemplateSet(templates) }
}

function fitsOf<Entry>(wordings: Wordings<Entry>, text: string, circumstances: Circumstances): readonly Fit<Entry>[] {
  const fits: Fit<Entry>[] = []
  const group = wordings.texts.get(text)
  if (group !== undefined) addFits(fits, group, circumstances, text, [])
  for (const hit of wordings.templates.find(text)) addFits(fits, hit.value, circumstances, text, hit.spans)
  return fits
}

function addFits<Entry>(
  fits: Fit<Entry>[],
  group: SignGroup<Entry>,
  circumstances: Circumstances,
  text: string,
  spans: readonly number[],
): void {
  if (group.only !== null) {
    fits.push({ claim: group.only, holes: holesFrom(group.only.holes, text, spans) })
    return
  }
  for (const claim of group.select(circumstances)) fits.push({ claim, holes: holesFrom(claim.holes, text, spans) })
}

function holesFrom(names: readonly string[], text: string, spans: readonly number[]): Readonly<Record<string, string>> {
  const holes: Record<string, string> = {}
  let at = 0
  for (const name of names) {
    holes[name] = text.slice(spans[at], spans[at + 1])
    at += 2
  }
  return holes
}

// A sign falls out where another one asks for all that it asks for, and for more. A whole text is more than a template
// that it matches.
function narrowest<Entry>(fits: readonly Fit<Entry>[]): readonly Fit<Entry>[] {
  if (fits.length < 2) return fits
  return fits.filter(fit => !fits.some(other => isNarrower(other, fit)))
}

function isNarrower<Entry>(a: Fit<Entry>, b: Fit<Entry>): boolean {
  return asksForAllAsFit(a, b) && !asksForAllAsFit(b, a)
}

function asksForAllAsFit<Entry>(a: Fit<Entry>, b: Fit<Entry>): boolean {
  return asksForAllOf(a.claim.asked, b.claim.asked) && (isTemplate(b.claim.sign) || !isTemplate(a.claim.sign))
}

function isTemplate(sign: Sign): boolean {
  return sign.message?.parts.some(part => part.kind === 'hole') ?? false
}

/** The one text of a template without holes. */
function textOf(message: MessageTemplate): string | null {
  if (message.parts.some(part => part.kind === 'hole')) return null
  return message.parts.map(part => (part.kind === 'text' ? part.text : '')).join('')
}
