import type { Tracer } from '../detect/tracer.ts'
import type { Unit } from '../source/project.ts'

const REPLACES =
  /\b(?:jest|vi)\.(?:mock|doMock|unstable_mockModule|stubGlobal|spyOn)\(|\bmock\.(?:method|module|fn)\(|\.mock(?:Resolved|Rejected|Implementation|Return)\w*\(|['"](?:nock|msw(?:\/\w+)?|sinon|moxios|mockttp|axios-mock-adapter|fetch-mock(?:-jest)?|jest-fetch-mock|vitest-fetch-mock|proxyquire|testdouble|pactum|polly-js|@pollyjs\/\w+|@mswjs\/\w+|@fetch-mock\/\w+)['"]|\b(?:global|globalThis|window|self)\.fetch\s*=|\bMockAgent\b|\.reply\(\d|\bfetchMock\b/

// A server that answers for all tests is set up in a file of its own.
const FOR_ALL = ['setupServer(', 'setupWorker(', 'enableFetchMocks(', 'setGlobalDispatcher(']

/** Whether answers in a test may come from the test itself, and not from a server. */
export function mayMockAnswers(t: Tracer, unit: Unit): boolean {
  return REPLACES.test(unit.source.text) || FOR_ALL.some(name => t.project.holding(name).length > 0)
}
