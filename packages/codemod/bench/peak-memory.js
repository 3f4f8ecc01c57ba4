// Preloaded into a process that is measured: its largest resident size goes to stderr, in kilobytes.
import { writeSync } from 'node:fs'
import process from 'node:process'

process.on('exit', () => writeSync(2, `peak ${process.resourceUsage().maxRSS}\n`))
