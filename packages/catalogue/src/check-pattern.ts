import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import { analyse } from 'scslre'
import { hasAmbiguousLoop } from './pattern/ambiguous-loop.ts'
import { positionsOf } from './pattern/positions.ts'
import { widened } from './pattern/widened.ts'
import { type HoleAutomaton, holeAutomaton, isWithin } from './match/hole-automaton.ts'

/** Why the pattern of a hole, `{name:/pattern/}`, cannot be used. `came` is the part that is at fault. */
export interface PatternFault {
  readonly code:
    | 'pattern-syntax'
    | 'pattern-too-large'
    | 'pattern-look-around'
    | 'pattern-anchor'
    | 'pattern-back-reference'
    | 'pattern-named-group'
    | 'pattern-empty'
    | 'pattern-nothing'
    | 'pattern-line-break'
    | 'pattern-super-linear'
  readonly came: string
}

// Longer patterns are programs; nobody can see what they match.
const LONGEST = 500
const MOST_STATES = 500
const MOST_POSITIONS = 1000
const LINE_BREAKS = [0x0a, 0x0d, 0x2028, 0x2029]

/**
 * What is wrong with the pattern of a hole, or `null`. A hole's language is regular, is never empty and holds no line
 * break; and the pattern is safe as a regular expression too, because clients and pages use it as one.
 */
export function checkPattern(source: string): PatternFault | null {
  if (source.length > LONGEST) return { code: 'pattern-too-large', came: source }
  const parsed = parse(source)
  if (parsed === null) return { code: 'pattern-syntax', came: source }
  const construct = irregularPart(parsed)
  if (construct !== null) return construct
  const automaton = build(source)
  if (automaton === null || automaton.finals.length > MOST_STATES) return { code: 'pattern-too-large', came: source }
  if (new RegExp(`^(?:${source})$`).test('')) return { code: 'pattern-empty', came: source }
  if (!automaton.finals.includes(true)) return { code: 'pattern-nothing', came: source }
  if (holdsLineBreak(automaton)) return { code: 'pattern-line-break', came: source }
  const wide = widened(source)
  const positions = positionsOf(wide, MOST_POSITIONS)
  if (positions === null) return { code: 'pattern-too-large', came: source }
  if (hasAmbiguousLoop(positions)) return { code: 'pattern-super-linear', came: source }
  return superLinearPart(wide)
}

function parse(source: string): AST.Pattern | null {
  try {
    // The engine decides what is a pattern here; the parser may know a later edition.
    new RegExp(source)
    return new RegExpParser().parsePattern(source)
  } catch {
    return null
  }
}

function irregularPart(pattern: AST.Pattern): PatternFault | null {
  const faults: PatternFault[] = []
  visitRegExpAST(pattern, {
    onAssertionEnter: node => {
      const isLook = node.kind === 'lookahead' || node.kind === 'lookbehind'
      faults.push({ code: isLook ? 'pattern-look-around' : 'pattern-anchor', came: node.raw })
    },
    onBackreferenceEnter: node => {
      faults.push({ code: 'pattern-back-reference', came: node.raw })
    },
    onCapturingGroupEnter: node => {
      // Two holes with one pattern stand in one regular expression, where a name may come once.
      if (node.name !== null) faults.push({ code: 'pattern-named-group', came: node.raw })
    },
  })
  return faults[0] ?? null
}

function build(source: string): HoleAutomaton | null {
  try {
    return holeAutomaton(source)
  } catch {
    return null
  }
}

function holdsLineBreak(automaton: HoleAutomaton): boolean {
  return automaton.edges.some(edges => edges.some(edge => LINE_BREAKS.some(unit => isWithin(edge.ranges, unit))))
}

// scslre finds quantifiers that take each other's text; loops whose alternatives do so are found by `hasAmbiguousLoop`.
// The pattern stands between texts that may fail to follow, so a rejecting suffix is assumed; it never moves along the
// message, because the whole template is anchored.
function superLinearPart(source: string): PatternFault | null {
  const { reports } = analyse(
    { source: `^(?:${source})$`, flags: '' },
    { maxReports: 1, reportTypes: { Move: false }, assumeRejectingSuffix: true },
  )
  const report = reports[0]
  if (report === undefined) return null
  const part = report.type === 'Trade' ? report.endQuant : report.quant
  return { code: 'pattern-super-linear', came: part.raw }
}
