import type { RuleTotals } from './rule-groups.ts'

/** A sum that adds up, as one line. */
export function printTotals({ sites, rewritten, kept, failed }: RuleTotals): string {
  return `${sites} sites: ${rewritten} rewritten, ${kept} kept, ${failed} failed`
}
