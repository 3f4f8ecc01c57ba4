/** Breaks a sentence where the terminal ends; without a width, or for what has no blank, it stays as it is. */
export function wrap(text: string, indent: string, width: number | null): readonly string[] {
  if (width === null || width < MIN_WIDTH) return [indent + text]
  const lines: string[] = []
  let line = indent
  for (const word of text.split(' ')) {
    const isFirst = line.trim() === ''
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line)
      line = `${indent}  ${word}`
    } else line += isFirst ? word : ` ${word}`
  }
  return [...lines, line]
}

// Narrower than this nothing can be read anyway.
const MIN_WIDTH = 30
