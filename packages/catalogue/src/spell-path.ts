import { parsePath } from './dialects/generic/field-path.ts'
import { inputPath, writePath } from './problem/field-path.ts'

/** A field's path as v1 wrote it, in whatever notation, in that of the contract: `items.0.name` is `items[0].name`. */
export function spellPath(text: string): string {
  return writePath(inputPath(parsePath(text)))
}
