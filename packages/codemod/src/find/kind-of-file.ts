/** What a path is to us: `component` files are counted and reported, never changed. */
export type FileKind = 'source' | 'component' | 'none'

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/
const DECLARATION = /\.d\.(?:[a-z]+\.)?[cm]?ts$/
const COMPONENT = /\.(?:vue|svelte|astro)$/
const MINIFIED = /[.-]min\.[cm]?js$/
const FOREIGN =
  /(?:^|\/)(?:node_modules|bower_components|jspm_packages|\.yarn|\.pnp\.[cm]?js|third_party|vendor|vendored)(?:\/|$)/

/** Tells what a path is by its name alone. */
export function kindOfFile(path: string): FileKind {
  if (COMPONENT.test(path)) return FOREIGN.test(path) ? 'none' : 'component'
  if (!SOURCE.test(path) || DECLARATION.test(path) || MINIFIED.test(path)) return 'none'
  return FOREIGN.test(path) ? 'none' : 'source'
}

const GENERATED_PATH = /(?:^|\/)(?:__generated__|generated)\/|\.(?:generated|gen)\.[cm]?[jt]sx?$|(?:^|\/)dist\//
const GENERATED_HEAD = /@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto-?generated|automatically generated)\b/i

/** Whether a machine wrote the file: an edit in it would be lost, so its sites are kept. */
export function isGenerated(path: string, text: string): boolean {
  return GENERATED_PATH.test(path) || GENERATED_HEAD.test(text.slice(0, 600))
}

/** Whether the text was made small by a tool: no line that a person would read. */
export function isMinified(text: string): boolean {
  if (text.length < 5_000) return false
  const lines = text.split('\n', 51)
  return lines.length <= 50 && text.length / lines.length > 500
}
