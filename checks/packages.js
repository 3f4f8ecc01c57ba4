// Packs each public package as it would be published and looks at the tarball: publint, are-the-types-wrong, the files
// that must be in it.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MUST_HAVE = ['package.json', 'README.md', 'LICENSE']

/** @param {string} folder */
export function publicPackages(folder) {
  return readdirSync(join(folder, 'packages'))
    .map(name => join(folder, 'packages', name))
    .filter(path => JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')).private !== true)
}

/**
 * The faults of one package, as sentences; none when it may be published.
 * @param {string} path
 */
export function faultsOfPackage(path) {
  const target = mkdtempSync(join(tmpdir(), 'problemshift-pack-'))
  try {
    execFileSync('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', target], { cwd: path, stdio: 'pipe' })
    const tarball = join(target, readdirSync(target).find(name => name.endsWith('.tgz')) ?? '')
    return [
      ...missingFiles(tarball),
      ...run('publint', ['--strict', tarball]),
      ...run('attw', ['--profile', 'esm-only', tarball]),
    ]
  } finally {
    rmSync(target, { recursive: true, force: true })
  }
}

/** @param {string} tarball */
function missingFiles(tarball) {
  const list = execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).split('\n')
  const faults = MUST_HAVE.filter(name => !list.includes(`package/${name}`)).map(name => `${name} is not packed`)
  const manifest = execFileSync('tar', ['-xzOf', tarball, 'package/package.json'], { encoding: 'utf8' })
  if (manifest.includes('./src/')) faults.push('package.json points at sources, which are not packed')
  return faults
}

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
function run(program, words) {
  const { status, stdout, stderr } = spawnSync(join(ROOT, 'node_modules/.bin', program), words, { encoding: 'utf8' })
  return status === 0 ? [] : [`${program} exits with ${status}:\n${stdout}${stderr}`]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folders = process.argv.length > 2 ? process.argv.slice(2) : publicPackages(ROOT)
  let failed = false
  for (const path of folders) {
    const faults = faultsOfPackage(path)
    failed ||= faults.length > 0
    console.log(`${faults.length === 0 ? 'ok' : 'FAULTS'} ${path}`)
    for (const fault of faults) console.error(fault)
  }
  process.exit(failed ? 1 : 0)
}
