import type { ChosenText } from './choose-text.ts'
import type { Leak } from '../legacy-error.ts'

/** Whether a text gives nothing away of what was found to leak. */
export function isSafe(text: string, leaks: readonly Leak[]): boolean {
  // Two characters are too few to give anything away, and stand in any sentence; the caller knows its own input.
  return leaks.every(leak => leak.kind === 'input' || leak.text.length < 3 || !text.includes(leak.text))
}

/** The text, or `null` where it gives something away. */
export function safeText(text: string | null, leaks: readonly Leak[]): string | null {
  return text !== null && isSafe(text, leaks) ? text : null
}

/** The text in its language, or `null` where it gives something away. */
export function safeChoice(chosen: ChosenText<string> | null, leaks: readonly Leak[]): ChosenText<string> | null {
  return chosen !== null && isSafe(chosen.text, leaks) ? chosen : null
}
