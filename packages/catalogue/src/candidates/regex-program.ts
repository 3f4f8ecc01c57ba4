import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import type { CharSet } from 'refa'
import { anyChar, charsOf, lineEnds, type SetFlags } from './regex-charset.ts'
import { Undecided } from './undecided.ts'

/** Nodes of one program: `a{1000}` has a thousand. */
const NODE_LIMIT = 20_000

/** Groups in each other: the builder recurses. */
const DEPTH_LIMIT = 400

/** A pattern as a graph. Node 0 is the end; every other node leads on. */
type ProgramNode =
  | { readonly kind: 'end' }
  | { readonly kind: 'char'; readonly set: number; readonly to: number }
  | { readonly kind: 'split'; readonly to: readonly number[] }
  | { readonly kind: 'look'; readonly look: number; readonly negate: boolean; readonly to: number }

/** Where the graph of a look-around starts; that of a look-behind begins with a loop over what stands before it. */
interface Look {
  readonly kind: 'ahead' | 'behind'
  readonly start: number
}

/** `looks` lists what is inside before what is around it. All assertions are looks: `$` is `(?![^])`. */
export interface Program {
  readonly nodes: readonly ProgramNode[]
  readonly sets: readonly CharSet[]
  readonly looks: readonly Look[]
  readonly start: number
  /** Whether characters are code points. */
  readonly unicode: boolean
}

export const END = 0

/** Reads a pattern whose match may begin anywhere, or at the start only where the flag `y` or a `^` says so. */
export function compileSearch(source: string, flags: string): Program {
  const { pattern, setFlags, sticky } = parse(source, flags)
  const builder = new ProgramBuilder(source, flags)
  const body = builder.alternatives(pattern.alternatives, END, setFlags)
  const anchored = sticky || (!setFlags.multiline && isAnchored(pattern.alternatives))
  if (anchored) return builder.program(body, setFlags)
  // V8 tries an empty match between the halves of a pair, which the specification does not: `/\B/u` on `a😀`.
  if (setFlags.unicode !== '' && builder.isEmptyByLooks(body))
    throw new Undecided({ code: 'engines-differ', source, flags })
  return builder.program(builder.anywhere(body, setFlags), setFlags)
}

/** Reads a pattern that has to match from where it starts. */
export function compilePrefix(source: string, flags: string): Program {
  const { pattern, setFlags } = parse(source, flags)
  const builder = new ProgramBuilder(source, flags)
  return builder.program(builder.alternatives(pattern.alternatives, END, setFlags), setFlags)
}

interface ParsedPattern {
  readonly pattern: AST.Pattern
  readonly setFlags: SetFlags
  readonly sticky: boolean
}

function parse(source: string, flags: string): ParsedPattern {
  try {
    const parsed = parseLiteral(source, flags)
    visitRegExpAST(parsed.pattern, {
      onBackreferenceEnter() {
        throw new Undecided({ code: 'back-reference', source, flags })
      },
    })
    return parsed
  } catch (fault) {
    if (fault instanceof Undecided) throw fault
    if (fault instanceof SyntaxError) throw new Undecided({ code: 'regex-invalid', source, flags })
    // The parser recurses: thousands of groups in each other are a matter of cost, not of syntax.
    if (fault instanceof RangeError) throw new Undecided({ code: 'budget', steps: NODE_LIMIT })
    throw fault
  }
}

function parseLiteral(source: string, flags: string): ParsedPattern {
  const parser = new RegExpParser()
  const { unicode: u, unicodeSets: v, ignoreCase, dotAll, multiline, sticky } = parser.parseFlags(flags)
  const pattern = parser.parsePattern(source, 0, source.length, { unicode: u, unicodeSets: v })
  return { pattern, setFlags: { ignoreCase, dotAll, multiline, unicode: v ? 'v' : u ? 'u' : '' }, sticky }
}

