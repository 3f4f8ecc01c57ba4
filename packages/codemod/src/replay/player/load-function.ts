import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createJiti } from 'jiti'
import type { Job, JobFault } from './job.ts'

/** Loads a module of the client, by its path in the revision. */
export type Load = (module: string) => Promise<unknown>

/** A fault of the job, on its way to whoever gave it. */
export class JobError extends Error {
  readonly fault: JobFault
  constructor(code: JobFault['code'], text: string, cause?: unknown) {
    super(text, { cause })
    this.fault = { code, text }
  }
}

/** What is to be called, with nothing left to give. */
export type Act = () => unknown

/** How the modules of a revision are loaded: TypeScript and JSX too, as no build is asked for. */
export function loaderOf({ root, cache }: Pick<Job, 'root' | 'cache'>): Load {
  const jiti = createJiti(join(root, 'index.js'), {
    fsCache: cache,
    jsx: true,
    interopDefault: true,
    tsconfigPaths: true,
  })
  return async module => {
    const file = join(root, module)
    if (!existsSync(file)) throw new JobError('no-such-module', `there is no ${module}`)
    try {
      return await jiti.import(file)
    } catch (error) {
      throw new JobError('module-fails', `${module} does not load: ${sentenceOf(error)}`, error)
    }
  }
}

/** The function of a job: an export by its name, a method by the way to it, or the `run` of the call itself. */
export async function functionOf(job: Job, load: Load, see: (name: string, value: unknown) => void): Promise<Act> {
  const { target, given, server } = job
  if (target === null) {
    const run = await ownRun(job)
    return () => run({ load, server, see })
  }
  const loaded = await load(target.module)
  const steps = target.function.split('.')
  const holder = steps.slice(0, -1).reduce(member, loaded)
  const found = member(holder, steps.at(-1) ?? '')
  if (typeof found !== 'function') {
    throw new JobError('no-such-function', `${target.module} has no function ${target.function}`)
  }
  return () => found.apply(holder, given)
}

type Run = (around: {
  readonly load: Load
  readonly server: string
  readonly see: (name: string, value: unknown) => void
}) => unknown

async function ownRun({ file, index, cache }: Job): Promise<Run> {
  const loaded = await createJiti(file, { fsCache: cache }).import(file)
  const value = member(loaded, 'default') ?? loaded
  const run = member(member(member(value, 'calls'), String(index)), 'run')
  if (typeof run !== 'function') throw new JobError('no-such-function', `call ${index + 1} has no run any more`)
  // What it does with what it is given is up to whoever wrote it.
  return run as Run
}

function member(value: unknown, name: string): unknown {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return undefined
  return Reflect.get(value, name)
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
}
