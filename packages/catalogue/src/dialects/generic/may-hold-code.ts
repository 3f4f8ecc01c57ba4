import type { CodeContext } from './as-code.ts'
import { isList, isRecord, member } from './members.ts'
import { isAnyReasonPhrase, statusOfPhrase } from './reason-phrases.ts'
import { isScreaming, isSnake, isToken, textOf } from './texts.ts'

/** Some members are only a code beside others. */
export function mayHoldCode(key: string, layer: unknown, layers: readonly unknown[], context: CodeContext): boolean {
  const text = textOf(member(layer, key))
  if (text === null)
    return key === 'errornumber' || key === 'statuscode' || (key === 'error' && context.wording !== null)
  return HOLDS_CODE[key]?.(text, layer, layers, context) ?? true
}

type Holds = (text: string, layer: unknown, layers: readonly unknown[], context: CodeContext) => boolean

const noPhrase: Holds = text => !isAnyReasonPhrase(text)
const wordChain: Holds = (text, _, __, { wording }) => wording !== null && isWordChain(text)
const besideWording: Holds = (text, _, __, { wording }) => wording !== null && isToken(text)
const screaming: Holds = text => isScreaming(text)

const HOLDS_CODE: Readonly<Record<string, Holds>> = {
  error: noPhrase,
  statuscode: text => /^[A-Z][A-Z_]*\d+$/.test(text),
  // Beside the path of a field it is the rule that was broken.
  type: (_, layer) => !isList(member(layer, 'path')),
  errors: noPhrase,
  reason: (text, _, __, { wording }) => text !== wording,
  status: isStatusWord,
  message: text => isScreaming(text) || isSnake(text),
  detail: text => isScreaming(text) || isSnake(text),
  result: screaming,
  title: text => isScreaming(text) || isSnake(text),
  id: (text, layer, layers, context) =>
    /^\d{1,6}$/.test(text) ? layers.length > 1 && layer === layers[0] : wordChain(text, layer, layers, context),
  key: (text, layer, layers, context) => !isList(member(layer, 'path')) && wordChain(text, layer, layers, context),
  tag: wordChain,
  identifier: wordChain,
  erroridentifier: text => /^urn:/i.test(text),
  name: (text, layer, layers) => isScreaming(text) || isSnake(text) || isNamedError(text, layer, layers),
  kind: text => isScreaming(text) || /^[a-z]+(?:[_-][a-z]+)*$/.test(text),
  category: besideWording,
}

/** `NOT_FOUND` inside an error is a code (Google); beside the message of a flat body it only repeats the status. */
function isStatusWord(text: string, layer: unknown, layers: readonly unknown[]): boolean {
  if (isSnake(text)) return layer !== layers.at(-1)
  if (/^[a-z]+(?:-[a-z]+)+$/.test(text)) return statusOfPhrase(text) === null
  if (!isScreaming(text) && !/^[A-Z_]{4,}$/.test(text)) return false
  return layer !== layers.at(-1) || statusOfPhrase(text) === null
}

function isWordChain(text: string): boolean {
  return /^[A-Za-z]+(?:[_.-][A-Za-z]+)*$/.test(text)
}

/** Strapi and Contentful name the error where others put the class: an envelope with its data set to null says so. */
function isNamedError(text: string, layer: unknown, layers: readonly unknown[]): boolean {
  if (!/^[A-Z][A-Za-z]+Error$/.test(text)) return false
  return layers.some(outer => outer !== layer && isRecord(outer) && outer.data === null)
}
