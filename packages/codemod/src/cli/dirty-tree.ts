import { execFileSync } from 'node:child_process'

/** Whether git knows of changes here that are not committed. Where there is no git there is nothing to guard. */
export function isDirty(root: string): boolean {
  try {
    const args = ['-C', root, 'status', '--porcelain', '--untracked-files=no', '--', '.']
    return execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] }).length > 0
  } catch {
    return false
  }
}
