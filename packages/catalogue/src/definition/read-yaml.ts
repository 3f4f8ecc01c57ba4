import {
  Composer,
  type CST,
  type Document,
  type Alias,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  Lexer,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { TextFacts } from '../fault.ts'
import {
  changedNumber,
  MAX_DEPTH,
  type Offset,
  type Offsets,
  setMember,
  type TextFinding,
  type TextResult,
} from './text-result.ts'

// A catalogue of 10,000 entries has about 200,000 values; aliases that make more than this are an attack or a mistake.
const MAX_VALUES = 1_000_000

// Broken text breaks again on the next line: more than this tells nobody anything.
const MAX_SYNTAX_FAULTS = 20

/** Reads YAML 1.2, with the offset of every value and key. */
export function readYaml(text: string): TextResult {
  const offsets: Offsets = new WeakMap()
  const failed = (findings: readonly TextFinding[]): TextResult => ({ value: undefined, offsets, findings })
  const tokens = tokensOf(text)
  if (typeof tokens === 'number') {
    return failed([{ facts: { code: 'too-deep', limit: MAX_DEPTH }, path: [], at: tokens, also: null }])
  }
  // Duplicate keys are found below: the library's own search is quadratic (10,000 keys took 2 s).
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false })
  const [document, second] = [...composer.compose(tokens, true, text.length)]
  if (document === undefined) return failed([])
  const wrong = syntaxFindings(text, document)
  if (wrong.length > 0) return failed(wrong)
  if (second !== undefined) {
    return failed([{ facts: { code: 'yaml-documents' }, path: [], at: second.range[0], also: null }])
  }
  // Nothing but comments: there is no value to speak of.
  if (document.contents === null) return failed([])
  const run: Run = {
    offsets,
    findings: [],
    anchors: new Map(),
    made: new Map(),
    open: new Set(),
    path: [],
    values: 0,
  }
  const value = makeValue(run, document.contents)
  return { value: run.findings.some(isFatal) ? undefined : value, offsets, findings: run.findings }
}

/**
 * The tokens of the text, or the offset where it becomes too deep. The composer goes down with the text, and where the
 * stack is full its regular expressions end the whole process; so the depth is watched before.
 */
function tokensOf(text: string): readonly CST.Token[] | number {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > MAX_DEPTH) return parser.offset
  }
  for (const token of parser.end()) tokens.push(token)
  return tokens
}

interface Run {
  readonly offsets: Offsets
  readonly findings: TextFinding[]
  readonly anchors: Map<string, Node>
  /** What each map and list became, so that an alias is the same value and not a copy, and how many values are in it. */
  readonly made: Map<Node, { readonly value: unknown; readonly values: number }>
  readonly open: Set<Node>
  readonly path: (string | number)[]
  /** The values so far, those behind aliases counted each time. */
  values: number
}

// One place is told once: a text that ends too early is open in many ways.
function syntaxFindings(text: string, document: Document.Parsed): readonly TextFinding[] {
  const errors = [...document.errors, ...document.warnings]
  const byPlace = new Map(errors.map(error => [error.pos[0], error] as const).reverse())
  const shown = [...byPlace.values()].reverse().slice(0, MAX_SYNTAX_FAULTS)
  return shown.map(error => ({
    facts: factsOf(error, text),
    path: [],
    at: openQuote(error, document) ?? error.pos[0],
    also: null,
  }))
}

// The library tells the end of the text; the quote that was left open is what a person looks for.
function openQuote({ code, pos }: YAMLError, document: Document.Parsed): number | null {
  if (code !== 'MISSING_CHAR') return null
  let open: number | null = null
  visit(document, {
    Scalar(_key, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[1] >= pos[0]) open = range[0]
    },
  })
  return open
}

function factsOf(error: YAMLError, text: string): TextFacts {
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab' }
    case 'TAG_RESOLVE_FAILED':
      return { code: 'yaml-tag', tag: text.slice(...error.pos) }
    default:
      return { code: 'yaml-syntax', cause: error.message }
  }
}

