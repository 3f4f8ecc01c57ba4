import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from 'yaml'
import type { TextFacts } from '../fault.ts'
import { MAX_DEPTH, type Offset, type Offsets, setMember, type TextFinding, type TextResult } from './text-result.ts'

// A catalogue of 10,000 entries has about 200,000 values; aliases that make more than this are an attack or a mistake.
const MAX_VALUES = 1_000_000

// Broken text breaks again on the next line: more than this tells nobody anything.
const MAX_SYNTAX_FAULTS = 20

/** Reads YAML 1.2, with the offset of every value and key. */
export function readYaml(text: string): TextResult {
  const offsets: Offsets = new WeakMap()
  try {
    // Duplicate keys are found below: the library's own search is quadratic (10,000 keys took 2 s).
    const document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
    const wrong = [...document.errors, ...document.warnings].map(findingOf)
    if (wrong.length > 0) return { value: undefined, offsets, findings: wrong.slice(0, MAX_SYNTAX_FAULTS) }
    const run: Run = { document, offsets, findings: [], made: new Map(), sizes: new Map(), open: new Set() }
    const value = makeValue(run, document.contents, 0)
    return { value: run.findings.some(isFatal) ? undefined : value, offsets, findings: run.findings }
  } catch (error) {
    // The parser goes down with the text; the depth that ends the stack is far beyond ours.
    if (error instanceof RangeError) return { value: undefined, offsets, findings: [tooDeep(0)] }
    throw error
  }
}

interface Run {
  readonly document: Document
  readonly offsets: Offsets
  readonly findings: TextFinding[]
  /** What each node became, so that an alias is the same value and not a copy. */
  readonly made: Map<Node, unknown>
  /** How many values each node holds when its aliases are followed. */
  readonly sizes: Map<Node, number>
  readonly open: Set<Node>
}

function findingOf(error: YAMLError): TextFinding {
  return { facts: factsOf(error), at: error.pos[0], also: null }
}

function factsOf(error: YAMLError): TextFacts {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab' }
    case 'MULTIPLE_DOCS':
      return { code: 'yaml-documents' }
    case 'TAG_RESOLVE_FAILED':
      return { code: 'yaml-tag', tag: /!\S*/.exec(error.message)?.[0] ?? error.message }
    default:
      return { code: 'yaml-syntax', cause: error.message }
  }
}

// Values that nobody can walk through must not reach the shape check.
function isFatal({ facts }: TextFinding): boolean {
  return facts.code === 'alias-cycle' || facts.code === 'alias-expansion' || facts.code === 'too-deep'
}

function tooDeep(at: number): TextFinding {
  return { facts: { code: 'too-deep', limit: MAX_DEPTH }, at, also: null }
}

function makeValue(run: Run, node: unknown, depth: number): unknown {
  if (isAlias(node)) {
    const target = node.resolve(run.document)
    if (target !== undefined && !run.open.has(target)) return makeValue(run, target, depth)
    const code = target === undefined ? 'alias-unknown' : 'alias-cycle'
    run.findings.push({ facts: { code, anchor: node.source }, at: startOf(node), also: null })
    return null
  }
  if (isScalar(node)) return node.value
  if (!isMap(node) && !isSeq(node)) return null
  if (run.made.has(node)) return run.made.get(node)
  if (depth >= MAX_DEPTH) {
    run.findings.push(tooDeep(startOf(node)))
    return null
  }
  run.open.add(node)
  const value = isMap(node) ? objectOf(run, node, depth) : listOf(run, node.items, startOf(node), depth)
  run.open.delete(node)
  run.made.set(node, value)
  count(run, node)
  return value
}

function objectOf(run: Run, node: YAMLMap, depth: number): object {
  const value: Record<string, unknown> = {}
  const members = new Map<string | number, { key: number; value: number }>()
  run.offsets.set(value, { start: startOf(node), members })
  for (const pair of node.items) {
    const key = startOf(pair.key)
    const name = keyOf(run, pair.key)
    if (name === null) continue
    const first = members.get(name)
    if (first !== undefined) {
      run.findings.push({ facts: { code: 'duplicate-key', key: name }, at: key, also: first.key })
      continue
    }
    members.set(name, { key, value: pair.value === null ? key : startOf(pair.value) })
    setMember(value, name, makeValue(run, pair.value, depth + 1))
  }
  return value
}

function listOf(run: Run, items: readonly unknown[], start: number, depth: number): unknown[] {
  const members: Offset['members'] = new Map(
    items.map((item, at) => [at, { key: startOf(item), value: startOf(item) }] as const),
  )
  const value = items.map(item => makeValue(run, item, depth + 1))
  run.offsets.set(value, { start, members })
  return value
}

function keyOf(run: Run, node: unknown): string | null {
  const at = startOf(node)
  if (isScalar(node) && node.value === '<<' && node.type === 'PLAIN') {
    run.findings.push({ facts: { code: 'yaml-merge-key' }, at, also: null })
    return null
  }
  if (isScalar(node) && typeof node.value === 'string') return node.value
  // `404:` and `true:` are names as they are written.
  if (isScalar(node) && node.value !== null && node.source !== undefined) return node.source
  const came = isMap(node) ? 'an object' : isSeq(node) ? 'a list' : isAlias(node) ? 'an alias' : 'nothing'
  run.findings.push({ facts: { code: 'key-not-text', came }, at, also: null })
  return null
}

function startOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0
}

function count(run: Run, node: Node): void {
  const inner: readonly unknown[] = isMap(node) ? node.items.map(pair => pair.value) : isSeq(node) ? node.items : []
  let size = 1
  for (const item of inner) {
    const target = isAlias(item) ? item.resolve(run.document) : item
    size += isMap(target) || isSeq(target) ? (run.sizes.get(target) ?? 1) : 1
  }
  run.sizes.set(node, size)
  if (size <= MAX_VALUES || run.findings.some(finding => finding.facts.code === 'alias-expansion')) return
  run.findings.push({ facts: { code: 'alias-expansion', limit: MAX_VALUES }, at: startOf(node), also: null })
}
