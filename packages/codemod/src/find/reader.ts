import { lstatSync, readSync } from 'node:fs'
import { closeSync, openNoFollow } from './source-file.ts'

// Opening, reading and closing 11,077 files into one buffer took 50 ms; `readFileSync` 66, promises four times as much.
/** Reads files into one buffer: what it gives is only good until the next file. */
export function readerOf(): (path: string) => Buffer | null {
  let buffer = Buffer.allocUnsafe(1 << 20)
  return path => {
    const handle = openNoFollow(path)
    if (handle === null) return null
    try {
      let length = 0
      for (;;) {
        const count = readSync(handle, buffer, length, buffer.length - length, null)
        length += count
        if (count === 0 || length < buffer.length) return buffer.subarray(0, length)
        const wider = Buffer.allocUnsafe(buffer.length * 2)
        buffer.copy(wider)
        buffer = wider
      }
    } catch {
      return null
    } finally {
      closeSync(handle)
    }
  }
}

/** Whether a file that gave nothing is one: not a link, whose target has a name of its own, and not a folder. */
export function isShutOff(path: string): boolean {
  try {
    return lstatSync(path).isFile()
  } catch {
    return false
  }
}
