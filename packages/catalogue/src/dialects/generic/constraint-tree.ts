import type { PathSegment } from '../../legacy-error.ts'
import { type FoundField, MAX_FIELDS } from './found-field.ts'
import { isList, isRecord } from './members.ts'
import { textOf } from './texts.ts'

const MAX_DEPTH = 24

/** class-validator's own errors: `{ property, constraints: { isEmail: "…" }, children: [...] }`. */
export function readConstraints(list: readonly unknown[]): readonly FoundField[] {
  const found: FoundField[] = []
  for (const part of list.slice(0, MAX_FIELDS)) walk(part, [], 0, found)
  return found
}

function walk(value: unknown, parents: readonly PathSegment[], depth: number, found: FoundField[]): void {
  if (!isRecord(value) || depth > MAX_DEPTH || found.length >= MAX_FIELDS) return
  const { property, constraints, children } = value
  if (typeof property !== 'string' || !(isRecord(constraints) || isList(children))) return
  const path = [...parents, /^\d+$/.test(property) ? Number(property) : property]
  if (isRecord(constraints)) {
    for (const [code, text] of Object.entries(constraints).slice(0, 50)) {
      const message = textOf(text)
      if (message !== null) found.push({ scope: null, path, code, message })
    }
  }
  if (isList(children)) for (const child of children.slice(0, MAX_FIELDS)) walk(child, path, depth + 1, found)
}
