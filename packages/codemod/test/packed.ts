import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PACKAGES = fileURLToPath(new URL('../../', import.meta.url))

/** A folder in which the packages are installed as they would be published, with what they depend on. */
export function installPacked(): string {
  const root = mkdtempSync(join(tmpdir(), 'problemshift-packed-'))
  const modules = join(root, 'node_modules')
  for (const name of ['catalogue', 'codemod']) {
    const source = join(PACKAGES, name)
    unpack(source, join(modules, '@problemshift', name))
    linkAll(join(source, 'node_modules'), modules)
  }
  return root
}

function unpack(source: string, target: string): void {
  mkdirSync(target, { recursive: true })
  execFileSync('npx', ['-y', 'pnpm@12', 'pack', '--pack-destination', target], { cwd: source, stdio: 'pipe' })
  const [tarball = ''] = readdirSync(target)
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: target })
  rmSync(join(target, tarball))
}

function linkAll(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (name.startsWith('.') || name === '@problemshift') continue
    if (name.startsWith('@')) {
      mkdirSync(join(to, name), { recursive: true })
      linkAll(join(from, name), join(to, name))
    } else if (!existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name))
  }
}
