import type { NamedValue } from '../places.ts'
import { heldBy, isList, isRecord, member, membersOf } from './members.ts'
import { LISTS, SURE, UNSURE } from './message-words.ts'
import { statusOfPhrase } from './reason-phrases.ts'
import {
  isJsonText,
  isMessageKey,
  isPhraseText,
  isScreaming,
  isSentence,
  isSnake,
  isToken,
  isUrl,
  textOf,
} from './texts.ts'

/** A sentence of the body, and what it is good for. */
export interface FoundMessage {
  /** As it was sent; what signs are matched against. */
  readonly wording: string | null
  /** What says more than the status does; `null` where nothing does. */
  readonly sentence: string | null
  /** Whether it was the first of a list of sentences. */
  readonly isListed: boolean
}

interface Candidate {
  readonly text: string
  readonly isListed: boolean
  /** Whether it stands where only sentences do: `request entity too large` was written there, and is no phrase. */
  readonly isSure?: true
}

/** The sentence of an error: the first of the layers that has one that says more than the status. */
export function findMessage(
  layers: readonly unknown[],
  status: number,
  preferred: readonly NamedValue[] = [],
): FoundMessage {
  let rest: string | null = null
  let faint: FoundMessage | null = null
  for (const { text, isListed, isSure } of candidates(layers, preferred)) {
    const isPhrase = isPhraseText(text, status) && !(isSure === true && /^[a-z]/.test(text))
    if (!isPhrase && !isWord(text)) {
      if (!namesStatus(text)) return { wording: text, sentence: text, isListed }
      faint ??= { wording: text, sentence: text, isListed }
    }
    rest ??= text
  }
  return faint ?? { wording: rest, sentence: null, isListed: false }
}

/** A word for machines in place of a sentence: a code, a key of a sentence, an address, the class of what was thrown. */
function isWord(text: string): boolean {
  return (
    isScreaming(text) ||
    isMessageKey(text) ||
    isSnake(text) ||
    /^\/\S*$/.test(text) ||
    /^[A-Z]\w{2,60}(?:Error|Exception)$/.test(text)
  )
}

/** `Bad request` at 422: beside a sentence it says nothing, alone it is what there is. */
function namesStatus(text: string): boolean {
  return text.length < 40 && statusOfPhrase(text.replace(/[.!]$/, '')) !== null
}

function* candidates(layers: readonly unknown[], preferred: readonly NamedValue[]): Generator<Candidate> {
  for (const { name, value } of preferred) {
    const text = plain(value)
    if (text === null || isUnsaid(name, text)) continue
    yield (SURE as readonly string[]).includes(name)
      ? { text, isListed: false, isSure: true }
      : { text, isListed: false }
  }
  for (const layer of layers) {
    for (const key of heldBy(layer, SURE)) {
      const text = plain(member(layer, key))
      if (text !== null) yield { text, isListed: false, isSure: true }
    }
    for (const text of unsure(layer)) yield { text, isListed: false }
    for (const text of listed(layer)) yield { text, isListed: true }
    for (const text of likely(layer)) yield { text, isListed: false }
    for (const text of onlySentence(layer, layers)) yield { text, isListed: false }
  }
}

/** A single word under a name that holds codes as well. */
function isUnsaid(name: string, text: string): boolean {
  return (UNSURE as readonly string[]).includes(name) && !isSentence(text)
}

function* unsure(layer: unknown): Generator<string> {
  for (const key of heldBy(layer, UNSURE)) {
    const value = member(layer, key)
    const text =
      key === 'errors' && typeof value !== 'string'
        ? null
        : plain(key === 'messages' && !isByLanguage(value) ? null : value)
    if (text === null || (!isSentence(text) && isToken(text))) {
      if (key === 'reason' && text !== null && !isScreaming(text) && typeof member(layer, 'error') === 'string')
        yield text
      continue
    }
    yield text
  }
}

/** A name that no list has, and that ends as those of sentences do: `briefSummary`, `status_message`. */
function* likely(layer: unknown): Generator<string> {
  const { spelled, value } = membersOf(layer)
  for (const [spelling, name] of spelled) {
    if (
      !/(?:message|msg|summary|description|(?:error|exception|fault|display|user|reason|status|result)text)$/.test(
        spelling,
      ) ||
      /debug|developer|internal|stack/.test(spelling)
    )
      continue
    const text = plain(value[name])
    if (text !== null && isSentence(text)) yield text
  }
}

