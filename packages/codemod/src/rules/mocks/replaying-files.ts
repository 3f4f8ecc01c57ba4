/** Files of tests and of what they replay, by their names. */
export const TEST_FILE =
  /(?:^|\/)(?:__tests__|__mocks__|mocks?|tests?|e2e|cypress)\/|\.(?:test|spec|cy|mock|mocks|e2e)\.[cm]?[jt]sx?$/

const NAMED =
  /['"](?:msw|nock|axios-mock-adapter|fetch-mock|@fetch-mock|fetch-mock-jest|jest-fetch-mock|vitest-fetch-mock|@?playwright|cypress|vitest|bun:test|@jest\/globals|@?sinon|node:test)\b/

/** Whether a file may replay answers, by its name and its text alone. */
export function mayReplay(file: string, text: string): boolean {
  return TEST_FILE.test(file) || NAMED.test(text)
}
