import type { Unit } from '../../source/project.ts'

/** `!['loan_not_found', 'name_required'].includes(error.response?.data?.code)` */
export function printRefusals(codes: readonly string[], read: string, quote = "'"): string {
  const [only, more] = codes
  if (only !== undefined && more === undefined) return `${read} !== ${quote}${only}${quote}`
  return `!${printRefused(codes, read, quote)}`
}

/** The opposite: whether it is one of these. */
export function printRefused(codes: readonly string[], read: string, quote: string): string {
  const [only, more] = codes
  if (only !== undefined && more === undefined) return `${read} === ${quote}${only}${quote}`
  return `[${codes.map(code => `${quote}${code}${quote}`).join(', ')}].includes(${read})`
}

/** What reads the code of a body, where the type of the body is not known. */
export function readOfBody(unit: Unit, body: string, codeMember: string): string {
  return /\.[cm]?tsx?$/.test(unit.file)
    ? `(${body} as { ${codeMember}?: string } | undefined)?.${codeMember}`
    : `${body}?.${codeMember}`
}
