/** How literals are written in a file. */
export interface Hand {
  readonly quote: "'" | '"'
  readonly eol: string
  /** The blanks before the line in which the literal stands. */
  readonly indent: string
  /** One step further in. */
  readonly step: string
}

const WIDEST = 80

/** Writes a value as a literal: on one line where it is short, else a member a line. */
export function printValue(value: unknown, hand: Hand): string {
  const flat = printFlat(value, hand)
  if (flat.length <= WIDEST || typeof value !== 'object' || value === null) return flat
  const deeper = { ...hand, indent: hand.indent + hand.step }
  const lines = Array.isArray(value)
    ? value.map(item => printValue(item, deeper))
    : Object.entries(value).map(([name, member]) => `${printName(name, hand)}: ${printValue(member, deeper)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  const inside = lines.map(line => `${deeper.indent}${line},${hand.eol}`).join('')
  return `${open}${hand.eol}${inside}${hand.indent}${close}`
}

/** The same for a file of JSON, where nothing but its own spelling will do. */
export function printJson(value: unknown, { eol, indent, step }: Hand): string {
  return JSON.stringify(value, null, step).replaceAll('\n', `${eol}${indent}`)
}

function printFlat(value: unknown, hand: Hand): string {
  if (Array.isArray(value)) return `[${value.map(item => printFlat(item, hand)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, member]) => `${printName(name, hand)}: ${printFlat(member, hand)}`,
    )
    return `{ ${members.join(', ')} }`
  }
  return typeof value === 'string' ? printText(value, hand) : String(value)
}

function printName(name: string, hand: Hand): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : printText(name, hand)
}

function printText(text: string, { quote }: Hand): string {
  const escaped = JSON.stringify(text).slice(1, -1)
  return quote === '"' ? `"${escaped}"` : `'${escaped.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}
