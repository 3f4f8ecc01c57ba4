import { harmless, type Paint } from './paint.ts'

/** The line of a fault with its neighbours and a caret under the place. */
export function printFrame(text: string, line: number, column: number, width: number, paint: Paint): string | null {
  const all = text.replace(/^\uFEFF/, '').split(/\r\n|[\n\r]/)
  if (all[line - 1] === undefined) return null
  const first = Math.max(1, line - 1)
  const shown = all.slice(first - 1, line + 1)
  const gutter = String(first + shown.length - 1).length
  const room = Math.max(20, width - gutter - 7)
  const start = windowStart(column, room)
  const rows = shown.flatMap((content, at) => {
    const number = first + at
    const row = `  ${String(number).padStart(gutter)} | ${printLine(content, start, room)}`.trimEnd()
    if (number !== line) return content.trim() === '' ? [] : [paint.dim(row)]
    const before = printLine(content.slice(0, column - 1), start, room)
    const blank = before.replace(/[^\t]/g, ' ')
    return [row, `${paint.dim(`  ${' '.repeat(gutter)} |`)} ${blank}${paint.red('^')}`]
  })
  return rows.join('\n')
}

// A long line is shown around the place.
function windowStart(column: number, room: number): number {
  return column <= room - 10 ? 0 : column - Math.floor(room / 2)
}

function printLine(content: string, start: number, room: number): string {
  const part = content.slice(start, start + room)
  return harmless(start > 0 && part !== '' ? `…${part.slice(1)}` : part)
}
