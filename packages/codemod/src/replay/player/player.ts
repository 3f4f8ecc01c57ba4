import { join } from 'node:path'
import process from 'node:process'
import { createJiti } from 'jiti'
import { type Outcome, type Plain, plain, thrown } from '../observation.ts'
import { withServer } from '../verification.ts'
import type { Job, Message, Watched } from './job.ts'
import { type Act, functionOf, JobError, loaderOf } from './load-function.ts'
import { redirect } from './redirect.ts'
import { refuseAllBut } from './refuse.ts'

// A program of its own: it plays one function of one revision against one server, tells what it saw, and ends.

const LEVELS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const
// What is sent or logged after the function has ended still counts, but nobody waits for it for ever.
const AFTERWARDS_MS = 300

const job: Job = JSON.parse(process.argv[2] ?? '')
const seen: { name: string; value: Plain }[] = []
const logged: { level: string; values: readonly Plain[] }[] = []
const uncaught: Plain[] = []
const refused = new Set<string>()
let outcome: Outcome = { kind: 'never-ended' }

for (const level of LEVELS)
  console[level] = (...values: readonly unknown[]) => void logged.push({ level, values: values.map(plain) })
process.on('uncaughtException', error => void uncaught.push(plain(error)))
process.on('unhandledRejection', error => void uncaught.push(plain(error)))
for (const [name, value] of Object.entries(job.env)) process.env[name] = String(withServer(value, job.server))
refuseAllBut(job.server, place => refused.add(place))
redirect(job.origins, job.server)

const act = await prepare()
if (act !== null) await play(act)

async function prepare(): Promise<Act | null> {
  try {
    if (job.setup !== null) await setUp(job.setup)
    return await functionOf(
      { ...job, given: job.given.map(value => withServer(value, job.server)) },
      loaderOf(job),
      see,
    )
  } catch (error) {
    if (!(error instanceof JobError)) throw error
    tell({ fault: error.fault })
    return null
  }
}

async function setUp(file: string): Promise<void> {
  try {
    await createJiti(join(job.root, 'index.js'), { fsCache: job.cache }).import(file)
  } catch (error) {
    throw new JobError('setup-fails', `the setup fails: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function see(name: string, value: unknown): void {
  seen.push({ name, value: plain(value) })
}

async function play(act: Act): Promise<void> {
  let isTold = false
  const finish = () => {
    if (isTold) return
    isTold = true
    tell({ watched: watched() })
  }
  // A promise that nothing will settle any more ends here too, without a wait.
  process.once('beforeExit', finish)
  process.once('exit', code => {
    if (!isTold) outcome = { kind: 'threw', name: 'process.exit', message: String(code), own: {} }
    finish()
  })
  const ended = async () => act()
  outcome = await ended().then(
    (value): Outcome => ({ kind: 'returned', value: plain(value) }),
    error => thrown(error),
  )
  setTimeout(finish, AFTERWARDS_MS).unref()
}

function watched(): Watched {
  return { outcome, seen, logged, uncaught, refused: [...refused] }
}

function tell(message: Message): void {
  process.send?.(message, () => process.exit(0))
}
