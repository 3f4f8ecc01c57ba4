import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'

// From here on a bounded repetition is as slow as one without a bound: ten by ten ways are a hundred, and so on.
const MANY = 10
const SOME = 3

/**
 * The pattern with its large or nested repetitions made unbounded, `\w{1,30}` as `\w{1,}`: what is slow then is slow
 * enough with the bound too, and the analysis of unbounded ones applies.
 */
export function widened(source: string): string {
  const bounded: AST.Quantifier[] = []
  visitRegExpAST(new RegExpParser().parsePattern(source), {
    onQuantifierEnter: node => {
      const isChoice = node.max !== Number.POSITIVE_INFINITY && node.max > node.min
      if (isChoice && (node.max >= MANY || (node.max >= SOME && (isInside(node) || holdsAnother(node)))))
        bounded.push(node)
    },
  })
  // From right to left by their ends, so that the places of the others stay true.
  bounded.sort((a, b) => b.end - a.end)
  return bounded.reduce((text, node) => {
    const rest = text.slice(node.end)
    return `${text.slice(0, node.element.end)}{${node.min},}${node.greedy ? '' : '?'}${rest}`
  }, source)
}

function isInside(node: AST.Node): boolean {
  for (let above = node.parent; above !== null; above = above.parent) {
    if (above.type === 'Quantifier' && above.max >= SOME) return true
  }
  return false
}

function holdsAnother(node: AST.Quantifier): boolean {
  let holds = false
  visitRegExpAST(node.element, {
    onQuantifierEnter: inner => {
      if (inner.max >= SOME && inner.max > inner.min) holds = true
    },
  })
  return holds
}
