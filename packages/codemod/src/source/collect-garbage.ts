import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives back the memory of trees that were let go. Left to itself the engine lets the heap grow to several times of what
 * is in use before it looks: on 3,600 files that was 800 MB for 130.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
}
