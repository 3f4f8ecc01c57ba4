import { readLooseJson } from './loose-json.ts'

/** How the JSON of a body was reached, or why it was not. */
export type JsonReading =
  | { readonly outcome: 'value'; readonly value: unknown; readonly repaired: JsonRepair | null }
  | { readonly outcome: 'none' }
  | { readonly outcome: 'broken' }

/** What had to be done to bytes that are nearly JSON. */
type JsonRepair = 'prefix' | 'trailing' | 'loose' | 'form' | 'page' | 'yaml'

// `)]}',` and its kin stand in front of JSON so that it cannot run as a script.
const GUARD = /^(?:\)\]\}',?|while\s?\(1\);|for\s?\(;;\);)\s*/
const CALL = /^[\w$.]{1,80}\(\s*(?=[{[])/
const SCALAR = /^(?:null|true|false|-?\d{1,20}(?:\.\d{1,20})?)$/
// A string in a string in a string: nobody means more.
const MAX_UNWRAPS = 3

/** The JSON value of a text. Only what can start JSON is parsed: a parse that throws costs five microseconds. */
export function parseJson(text: string, labelled: boolean): JsonReading {
  const trimmed = text.trim()
  const first = trimmed[0]
  if (first === '{' || first === '[') return parseContainer(trimmed)
  if (first === '"' && trimmed.length > 1 && trimmed.endsWith('"')) return parseQuoted(trimmed)
  if (labelled && SCALAR.test(trimmed)) return { outcome: 'value', value: JSON.parse(trimmed), repaired: null }
  const behind = GUARD.exec(trimmed) ?? CALL.exec(trimmed)
  if (behind !== null) return parsePrefixed(trimmed.slice(behind[0].length))
  return { outcome: 'none' }
}

/** JSON behind text that some hook printed in front of it (a PHP warning); it must reach the end of the text. */
export function parseJsonBehind(text: string): JsonReading {
  const at = text.indexOf('{"')
  if (at < 1) return { outcome: 'none' }
  const found = strictJson(text.slice(at).trim())
  return found === null ? { outcome: 'none' } : { outcome: 'value', value: found.value, repaired: 'prefix' }
}

function parseContainer(text: string): JsonReading {
  const strict = strictJson(text)
  if (strict !== null) return { outcome: 'value', value: strict.value, repaired: null }
  const loose = readLooseJson(text)
  if (loose !== null && hasMembers(loose.value)) {
    return { outcome: 'value', value: loose.value, repaired: loose.end < text.length ? 'trailing' : 'loose' }
  }
  return /^\{\s*["'}]|^\[\s*[{"[]/.test(text) ? { outcome: 'broken' } : { outcome: 'none' }
}

// `[1] Loan not found` and `["a"] is no copy` are sentences: only members prove that JSON was meant.
function hasMembers(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'object' && first !== null && Object.keys(first).length > 0
}

function parsePrefixed(text: string): JsonReading {
  const found = parseContainer(text)
  return found.outcome === 'value' ? { ...found, repaired: 'prefix' } : { outcome: 'none' }
}

function parseQuoted(text: string): JsonReading {
  let value: unknown = strictJson(text)?.value
  if (value === undefined) return { outcome: 'none' }
  for (let unwraps = 0; unwraps < MAX_UNWRAPS && typeof value === 'string'; unwraps += 1) {
    const inner = value.trim()
    if (!/^[{["]/.test(inner)) break
    const found = strictJson(inner)
    if (found === null) break
    value = found.value
  }
  return { outcome: 'value', value, repaired: null }
}

function strictJson(text: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return { value }
  } catch {
    return null
  }
}
