import process from 'node:process'

// What changes together is written without a break, so there is nothing to clean up: a signal comes before or behind it.
process.on('SIGINT', () => {
  if (isWatched) process.stderr.write('\r\x1b[2K')
  process.exit(130)
})
process.on('SIGTERM', () => process.exit(143))
process.on('SIGHUP', () => process.exit(129))

// Who reads only the head of a report has closed the pipe before its end.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// Nothing is shown where nobody looks at it: in a pipe, in a file, in CI.
const isWatched = process.stderr.isTTY === true && (process.env.CI ?? '') === ''

// Loaded behind the handlers, so that a signal is heard from the start.
const { main } = await import('./cli/main.ts')

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  isTerminal: process.stdout.isTTY === true,
  noColor: process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '',
  ...(process.stdout.columns === undefined ? {} : { columns: process.stdout.columns }),
  out: text => void process.stdout.write(text),
  error: text => void process.stderr.write(text),
  ...(isWatched && { progress: (text: string) => void process.stderr.write(text) }),
})
