import { parse } from 'yaml'
import { type JsonReading, parseJson } from './parse-json.ts'

const YAML = /(?:^|[/+.-])ya?ml$/
/** An error in YAML is a handful of lines. */
const MAX_TEXT = 16_384

/** Whether a body is labelled as YAML: without the label, `Note: …` is a sentence. */
export function isYamlMedia(media: string | null): boolean {
  return media !== null && YAML.test(media)
}

/** The object of a YAML body; JSON is YAML too. */
export function readYamlBody(text: string): JsonReading {
  if (text.length > MAX_TEXT || /^\s*[{["]/.test(text)) return parseJson(text, true)
  try {
    const value: unknown = parse(text, { maxAliasCount: 20, logLevel: 'error' })
    return typeof value === 'object' && value !== null
      ? { outcome: 'value', value, repaired: 'yaml' }
      : { outcome: 'none' }
  } catch {
    return { outcome: 'none' }
  }
}
