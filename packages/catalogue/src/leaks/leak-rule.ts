import type { LeakKind } from '../legacy-error.ts'

/**
 * What gives away one kind of thing. Every pattern is global and takes linear time: repeats are bounded, or start only
 * where a word starts. `hint` is a cheap necessary condition, so that a plain sentence costs a few scans.
 */
export interface LeakRule {
  readonly kind: LeakKind
  readonly hint: RegExp
  readonly patterns: readonly RegExp[]
}
