/** A wording with everything that varies taken out, in the words of a catalogue: `Loan {n:int} not found`. */
export interface Fingerprint {
  readonly template: string
  /** The wording with values that could name a person or open a door struck out. */
  readonly sample: string
}

interface Variable {
  readonly name: string
  readonly type: string | null
  readonly pattern: string
  /** Whether the value is struck out of the sample. */
  readonly secret: boolean
}

// Of the private use area: no wording has it, and it holds the place of what was struck out.
const HIDDEN = '\uE000'

// In the order of trust: what one has found the next does not see. Each is linear in the text.
const VARIABLES: readonly Variable[] = [
  { name: 'hidden', type: null, pattern: `${HIDDEN}+`, secret: true },
  {
    name: 'id',
    type: 'uuid',
    pattern: '\\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\b',
    secret: true,
  },
  { name: 'email', type: 'email', pattern: '[^\\s@"\'<>(),;:]{1,64}@[^\\s@"\'<>(),;:]{1,255}', secret: true },
  {
    name: 'secret',
    type: 'word',
    pattern: '(?<=\\b(?:password|passwd|pwd|secret|token|key)["\']?\\s?[=:]\\s?)[^\\s"\',;]{1,200}',
    secret: true,
  },
  { name: 'address', type: 'word', pattern: '\\b\\d{1,3}(?:\\.\\d{1,3}){3}(?::\\d{1,5})?\\b', secret: true },
  { name: 'phone', type: null, pattern: '\\+\\d[\\d ()-]{6,20}\\d\\b', secret: true },
  { name: 'value', type: null, pattern: '(?<=")[^"\\n\\r]{1,200}(?=")', secret: true },
  { name: 'value', type: null, pattern: "(?<=\\s')[^'\\n\\r]{1,200}(?='(?![A-Za-z]))", secret: true },
  {
    name: 'date',
    type: 'word',
    pattern: '\\b\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]{5,15}(?:Z|[+-]\\d\\d:?\\d\\d)?)?',
    secret: false,
  },
  { name: 'token', type: 'word', pattern: '\\b(?=[A-Za-z_-]{0,40}\\d)[A-Za-z0-9_-]{12,512}', secret: true },
  { name: 'n', type: 'int', pattern: '\\b\\d{1,30}\\b', secret: false },
]

const ANY = new RegExp(VARIABLES.map(({ pattern }) => `(${pattern})`).join('|'), 'g')
const LONGEST = 400

/** Takes a wording apart; what two occurrences of one error share is its template. `secrets` are in neither. */
export function fingerprint(wording: string, secrets: readonly string[] = []): Fingerprint {
  const hidden = secrets.reduce((text, secret) => text.replaceAll(secret, HIDDEN), wording)
  const text = hidden.replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  const used = new Map<string, number>()
  let template = ''
  let sample = ''
  let at = 0
  for (const found of text.matchAll(ANY)) {
    const variable = VARIABLES.find((_, index) => found[index + 1] !== undefined)
    if (variable === undefined) continue
    const between = text.slice(at, found.index)
    at = found.index + found[0].length
    sample += between + (variable.secret ? '…' : found[0])
    // Two holes may not touch; the first one takes in both.
    if (between === '' && template.endsWith('}')) continue
    template += escapeBraces(between) + hole(variable, used)
  }
  const rest = text.slice(at)
  return { template: template + escapeBraces(rest), sample: sample + rest }
}

function hole({ name, type }: Variable, used: Map<string, number>): string {
  const count = (used.get(name) ?? 0) + 1
  used.set(name, count)
  const unique = count === 1 ? name : `${name}${count}`
  return type === null ? `{${unique}}` : `{${unique}:${type}}`
}

function escapeBraces(text: string): string {
  return text.replaceAll('{', '{{')
}
