import { heldBy, member } from './members.ts'
import { UNSURE } from './message-words.ts'
import { isClassName, isToken, textOf } from './texts.ts'

/** The single word in place of a sentence: `error: "Taken"`. */
export function findWord(layers: readonly unknown[]): string | undefined {
  for (const layer of layers) {
    for (const key of heldBy(layer, UNSURE)) {
      const text = key === 'status' ? null : textOf(member(layer, key))
      if (text !== null && isToken(text) && !isClassName(text)) return text
    }
  }
  return undefined
}
