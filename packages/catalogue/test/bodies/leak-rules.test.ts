import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEAK_RULES } from '../../src/leaks/leak-rules.ts'

// fast-check makes texts of a pattern without assertions; those that the whole pattern takes are kept.
function withoutAssertions(source: string): string {
  let bare = ''
  let at = 0
  while (at < source.length) {
    const assertion = /^\(\?(?:<?[=!])/.exec(source.slice(at))
    if (assertion !== null) at = endOfGroup(source, at)
    else if (/^\\[bB]/.test(source.slice(at))) at += 2
    else if (/^[\^$]/.test(source.slice(at))) at += 1
    else {
      const atom = /^(?:\\.|\[(?:\\.|[^\]])*\]|.)/s.exec(source.slice(at))?.[0] ?? ''
      bare += atom
      at += atom.length
    }
  }
  return bare
}

function endOfGroup(source: string, start: number): number {
  let depth = 0
  for (const [at, char] of syntaxOf(source.slice(start))) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (depth === 0) return start + at + 1
  }
  return source.length
}

// The characters that mean something: none behind a backslash, none in a class.
function* syntaxOf(source: string): Generator<readonly [number, string]> {
  let isClass = false
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at] ?? ''
    if (char === '\\') at += 1
    else if (char === '[') isClass = true
    else if (char === ']') isClass = false
    else if (!isClass) yield [at, char]
  }
}

// Each alternative for itself, so that a rare one is tried as well.
function alternativesOf(source: string): readonly string[] {
  const bars: number[] = []
  let depth = 0
  for (const [at, char] of syntaxOf(source)) {
    if (char === '(') depth += 1
    if (char === ')') depth -= 1
    if (char === '|' && depth === 0) bars.push(at)
  }
  return [...bars, source.length].map((end, index) => source.slice((bars[index - 1] ?? -1) + 1, end))
}

const PATTERNS = LEAK_RULES.flatMap(({ kind, hint, patterns }) => patterns.map(pattern => ({ kind, hint, pattern })))

describe('the rules of leaks', () => {
  // fast-check makes no texts of back references.
  it.each(PATTERNS.filter(({ pattern }) => !/\\\d/.test(pattern.source)))(
    'the hint of $kind misses nothing that $pattern finds',
    ({ hint, pattern }) => {
      const whole = new RegExp(pattern.source, pattern.flags.replace('g', ''))
      for (const alternative of alternativesOf(pattern.source)) {
        const made = fc.stringMatching(new RegExp(withoutAssertions(alternative)), { size: 'xsmall' })
        fc.assert(
          fc.property(made, text => !whole.test(` ${text} `) || hint.test(` ${text} `)),
          { numRuns: 40 },
        )
      }
    },
  )

  it.each(PATTERNS)('$pattern of $kind is global, and its hint is not', ({ hint, pattern }) => {
    expect([pattern.global, pattern.sticky, hint.global]).toEqual([true, false, false])
  })
})
