// The house rules about who may import whom. Each says why, and that is what the person who breaks it reads.

const SOURCES = '^packages/[^/]+/src/'
const TESTS = '(^|/)(test|bench|demo)/'

/** The files that may touch the disk; everything else takes values and gives values back. */
const DISK = [
  '^packages/catalogue/src/node/',
  '^packages/catalogue/src/cli(/|\\.ts$)',
  '^packages/adapter/src/node/',
  '^packages/codemod/src/(find|source|rewrite|verify|replay|cli|jscodeshift)(/|\\.ts$)',
  '^packages/fixtures/',
]

export default {
  forbidden: [
    {
      name: 'catalogue-is-a-leaf',
      severity: 'error',
      comment:
        'The catalogue is the contract that both halves share. If it knew one of them, the other could not trust its answers.',
      from: { path: '^packages/catalogue/src/' },
      to: { path: '^packages/(adapter|codemod|fixtures)/' },
    },
    {
      name: 'halves-are-strangers',
      severity: 'error',
      comment:
        'A server must be able to install the adapter without a compiler, and a client repository the codemod without Fastify. What both need belongs in the catalogue.',
      from: { path: '^packages/(adapter|codemod)/' },
      to: { path: '^packages/(adapter|codemod)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'sources-never-import-fixtures',
      severity: 'error',
      comment: 'What is tested must not know the cases, or the cases prove nothing.',
      from: { path: '^packages/(catalogue|adapter|codemod)/src/' },
      to: { path: '^packages/fixtures/' },
    },
    {
      name: 'sources-never-import-tests',
      severity: 'error',
      comment: 'Sources are shipped; tests, benchmarks and demos are not.',
      from: { path: SOURCES },
      to: { path: TESTS },
    },
    {
      name: 'core-runs-anywhere',
      severity: 'error',
      comment:
        'The core of the catalogue runs in any JavaScript runtime: what needs Node belongs in node/ or in the command line.',
      from: { path: '^packages/catalogue/src/', pathNot: '^packages/catalogue/src/(node|cli)(/|\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-needs-no-host',
      severity: 'error',
      comment: 'No Fastify, no compiler and no module loader in the core of the catalogue: data in, data out.',
      from: { path: '^packages/catalogue/src/', pathNot: '^packages/catalogue/src/(node|cli)(/|\\.ts$)' },
      to: { path: 'node_modules/(fastify|typescript|ts-morph|jiti)/' },
    },
    {
      name: 'only-cli-touches-process',
      severity: 'error',
      comment:
        'Arguments, streams, the environment and the exit code are read and set in one place of each program, so that everything below can be called by a test or by another program.',
      from: { path: SOURCES, pathNot: '^packages/[^/]+/src/(cli|replay/player/player)\\.ts$' },
      to: { path: '^(node:)?process$' },
    },
    {
      name: 'only-named-files-touch-the-disk',
      severity: 'error',
      comment:
        'Reading and writing files are doors at the two ends. A stage that opens a file of its own cannot be printed, replayed or trusted in a dry run.',
      from: { path: SOURCES, pathNot: DISK },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'only-cli-is-not-imported',
      severity: 'error',
      comment: 'The command line is the outermost door: it imports, and nothing imports it.',
      from: { path: SOURCES },
      to: { path: '^packages/[^/]+/src/cli\\.ts$' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'In a circle no file can be read first. Cut it by moving the shared part into a file of its own.',
      from: { path: SOURCES },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-undeclared-packages',
      severity: 'error',
      comment:
        'A source may import only what its own package.json promises; anything else works here and fails at a user.',
      from: { path: SOURCES },
      to: {
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown', 'undetermined'],
        // Fastify is both: the user's own at run time, one of ours for the tests.
        dependencyTypesNot: ['npm-peer'],
        pathNot: '^packages/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|cases|repos|zoo)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'types', 'default', 'node'],
      exportsFields: ['exports'],
    },
  },
}
