/** One thing that is wrong with the options. */
export interface OptionFault {
  readonly code:
    | 'option-unknown'
    | 'option-type'
    | 'option-value'
    | 'option-missing'
    | 'option-order'
    | 'catalogue-faults'
  /** Where: `rollout.percent`. */
  readonly option: string
  /** What came, shortened. */
  readonly came: string
  /** What to write instead. */
  readonly instead: string
}

/** The options, or a route's `config.problemshift`, are wrong; thrown at boot with all faults at once. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
  readonly code = 'PROBLEMSHIFT_OPTIONS'
  readonly faults: readonly OptionFault[]

  constructor(faults: readonly OptionFault[]) {
    super(faults.map(printOptionFault).join('\n'))
    this.faults = faults
  }
}

/** The one sentence for a fault. */
export function printOptionFault(fault: OptionFault): string {
  switch (fault.code) {
    case 'option-unknown':
      return `problemshift: there is no option ${fault.option}. Write ${fault.instead}.`
    case 'option-missing':
      return `problemshift: the option ${fault.option} is missing. Write ${fault.instead}.`
    case 'option-type':
    case 'option-value':
    case 'option-order':
      return `problemshift: the option ${fault.option} is ${fault.came}. Write ${fault.instead}.`
    case 'catalogue-faults':
      return `problemshift: the catalogue ${fault.option} cannot be used:\n${fault.came}\n${fault.instead}`
    default:
      return fault.code satisfies never
  }
}

/** What came, as one short piece of text for a message. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  if (typeof value === 'function') return 'a function'
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'an invalid date' : value.toISOString()
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}