// Values that nobody can walk through must not reach the shape check.
function isFatal({ facts }: TextFinding): boolean {
  return facts.code === 'alias-cycle' || facts.code === 'alias-expansion'
}

function report(run: Run, facts: TextFacts, at: number, also: number | null = null): null {
  run.findings.push({ facts, path: [...run.path], at, also })
  return null
}

function makeValue(run: Run, node: unknown): unknown {
  if (isAlias(node)) return followAlias(run, node)
  if (!isNode(node)) return null
  if (node.anchor !== undefined) run.anchors.set(node.anchor, node)
  run.values += 1
  if (isScalar(node)) return scalarValue(run, node)
  if (!isMap(node) && !isSeq(node)) return null
  const before = run.values
  run.open.add(node)
  const value = isMap(node) ? objectOf(run, node) : listOf(run, node)
  run.open.delete(node)
  run.made.set(node, { value, values: run.values - before })
  return value
}

function scalarValue(run: Run, node: Scalar): unknown {
  const became = changedNumber(node.source ?? '', node.value)
  if (became !== null) report(run, { code: 'number-changed', came: node.source ?? '', became }, startOf(node))
  return node.value
}

// The library's own `resolve` searches the whole document each time; anchors come before their aliases, so one pass does.
function followAlias(run: Run, alias: Alias): unknown {
  const target = run.anchors.get(alias.source)
  if (target === undefined) return report(run, { code: 'alias-unknown', anchor: alias.source }, startOf(alias))
  if (run.open.has(target)) return report(run, { code: 'alias-cycle', anchor: alias.source }, startOf(alias))
  const made = run.made.get(target)
  if (made === undefined) return isScalar(target) ? target.value : null
  const before = run.values
  run.values += made.values
  if (run.values > MAX_VALUES && before <= MAX_VALUES) {
    report(run, { code: 'alias-expansion', limit: MAX_VALUES }, startOf(alias))
  }
  return made.value
}

function objectOf(run: Run, node: YAMLMap): object {
  const value: Record<string, unknown> = {}
  const members = new Map<string | number, { key: number; value: number }>()
  run.offsets.set(value, { start: startOf(node), members })
  for (const pair of node.items) {
    const key = startOf(pair.key)
    const name = keyOf(run, pair.key)
    if (name === null) continue
    const first = members.get(name)
    run.path.push(name)
    if (first === undefined) {
      members.set(name, { key, value: pair.value === null ? key : startOf(pair.value) })
      setMember(value, name, makeValue(run, pair.value))
    } else report(run, { code: 'duplicate-key', key: name }, key, first.key)
    run.path.pop()
  }
  return value
}

function listOf(run: Run, { items, range }: YAMLSeq): unknown[] {
  const members: Offset['members'] = new Map(
    items.map((item, at) => [at, { key: startOf(item), value: startOf(item) }] as const),
  )
  const value = items.map((item, at) => {
    run.path.push(at)
    const inner = makeValue(run, item)
    run.path.pop()
    return inner
  })
  run.offsets.set(value, { start: range?.[0] ?? 0, members })
  return value
}

function keyOf(run: Run, node: unknown): string | null {
  const at = startOf(node)
  if (isScalar(node) && node.value === '<<' && node.type === 'PLAIN') {
    return report(run, { code: 'yaml-merge-key' }, at)
  }
  if (isScalar(node) && typeof node.value === 'string') return node.value
  // `404:` and `true:` are names as they are written.
  if (isScalar(node) && node.value !== null && node.source !== undefined) return node.source
  if (isAlias(node)) return keyOf(run, run.anchors.get(node.source))
  const came = isMap(node) ? 'an object' : isSeq(node) ? 'a list' : 'nothing'
  return report(run, { code: 'key-not-text', came }, at)
}

function startOf(node: unknown): number {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0
}
