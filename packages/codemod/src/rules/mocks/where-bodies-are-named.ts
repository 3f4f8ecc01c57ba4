import type { Tracer } from '../../detect/tracer.ts'
import { readSource } from '../../find/source-file.ts'
import { mayReplay } from './replaying-files.ts'

const NAMES = [".json'", '.json"', '.json`', 'fixture:']
const NAMED = /\.json['"`]|fixture:/

/** The files that replay answers whose bodies stand in files of their own: no word of the catalogue is in them. */
export function filesNamingBodies(t: Tracer, wanted: ReadonlySet<string>): readonly string[] {
  const named = new Set(NAMES.flatMap(name => t.project.holding(name)))
  return [...named].filter(file => wanted.has(file) && isReplaying(t.project.root, file)).sort()
}

/** Whether a file is one of them, by its name and its text. */
export function namesBodies(file: string, text: string): boolean {
  return NAMED.test(text) && mayReplay(file, text)
}

function isReplaying(root: string, file: string): boolean {
  const read = readSource(root, file)
  return read.outcome === 'text' && mayReplay(file, read.source.text)
}
