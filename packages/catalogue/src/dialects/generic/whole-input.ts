/** Names that mean the whole input, not a field of it. */
const WHOLE = new Set([
  '',
  '*',
  '$',
  '_',
  'base',
  'non_field_errors',
  'nonfielderrors',
  '_schema',
  '_errors',
  '_error',
  '__root__',
  '__all__',
  'formerrors',
  'globalerrors',
  'generalerrors',
  'general',
  'global',
  '_global',
  'root',
  '@entity',
  '_base',
  'nil',
])

/** Whether a name in place of a field's says that the whole input is meant: `non_field_errors`, `base`. */
export function namesWhole(name: string): boolean {
  return WHOLE.has(name.toLowerCase())
}
