import { parsePath } from './field-path.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { isSentence } from './texts.ts'

/** Longer texts are not taken apart. */
const MAX_TEXT = 8192

/** Zod's `prettifyError`: `✖ Invalid input`, and on the line below it `→ at copies[0].shelf`. */
export function prettyLines(text: string): readonly FoundField[] {
  if (!text.startsWith('✖ ')) return []
  return text
    .slice(0, MAX_TEXT)
    .split(/\n(?=✖ )/)
    .slice(0, MAX_FIELDS)
    .map(part => {
      const [said = '', ...rest] = part.slice(2).split('\n')
      const place = /^\s*→ at (\S.*)$/.exec(rest.at(-1) ?? '')?.[1]
      return { scope: null, path: place === undefined ? [] : parsePath(place), code: null, message: said.trim() }
    })
}

const PYDANTIC = /^\d{1,5} validation errors? for \S/
const PYDANTIC_SAID = /^ {2}(\S.*?) (?:\[type=([\w.]+)|\(type=([\w.]+))/

/** `str()` of Pydantic's error: the path on a line of its own, below it the sentence, its rule and the input. */
export function pydanticLines(text: string): readonly FoundField[] {
  if (!PYDANTIC.test(text)) return []
  const lines = text.slice(0, MAX_TEXT).split('\n')
  const found: FoundField[] = []
  for (const [index, line] of lines.entries()) {
    const said = PYDANTIC_SAID.exec(line)
    if (said === null || found.length >= MAX_FIELDS) continue
    const place = index > 1 ? (lines[index - 1] ?? '') : ''
    const code = said[2] ?? said[3] ?? null
    found.push({ scope: null, path: parsePath(place.replaceAll(' -> ', '.')), code, message: said[1] ?? null })
  }
  return found
}

const LINE =
  /^\s{0,8}(?:[-*•] )?\[?([a-z_$][\w$-]{0,60}\]?(?:\.[\w$]{1,60}|\[[\w$]{0,60}\]){0,20}): (\S.*?)(?: \[([a-z][\w.]{1,60})\])?\s*$/
/** Words in front of a colon that name no field: what a text says of itself. */
const NO_FIELD =
  /^(?:message|msg|error|errors|code|status|detail|details|description|reason|cause|type|title|hint|note|warning|info|debug|http|https|at|in|see|json|trace|path|url|host|method|time|date|timestamp|request|response|version|server|line|file|exception|caused|where|query|sql|pq)$/

/** One field on each line, under a heading or without: `isbn: must not be blank`. */
export function fieldLines(text: string): readonly FoundField[] {
  if (!text.includes('\n')) return []
  const lines = text
    .slice(0, MAX_TEXT)
    .split('\n')
    .filter(line => line.trim() !== '')
  if (lines.length < 2) return []
  const first = fieldLine(lines[0] ?? '')
  const rest = lines.slice(1, MAX_FIELDS).map(fieldLine)
  const fields = first === null ? rest : [first, ...rest]
  if (first === null && !HEADING.test(lines[0] ?? '')) return []
  return fields.every(field => field !== null) ? fields : []
}

/** What stands above such lines: that a check failed. */
const HEADING = /valid|error|fail|check|problem|wrong|:\s*$/i

function fieldLine(line: string): FoundField | null {
  const [, name = '', message = '', code = null] = LINE.exec(line) ?? []
  if (name === '' || NO_FIELD.test(name) || !isSentence(message)) return null
  return { scope: null, path: parsePath(name), code, message }
}
