import process from 'node:process'
import { main } from './cli/main.ts'

// What changes together is written without a break, so there is nothing to clean up: a signal comes before or behind it.
process.on('SIGINT', () => process.exit(130))
process.on('SIGTERM', () => process.exit(143))
process.on('SIGHUP', () => process.exit(129))

process.exitCode = await main(process.argv.slice(2), {
  cwd: process.cwd(),
  isTerminal: process.stdout.isTTY === true,
  noColor: process.env.NO_COLOR !== undefined && process.env.NO_COLOR !== '',
  ...(process.stdout.columns === undefined ? {} : { columns: process.stdout.columns }),
  out: text => void process.stdout.write(text),
  error: text => void process.stderr.write(text),
})
