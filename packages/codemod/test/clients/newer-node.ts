import { execFileSync } from 'node:child_process'
import { env, execPath, versions } from 'node:process'

/** A Node of at least this version: this one, one that PROBLEMSHIFT_NEWER_NODE names, or one that is called so; else `null`. */
export function findNode(major: number): string | null {
  if (Number.parseInt(versions.node, 10) >= major) return execPath
  const named = env.PROBLEMSHIFT_NEWER_NODE
  const candidates = [...(named === undefined ? [] : [named]), 'node22', 'node24', 'node26']
  return candidates.find(candidate => (majorOf(candidate) ?? 0) >= major) ?? null
}

function majorOf(node: string): number | null {
  try {
    return Number.parseInt(execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }), 10)
  } catch {
    return null
  }
}
