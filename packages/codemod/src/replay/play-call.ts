import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Exchange } from './exchange.ts'
import { mapTexts } from './map-texts.ts'
import type { Plain, SeenRequest } from './observation.ts'
import type { Job, JobFault, Message, Watched } from './player/job.ts'
import type { ReplayServer } from './replay-server.ts'
import type { Verification } from './verification.ts'

/** All that a caller of the function, or a reader of its log, could see. */
export interface Seen extends Pick<Watched, 'outcome' | 'seen' | 'logged' | 'uncaught'> {
  /** What went to the terminal past the console. */
  readonly printed: readonly string[]
  readonly requests: readonly SeenRequest[]
}

/** A call that was played, or why it was not. */
export type PlayedCall =
  | {
      readonly outcome: 'played'
      readonly observation: Seen
      readonly exchanges: readonly Exchange[]
      readonly refused: readonly string[]
    }
  | { readonly outcome: 'fault'; readonly fault: JobFault }

export interface PlaySettings {
  readonly verification: Verification
  /** The revision of the client. */
  readonly root: string
  readonly open: () => Promise<ReplayServer>
  /** Where compiled modules are kept from one process to the next. */
  readonly cache: string
}

// Addresses and places that are another on each side, and mean the same.
const ANY_SERVER = 'http://api.example'
const ANY_ROOT = '‹client›'
const STACK_LINE = /^\s*at .*$\n?/gm

// A program: from the sources it is what the last build made of them, as with the bin.
const PLAYER = fileURLToPath(new URL('../../dist/replay/player/player.js', import.meta.url))

/** Plays one call of one revision in a process of its own, against a server of its own. */
export async function playCall(settings: PlaySettings, index: number): Promise<PlayedCall> {
  const { verification, root, open, cache } = settings
  const call = verification.calls[index]
  if (call === undefined) throw new Error(`there is no call ${index}`)
  const server = await open()
  const { file, baseUrls, env, setup, timeoutMs } = verification
  const { target, given } = call
  const origins = baseUrls.flatMap(url => (URL.canParse(url) ? [new URL(url).origin] : []))
  const job: Job = { root, target, file, index, given, server: server.url, origins, env, setup, cache }
  const { message, printed } = await runProcess(job, timeoutMs)
  await server.close()
  if (message !== null && 'fault' in message) return { outcome: 'fault', fault: message.fault }
  const { refused, ...watched } = message?.watched ?? NOTHING_BUT_SILENCE
  const observation: Seen = { ...watched, printed, requests: requestsOf(server.exchanges) }
  return {
    outcome: 'played',
    observation: mapTexts(observation, text => withoutPlaces(text, server.url, root)),
    exchanges: server.exchanges,
    refused,
  }
}

const NOTHING_BUT_SILENCE: Watched = {
  outcome: { kind: 'never-ended' },
  seen: [],
  logged: [],
  uncaught: [] as readonly Plain[],
  refused: [],
}

interface Ended {
  /** `null`: it was stopped before it told anything. */
  readonly message: Message | null
  readonly printed: readonly string[]
}

function runProcess(job: Job, timeoutMs: number): Promise<Ended> {
  return new Promise(done => {
    const child = fork(PLAYER, [JSON.stringify(job)], {
      cwd: job.root,
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let message: Message | null = null
    let text = ''
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs)
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => (text += String(chunk)))
    // Only our own program speaks on this channel.
    child.on('message', told => (message = told as Message))
    child.on('close', () => {
      clearTimeout(timer)
      done({ message, printed: text === '' ? [] : text.trimEnd().split('\n') })
    })
  })
}

function withoutPlaces(text: string, server: string, root: string): string {
  return text
    .replace(STACK_LINE, '')
    .replaceAll(server, ANY_SERVER)
    .replaceAll(server.replace('http://', ''), 'api.example')
    .replaceAll(root, ANY_ROOT)
}

function requestsOf(exchanges: readonly Exchange[]): readonly SeenRequest[] {
  return exchanges.map(({ method, path, body, startedAt }, index) => ({
    method,
    path,
    body,
    retryAfter: pauseBefore(startedAt, exchanges[index - 1]),
  }))
}

function pauseBefore(startedAt: number, previous: Exchange | undefined): SeenRequest['retryAfter'] {
  const asked = Number(previous?.headers['retry-after'])
  if (previous === undefined || !Number.isFinite(asked)) return 'none'
  // Timers may fire a little early.
  return startedAt - previous.endedAt >= asked * 1000 - 20 ? 'kept' : 'ignored'
}
