/** The rules, without loading them. `branch` is all the forms: a test of a wording becomes a test of a code. */
export const RULES: readonly string[] = ['branch', 'read', 'validation', 'mocks', 'status', 'retry', 'content-type']

/** The rules that have work where requests are sent, whether a file there holds a wording or not. */
export const NEAR_REQUESTS: readonly string[] = ['read', 'validation', 'mocks', 'status', 'retry', 'content-type']

/** Whether a rule is asked for: all are, until one is named. A form names a part of `branch`. */
export function isWanted(rule: string, only: readonly string[]): boolean {
  if (only.length === 0 || only.includes(rule)) return true
  return rule === 'branch' && only.some(name => !RULES.includes(name))
}
