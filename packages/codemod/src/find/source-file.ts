import { closeSync, constants, openSync, readFileSync } from 'node:fs'

/** A file as it is edited: its text without the BOM, and what is needed to write the same bytes again. */
export interface SourceText {
  /** Relative to the root, with `/`. */
  readonly file: string
  readonly text: string
  readonly bom: boolean
}

export type SourceRead =
  | { readonly outcome: 'text'; readonly source: SourceText }
  | { readonly outcome: 'not-utf8' }
  | { readonly outcome: 'unreadable'; readonly cause: unknown }

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const BOM = '\uFEFF'

/** Reads a file to be parsed. Bytes that are not UTF-8 would be lost in a rewrite, so they are an outcome of their own. */
export function readSource(root: string, file: string): SourceRead {
  let bytes: Buffer
  try {
    bytes = readFileSync(`${root}/${file}`)
  } catch (cause) {
    return { outcome: 'unreadable', cause }
  }
  try {
    const text = DECODER.decode(bytes)
    const bom = text.startsWith(BOM)
    return { outcome: 'text', source: { file, text: bom ? text.slice(1) : text, bom } }
  } catch {
    return { outcome: 'not-utf8' }
  }
}

/** The bytes to write for a text that was read by `readSource`. */
export function encodeSource(text: string, bom: boolean): Buffer {
  return Buffer.from(bom ? BOM + text : text, 'utf8')
}

/** Opens without following a link: a link's target is listed under its own name, or is not ours. */
export function openNoFollow(path: string): number | null {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW)
  } catch {
    return null
  }
}

export { closeSync }
