// `pnpm example <folder>`: copies the example into an empty folder, with the packages of this clone as its own. What is
// tried there changes nothing here.
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Puts an example into a folder, and what it imports beside it. @param {string} name @param {string} folder */
export function copyExample(name, folder) {
  mkdirSync(folder, { recursive: true })
  cpSync(join(HERE, name), folder, { recursive: true })
  const packages = join(folder, 'node_modules')
  // A junction: on Windows a link to a folder needs no rights then.
  if (!existsSync(packages)) symlinkSync(join(HERE, '../packages/fixtures/node_modules'), packages, 'junction')
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [asked] = process.argv.slice(2)
  if (asked === undefined) fail('say which folder: npx -y pnpm@12 example ../lending')
  // pnpm runs a script in the folder of its package; what was asked for is meant from where it was asked.
  const folder = resolve(process.env.INIT_CWD ?? '.', asked)
  if (existsSync(folder) && readdirSync(folder).length > 0) fail(`${folder} is not empty`)
  copyExample('lending', folder)
  console.log(`The lending library is in ${folder}`)
}

/** @param {string} why @returns {never} */
function fail(why) {
  console.error(why)
  process.exit(2)
}
