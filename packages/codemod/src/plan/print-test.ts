import type { Answer } from '../decide/decide.ts'
import type { FormMatch, Label } from '../forms/form.ts'
import { ts } from '../source/compiler.ts'
import type { Read } from './code-read.ts'
import type { JoinedTests } from './join-tests.ts'
import { type Binding, needsParentheses } from './precedence.ts'
import type { Splice } from './splice.ts'

/** The test as it asks for codes; `null` where its shape cannot say it. */
export function printTest(
  file: string,
  match: FormMatch,
  answers: readonly Answer[],
  read: Read,
): readonly Splice[] | null {
  const { question } = match
  switch (question.kind) {
    case 'condition':
      return printCondition(file, match, answers[0]?.codes ?? [], read, question.negated)
    case 'labels':
      return printLabels(file, match, answers, read)
    case 'kept':
      return null
  }
}

function printCondition(
  file: string,
  match: FormMatch,
  codes: readonly string[],
  read: Read,
  negated: boolean,
): readonly Splice[] | null {
  const { node } = match
  if (codes.length === 0) return null
  const { text, binding } = printCodesTest(codes, read, negated, quoteOf(node))
  const wrapped = binding !== null && needsParentheses(node, binding) ? `(${text})` : text
  return [{ file, start: node.getStart(), end: node.end, text: wrapped }]
}

/** Neighbours of a chain as one test. */
export function printJoined(file: string, joined: JoinedTests, codes: readonly string[], read: Read): Splice {
  const { chain, operands } = joined
  const [first] = operands
  const last = operands.at(-1)
  const start = first?.getStart() ?? chain.getStart()
  const end = last?.end ?? chain.end
  const { text, binding } = printCodesTest(codes, read, joined.negated, quoteOf(first ?? chain))
  const isWhole = start === chain.getStart() && end === chain.end
  const and = chain.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken
  const mixed = isWhole ? binding !== null && needsParentheses(chain, binding) : binding === 'or' && and
  return { file, start, end, text: mixed ? `(${text})` : text }
}

interface Printed {
  readonly text: string
  /** `null` where nothing can bind tighter. */
  readonly binding: Binding | null
}

function printCodesTest(codes: readonly string[], read: Read, negated: boolean, quote: string): Printed {
  const quoted = codes.map(code => `${quote}${code}${quote}`)
  if (read.guard !== undefined) {
    return { text: `${negated ? '!' : ''}${read.guard}(${[read.body, ...quoted].join(', ')})`, binding: null }
  }
  // What does more than reading must not be done twice.
  if (codes.length > 1 && read.once) {
    return { text: `${negated ? '!' : ''}[${quoted.join(', ')}].includes(${read.code})`, binding: null }
  }
  const parts = quoted.map(code => `${read.code} ${negated ? '!==' : '==='} ${code}`)
  const binding: Binding = codes.length === 1 ? 'comparison' : negated ? 'and' : 'or'
  return { text: parts.join(negated ? ' && ' : ' || '), binding }
}

// The quote of the literal that goes away; a JSX attribute or a template keeps the file's other one.
export function quoteOf(node: ts.Node): string {
  let quote: string | null = null
  const visit = (child: ts.Node): void => {
    if (quote !== null) return
    if (ts.isStringLiteral(child)) quote = child.getText().startsWith('"') ? '"' : "'"
    else ts.forEachChild(child, visit)
  }
  visit(node)
  return quote ?? quoteOfFile(node.getSourceFile())
}

function quoteOfFile(file: ts.SourceFile): string {
  const double = file.text.split('"').length
  const single = file.text.split("'").length
  return double > single ? '"' : "'"
}

function printLabels(file: string, match: FormMatch, answers: readonly Answer[], read: Read): readonly Splice[] | null {
  const tested = match.tested
  const splices: Splice[] = [{ file, start: tested.getStart(), end: tested.end, text: read.code }]
  for (const answer of answers) {
    const printed = printAnswer(file, answer)
    if (printed === null) return null
    splices.push(...printed)
  }
  return splices
}

// As many labels as there are codes. What is left over goes from the front: the last label holds the statements.
function printAnswer(file: string, { labels, codes }: Answer): readonly Splice[] | null {
  const splices: Splice[] = []
  const gone = Math.max(0, labels.length - codes.length)
  for (const [index, label] of labels.entries()) {
    const at = index - gone
    const written = index === labels.length - 1 ? codes.slice(at) : codes.slice(at, at + 1)
    const splice = index < gone ? removeLabel(file, label) : rewriteLabel(file, label, written)
    if (splice === null) return null
    splices.push(splice)
  }
  return splices
}

function rewriteLabel(file: string, label: Label, codes: readonly string[]): Splice | null {
  const text = printCodes(label, codes)
  return text === null ? null : { file, start: label.node.getStart(), end: label.node.end, text }
}

function printCodes(label: Label, codes: readonly string[]): string | null {
  const quote = quoteOf(label.node)
  if (label.place === 'key') {
    const [only, more] = codes
    if (only === undefined || more !== undefined) return null
    return ts.isIdentifier(label.node) && /^[A-Za-z_$][\w$]*$/.test(only) ? only : `${quote}${only}${quote}`
  }
  return codes.map(code => `${quote}${code}${quote}`).join(': case ')
}

/** A label whose code another label already has: the whole line of an empty clause goes, or the entry of a table. */
function removeLabel(file: string, label: Label): Splice | null {
  const { entry } = label
  const { text } = entry.getSourceFile()
  if (ts.isCaseClause(entry) && entry.statements.length > 0) {
    return null
  }
  let start = entry.getStart()
  let end = entry.end
  if (label.place === 'key' && text[end] === ',') end += 1
  // What stands behind it on its line moves up to its place; otherwise the line goes.
  const rest = /^[ \t]*(?=\S)/.exec(text.slice(end, end + 200))
  if (rest !== null) return { file, start, end: end + rest[0].length, text: '' }
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start -= 1
  if (text[start - 1] === '\n') start -= 1
  if (text[start - 1] === '\r') start -= 1
  return { file, start, end, text: '' }
}
