import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const COMMAND = /\bnpx -y pnpm@12 ([a-z][\w:-]*)/g

/** The commands of this workspace that a page names and that are neither a script nor a program that is installed. */
export function missingCommands(markdown: string, root: string): readonly string[] {
  const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
  const named = [...markdown.matchAll(COMMAND)].map(([, name = '']) => name)
  return named.filter(name => !scripts.includes(name) && !existsSync(join(root, 'node_modules/.bin', name)))
}
