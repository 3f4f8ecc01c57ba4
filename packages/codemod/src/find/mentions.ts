import { readerOf } from './prefilter.ts'

/** Whether any of these files holds one of the words: then it may hold what is read of an answer. */
export function mentionsAny(root: string, files: readonly string[], words: readonly string[]): boolean {
  const read = readerOf()
  const needles = words.map(word => Buffer.from(word))
  return files.some(file => {
    const bytes = read(`${root}/${file}`)
    return bytes !== null && needles.some(needle => bytes.includes(needle))
  })
}