// Only a hint that saves states: a `^` that this does not see is decided as any other look-behind.
function isAnchored(alternatives: readonly AST.Alternative[]): boolean {
  return alternatives.every(({ elements: [first] }) => {
    if (first?.type === 'Group' || first?.type === 'CapturingGroup') {
      return !('modifiers' in first && first.modifiers) && isAnchored(first.alternatives)
    }
    return first?.type === 'Assertion' && first.kind === 'start'
  })
}

class ProgramBuilder {
  readonly #source: string
  readonly #flags: string
  readonly #nodes: ProgramNode[] = [{ kind: 'end' }]
  readonly #sets: CharSet[] = []
  readonly #setIds = new Map<string, number>()
  readonly #looks: Look[] = []
  readonly #edgeLooks = new Map<string, number>()
  #depth = 0

  constructor(source: string, flags: string) {
    this.#source = source
    this.#flags = flags
  }

  program(start: number, flags: SetFlags): Program {
    return { nodes: this.#nodes, sets: this.#sets, looks: this.#looks, start, unicode: flags.unicode !== '' }
  }

  /** Whether nothing at all can match, but only where some assertion holds. */
  isEmptyByLooks(body: number): boolean {
    return this.#reachesEnd(body, true) && !this.#reachesEnd(body, false)
  }

  #reachesEnd(from: number, overLooks: boolean): boolean {
    const reached = new Set([from])
    for (const at of reached) {
      const node = this.#nodes[at]
      if (node?.kind === 'split') for (const to of node.to) reached.add(to)
      if (overLooks && node?.kind === 'look') reached.add(node.to)
    }
    return reached.has(END)
  }

  /** A loop over anything before `body`. */
  anywhere(body: number, flags: SetFlags): number {
    return this.#loop(to => this.#chars(anyChar(flags), to), body)
  }

  alternatives(alternatives: readonly AST.Alternative[], to: number, flags: SetFlags): number {
    this.#depth += 1
    if (this.#depth > DEPTH_LIMIT) throw this.#tooBig()
    const entry = this.#split(alternatives.map(alternative => this.#concatenation(alternative.elements, to, flags)))
    this.#depth -= 1
    return entry
  }

  #concatenation(elements: readonly AST.Element[], to: number, flags: SetFlags): number {
    return elements.reduceRight((next, element) => this.#element(element, next, flags), to)
  }

  #element(element: AST.Element, to: number, flags: SetFlags): number {
    switch (element.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass':
        if (hasStrings(element))
          throw new Undecided({ code: 'regex-unsupported', source: this.#source, flags: this.#flags })
        return this.#chars(charsOf(element, flags), to)
      case 'CapturingGroup':
        return this.alternatives(element.alternatives, to, flags)
      case 'Group':
        return this.alternatives(element.alternatives, to, modified(flags, element.modifiers))
      case 'Quantifier':
        return this.#quantifier(element, to, flags)
      case 'Assertion':
        return this.#assertion(element, to, flags)
      case 'Backreference':
        throw new Undecided({ code: 'back-reference', source: this.#source, flags: this.#flags })
      default:
        return element satisfies never
    }
  }

  // Lazy or greedy is the same language, and so are empty rounds, which JS leaves out.
  #quantifier({ element, min, max }: AST.Quantifier, to: number, flags: SetFlags): number {
    const once = (next: number) => this.#element(element, next, flags)
    if (max !== Number.POSITIVE_INFINITY && max - min > NODE_LIMIT) throw this.#tooBig()
    let next = max === Number.POSITIVE_INFINITY ? this.#loop(once, to) : to
    for (let count = min; max !== Number.POSITIVE_INFINITY && count < max; count++) {
      next = this.#split([once(next), to])
    }
    for (let count = 0; count < min; count++) {
      const before = once(next)
      // Nothing in it: a million rounds of it are nothing too.
      if (before === next) break
      next = before
    }
    return next
  }

  #assertion(element: AST.Assertion, to: number, flags: SetFlags): number {
    switch (element.kind) {
      case 'start':
        return this.#look({ look: this.#edge('behind', lineChar(flags), flags), negate: true, to })
      case 'end':
        return this.#look({ look: this.#edge('ahead', lineChar(flags), flags), negate: true, to })
      case 'word': {
        const word = charsOf({ type: 'Word' }, flags)
        const before = this.#edge('behind', word, flags)
        const after = this.#edge('ahead', word, flags)
        const both = (left: boolean, right: boolean) =>
          this.#look({ look: before, negate: !left, to: this.#look({ look: after, negate: !right, to }) })
        return this.#split([both(true, element.negate), both(false, !element.negate)])
      }
      case 'lookahead':
      case 'lookbehind': {
        const body = this.alternatives(element.alternatives, END, flags)
        const ahead = element.kind === 'lookahead'
        const start = ahead ? body : this.anywhere(body, flags)
        this.#looks.push({ kind: ahead ? 'ahead' : 'behind', start })
        return this.#look({ look: this.#looks.length - 1, negate: element.negate, to })
      }
      default:
        return element satisfies never
    }
  }

  /** The look at the one character before or behind a position. */
  #edge(kind: Look['kind'], chars: CharSet, flags: SetFlags): number {
    const key = `${kind} ${this.#setId(chars)}`
    const known = this.#edgeLooks.get(key)
    if (known !== undefined) return known
    const body = this.#chars(chars, END)
    this.#looks.push({ kind, start: kind === 'ahead' ? body : this.anywhere(body, flags) })
    this.#edgeLooks.set(key, this.#looks.length - 1)
    return this.#looks.length - 1
  }

  #chars(chars: CharSet, to: number): number {
    return this.#add({ kind: 'char', set: this.#setId(chars), to })
  }

