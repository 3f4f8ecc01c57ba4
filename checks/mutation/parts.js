// The parts that decide what is rewritten and what is sent, and for each of them the tests that can find a fault in it.

/** @typedef {{ readonly sources: readonly string[], readonly tests: readonly string[] }} Part */

const CATALOGUE = 'packages/catalogue'
const CODEMOD = 'packages/codemod'

/** @type {Readonly<Record<string, Part>>} */
export const parts = {
  candidates: {
    // The budget is about time, and its test takes as long as all others together.
    sources: [
      `${CATALOGUE}/src/candidates.ts`,
      `${CATALOGUE}/src/candidates/*.ts`,
      `!${CATALOGUE}/src/candidates/budget.ts`,
    ],
    tests: [
      'candidates',
      'claims.laws',
      'codes-for',
      'describe-test',
      'machine',
      'parse-test',
      'regex-charset',
      'test-machine',
    ].map(name => `${CATALOGUE}/test/candidates/${name}.test.ts`),
  },
  match: {
    sources: [`${CATALOGUE}/src/match.ts`, `${CATALOGUE}/src/match-error.ts`, `${CATALOGUE}/src/match/*.ts`],
    tests: [
      `${CATALOGUE}/test/match.test.ts`,
      `${CATALOGUE}/test/match.laws.test.ts`,
      `${CATALOGUE}/test/match-error.test.ts`,
      `${CATALOGUE}/test/match/*.test.ts`,
    ],
  },
  'to-problem': {
    sources: [`${CATALOGUE}/src/to-problem.ts`, `${CATALOGUE}/src/problem/*.ts`],
    tests: [`${CATALOGUE}/test/problem/*.test.ts`],
  },
  decide: {
    // The sentences of the reasons are for people.
    sources: [`${CODEMOD}/src/decide/*.ts`, `!${CODEMOD}/src/decide/reasons.ts`],
    tests: [`${CODEMOD}/test/decide/*.test.ts`],
  },
  rewrite: {
    sources: [`${CODEMOD}/src/rewrite/*.ts`, `${CODEMOD}/src/plan/splice.ts`],
    tests: [
      `${CODEMOD}/test/write-files.test.ts`,
      `${CODEMOD}/test/write-failure.test.ts`,
      `${CODEMOD}/test/splice.test.ts`,
    ],
  },
}
