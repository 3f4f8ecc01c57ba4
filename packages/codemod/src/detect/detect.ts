import type { Catalogue } from '@problemshift/catalogue'
import { placeOfWording } from '../decide/wording-places.ts'
import type { FormMatch } from '../forms/form.ts'
import { FORMS } from '../forms/forms.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'
import { testedFlow } from './asserted-flow.ts'
import { isAssertedSuccess } from './asserted-success.ts'
import { createConstants } from './constants.ts'
import type { MessageRead, SortedFlow } from './message-read.ts'
import { createRelevance } from './relevance.ts'
import { isAfterSuccess } from './narrow.ts'
import { plainValue, sortFlow } from './sort-flow.ts'
import { speaksOfErrors } from './speaking-names.ts'
import { inner } from './syntax.ts'
import type { Tracer } from './tracer.ts'
import type { Flow, Value } from './values.ts'
import { withinStack } from './within-stack.ts'

/**
 * Every test of a text in these files that is about the API's wording, or may be. In doubtful files a test has to prove
 * that it is: their words alone could be about anything.
 */
export function detect(
  t: Tracer,
  files: readonly string[],
  catalogue: Catalogue,
  doubtful: ReadonlySet<string>,
): readonly MessageRead[] {
  const relevance = createRelevance(catalogue)
  const reads: MessageRead[] = []
  for (const { unit, match } of testsOf(t, files).flatMap(eitherWay)) {
    const isNamed = relevance(match.question) === 'strong'
    if (!isNamed && !mayHoldMessage(t, match)) continue
    const strong = isNamed && !doubtful.has(unit.file)
    t.restart()
    const flow = afterSuccess(
      t,
      match.node,
      withinStack(match.tested, () => testedFlow(t, match)),
    )
    const sorted = sortFlow(flow)
    // What is read from `code` or `status` is no wording: it is what a migrated client looks at.
    if (!strong && (!isAboutWording(catalogue, sorted) || isSaidOfAnything(match, sorted))) continue
    readsIn(t, unit).add(match)
    reads.push({ unit, match, flow, sorted })
  }
  return reads
}

// The side that proves to be wording is the one that is tested.
function eitherWay(found: Found): readonly Found[] {
  const { unit, match } = found
  return match.either === undefined ? [found] : [found, { unit, match: { ...match, tested: match.either } }]
}

// A piece of a wording is about it as well, whatever it is compared with.
function isAboutWording(catalogue: Catalogue, { wording, unknown }: SortedFlow): boolean {
  const pieces = unknown.flatMap(({ of }) => (of === null || of.kind === 'text' ? [] : of))
  return [...wording.map(({ value }) => value), ...pieces].some(value => holdsWording(catalogue, value))
}

// Tests assert on all that their own servers say: what is neither a wording nor surely an answer's is one of those.
function isSaidOfAnything({ asserted }: FormMatch, { unknown }: SortedFlow): boolean {
  return asserted !== undefined && unknown.some(({ of }) => of === null)
}

function holdsWording(catalogue: Catalogue, value: Value): boolean {
  return placeOfWording(catalogue, plainValue(value)) !== null
}

/** A body that was read before `if (!response.ok) throw …` is known to be no error behind it. */
export function afterSuccess(t: Tracer, node: ts.Node, flow: Flow): Flow {
  return flow.map(reaching => {
    const value = plainValue(reaching.value)
    if (value.kind !== 'body' || value.success) return reaching
    const { request } = value
    if (!isAfterSuccess(t, node, request) && !isAssertedSuccess(t, node, request)) return reaching
    return { ...reaching, value: { ...value, success: true } }
  })
}

/** The tests of a file that detection has taken for message reads so far. */
export function readsIn(t: Tracer, unit: Unit): Set<FormMatch> {
  return t.remember(unit, 'reads', () => new Set<FormMatch>())
}

interface Found {
  readonly unit: Unit
  readonly match: FormMatch
}

/** Every test of a text against constants, file by file. */
function testsOf(t: Tracer, files: readonly string[]): readonly Found[] {
  return files.flatMap(file => {
    const unit = t.project.open(file)
    return unit === null ? [] : testsIn(t, unit).map(match => ({ unit, match }))
  })
}

/** Every test of a text against constants in one file; found once. */
export function testsIn(t: Tracer, unit: Unit): readonly FormMatch[] {
  return t.remember(unit, 'tests', () => {
    const constants = createConstants(t)
    const found: FormMatch[] = []
    const asked = new Set<ts.Node>()
    const visit = (node: ts.Node): void => {
      if (ts.isTypeNode(node) || asked.has(node)) return
      // Each question has a budget of its own: a long file must not use up what its last line needs.
      t.restart()
      for (const form of FORMS) {
        const match = form.find(node, constants)
        if (match === null) continue
        if (match.inside !== undefined) asked.add(match.inside)
        if (isTestable(match.tested)) found.push(match)
        break
      }
      ts.forEachChild(node, visit)
    }
    visit(unit.tree)
    return found
  })
}

// `typeof message === 'string'` asks for the kind of a value, not for its text.
function isTestable(tested: ts.Expression): boolean {
  const node = inner(tested)
  return !ts.isTypeOfExpression(node) && !ts.isStringLiteralLike(node) && !ts.isNumericLiteral(node)
}

// A test without one of the catalogue's words is traced only where the expression itself, or what its name was first bound
// to, speaks of a message.
function mayHoldMessage(t: Tracer, { tested, asserted }: FormMatch): boolean {
  // An assertion that goes into members, as `rejects.toThrow('…')` does, speaks of them.
  if (asserted !== undefined && asserted.members.length > 0) return true
  return speaks(tested) || speaks(boundTo(t, tested))
}

function speaks(node: ts.Node | undefined): boolean {
  return node !== undefined && speaksOfErrors(node.getText().slice(0, 200))
}

// const [kind] = message.split(':')
function boundTo(t: Tracer, tested: ts.Expression): ts.Expression | undefined {
  const id = inner(tested)
  let node: ts.Node | undefined = ts.isIdentifier(id) ? t.project.declarationOf(id)?.node : undefined
  while (
    node !== undefined &&
    (ts.isBindingElement(node) || ts.isObjectBindingPattern(node) || ts.isArrayBindingPattern(node))
  )
    node = node.parent
  return node !== undefined && ts.isVariableDeclaration(node) ? node.initializer : undefined
}