  #look(look: { look: number; negate: boolean; to: number }): number {
    return this.#add({ kind: 'look', ...look })
  }

  #split(to: readonly number[]): number {
    const [only] = to
    return to.length === 1 && only !== undefined ? only : this.#add({ kind: 'split', to })
  }

  #loop(once: (to: number) => number, to: number): number {
    const targets = [to]
    const loop = this.#add({ kind: 'split', to: targets })
    targets.unshift(once(loop))
    return loop
  }

  #add(node: ProgramNode): number {
    if (this.#nodes.length >= NODE_LIMIT) throw this.#tooBig()
    this.#nodes.push(node)
    return this.#nodes.length - 1
  }

  #setId(chars: CharSet): number {
    const key = chars.ranges.map(range => `${range.min}-${range.max}`).join()
    const known = this.#setIds.get(key)
    if (known !== undefined) return known
    this.#setIds.set(key, this.#sets.length)
    return this.#sets.push(chars) - 1
  }

  #tooBig(): Undecided {
    return new Undecided({ code: 'budget', steps: NODE_LIMIT })
  }
}

/** Every character for an edge of the text, or of a line under the flag `m`. */
function lineChar(flags: SetFlags): CharSet {
  return flags.multiline ? lineEnds(flags).negate() : anyChar(flags)
}

function modified(flags: SetFlags, modifiers: AST.Modifiers | null): SetFlags {
  if (modifiers === null) return flags
  const { add, remove } = modifiers
  const on = (name: 'ignoreCase' | 'dotAll' | 'multiline') => (flags[name] || add[name]) && !remove?.[name]
  return { ...flags, ignoreCase: on('ignoreCase'), dotAll: on('dotAll'), multiline: on('multiline') }
}

// `\q{ab}` and properties of strings match more than one character.
function hasStrings(
  element: AST.Character | AST.CharacterSet | AST.CharacterClass | AST.ExpressionCharacterClass,
): boolean {
  let found = element.type === 'CharacterSet' && element.kind === 'property' && element.strings
  visitRegExpAST(element, {
    onClassStringDisjunctionEnter() {
      found = true
    },
    onCharacterSetEnter(set) {
      if (set.kind === 'property' && set.strings) found = true
    },
  })
  return found
}
