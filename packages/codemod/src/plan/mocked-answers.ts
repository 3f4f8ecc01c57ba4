import type { Catalogue } from '@problemshift/catalogue'
import { createRelevance } from '../detect/relevance.ts'
import type { Tracer } from '../detect/tracer.ts'
import { bodyOf } from '../rules/mocks/body-file.ts'
import { constantValue } from '../rules/mocks/constant-value.ts'
import { convertReplayed } from '../rules/mocks/convert-body.ts'
import { replayedAt } from '../rules/mocks/replayed.ts'
import { ts } from '../source/compiler.ts'
import type { Unit } from '../source/project.ts'

const REPLACES =
  /\b(?:jest|vi)\.(?:mock|doMock|unstable_mockModule|stubGlobal|spyOn)\(|\bmock\.(?:method|module|fn)\(|\.mock(?:Resolved|Rejected|Implementation|Return)\w*\(|['"](?:nock|msw(?:\/\w+)?|sinon|moxios|mockttp|axios-mock-adapter|fetch-mock(?:-jest)?|jest-fetch-mock|vitest-fetch-mock|proxyquire|testdouble|pactum|polly-js|@pollyjs\/\w+|@mswjs\/\w+|@fetch-mock\/\w+)['"]|\b(?:global|globalThis|window|self)\.fetch\s*=|\bMockAgent\b|\.reply\(\d|\bfetchMock\b/

// A server that answers for all tests is set up in a file of its own.
const FOR_ALL = ['setupServer(', 'setupWorker(', 'enableFetchMocks(', 'setGlobalDispatcher(']

/** Whether answers in a test may come from the test itself, in the v1 shape, and will not be moved to v2. */
export function mayMockAnswers(t: Tracer, unit: Unit, catalogue: Catalogue, movesMocks: boolean): boolean {
  if (FOR_ALL.some(name => t.project.holding(name).length > 0)) return true
  return REPLACES.test(unit.source.text) && !(movesMocks && movesAll(t, unit, catalogue))
}

// Each wording that stands in the test, beside what is asserted, is in an answer that the rule `mocks` moves.
function movesAll(t: Tracer, unit: Unit, catalogue: Catalogue): boolean {
  const isRelevant = createRelevance(catalogue)
  const isWording = (text: string) =>
    isRelevant({ kind: 'condition', test: { kind: 'equals', text }, negated: false, failsOnNothing: true }) === 'strong'
  const moved = new Set<ts.Node>()
  const find = (node: ts.Node): void => {
    const body = movedBody(t, node, catalogue)
    if (body !== null) moved.add(body)
    ts.forEachChild(node, find)
  }
  find(unit.tree)
  const stays = (node: ts.Node): boolean => {
    if (moved.has(node) || isAssertion(node)) return false
    if (ts.isStringLiteralLike(node) && isWording(node.text)) return true
    return ts.forEachChild(node, child => stays(child) || undefined) === true
  }
  return moved.size > 0 && !stays(unit.tree)
}

function movedBody(t: Tracer, node: ts.Node, catalogue: Catalogue): ts.Node | null {
  const replayed = replayedAt(node)
  const literal = replayed === null ? null : bodyOf(t, replayed)
  const constant = literal === null ? null : constantValue(literal.node)
  if (replayed === null || literal === null || constant === null || constant.isPartial || literal.isShared) return null
  const converted = convertReplayed(catalogue, replayed, constant.value)
  return converted.outcome === 'problem' ? literal.node : null
}

function isAssertion(node: ts.Node): boolean {
  return ts.isCallExpression(node) && /^(?:await\s+)?(?:expect|assert|strictEqual|equal|rejects)\b/.test(node.getText())
}