/** The one member of an error that was written for people, whatever it is called. */
function* onlySentence(layer: unknown, layers: readonly unknown[]): Generator<string> {
  if (layer === layers.at(-1)) return
  const { spelled, value } = membersOf(layer)
  const said = [...spelled]
    .filter(([spelling]) => !NO_MESSAGES.test(spelling))
    .map(([, name]) => plain(value[name]))
    .filter(text => text !== null && (/^\p{Lu}\p{L}*(?:[ ,]+[^\s,]+){3,}[.!]$/u.test(text) || STATEMENT.test(text)))
  if (said.length === 1 && said[0] !== undefined && said[0] !== null) yield said[0]
}

/** A capital in front and a verb behind it: no name and no title reads like this. */
const STATEMENT =
  /^\p{Lu}\S{0,40}(?: \S{1,40}){0,8} (?:is|are|was|were|has|have|had|could|cannot|can't|must|may|did|does|failed|expired)(?: \S{1,40}){0,20}$/u

const NO_MESSAGES =
  /debug|developer|internal|stack|trace|hint|help|suggest|action|resol|solution|fix|advice|exception|class|agent|example/

/** A single sentence in a list, `errorMessages: ["..."]`. */
function* listed(layer: unknown): Generator<string> {
  const only = isList(layer) && layer.length === 1 ? plain(layer[0]) : null
  if (only !== null) yield only
  for (const key of heldBy(layer, LISTS)) {
    const list = member(layer, key)
    if (!isList(list) || list.length === 0 || list.length > 20) continue
    if (key === 'message' && list.length > 1 && list.every(part => plain(part) !== null)) yield list.join('; ')
    if (list.length > 1 && key !== 'errormessages') continue
    const text = plain(list[0])
    if (text !== null && (isSentence(text) || key === 'errormessages')) yield text
  }
}

/** A text, `{lang, value}` (OData) or a text by language: never data for machines. */
function plain(value: unknown): string | null {
  const text = textOf(isRecord(value) ? ofLanguage(value) : value)
  if (text === null || isJsonText(text) || isUrl(text)) return null
  return text
}

function ofLanguage(value: Readonly<Record<string, unknown>>): unknown {
  const { names } = membersOf(value)
  const said = member(value, 'value') ?? member(value, 'text')
  if (typeof said === 'string' && names.length <= 4 && !names.includes('code')) return said
  if (!isByLanguage(value)) return null
  const tags = names
  return value.en ?? value[tags[0] ?? '']
}

/** `{ en: "…", "pt-BR": "…" }` */
export function isByLanguage(value: unknown): boolean {
  const { names } = membersOf(value)
  return names.length > 0 && names.every(name => /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/.test(name))
}

/** Without what stands around a sentence: the code before it (Firebase), the bullet of a list of one (HashiCorp), a dump. */
export function undecorated(text: string): string {
  const bullet = /^1 error occurred:\s{1,4}\* ([^\n]{1,2000})/.exec(text)?.[1]
  return (bullet ?? text).replace(LEADING_CODE, '').replace(SCHEMA_DUMP, '')
}

/** What Python's jsonschema puts behind its sentence: the schema, and the input with all that is in it. */
const SCHEMA_DUMP = /\n\nFailed validating '[\s\S]*$/

/** `WEAK_PASSWORD : Password should be at least 6 characters`. */
const LEADING_CODE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+ : (?=\S)/

/** The code in front of a sentence; `null` where there is none. */
export function leadingCode(text: string): string | null {
  return LEADING_CODE.exec(text.slice(0, 200))?.[0].slice(0, -3) ?? null
}

/** `"%fieldName" is required. (%1)` with the parameters that stand beside it (Magento). */
export function filled(text: string, parameters: unknown): string {
  if (!text.includes('%') || typeof parameters !== 'object' || parameters === null) return text
  const values: Readonly<Record<string, unknown>> = isList(parameters)
    ? Object.fromEntries(parameters.slice(0, 50).map((value, index) => [String(index + 1), value]))
    : { ...parameters }
  return text.replace(/%([A-Za-z]\w{0,60}|\d{1,3})/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return typeof value === 'string' || typeof value === 'number' ? String(value) : whole
  })
}
