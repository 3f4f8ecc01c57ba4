import { readFileSync } from 'node:fs'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { run } from './cli/run.ts'

// A reader that went away (`… | head`) wants no more, and that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', error => {
    if ('code' in error && error.code === 'EPIPE') process.exit()
    throw error
  })
}

const { output, notes, exitCode } = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  version: readVersion(),
  colour: mayColour(),
  width: process.stdout.columns ?? 80,
  readInput: () => text(process.stdin),
})
process.exitCode = exitCode
process.stderr.write(notes)
process.stdout.write(output)

// https://no-color.org: set and not empty. FORCE_COLOR is for a program that shows our output on its own terminal.
function mayColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR) return FORCE_COLOR !== '0'
  return process.stdout.isTTY === true && TERM !== 'dumb'
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return String(Object(manifest).version)
}
